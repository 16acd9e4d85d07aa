package sandglass.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person gives a run: input, limits, what a sample asks for. */
class InputFlowTest {
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

  @Test
  void aGuestThatWaitsIsAnsweredInTheInputBar() {
    desk.openSample("ask-name");
    desk.click("#run");
    desk.awaitStatus("waiting for input…");
    desk.await("input bar", () -> desk.isSeen("#stdin-line"));
    desk.await("its focus", () -> desk.find("#stdin-line", TextField.class).isFocused());
    desk.fill("#stdin-line", "Ada");
    desk.awaitStatus("exited 0");
    desk.await("greeting", () -> desk.stdout().contains("Hello, Ada!"));
    desk.await("no input bar", () -> !desk.isSeen("#stdin-line"));
  }

  @Test
  void controlDEndsTheInput() {
    desk.openSample("ask-name");
    desk.click("#run");
    desk.awaitStatus("waiting for input…");
    desk.await("its focus", () -> desk.find("#stdin-line", TextField.class).isFocused());
    desk.press(KeyCode.D, KeyCode.CONTROL);
    desk.awaitStatus("exited 1");
    desk.await("answer", () -> desk.stdout().contains("Nobody there."));
  }

  @Test
  void badLimitsAreExplainedAndTheLastGoodOnesUsed() {
    for (String bad : List.of("-1", "abc", "1e99", "9999999TiB")) {
      for (String limit : List.of("fuel", "memory", "timeout")) {
        String field = "#limit-" + limit;
        desk.fill(field, bad);
        desk.await("message about " + bad + " for " + limit, () -> desk.isSeen(field + "-error"));
        assertTrue(desk.says(field + "-error").contains("stays"), desk.says(field + "-error"));
      }
      desk.click("#run");
      desk.awaitStatus("exited 0");
      String figures = desk.says("#figures");
      assertTrue(figures.contains("of 100") && figures.contains("of 256"), figures);
    }
  }

  @Test
  void aSampleBringsItsFolder() {
    desk.openSample("file-reader");
    assertTrue(desk.says("#notice-text").contains("folder"), desk.says("#notice-text"));
    desk.click("#run");
    desk.awaitStatus("exited 0");
    desk.await("output", () -> desk.stdout().contains("the glass is turned"));
  }

  @Test
  void whatASampleSetsIsPutBack() {
    String usual = text("#limit-fuel");
    desk.openSample("sort");
    assertEquals("1G", text("#limit-fuel"));
    desk.click("#run");
    desk.awaitStatus("exited 0");
    desk.openSample("sort");
    desk.clickText("#notice-bar", "Put back");
    assertEquals(usual, text("#limit-fuel"));
  }

  private String text(String selector) {
    return desk.ask(() -> desk.find(selector, TextInputControl.class).getText());
  }
}
