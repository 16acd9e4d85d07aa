package sandglass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class MeasureTest {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final AtomicInteger runs = new AtomicInteger();
  private Stage stage;

  @Start
  void keep(Stage stage) {
    this.stage = stage;
  }

  @Test
  void measuresTheFirstFrame() throws Exception {
    show(new Measure("start", lines::add));
    waitFor("first frame after \\d+ ms");
    assertEquals(0, runs.get());
  }

  @Test
  void measuresTheFirstOutputOfOneRun() throws Exception {
    var measure = new Measure("run", lines::add);
    show(measure);
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> runs.get() == 1);
    Platform.runLater(measure::outputShown);
    Platform.runLater(measure::outputShown);
    waitFor("first output visible after \\d+ ms");
    assertEquals(1, runs.get());
  }

  @Test
  void measuresNothingUnasked() {
    var measure = new Measure("none", lines::add);
    show(measure);
    WaitForAsyncUtils.waitForFxEvents();
    Platform.runLater(measure::outputShown);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(lines.isEmpty(), lines.toString());
  }

  @Test
  void knowsNothingElse() {
    assertThrows(IllegalArgumentException.class, () -> new Measure("stop", lines::add));
  }

  private void show(Measure measure) {
    Platform.runLater(
        () -> {
          var scene = new Scene(new Label("content"), 200, 100);
          stage.setScene(scene);
          measure.start(scene);
          measure.ready(runs::incrementAndGet);
          stage.show();
        });
  }

  private void waitFor(String line) throws Exception {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> !lines.isEmpty());
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(1, lines.size(), lines.toString());
    assertTrue(lines.getFirst().matches(line), lines.getFirst());
  }
}
