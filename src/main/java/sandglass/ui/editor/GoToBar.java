package sandglass.ui.editor;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Asks for a line, and goes there. */
final class GoToBar extends HBox {
  private static final Pattern PLACE =
      Pattern.compile("\\s*(\\d{1,9})\\s*(?::\\s*(\\d{1,9})\\s*)?");

  private final Supplier<Optional<SourceEditor>> inFront;
  private final Runnable closed;
  private final TextField field = new TextField();
  private final Label hint = new Label();

  /**
   * @param closed called when it has hidden itself
   */
  GoToBar(Supplier<Optional<SourceEditor>> inFront, Runnable closed) {
    this.inFront = inFront;
    this.closed = closed;
    setId("go-to-bar");
    getStyleClass().addAll("editor-bar", "editor-bar-row");
    setAlignment(Pos.CENTER_LEFT);
    var label = new Label("Go to line");
    label.setLabelFor(field);
    field.setId("go-to-field");
    field.setPromptText("12 or 12:5");
    field.setAccessibleText("Go to line, or line:column");
    field.getStyleClass().add(Styles.SMALL);
    field.setPrefColumnCount(8);
    field.setOnAction(event -> go());
    hint.setId("go-to-hint");
    hint.getStyleClass().add("editor-bar-status");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(label, field, hint, space, FindBar.icon("fth-x", "Close (Esc)", this::close));
    setVisible(false);
    managedProperty().bind(visibleProperty());
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
  }

  /** Shows itself and takes the focus. */
  void open() {
    setVisible(true);
    field.clear();
    hint.setText(inFront.get().map(editor -> "1 to %,d".formatted(editor.lines())).orElse(""));
    field.requestFocus();
  }

  private void go() {
    var place = PLACE.matcher(field.getText());
    if (!place.matches()) {
      hint.setText("Type a line such as 12, or a line and a column such as 12:5");
      return;
    }
    int line = Integer.parseInt(place.group(1));
    int column = place.group(2) == null ? 1 : Integer.parseInt(place.group(2));
    setVisible(false);
    inFront.get().ifPresent(editor -> editor.reveal(line, column, 0));
  }

  private void close() {
    setVisible(false);
    closed.run();
  }
}
