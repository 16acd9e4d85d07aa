package sandglass.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import sandglass.sandbox.Outcome;

@ExtendWith(ApplicationExtension.class)
class LeakFreeWindowTest {
  private static final int CYCLES = 80;
  private static final int TABS = 25;

  private WholeWindow window;

  @Start
  void start(Stage stage) {
    window = WholeWindow.on(stage);
  }

  @AfterEach
  void close() {
    window.close();
    assertEquals(List.of(), window.bugs());
  }

  private static String program(int number) {
    return "(module (memory (export \"memory\") 1) (func (export \"_start\") (drop (i32.const %d))))"
        .formatted(number);
  }

  @Test
  void editingAndRunningManyTimesKeepsTheLastRunOnly() throws Exception {
    var document = window.write(program(0));
    var earlier = new ArrayList<WeakReference<?>>();
    for (int i = 0; i < CYCLES; i++) {
      String text = program(i);
      WholeWindow.onFx(() -> document.text().set(text));
      assertInstanceOf(Outcome.Exited.class, window.runToEnd().outcome());
      if (i < CYCLES - 1) {
        earlier.addAll(traces());
      }
    }
    awaitGone("of earlier runs", earlier);
    await("guests' threads are gone", () -> threads("guest ") == 0);
    assertTrue(threads("sandglass-prepare") <= 1, "at most the last one prepares");
    assertTrue(threads("sandglass-work") <= 8, threads("sandglass-work") + " workers");
  }

  /** What a run leaves behind: the run, its report, its capsule, its module, its graph. */
  private List<WeakReference<?>> traces() {
    return WholeWindow.onFx(
        () -> {
          var end = window.playground().run().last().get().orElseThrow();
          return List.<WeakReference<?>>of(
              new WeakReference<>(end.started().run()),
              new WeakReference<>(end.report()),
              new WeakReference<>(end.started().capsule()),
              new WeakReference<>(window.playground().graph().series().get()));
        });
  }

  @Test
  void closedTabsAreGone() throws Exception {
    var closed = new ArrayList<WeakReference<?>>();
    window.write(program(0));
    for (int i = 0; i < TABS; i++) {
      closed.add(openAndClose(program(i)));
    }
    // What is in front now has replaced what the last one closed had left in the panes.
    assertInstanceOf(Outcome.Exited.class, window.runToEnd().outcome());
    awaitGone("of closed tabs", closed);
  }

  private WeakReference<?> openAndClose(String text) {
    var document = window.write(text);
    WholeWindow.await(() -> document.lastGood().get().isPresent());
    WholeWindow.onFx(
        () -> {
          window.playground().documents().close(document);
        });
    return new WeakReference<>(document);
  }

  private static void awaitGone(String what, List<WeakReference<?>> references)
      throws InterruptedException {
    await(
        references.size() + " " + what + " are collected",
        () -> {
          System.gc();
          WholeWindow.onFx(() -> {});
          return references.stream().allMatch(reference -> reference.get() == null);
        });
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("not so: " + what);
  }

  private static long threads(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(prefix))
        .count();
  }
}
