package sandglass.ui.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sandglass.playground.common.Notices;
import sandglass.playground.common.Threads;
import sandglass.playground.output.LineLinks;
import sandglass.playground.output.Output;
import sandglass.playground.output.OutputText;
import sandglass.ui.Snapshots;
import sandglass.ui.common.FxTicker;
import sandglass.ui.common.Theme;

@ExtendWith(ApplicationExtension.class)
class ConsolePaneTest {
  private static final int LINES = 1_000_000;

  private final List<Throwable> bugs = new ArrayList<>();
  private final Notices notices = new Notices();
  private final SimpleStringProperty empty = new SimpleStringProperty("Run a program.");
  private final List<String> saved = new ArrayList<>();
  private ExecutorService work;
  private Output output;
  private ConsolePane pane;
  private ConsoleView view;
  private Scene scene;
  private boolean diskFull;
  private int opened;

  private Optional<LineLinks.Link> link(String line) {
    int start = line.indexOf("LINK");
    return start < 0
        ? Optional.empty()
        : Optional.of(new LineLinks.Link(start, start + 4, () -> opened++));
  }

  @Start
  void start(Stage stage) {
    work = Executors.newCachedThreadPool();
    var threads =
        new Threads(
            Platform::runLater, work, new FxTicker(), Platform::isFxApplicationThread, bugs::add);
    output = new Output(threads);
    var saver =
        new ConsolePane.Saver() {
          @Override
          public Optional<Path> choose(String suggestedName) {
            return Optional.of(Path.of(suggestedName));
          }

          @Override
          public void write(Path file, OutputText text) throws IOException {
            if (diskFull) {
              throw new IOException("no space left");
            }
            synchronized (saved) {
              saved.add(file + ": " + text.text());
            }
          }
        };
    pane = new ConsolePane(threads, notices, output, "stdout", "stdout", empty, this::link, saver);
    scene = new Scene(pane, 700, 320);
    Theme.LIGHT.dress(scene);
    stage.setScene(scene);
    stage.show();
    view = lookup(ConsoleView.class, "view");
  }

  @AfterEach
  void stop() {
    work.shutdownNow();
    assertEquals(List.of(), bugs);
  }

  private <T extends Node> T lookup(Class<T> type, String id) {
    return type.cast(pane.lookup("#stdout-" + id));
  }

