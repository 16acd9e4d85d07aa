package sandglass.ui.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import sandglass.playground.common.Notice;
import sandglass.playground.common.TestThreads;
import sandglass.playground.graph.FakeRun;
import sandglass.playground.graph.Graph;
import sandglass.playground.graph.GraphSeries.Axis;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report.Growth;
import sandglass.sandbox.Timeline;
import sandglass.sandbox.Timeline.Sample;
import sandglass.sandbox.wasi.WasiCall;
import sandglass.ui.common.Theme;

@ExtendWith(ApplicationExtension.class)
class GraphPaneTest {
  private static final long PAGE = 65_536;
  private static final long MS = 1_000_000;

  private final TestThreads time = new TestThreads();
  private final List<Notice> notices = new ArrayList<>();
  private final List<String> suggested = new ArrayList<>();
  private Optional<Path> chosen = Optional.empty();
  private Graph graph;
  private Scene scene;
  private Stage stage;

  @Start
  void start(Stage primary) {
    stage = primary;
    var threads = time.threads();
    graph = new Graph(threads);
    var pane =
        new GraphPane(
            graph,
            threads,
            name -> {
              suggested.add(name);
              return chosen;
            },
            notices::add);
    scene = new Scene(pane, 460, 300);
    Theme.LIGHT.dress(scene);
    primary.setScene(scene);
    primary.setWidth(460); // tests share the stage
    primary.setHeight(300);
    primary.show();
  }

  /** A run that loads, waits, and then works while its memory grows. */
  private static Timeline work(long fuel) {
    var samples = new ArrayList<Sample>();
    for (int i = 0; i <= 1000; i++) {
      double part = i / 1000.0;
      double used = part < 0.3 ? part : part < 0.45 ? 0.3 : 0.3 + Math.pow(part - 0.45, 1.5) * 1.7;
      long memory = part < 0.2 ? 2 : part < 0.5 ? 17 : part < 0.7 ? 64 : 160;
      samples.add(
          new Sample(3 * MS + (long) (part * 84 * MS), (long) (used * fuel), memory * PAGE));
    }
    return new Timeline(samples);
  }

  private static Timeline hello() {
    return new Timeline(List.of(new Sample(MS, 0, PAGE), new Sample(MS + 212_000, 14, PAGE)));
  }

  private void end(FxRobot robot, Timeline timeline, Limits limits, List<Growth> growths) {
    robot.interact(
        () -> {
          graph.begin(new FakeRun(), limits);
          var calls = new ArrayList<WasiCall>();
          for (int i = 0; i < 12; i++) {
            long fuel = timeline.samples().getLast().fuel() * i / 40;
            calls.add(new WasiCall(fuel, "fd_write", List.of(), "ESUCCESS", ""));
          }
          graph.end(FakeRun.report(new Outcome.Exited(0), timeline, growths, 0, calls), timeline);
        });
  }

  private void finished(FxRobot robot) {
    end(
        robot,
        work(1_000_000),
        Limits.DEFAULT,
        List.of(
            new Growth(200_000, 15, true),
            new Growth(319_000, 47, true),
            new Growth(512_500, 96, true),
            new Growth(800_000, 8192, false)));
  }

  private static void key(FxRobot robot, KeyCode code) {
    robot.interact(
        () -> {
          var charts = robot.lookup("#graph-charts").query();
          charts.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
          charts.getScene().getRoot().layout();
        });
  }

  private static void hover(FxRobot robot, double x) {
    robot.interact(
        () -> {
          var charts = robot.lookup("#graph-charts").query();
          charts.fireEvent(
              new MouseEvent(
                  MouseEvent.MOUSE_MOVED,
                  x,
                  60,
                  x,
                  60,
                  MouseButton.NONE,
                  0,
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  null));
          charts.getScene().getRoot().layout();
        });
  }

