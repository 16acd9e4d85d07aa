package sandglass.ui.console;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.GenericStyledArea;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.output.LiveStdin;

/** Where a person types what the guest reads. */
public final class InputBar extends VBox {
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
  private static final int HISTORY = 200;

  private final LiveStdin live;
  private final LineField field = new LineField();
  private final List<String> history = new ArrayList<>();
  private int recalled;
  private String draft = "";

  /**
   * A bar that types into a stdin.
   *
   * @param waiting whether the guest waits for input now
   * @param shown whether stdin is typed live and a run goes on
   */
  public InputBar(
      LiveStdin live, ObservableValue<Boolean> waiting, ObservableValue<Boolean> shown) {
    this.live = live;
    getStyleClass().add("input-bar");
    field.setId("stdin-line");
    field.getStyleClass().add("mono");
    field.setAccessibleText("A line of input for the program");
    field.disableProperty().bind(live.open().not());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    HBox.setHgrow(field, Priority.ALWAYS);
    var prompt = new FontIcon("fth-chevron-right");
    prompt.getStyleClass().add("input-prompt");
    var row =
        new HBox(
            prompt,
            field,
            button("stdin-send", "Send", "Send the line (Enter)", this::send),
            button("stdin-end", "End input", "End the input (Ctrl+D)", this::end));
    row.getStyleClass().add("input-row");
    row.setAlignment(Pos.CENTER_LEFT);
    var hint = new Label();
    hint.setId("stdin-hint");
    hint.getStyleClass().add("input-hint");
    hint.setWrapText(true);
    hint.textProperty().bind(live.hint());
    hint.visibleProperty().bind(live.hint().isNotEmpty());
    hint.managedProperty().bind(hint.visibleProperty());
    getChildren().addAll(row, hint);
    visibleProperty().bind(shown);
    managedProperty().bind(visibleProperty());
    waiting.subscribe(this::waitingChanged);
    shown.subscribe(() -> focusIfWaiting(waiting.getValue()));
  }

  private Button button(String id, String text, String help, Runnable action) {
    var button = new Button(text);
    button.setId(id);
    button.getStyleClass().add(Styles.SMALL);
    button.setTooltip(new Tooltip(help));
    button.setOnAction(
        event -> {
          action.run();
          field.requestFocus();
        });
    button.disableProperty().bind(live.open().not());
    return button;
  }

  private void waitingChanged(boolean waits) {
    pseudoClassStateChanged(WAITING, waits);
    field.setPromptText(
        waits
            ? "the program waits for input: type a line, Enter sends it, Ctrl+D ends the input"
            : "input for the program, read when it asks: Enter sends a line");
    focusIfWaiting(waits);
  }

  private void focusIfWaiting(boolean waits) {
    if (waits && isVisible() && getScene() != null && !isTyping()) {
      field.requestFocus();
    }
  }

  /** Whether the user is typing something else. */
  private boolean isTyping() {
    var owner = getScene().getFocusOwner();
    return owner instanceof TextInputControl || owner instanceof GenericStyledArea;
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.D && event.isControlDown()) {
      end();
    } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      send();
    } else if (event.getCode() == KeyCode.UP) {
      recall(recalled - 1);
    } else if (event.getCode() == KeyCode.DOWN) {
      recall(recalled + 1);
    } else {
      return;
    }
    event.consume();
  }

  private void send() {
    send(field.getText());
  }

  /** Whether it was taken; if not, it stays in the field. */
  private boolean send(String line) {
    if (!live.send(line)) {
      return false;
    }
    remember(line);
    field.clear();
    return true;
  }

  private void end() {
    if (field.getText().isEmpty() || send(field.getText())) {
      live.end();
    }
  }

  private void remember(String line) {
    if (!line.isEmpty() && (history.isEmpty() || !history.getLast().equals(line))) {
      history.add(line);
      if (history.size() > HISTORY) {
        history.removeFirst();
      }
    }
    recalled = history.size();
    draft = "";
  }

  private void recall(int index) {
    if (index < 0 || index > history.size()) {
      return;
    }
    if (recalled == history.size()) {
      draft = field.getText();
    }
    recalled = index;
    field.setText(index == history.size() ? draft : history.get(index));
    field.end();
  }

  /** Sends what is pasted line by line; what has no end yet stays in the field. */
  private void pasted(String text) {
    String[] lines = text.split("\r\n|[\r\n]", -1);
    field.replaceSelection(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      if (!send(field.getText())) {
        return; // the hint says why
      }
      field.setText(lines[i]);
    }
    field.end();
  }

  private final class LineField extends TextField {
    @Override
    public void paste() {
      String text = Clipboard.getSystemClipboard().getString();
      if (text != null) {
        pasted(text);
      }
    }
  }
}
