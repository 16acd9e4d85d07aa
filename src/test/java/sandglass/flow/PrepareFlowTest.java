package sandglass.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.sandbox.LargeModule;

/** A module that takes its time is compiled while a person still reads what it is. */
class PrepareFlowTest {
  /** 2.6 MB: enough to be seen on a fast machine, and over soon on a slow one. */
  private static final int FUNCTIONS = 2_000;

  @TempDir Path home;
  @TempDir Path files;
  private Desk desk;

  @BeforeEach
  void open() throws Exception {
    desk = Desk.open(home);
    desk.fill("#limit-fuel", "1T");
    desk.fill("#limit-timeout", "5min");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  /** Drops a module that no cache knows, and waits until the window says what it does. */
  private void dropLarge() throws Exception {
    int number = ThreadLocalRandom.current().nextInt();
    Path file = files.resolve("large.wasm");
    Files.write(file, LargeModule.of(FUNCTIONS, number));
    desk.drop(file);
    desk.await("progress", () -> desk.shown("#prepare").contains("Compiling large.wasm…"));
  }

  @Test
  void isCompiledAheadAndReady() throws Exception {
    double height = desk.ask(() -> desk.find("#status", Region.class).getHeight());
    dropLarge();
    assertTrue(desk.says("#prepare-percent").endsWith(" %"), desk.says("#prepare-percent"));
    assertEquals(
        height,
        desk.ask(() -> desk.find("#status", Region.class).getHeight()),
        "nothing moves when it comes");
    desk.awaitStatus("getting ready…");
    desk.await("end", () -> desk.shown("#prepare").contains("Compiled large.wasm in "));
    desk.awaitStatus("ready");
    assertFalse(desk.ask(() -> desk.isSeen("#cancel-compiling")));
    desk.click("#run");
    desk.awaitStatus("exited 0");
    assertFalse(desk.ask(() -> desk.isSeen("#prepare")));
  }

  @Test
  void isGivenUpByKeyboardAndRunsAllTheSame() throws Exception {
    dropLarge();
    var cancel = desk.ask(() -> desk.find("#cancel-compiling", Button.class));
    assertEquals("Cancel compiling large.wasm", desk.ask(cancel::getAccessibleText));
    for (int i = 0; i < 8 && !desk.ask(cancel::isFocused); i++) {
      desk.press(KeyCode.F6);
    }
    assertTrue(desk.ask(cancel::isFocused), "the keyboard gets there");
    desk.press(KeyCode.SPACE);
    desk.await("nothing more to see", () -> !desk.isSeen("#prepare"));
    assertTrue(
        desk.ask(() -> isWithin(desk.scene().getFocusOwner(), "editor-tabs")),
        "the keyboard is where it is of use");
    desk.awaitStatus("ready");
    desk.click("#run");
    desk.awaitStatus("exited 0");
  }

  private static boolean isWithin(Node node, String id) {
    return node != null && (id.equals(node.getId()) || isWithin(node.getParent(), id));
  }

  @Test
  void aRunJoinsWhatIsUnderWay() throws Exception {
    dropLarge();
    desk.click("#run");
    desk.awaitStatus(status -> status.startsWith("preparing…"), "preparing…");
    assertFalse(desk.ask(() -> desk.isSeen("#prepare")), "the run says it itself");
    desk.awaitStatus("exited 0");
  }
}
