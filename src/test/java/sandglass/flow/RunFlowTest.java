package sandglass.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From text to outcome. */
class RunFlowTest {
  private static final String ENDLESS = "(module (func (export \"_start\") (loop (br 0))))";
  private static final String MILLION_TURNS =
      """
      (module
        (func (export "_start") (local $i i32)
          (loop $next
            (local.set $i (i32.add (local.get $i) (i32.const 1)))
            (br_if $next (i32.lt_u (local.get $i) (i32.const 1000000))))))
      """;

  @TempDir Path home;
  private Desk desk;

  @BeforeEach
  void open() throws Exception {
    desk = Desk.open(home);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void awaitHello() {
    desk.awaitStatus("exited 0");
    desk.await("output", () -> desk.stdout().contains("Hello from WASI!"));
  }

  @Test
  void firstStartRunsTheFirstSampleByButtonAndKeys() {
    assertEquals("hello.wat", desk.ask(desk::front));
    desk.click("#run");
    awaitHello();
    assertTrue(desk.ask(desk::figures).contains("fuel of"), desk.ask(desk::figures));
    desk.await("graph", () -> desk.isSeen("#graph-charts") && !desk.isSeen("#graph-empty"));
    for (var key : new KeyCode[] {KeyCode.F5, KeyCode.ENTER}) {
      desk.click("#stdout-clear");
      desk.await("empty stdout", () -> desk.stdout().isBlank());
      desk.act(() -> desk.editor().requestFocus());
      if (key == KeyCode.F5) {
        desk.press(key);
      } else {
        desk.press(key, KeyCode.CONTROL);
      }
      awaitHello();
    }
    assertEquals("hello.wat", desk.ask(desk::front), "the keys ran it and wrote nothing into it");
  }

  @Test
  void anErrorIsUnderlinedListedAndGoneWhenItIsPutRight() {
    String good = desk.ask(() -> desk.editor().getText());
    desk.await("module", () -> desk.shown("#module-tree").contains("fd_write"));
    desk.type("x");
    desk.await("squiggle", desk::isSquiggled);
    desk.await("count", () -> desk.tabs("#bottom-tabs").contains("Problems (1)"));

    desk.choose("run");
    desk.await("notice", () -> desk.notice().contains("was not run"));
    desk.clickText("#notice-bar", "Run the last good version");
    awaitHello();

    desk.act(() -> desk.editor().moveTo(0));
    desk.choose("show-problems");
    desk.press(KeyCode.DOWN);
    desk.press(KeyCode.ENTER);
    int last = good.split("\n", -1).length;
    desk.await("jump", () -> desk.says("#caret").startsWith("Ln " + last));
    desk.await("focus", () -> desk.editor().isFocused());

    desk.write(good);
    desk.await("no squiggle", () -> !desk.isSquiggled());
    desk.await("no count", () -> desk.tabs("#bottom-tabs").contains("Problems"));
    desk.choose("run");
    awaitHello();
    assertEquals("", desk.ask(desk::notice));
  }

  @Test
  void anEndlessRunStopsAndRestarts() {
    desk.write(ENDLESS);
    desk.fill("#limit-fuel", "1T");
    desk.click("#run");
    desk.awaitStatus("running…");
    desk.click("#stop");
    desk.awaitStatus("stopped");
    desk.click("#run");
    desk.awaitStatus("running…");
    desk.write(MILLION_TURNS);
    desk.click("#run");
    desk.awaitStatus("exited 0");
    assertTrue(desk.ask(() -> desk.find("#stop", javafx.scene.Node.class).isDisabled()));
  }

  @Test
  void aLimitThatStoppedTheRunIsRaised() {
    desk.write(MILLION_TURNS);
    desk.fill("#limit-fuel", "1M");
    desk.click("#run");
    desk.await("outcome", () -> desk.outcome().contains("fuel"));
    desk.clickText("#outcome", "Raise fuel to");
    desk.awaitStatus("exited 0");
    assertFalse(desk.ask(desk::figures).contains("of 1M"), desk.ask(desk::figures));
    assertEquals("", desk.ask(desk::outcome));
  }

  @Test
  void aTrapLeadsToItsLine() {
    desk.openSample("trap-divide-by-zero");
    desk.await("its tab", () -> desk.front().startsWith("trap-divide-by-zero"));
    desk.click("#run");
    desk.await("outcome", () -> !desk.outcome().isEmpty());
    desk.clickText("#outcome", "Open line ");
    desk.await("selection", () -> desk.editor().getSelectedText().contains("div"));
  }
}
