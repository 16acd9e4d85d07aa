package sandglass.ui.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sandglass.playground.common.Threads;
import sandglass.playground.output.LiveStdin;
import sandglass.ui.Snapshots;
import sandglass.ui.common.FxTicker;
import sandglass.ui.common.Theme;

@ExtendWith(ApplicationExtension.class)
class InputBarTest {
  private final SimpleBooleanProperty waiting = new SimpleBooleanProperty();
  private final SimpleBooleanProperty shown = new SimpleBooleanProperty();
  private final java.util.concurrent.ExecutorService work =
      java.util.concurrent.Executors.newCachedThreadPool();
  private LiveStdin live;
  private InputBar bar;
  private TextField field;
  private final TextField elsewhere = new TextField();
  private Scene scene;

  @Start
  void start(Stage stage) {
    live =
        new LiveStdin(
            new Threads(
                Platform::runLater,
                work,
                new FxTicker(),
                Platform::isFxApplicationThread,
                bug -> {
                  throw new AssertionError(bug);
                }));
    bar = new InputBar(live, waiting, shown);
    var button = new Button("first");
    scene = new Scene(new VBox(button, elsewhere, bar), 700, 120);
    Theme.LIGHT.dress(scene);
    stage.setScene(scene);
    stage.show();
    button.requestFocus();
    field = (TextField) bar.lookup("#stdin-line");
  }

  @AfterEach
  void stop() {
    work.shutdownNow();
  }

  private static void onFx(Runnable what) {
    WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(what));
  }

  private void begin() {
    onFx(
        () -> {
          var _ = live.stdin();
          shown.set(true);
          waiting.set(true);
        });
  }

  private void press(KeyCode code, boolean control) {
    onFx(
        () ->
            field.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false)));
  }

  private void type(String text) {
    onFx(() -> field.setText(text));
  }

  @Test
  void takesFocusWhenTheGuestWaits() {
    assertFalse(bar.isVisible());
    begin();
    assertTrue(bar.isVisible());
    assertEquals(field, scene.getFocusOwner());
    onFx(() -> Snapshots.save(scene, "input-waiting-LIGHT"));
    onFx(() -> Theme.DARK.dress(scene));
    onFx(() -> Snapshots.save(scene, "input-waiting-DARK"));
  }

  @Test
  void leavesFocusToWhoIsTyping() {
    onFx(elsewhere::requestFocus);
    begin();
    assertNotEquals(field, scene.getFocusOwner());
    assertTrue(
        bar.getPseudoClassStates().stream()
            .anyMatch(s -> s.getPseudoClassName().equals("waiting")));
  }

  @Test
  void sendsLinesAndRecallsThem() {
    begin();
    type("one");
    press(KeyCode.ENTER, false);
    type("two");
    press(KeyCode.ENTER, false);
    assertEquals(List.of("one", "two"), List.copyOf(live.entered()));
    assertEquals("", field.getText());
    type("draft");
    press(KeyCode.UP, false);
    press(KeyCode.UP, false);
    press(KeyCode.UP, false);
    assertEquals("one", field.getText());
    press(KeyCode.DOWN, false);
    assertEquals("two", field.getText());
    press(KeyCode.DOWN, false);
    assertEquals("draft", field.getText());
  }

  @Test
  void endsAfterWhatIsTyped() {
    begin();
    type("last");
    press(KeyCode.D, true);
    assertEquals(List.of("last"), List.copyOf(live.entered()));
    assertFalse(live.open().get());
    assertTrue(field.isDisabled());
    assertFalse(((Label) bar.lookup("#stdin-hint")).getText().isEmpty());
  }

  @Test
  void sendsPastedLinesInOrder() {
    begin();
    onFx(
        () -> {
          var content = new ClipboardContent();
          content.putString("b\r\nc\nrest");
          Clipboard.getSystemClipboard().setContent(content);
          field.setText("a");
          field.end();
          field.paste();
        });
    assertEquals(List.of("ab", "c"), List.copyOf(live.entered()));
    assertEquals("rest", field.getText());
  }

  @Test
  void keepsALineThatIsNotTaken() {
    begin();
    onFx(() -> ((Button) bar.lookup("#stdin-send")).fire());
    assertEquals(List.of(""), List.copyOf(live.entered()), "an empty line is one too");
    String long1 = "x".repeat(LiveStdin.MAX_WAITING);
    type(long1);
    press(KeyCode.ENTER, false);
    assertEquals(long1.length(), field.getText().length());
    assertTrue(live.hint().get().contains("1 MiB"));
  }
}