  private static <T> T onFx(Callable<T> what) {
    return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(what));
  }

  private static void onFx(Runnable what) {
    WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(what));
  }

  private static void await(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> onFx(condition));
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private OutputStream open() {
    return onFx(output::open);
  }

  private void print(String text) {
    write(open(), text);
    onFx(output::complete);
    onFx(pane::layout);
  }

  private static void write(OutputStream stream, String text) {
    try {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void press(Node node, KeyCode code, boolean shift, boolean shortcut) {
    onFx(
        () -> {
          node.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut, false, false));
          scene.getRoot().layout();
        });
  }

  @Test
  void opensTheLinkOfTheLineWithTheKeyboard() {
    print("plain\nsee LINK here\n");
    assertEquals(1, onFx(() -> view.lookupAll(".console-link").size()));
    press(view, KeyCode.HOME, false, true);
    press(view, KeyCode.ENTER, false, false);
    assertEquals(0, opened);
    press(view, KeyCode.DOWN, false, false);
    press(view, KeyCode.ENTER, false, false);
    assertEquals(1, opened);
  }

  @Test
  void opensALinkThatIsClickedOn() {
    print("see LINK here\n");
    var mark = onFx(() -> view.lookup(".console-link").localToScene(2, 5));
    click(mark.getX(), mark.getY());
    assertEquals(1, opened);
    click(mark.getX() + 200, mark.getY());
    assertEquals(1, opened, "beside it there is nothing");
  }

  private void click(double sceneX, double sceneY) {
    onFx(
        () -> {
          for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            var at = view.sceneToLocal(sceneX, sceneY);
            view.fireEvent(
                new MouseEvent(
                    type,
                    at.getX(),
                    at.getY(),
                    sceneX,
                    sceneY,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    true,
                    false,
                    true,
                    null));
          }
        });
  }

  private String lastShown() {
    return onFx(() -> view.shown().getLast());
  }

  @Test
  void showsWhyThereIsNothing() {
    Label label = lookup(Label.class, "empty");
    assertTrue(label.isVisible());
    onFx(() -> empty.set("Nothing printed yet."));
    assertEquals("Nothing printed yet.", label.getText());
    print("x");
    assertFalse(label.isVisible());
    assertEquals(List.of("x"), onFx(view::shown));
  }

  @Test
  void followsTheEndUnlessScrolledUp() {
    var stream = open();
    write(stream, "line\n".repeat(500));
    await(() -> output.extent().get().count() == 500);
    write(stream, "last\n");
    await(() -> view.shown().contains("last"));
    onFx(() -> view.scrollBy(-20, 0));
    onFx(pane::layout);
    Button more = lookup(Button.class, "new-output");
    assertFalse(more.isVisible());
    write(stream, "newer\n");
    await(more::isVisible);
    assertEquals("line", lastShown());
    onFx(more::fire);
    await(() -> view.shown().contains("newer"));
    assertFalse(more.isVisible());
  }

  @Test
  void selectsByKeysAcrossLinesAndCopies() {
    print("one\ntwo\nthree");
    press(view, KeyCode.HOME, false, true);
    press(view, KeyCode.RIGHT, false, false);
    press(view, KeyCode.DOWN, true, false);
    press(view, KeyCode.END, true, false);
    press(view, KeyCode.C, false, true);
    assertEquals("ne\ntwo", onFx(() -> Clipboard.getSystemClipboard().getString()));
    press(view, KeyCode.A, false, true);
    assertEquals("one\ntwo\nthree", onFx(() -> view.selection().text()));
  }

  @Test
  void selectsWordsAndLines() {
    print("hello wide world\nnext");
    onFx(() -> view.selection().selectWord(new Spot(0, 7)));
    assertEquals("wide", onFx(() -> view.selection().text()));
    onFx(() -> view.selection().selectLine(new Spot(0, 7)));
    assertEquals("hello wide world\n", onFx(() -> view.selection().text()));
  }

  @Test
  void findsWhereAPlaceIs() {
    print("abc漢字def\nsecond");
    var spot = onFx(() -> view.spotAt(10, 4 + view.rowHeight() * 1.5));
    assertEquals(new Spot(1, 0), spot);
    assertEquals(new Spot(0, 8), onFx(() -> view.spotAt(600, 8)));
    assertEquals(new Spot(1, 6), onFx(() -> view.spotAt(5, 300)), "below the text is its end");
  }

  @Test
  void wrapsLongLines() {
    print("0123456789".repeat(40) + "\nend");
    assertEquals(2, onFx(() -> view.shown().size()));
    ToggleButton wrap = lookup(ToggleButton.class, "wrap");
    onFx(wrap::fire);
    onFx(pane::layout);
    var rows = onFx(view::shown);
    assertTrue(rows.size() > 2, rows.toString());
    assertEquals("0123456789".repeat(40), String.join("", rows.subList(0, rows.size() - 1)));
    assertEquals("end", rows.getLast());
  }

  @Test
  void stepsThroughWhatItFinds() {
    print("needle\n" + "hay\n".repeat(300) + "a Needle in it\n");
    press(view, KeyCode.F, false, true);
    TextField field = lookup(TextField.class, "find-field");
    onFx(() -> field.setText("needle"));
    Label count = lookup(Label.class, "find-count");
    await(() -> count.getText().equals("1 of 2"));
    await(() -> view.shown().contains("needle"));
    press(field, KeyCode.ENTER, false, false);
    assertEquals("2 of 2", onFx(count::getText));
    await(() -> view.shown().contains("a Needle in it"));
    onFx(() -> field.setText("straw"));
    await(() -> count.getText().equals("no match"));
    press(field, KeyCode.ESCAPE, false, false);
    assertFalse(field.getParent().isVisible());
  }

  @Test
  void savesAndSaysSo() {
    print("keep me\n");
    Button save = lookup(Button.class, "save");
    onFx(save::fire);
    await(() -> notices.shown().get().isPresent());
    assertEquals(List.of("stdout.txt: keep me\n"), saved);
    diskFull = true;
    onFx(notices::clear);
    onFx(save::fire);
    await(() -> notices.shown().get().isPresent());
    assertTrue(notices.shown().get().orElseThrow().text().contains("no space left"));
  }

  @Test
  void staysBoundedUnderAMillionLines() throws Exception {
    System.gc();
    long before = used();
    var stream = open();
    var longestGap = new AtomicLong();
    var timer = gapTimer(longestGap);
    onFx(timer::start);
    long printed = 0;
    var text = new StringBuilder();
    for (int i = 0; i < LINES; i++) {
      text.append("line ").append(i).append(" of output that a guest prints\n");
      if (i % 100 == 99) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        stream.write(bytes);
        printed += bytes.length;
        text.setLength(0);
      }
    }
    onFx(output::complete);
    onFx(timer::stop);
    var extent = onFx(() -> output.extent().get());
    assertTrue(longestGap.get() < 20_000_000_000L, "longest gap in ns: " + longestGap);
    assertEquals(LINES, extent.end());
    assertEquals(Output.MAX_LINES, extent.count());
    assertEquals(LINES - Output.MAX_LINES, extent.first());
    assertEquals(printed, extent.bytes());
    long kept = onFx(output::text).getBytes(StandardCharsets.UTF_8).length;
    assertEquals(printed, kept + extent.droppedBytes());
    assertTrue(kept <= Output.MAX_CHARS);
    await(() -> view.shown().stream().anyMatch(line -> line.startsWith("line 999999 ")));
    assertTrue(pane.lookupAll("*").size() < 500, "nodes for what is seen only");
    Label header = lookup(Label.class, "header");
    assertTrue(header.getText().contains("900,000 earlier lines dropped"), header.getText());
    System.gc();
    assertTrue(used() - before < 100 << 20, "grew by " + (used() - before));
  }

  private static AnimationTimer gapTimer(AtomicLong longest) {
    return new AnimationTimer() {
      private long last;

      @Override
      public void handle(long now) {
        if (last != 0) {
          longest.accumulateAndGet(now - last, Math::max);
        }
        last = now;
      }
    };
  }

  private static long used() {
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void looksRight() {
    for (var theme : Theme.values()) {
      onFx(() -> theme.dress(scene));
      onFx(output::clear);
      shoot(theme, "empty");
      print(
          "Hello from WASI!\n\ttab\tstops\nwide: 漢字カナ 한국어 😀🚀 ok\n\u001b[31mred\u001b[0m\0\n"
              + "long ".repeat(100)
              + "\nprompt> ");
      press(view, KeyCode.HOME, false, true);
      press(view, KeyCode.RIGHT, false, false);
      press(view, KeyCode.DOWN, true, false);
      press(view, KeyCode.DOWN, true, false);
      shoot(theme, "text");
      var text = new StringBuilder();
      for (int i = 0; i < 120_000; i++) {
        text.append("row ").append(i).append(i % 5 == 0 ? " needle" : "").append('\n');
      }
      print(text.toString());
      press(view, KeyCode.F, false, true);
      TextField field = lookup(TextField.class, "find-field");
      onFx(() -> field.setText("needle"));
      Label count = lookup(Label.class, "find-count");
      await(() -> count.getText().endsWith("+"));
      onFx(() -> view.scrollBy(-3, 0));
      shoot(theme, "many");
      press(field, KeyCode.ESCAPE, false, false);
    }
    onFx(() -> pane.getStyleClass().add("stderr"));
    print("error: something\n" + "wrapped words in a very long line ".repeat(20) + "\nnext\n");
    ToggleButton wrap = lookup(ToggleButton.class, "wrap");
    onFx(wrap::fire);
    shoot(Theme.DARK, "stderr-wrapped");
  }

  private void shoot(Theme theme, String name) {
    onFx(
        () -> {
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          scene.getRoot().layout();
          Snapshots.save(scene, "console-" + name + "-" + theme);
        });
  }
}