  private static Label readout(FxRobot robot) {
    return robot.lookup("#graph-readout").queryAs(Label.class);
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private static MenuItem item(FxRobot robot, String id) {
    return robot.lookup("#graph-export").queryAs(MenuButton.class).getItems().stream()
        .filter(item -> item.getId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void asksForARunBeforeTheFirst(FxRobot robot) {
    assertEquals("Run a program to see its fuel and memory", text(robot, "#graph-empty"));
    assertTrue(robot.lookup("#graph-empty").query().isVisible());
    assertTrue(robot.lookup("#graph-export").query().isDisabled());
    robot.interact(() -> graph.begin(new FakeRun(), Limits.DEFAULT));
    assertEquals("The graphs begin when the program does", text(robot, "#graph-empty"));
  }

  @Test
  void titlesSayHowMuchOfHowMuch(FxRobot robot) {
    end(robot, hello(), Limits.DEFAULT, List.of());
    assertEquals("14 of 100,000,000", text(robot, "#graph-fuel-value"));
    assertEquals("64 KiB of 256 MiB", text(robot, "#graph-memory-value"));
    assertFalse(robot.lookup("#graph-empty").query().isVisible());
    assertEquals("exact: 2 samples", text(robot, "#graph-note"));
    assertTrue(
        robot
            .lookup("#graph-charts")
            .query()
            .getAccessibleText()
            .startsWith("Fuel 14 of 100,000,000. Memory 64 KiB of 256 MiB."));
  }

  @Test
  void keysReadValuesAlong(FxRobot robot) {
    finished(robot);
    assertFalse(readout(robot).isVisible());
    key(robot, KeyCode.RIGHT);
    assertTrue(readout(robot).isVisible());
    assertTrue(readout(robot).getText().startsWith("0 s\nfuel 0\nmemory 128 KiB"));
    key(robot, KeyCode.END);
    assertTrue(readout(robot).getText().startsWith("84 ms\nfuel 993,"), readout(robot).getText());
    assertTrue(readout(robot).getText().contains("\nmemory 10 MiB"));
    key(robot, KeyCode.ESCAPE);
    assertFalse(readout(robot).isVisible());
  }

  @Test
  void hoverReadsMarks(FxRobot robot) {
    finished(robot);
    robot.interact(() -> graph.axis().set(Axis.FUEL));
    var seen = new StringBuilder();
    for (int x = 60; x < 440; x += 4) {
      hover(robot, x);
      seen.append(readout(robot).getText()).append('\n');
    }
    assertTrue(seen.toString().contains("▲ grew by 47 pages"), seen.toString());
    assertTrue(seen.toString().contains("✕ refused 8,192 pages"));
    assertTrue(seen.toString().contains("fd_write"));
    hover(robot, 2);
    assertFalse(readout(robot).isVisible());
  }

  @Test
  void axisCanBeTimeOrFuel(FxRobot robot) {
    finished(robot);
    var fuel = robot.lookup("#graph-axis-fuel").queryAs(ToggleButton.class);
    var overTime = picture();
    robot.interact(fuel::fire);
    assertEquals(Axis.FUEL, graph.axis().get());
    robot.interact(fuel::fire);
    assertTrue(fuel.isSelected());
    assertEquals(Axis.FUEL, graph.axis().get());
    assertNotEquals(overTime, picture());
    robot.interact(() -> graph.axis().set(Axis.TIME));
    assertTrue(robot.lookup("#graph-axis-time").queryAs(ToggleButton.class).isSelected());
    assertEquals(overTime, picture());
  }

  @Test
  void limitsCanBeShownToScale(FxRobot robot) {
    finished(robot);
    var before = picture();
    robot.interact(robot.lookup("#graph-limits").queryAs(ToggleButton.class)::fire);
    assertNotEquals(before, picture());
  }

  @Test
  void themeRestyles(FxRobot robot) {
    finished(robot);
    var before = picture();
    robot.interact(() -> Theme.DARK.dress(scene));
    assertNotEquals(before, picture());
    robot.interact(() -> Theme.LIGHT.dress(scene));
    assertEquals(before, picture());
  }

  @Test
  void savesPictureAndValues(FxRobot robot, @TempDir Path folder) throws IOException {
    finished(robot);
    chosen = Optional.of(folder.resolve("a.csv"));
    robot.interact(item(robot, "graph-export-csv")::fire);
    assertTrue(Files.readString(folder.resolve("a.csv")).startsWith("time (ns),"));
    chosen = Optional.of(folder.resolve("a.png"));
    robot.interact(item(robot, "graph-export-png")::fire);
    BufferedImage image = ImageIO.read(folder.resolve("a.png").toFile());
    assertTrue(image.getWidth() >= 800, image.getWidth() + " wide");
    assertEquals(List.of("graph.csv", "graph.png"), suggested);
    assertEquals("The graph was saved as a.png.", notices.getLast().text());
    assertTrue(time.bugs().isEmpty(), time.bugs().toString());
  }

  @Test
  void saysWhyItCouldNotSave(FxRobot robot, @TempDir Path folder) {
    finished(robot);
    robot.interact(item(robot, "graph-export-csv")::fire);
    assertTrue(notices.isEmpty());
    chosen = Optional.of(folder.resolve("none").resolve("a.csv"));
    robot.interact(item(robot, "graph-export-csv")::fire);
    assertEquals(Notice.Kind.ERROR, notices.getLast().kind());
    assertEquals(
        "The graph could not be saved as a.csv (there is no such folder); choose another place.",
        notices.getLast().text());
  }

  @Test
  void copesWithAnything(FxRobot robot) {
    var one = new Timeline(List.of(new Sample(5, 0, 0)));
    var unit = new Timeline(List.of(new Sample(5, 0, 0), new Sample(5, 1, 0)));
    var huge =
        new Timeline(
            List.of(
                new Sample(0, 0, 0),
                new Sample(Duration.ofDays(365).toNanos(), Limits.MAX_FUEL, 1L << 31)));
    var most = Limits.DEFAULT.withFuel(Limits.MAX_FUEL).withMemoryBytes(Long.MAX_VALUE);
    var floods = new ArrayList<Growth>();
    for (int i = 0; i < 2_000; i++) {
      floods.add(new Growth(i, 1, i % 3 != 0));
    }
    for (double[] size : new double[][] {{240, 160}, {40, 20}, {1600, 700}}) {
      robot.interact(
          () -> {
            stage.setWidth(size[0]);
            stage.setHeight(size[1]);
          });
      for (var axis : Axis.values()) {
        robot.interact(() -> graph.axis().set(axis));
        for (var timeline : List.of(one, unit, huge, work(2_000), hello())) {
          for (var limits : List.of(most, Limits.DEFAULT.withFuel(1).withMemoryBytes(0))) {
            end(robot, timeline, limits, floods);
            key(robot, KeyCode.RIGHT);
            key(robot, KeyCode.END);
          }
        }
        picture(); // draws, and throws nothing
      }
    }
  }

  private String picture() {
    var result = new String[1];
    new FxRobot()
        .interact(
            () -> {
              var image = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
              int[] pixels =
                  image.getRGB(
                      0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
              result[0] = pixels.length + " " + Arrays.hashCode(pixels);
            });
    return result[0];
  }
}
