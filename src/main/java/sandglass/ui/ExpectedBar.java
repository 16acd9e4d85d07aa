package sandglass.ui;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.capsule.Check;

/** Whether the last run did what its capsule expects; gone with the next. */
final class ExpectedBar extends HBox {
  private final Label sentence = new Label();
  private final FontIcon icon = new FontIcon("fth-check-circle");
  private final Button show;

  /**
   * @param showDifferences shows what differs
   */
  ExpectedBar(ObservableValue<Optional<Check>> check, Runnable showDifferences) {
    setId("expected-bar");
    getStyleClass().addAll("outcome-bar", "expected-bar");
    setAlignment(Pos.CENTER_LEFT);
    sentence.setId("expected-bar-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    show = new Button("Show differences");
    show.setId("expected-show");
    show.getStyleClass().add(Styles.SMALL);
    show.setMinWidth(USE_PREF_SIZE);
    show.setOnAction(event -> showDifferences.run());
    var close = new Button(null, new FontIcon("fth-x"));
    close.setAccessibleText("Close this message");
    close.setTooltip(new Tooltip("Close this message"));
    close.setMinWidth(USE_PREF_SIZE);
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    close.setOnAction(event -> say(Optional.empty()));
    getChildren().setAll(icon, sentence, show, close);
    check.subscribe(this::say);
  }

  private void say(Optional<Check> check) {
    setVisible(check.isPresent());
    setManaged(check.isPresent());
    boolean ok = check.filter(Check::isAsExpected).isPresent();
    pseudoClassStateChanged(PseudoClass.getPseudoClass("ok"), ok);
    pseudoClassStateChanged(PseudoClass.getPseudoClass("warning"), check.isPresent() && !ok);
    icon.setIconLiteral(ok ? "fth-check-circle" : "fth-alert-triangle");
    show.setVisible(!ok);
    show.setManaged(!ok);
    sentence.setText(check.map(Check::sentence).orElse(""));
  }
}
