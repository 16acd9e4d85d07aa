package sandglass.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import sandglass.playground.graph.FakeRun;
import sandglass.playground.prepare.TestPreparation;
import sandglass.sandbox.Gauges;
import sandglass.sandbox.Preparation.End;
import sandglass.sandbox.Timeline;
import sandglass.settings.Settings;

@ExtendWith(ApplicationExtension.class)
class PrepareStripTest {
  private final List<TestPreparation> begun = new CopyOnWriteArrayList<>();
  private final FakeRun run = new FakeRun();
  private WholeWindow window;
  private Scene scene;

  @Start
  void start(Stage stage) {
    window =
        WholeWindow.on(
            stage,
            (capsule, streams) -> run,
            (module, engine) -> {
              begun.add(new TestPreparation(module, engine));
              return begun.getLast();
            });
    scene = stage.getScene();
  }

  @AfterEach
  void close() {
    window.close();
    assertEquals(List.of(), window.bugs());
  }

  private <T extends Node> T find(String selector, Class<T> type) {
    return type.cast(scene.lookup(selector));
  }

  private boolean isSeen(String selector) {
    return find(selector, Node.class).isVisible();
  }

  private String text(String selector) {
    return isSeen(selector) ? find(selector, Label.class).getText() : "";
  }

  private TestPreparation prepareUntil(double progress) {
    window.write("(module (func (export \"_start\")))");
    WholeWindow.await(() -> !begun.isEmpty());
    var preparation = begun.getLast();
    preparation.reach(progress);
    WholeWindow.await(() -> isSeen("#prepare"));
    WholeWindow.await(() -> find("#prepare-progress", ProgressBar.class).getProgress() == progress);
    return preparation;
  }

  @Test
  void showsHowFarItIsThenHowLongItTook() {
    var preparation = prepareUntil(0.437);
    WholeWindow.onFx(
        () -> {
          assertEquals("Compiling untitled.wat…", text("#prepare-text"));
          assertEquals("43 %", text("#prepare-percent"));
          assertEquals("getting ready…", text("#headline"));
          assertEquals(
              "Compiling untitled.wat…",
              find("#prepare-progress", ProgressBar.class).getAccessibleText());
          save("going");
        });
    preparation.end(End.READY);
    WholeWindow.await(() -> text("#prepare-text").startsWith("Compiled untitled.wat in "));
    WholeWindow.onFx(
        () -> {
          assertFalse(isSeen("#prepare-progress"));
          assertFalse(isSeen("#cancel-compiling"));
          assertEquals("ready", text("#headline"));
          save("ready");
        });
  }

  private void save(String name) {
    var theme = window.playground().settings().theme();
    for (var one : List.of(Settings.Theme.LIGHT, Settings.Theme.DARK)) {
      theme.set(one);
      Snapshots.save(scene, "prepare-" + name + "-" + one.name().toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void cancelsByItsButton() {
    var preparation = prepareUntil(0.1);
    WholeWindow.onFx(() -> find("#cancel-compiling", Button.class).fire());
    assertTrue(preparation.isCancelled());
    WholeWindow.onFx(() -> assertFalse(isSeen("#prepare")));
    assertEquals(1, begun.size());
  }

  @Test
  void leavesItToARunThatWaitsForTheModule() {
    prepareUntil(0.1);
    run.show(new Gauges(Gauges.Phase.PREPARING, 0.437, 0, 0, 0, 0), Timeline.EMPTY);
    WholeWindow.onFx(window.playground()::runCurrent);
    WholeWindow.await(() -> text("#headline").equals("preparing… 43 %"));
    WholeWindow.onFx(() -> assertFalse(isSeen("#prepare"), "said once"));
    run.show(new Gauges(Gauges.Phase.RUNNING, 1, 0, 0, 0, 0), Timeline.EMPTY);
    WholeWindow.await(() -> text("#headline").equals("running…"));
  }
}
