package sandglass.ui.world;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A choice of one among a few, all in sight. */
final class Segmented<E extends Enum<E>> extends HBox {
  /**
   * One of the few.
   *
   * @param text what the button says
   * @param help one sentence
   */
  record Choice<E>(E value, String text, String help) {}

  /**
   * @param id of this control; those of its buttons are this and the value's name
   * @param name what is chosen here, for who cannot see
   */
  Segmented(String id, String name, ObjectProperty<E> property, List<Choice<E>> choices) {
    setId(id);
    getStyleClass().add("segmented");
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(name);
    var group = new ToggleGroup();
    for (var choice : choices) {
      var button = new ToggleButton(choice.text());
      button.setId(id + "-" + choice.value().name().toLowerCase(Locale.ROOT));
      button.getStyleClass().addAll(Styles.SMALL, pill(choices.indexOf(choice), choices.size()));
      button.setAccessibleText(name + ": " + choice.text());
      button.setTooltip(new Tooltip(choice.help()));
      button.setMaxWidth(Double.MAX_VALUE);
      button.setToggleGroup(group);
      button.setOnAction(
          event -> {
            button.setSelected(true); // a click on the one that is chosen does not unchoose it
            property.set(choice.value());
          });
      HBox.setHgrow(button, Priority.ALWAYS);
      getChildren().add(button);
      property.subscribe(
          now -> {
            if (now == choice.value()) {
              button.setSelected(true);
            }
          });
    }
  }

  private static String pill(int index, int count) {
    if (index == 0) {
      return Styles.LEFT_PILL;
    }
    return index == count - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
  }
}
