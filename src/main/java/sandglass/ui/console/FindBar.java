package sandglass.ui.console;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.output.OutputFind;

/** Asks what to find in a console, and steps through what is found. */
final class FindBar extends HBox {
  private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

  private final OutputFind find;
  private final Runnable closed;
  private final TextField field = new TextField();
  private final Label count = new Label();

  /**
   * @param id begins the ids of the controls
   * @param closed called when it has hidden itself
   */
  FindBar(OutputFind find, String id, Runnable closed) {
    this.find = find;
    this.closed = closed;
    getStyleClass().add("console-find");
    setAlignment(Pos.CENTER_RIGHT);
    field.setId(id + "-find-field");
    field.setPromptText("Find in this output");
    field.setAccessibleText("Find in this output");
    field.getStyleClass().add(Styles.SMALL);
    field.setPrefColumnCount(18);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    count.setId(id + "-find-count");
    count.getStyleClass().addAll("console-find-count", Styles.TEXT_MUTED);
    var previous = button("fth-chevron-up", "Previous match (Shift+Enter)", find::previous);
    var next = button("fth-chevron-down", "Next match (Enter)", find::next);
    var close = button("fth-x", "Close (Esc)", this::close);
    getChildren().addAll(field, count, previous, next, close);
    find.found().subscribe(this::show);
    field.textProperty().subscribe(text -> show(find.found().get()));
    setVisible(false);
    managedProperty().bind(visibleProperty());
  }

  static Button button(String icon, String help, Runnable action) {
    var button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    button.setAccessibleText(help);
    button.setTooltip(new Tooltip(help));
    button.setOnAction(event -> action.run());
    return button;
  }

  /** Shows itself and finds what is typed. */
  void open() {
    setVisible(true);
    find.query().bindBidirectional(field.textProperty());
    find.query().set(field.getText());
    field.requestFocus();
    field.selectAll();
  }

  private void close() {
    setVisible(false);
    find.query().unbindBidirectional(field.textProperty());
    find.query().set("");
    closed.run();
  }

  private void keyPressed(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> {
        if (event.isShiftDown()) {
          find.previous();
        } else {
          find.next();
        }
      }
      case DOWN -> find.next();
      case UP -> find.previous();
      case ESCAPE -> close();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void show(OutputFind.Found found) {
    int matches = found.matches().size();
    boolean none = matches == 0 && !field.getText().isEmpty();
    count.pseudoClassStateChanged(NONE, none);
    count.setText(
        none
            ? "no match"
            : matches == 0
                ? ""
                : String.format(
                    Locale.ROOT,
                    "%,d of %,d%s",
                    found.current() + 1,
                    matches,
                    found.more() ? "+" : ""));
  }
}
