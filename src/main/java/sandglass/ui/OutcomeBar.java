package sandglass.ui;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.Playground;
import sandglass.playground.advice.Advice;

/**
 * What happened, where, and what to try, in plain words, with a button for each thing that helps.
 * Shown after a run that did not go well; gone with the next.
 */
final class OutcomeBar extends HBox {
  private static final double MOST_OF_WIDTH = 0.5;

  private final Playground playground;
  private final Label sentence = new Label();
  private final FontIcon icon = new FontIcon("fth-info");
  private final FlowPane fixes = new FlowPane();

  OutcomeBar(Playground playground) {
    this.playground = playground;
    setId("outcome");
    getStyleClass().add("outcome-bar");
    setAlignment(Pos.CENTER_LEFT);
    sentence.setId("outcome-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    sentence.setMaxWidth(Double.MAX_VALUE);
    sentence.setMinWidth(120);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    fixes.getStyleClass().add("outcome-fixes");
    fixes.setAlignment(Pos.CENTER_RIGHT);
    fixes.setMinWidth(Region.USE_PREF_SIZE);
    var close = new Button(null, new FontIcon("fth-x"));
    close.setAccessibleText("Close this message");
    close.setTooltip(new Tooltip("Close this message"));
    close.setMinWidth(USE_PREF_SIZE);
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    close.setOnAction(e -> show(Optional.empty()));
    getChildren().setAll(icon, sentence, fixes, close);
    widthProperty().addListener(o -> wrapFixes());
    sentence.fontProperty().addListener(o -> wrapFixes());
    playground.advice().addListener((o, before, now) -> show(now));
    show(playground.advice().get());
  }

  private void show(Optional<Advice> advice) {
    boolean shown = advice.filter(OutcomeBar::hasSomethingToSay).isPresent();
    setVisible(shown);
    setManaged(shown);
    if (!shown) {
      return;
    }
    var now = advice.get();
    pseudoClassStateChanged(PseudoClass.getPseudoClass("error"), now.tone() == Advice.Tone.ERROR);
    pseudoClassStateChanged(
        PseudoClass.getPseudoClass("warning"), now.tone() == Advice.Tone.WARNING);
    icon.setIconLiteral(
        now.tone() == Advice.Tone.OK
            ? "fth-info"
            : now.tone() == Advice.Tone.ERROR ? "fth-x-circle" : "fth-alert-triangle");
    sentence.setText(now.sentence());
    fixes.getChildren().clear();
    for (var action : now.fixes()) {
      var button = new Button(action.text());
      button.getStyleClass().add(Styles.SMALL);
      if (fixes.getChildren().isEmpty()) {
        button.getStyleClass().add(Styles.ACCENT);
      }
      button.setOnAction(e -> playground.help(action));
      fixes.getChildren().add(button);
    }
    wrapFixes();
  }

  /** In one row if that leaves the sentence half of the width; it takes what they do not need. */
  private void wrapFixes() {
    applyCss();
    double row = -fixes.getHgap();
    double widest = 0;
    for (var button : fixes.getChildren()) {
      double width = Math.ceil(button.prefWidth(-1));
      row += width + fixes.getHgap();
      widest = Math.max(widest, width);
    }
    fixes.setPrefWrapLength(Math.max(widest, Math.min(row + 1, getWidth() * MOST_OF_WIDTH)));
  }

  private static boolean hasSomethingToSay(Advice advice) {
    return !advice.sentence().isEmpty()
        && (advice.tone() != Advice.Tone.OK || !advice.fixes().isEmpty());
  }
}
