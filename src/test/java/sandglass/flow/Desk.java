package sandglass.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.fxmisc.richtext.CodeArea;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import sandglass.App;
import sandglass.playground.Playground;

/** The whole window, as a person has it before them: looked at and driven by its nodes only. */
final class Desk implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;

  private final Path home;
  private final App app;
  private final Thread.UncaughtExceptionHandler before;
  private Stage stage;
  private boolean closed;

  private Desk(Path home) throws Exception {
    this.home = home;
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    before = Thread.getDefaultUncaughtExceptionHandler();
    String old = System.setProperty("sandglass.home", home.toString());
    try {
      app = new App();
      app.init();
    } finally {
      if (old == null) {
        System.clearProperty("sandglass.home");
      } else {
        System.setProperty("sandglass.home", old);
      }
    }
    ask(
        () -> {
          stage = new Stage();
          app.start(stage);
          return true;
        });
  }

  /** Starts the window with the settings in a folder; waits until it has opened what it opens. */
  static Desk open(Path home) throws Exception {
    var desk = new Desk(home);
    desk.await("a tab", () -> !desk.tabs("#editor-tabs").isEmpty());
    return desk;
  }

  /** Does something where the window is, and waits for it. */
  <T> T ask(Callable<T> what) {
    return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(what));
  }

  /** Does something where the window is, and waits for it. */
  void act(Runnable what) {
    ask(
        () -> {
          what.run();
          return true;
        });
  }

  /** Waits until something holds; fails with what the window shows if it never does. */
  void await(String what, Supplier<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> ask(condition::get));
    } catch (TimeoutException e) {
      throw new AssertionError("no " + what + " in time; there is: " + ask(this::describe), e);
    }
  }

  private String describe() {
    return "status '%s', notice '%s', outcome '%s', figures '%s', stdout '%s', tabs %s, text %s"
        .formatted(
            status(),
            notice(),
            outcome(),
            figures(),
            stdout(),
            tabs("#editor-tabs"),
            editor() == null ? "" : editor().getText());
  }

  Scene scene() {
    return stage.getScene();
  }

  /** The view-model, for what a person does in the system's own dialogs. */
  Playground playground() {
    return app.playground();
  }

  Stage stage() {
    return stage;
  }

  /** The first node that a selector finds in the window. */
  <T extends Node> T find(String selector, Class<T> type) {
    var node = scene().lookup(selector);
    if (node == null) {
      throw new AssertionError("there is no " + selector);
    }
    return type.cast(node);
  }

  /** The label's text; empty where it is not to be seen. */
  private String label(String selector) {
    return scene().lookup(selector) instanceof Label label && isSeen(label) ? label.getText() : "";
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a node that a selector finds is to be seen. */
  boolean isSeen(String selector) {
    var node = scene().lookup(selector);
    return node != null && isSeen(node);
  }

  /** What a label says; empty where it is not to be seen. */
  String says(String selector) {
    return ask(() -> label(selector));
  }

  /** How the run stands. */
  String status() {
    return label("#headline");
  }

  /** The figures beside it. */
  String figures() {
    return label("#figures");
  }

  /** The message above the editor. */
  String notice() {
    return label("#notice-text");
  }

  /** The sentence about the last run. */
  String outcome() {
    return label("#outcome-sentence");
  }

  /** What the stdout pane shows. */
  String stdout() {
    return shown("#stdout-view");
  }

  /** All text that is to be seen in a part of the window. */
  String shown(String selector) {
    var part = scene().lookup(selector);
    if (part == null || !isSeen(part)) {
      return "";
    }
    part.applyCss();
    var all = new StringBuilder();
    collect(part, all);
    return all.toString();
  }

  private static void collect(Node node, StringBuilder all) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Text text) {
      all.append(text.getText()).append('\n');
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
    }
  }

  /** The names of tabs, in their order. */
  List<String> tabs(String selector) {
    return scene().lookup(selector) instanceof TabPane pane
        ? pane.getTabs().stream().map(Tab::getText).toList()
        : List.of();
  }

  /** The tab in front; empty if there is none. */
  String front() {
    var tab = find("#editor-tabs", TabPane.class).getSelectionModel().getSelectedItem();
    return tab == null ? "" : tab.getText();
  }

  /** The text in front. */
  CodeArea editor() {
    var tab = find("#editor-tabs", TabPane.class).getSelectionModel().getSelectedItem();
    return tab == null ? null : (CodeArea) tab.getContent().lookup(".source-area");
  }

  /** Whether the text in front has an error underlined. */
  boolean isSquiggled() {
    var area = editor();
    return area.getStyleSpans(0, area.getLength()).stream()
        .anyMatch(span -> span.getStyle().contains("code-squiggle"));
  }

  /** Makes the text in front another one, as if pasted over it. */
  void write(String text) {
    act(() -> editor().replaceText(text));
  }

  /** Types at the end of the text in front, key by key. */
  void type(String text) {
    act(
        () -> {
          editor().requestFocus();
          editor().moveTo(editor().getLength());
          typeAtFocus(text);
        });
  }

  private void typeAtFocus(String text) {
    for (int i = 0; i < text.length(); i++) {
      var key = text.substring(i, i + 1);
      Event.fireEvent(
          scene().getFocusOwner(),
          new KeyEvent(
              KeyEvent.KEY_TYPED, key, key, KeyCode.UNDEFINED, false, false, false, false));
    }
  }

  /** Replaces what is in a field and leaves it with Enter. */
  void fill(String selector, String text) {
    act(
        () -> {
          var field = find(selector, TextInputControl.class);
          field.requestFocus();
          field.setText(text);
        });
    press(KeyCode.ENTER);
  }

  /** Presses a key where the keyboard is; on the whole window where it is nowhere. */
  void press(KeyCode code, KeyCode... held) {
    var with = List.of(held);
    boolean control = with.contains(KeyCode.CONTROL);
    boolean shift = with.contains(KeyCode.SHIFT);
    boolean alt = with.contains(KeyCode.ALT);
    act(
        () -> {
          var owner = scene().getFocusOwner();
          for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            var event = new KeyEvent(type, "", "", code, shift, control, alt, false);
            Event.fireEvent(owner == null ? scene() : owner, event);
          }
        });
  }

  /** Presses a button. */
  void click(String selector) {
    act(
        () -> {
          var button = find(selector, ButtonBase.class);
          if (button.isDisabled() || !isSeen(button)) {
            throw new AssertionError(selector + " cannot be pressed; " + describe());
          }
          button.fire();
        });
  }

  /** Presses the button with this text in a part of the window. */
  void clickText(String part, String text) {
    act(
        () ->
            find(part, Parent.class).lookupAll(".button").stream()
                .filter(node -> node instanceof ButtonBase b && b.getText() != null)
                .map(ButtonBase.class::cast)
                .filter(button -> button.getText().startsWith(text) && isSeen(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text + "; " + describe()))
                .fire());
  }

  /** Chooses a command in the menu bar. */
  void choose(String command) {
    act(
        () -> {
          var item =
              find(".menu-bar", MenuBar.class).getMenus().stream()
                  .flatMap(menu -> menu.getItems().stream())
                  .filter(i -> ("menu-" + command).equals(i.getId()))
                  .findFirst()
                  .orElseThrow();
          if (item.isDisable()) {
            throw new AssertionError(command + " cannot be chosen; " + describe());
          }
          item.fire();
        });
  }

  /** Opens a sample from the menu, and waits for its tab. */
  void openSample(String name) {
    await("samples", () -> !find("#samples-menu", MenuButton.class).isDisabled());
    int before = ask(() -> tabs("#editor-tabs").size());
    act(
        () ->
            find("#samples-menu", MenuButton.class).getItems().stream()
                .flatMap(menu -> ((Menu) menu).getItems().stream())
                .filter(item -> ("sample-" + name).equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    await("tab of " + name, () -> tabs("#editor-tabs").size() > before);
  }

  /** Drops files on the text in front. */
  void drop(Path... files) {
    act(
        () ->
            new Dragged(Stream.of(files).map(file -> file.toAbsolutePath().toFile()).toList())
                .dropOn(find("#editor-tabs", TabPane.class)));
  }

  /** Puts a text on the clipboard. */
  void copy(String text) {
    act(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
  }

  /** The entries of the Open menu, those of recent files by their whole text. */
  List<String> openMenu() {
    return find("#open-menu", MenuButton.class).getItems().stream().map(Desk::text).toList();
  }

  private static String text(MenuItem item) {
    if (item.getGraphic() instanceof Parent row) {
      return String.join(
          " in ",
          row.getChildrenUnmodifiable().stream()
              .filter(Label.class::isInstance)
              .map(label -> ((Label) label).getText())
              .toList());
    }
    return String.valueOf(item.getText());
  }

  /** Waits until the status line says so. */
  void awaitStatus(Predicate<String> wanted, String what) {
    await("status " + what, () -> wanted.test(status()));
  }

  /** Waits until the status line says so. */
  void awaitStatus(String wanted) {
    awaitStatus(wanted::equals, wanted);
  }

  /** Closes the window as a person does. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      assertEquals(
          List.of(),
          ask(
              () ->
                  Window.getWindows().stream()
                      .filter(w -> w.getScene() != null)
                      .map(w -> w.getScene().lookup("#fault-trace"))
                      .filter(TextInputControl.class::isInstance)
                      .map(trace -> ((TextInputControl) trace).getText())
                      .toList()),
          "faults of the window itself");
    } finally {
      ask(
          () -> {
            List.copyOf(Window.getWindows()).stream()
                .filter(window -> window != stage)
                .forEach(Window::hide);
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            stage.hide();
            app.stop();
            return true;
          });
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  /**
   * What a crash at this moment leaves: the settings folder as it is on the disk now. The window
   * itself is then closed, so that later tests have the machine to themselves.
   *
   * @param left where to, does not exist
   */
  void crash(Path left) throws IOException {
    copy(home, left);
    close();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      files.forEach(
          file -> {
            try {
              Files.copy(file, to.resolve(from.relativize(file).toString()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
