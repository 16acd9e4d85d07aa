package sandglass.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.sandbox.Engine;

/** What is there again after a restart, a crash, and a close at a bad moment. */
class SurviveFlowTest {
  private static final String ENDLESS = "(module (func (export \"_start\") (loop (br 0))))";

  @TempDir Path folder;
  private Path home;
  private Desk desk;

  @BeforeEach
  void open() throws Exception {
    home = folder.resolve("home");
    desk = Desk.open(home);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void restart() throws Exception {
    desk.close();
    desk = Desk.open(home);
  }

  @Test
  void settingsSurvive() throws Exception {
    desk.choose("theme");
    desk.choose("zoom-in");
    desk.fill("#limit-fuel", "5M");
    desk.act(() -> engine().setValue(Engine.INTERPRETER));
    desk.act(
        () -> {
          desk.stage().setWidth(1111);
          desk.stage().setHeight(777);
        });
    desk.await("size", () -> desk.scene().getWidth() > 1000 && desk.scene().getHeight() < 778);
    drag(0.5);
    desk.drop(Files.copy(Path.of("samples", "factorial.wat"), folder.resolve("mine.wat")));
    desk.await("its tab", () -> desk.front().equals("mine.wat"));
    var sheets = desk.ask(() -> List.copyOf(desk.scene().getStylesheets()));
    var style = desk.ask(() -> desk.scene().getRoot().getStyle());

    restart();
    desk.await("tabs", () -> desk.tabs("#editor-tabs").size() == 2);
    assertEquals(List.of("hello.wat", "mine.wat"), names());
    desk.await("the one in front", () -> desk.front().equals("mine.wat"));
    assertEquals(sheets, desk.ask(() -> List.copyOf(desk.scene().getStylesheets())));
    assertEquals(style, desk.ask(() -> desk.scene().getRoot().getStyle()));
    assertEquals("5M", desk.ask(() -> desk.find("#limit-fuel", TextInputControl.class).getText()));
    assertEquals(Engine.INTERPRETER, desk.ask(() -> engine().getValue()));
    assertEquals(1111, desk.ask(() -> desk.stage().getWidth()), 0.5);
    assertEquals(777, desk.ask(() -> desk.stage().getHeight()), 0.5);
    assertEquals(0.5, desk.ask(() -> workspace().getDividerPositions()[0]), 0.01);
    assertTrue(desk.ask(desk::openMenu).contains("mine.wat in " + folder));
  }

  @Test
  void unsavedTextSurvivesACrash() throws Exception {
    desk.type(";; not saved yet");
    Path drafts = home;
    desk.await("the text on the disk", () -> holds(drafts, ";; not saved yet"));
    desk.await("whose text it is", () -> holds(drafts, "hello.wat"));
    Path left = folder.resolve("left");
    desk.crash(left);
    home = left;
    desk = Desk.open(home);
    assertEquals(List.of("hello.wat \u25cf"), names());
    assertTrue(desk.ask(() -> desk.editor().getText()).endsWith(";; not saved yet"));
  }

  @Test
  void closingDuringARunEndsItAndKeepsTheText() throws Exception {
    var before = threads();
    desk.write(ENDLESS);
    desk.fill("#limit-fuel", "1T");
    desk.click("#run");
    desk.awaitStatus("running…");
    desk.type(";; typed last");
    long began = System.nanoTime();
    desk.close();
    var took = Duration.ofNanos(System.nanoTime() - began);
    assertTrue(took.toMillis() < 5_000, "closing took " + took);
    desk.await("an end of its threads", () -> before.containsAll(threads()));

    desk = Desk.open(home);
    assertEquals(ENDLESS + ";; typed last", desk.ask(() -> desk.editor().getText()));
  }

  /** The window's own threads that are alive. */
  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("sandglass"))
        .collect(Collectors.toSet());
  }

  private List<String> names() {
    return desk.ask(() -> desk.tabs("#editor-tabs"));
  }

  @SuppressWarnings("unchecked")
  private ComboBox<Engine> engine() {
    return desk.find("#engine", ComboBox.class);
  }

  private SplitPane workspace() {
    return desk.find(".workspace", SplitPane.class);
  }

  /** Leaves the divider between editor and output somewhere. */
  private void drag(double position) {
    desk.act(
        () -> {
          workspace().setDividerPosition(0, position);
          workspace().fireEvent(released());
        });
  }

  private static MouseEvent released() {
    return new MouseEvent(
        MouseEvent.MOUSE_RELEASED,
        0,
        0,
        0,
        0,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        true,
        null);
  }

  private static boolean holds(Path folder, String text) {
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file).contains(text)) {
          return true;
        }
      }
    } catch (java.io.IOException | java.io.UncheckedIOException e) {
      return false; // it is being written
    }
    return false;
  }
}
