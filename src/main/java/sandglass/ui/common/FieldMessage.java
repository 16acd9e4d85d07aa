package sandglass.ui.common;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** What is wrong with a control, right below it; takes no room while nothing is. */
public final class FieldMessage extends Label {
  /**
   * @param id of this message, for tests
   * @param message what is wrong; empty if nothing is
   * @param control marked as long as something is, and explained by it to who cannot see
   */
  public FieldMessage(String id, ObservableValue<String> message, Node control) {
    setId(id);
    getStyleClass().add("field-message");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE); // it wraps rather than being cut
    managedProperty().bind(visibleProperty());
    // Bound, since a binding that nothing holds is collected and tells nothing any more.
    textProperty().bind(message);
    textProperty()
        .subscribe(
            now -> {
              setVisible(!now.isEmpty());
              control.pseudoClassStateChanged(Styles.STATE_DANGER, !now.isEmpty());
              control.setAccessibleHelp(now);
            });
  }
}
