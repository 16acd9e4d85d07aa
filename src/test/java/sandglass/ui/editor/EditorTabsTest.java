package sandglass.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sandglass.playground.document.Build;
import sandglass.playground.document.Document;
import sandglass.playground.document.Document.Language;
import sandglass.playground.document.Place;
import sandglass.playground.document.TestBuilds;
import sandglass.program.Program;
import sandglass.program.SourceError;
import sandglass.ui.FxThreads;
import sandglass.ui.common.Theme;

@ExtendWith(ApplicationExtension.class)
class EditorTabsTest {
  private final ObservableList<Document> open = FXCollections.observableArrayList();
  private final ObjectProperty<Document> current = new SimpleObjectProperty<>();
  private final BooleanProperty watBeside = new SimpleBooleanProperty(true);
  private final List<Program> saved = new ArrayList<>();
  private EditorTabs tabs;
  private Scene scene;

  @Start
  void start(Stage stage) {
    tabs =
        new EditorTabs(
            open,
            current,
            document -> new Label("binary"),
            this::close,
            new WatView(watBeside, Document.Runner::name, saved::add),
            FxThreads.create());
    scene = new Scene(tabs, 760, 360);
    Theme.LIGHT.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  private void close(Document document) {
    open.remove(document);
    current.set(open.isEmpty() ? null : open.getFirst());
  }

  private Document open(FxRobot robot, String name, String text) {
    var language = name.endsWith(".py") ? Language.PYTHON : Language.WAT;
    var document = Document.ofText(Document.newId(), language, name, Optional.empty(), text);
    robot.interact(
        () -> {
          open.add(document);
          current.set(document);
        });
    robot.interact(() -> area(robot, document).requestFocus());
    return document;
  }

  private static SourceArea area(FxRobot robot, Document document) {
    return robot.lookup("#source-" + document.id()).queryAs(SourceArea.class);
  }

  private static void fail(FxRobot robot, Document document, int line, int column, int length) {
    var error = new SourceError(line, column, length, "it is bad");
    robot.interact(() -> TestBuilds.built(document, new Build.Failed(List.of(error))));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void await(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
  }

  // Where the text is underlined.
  private static String squiggled(SourceArea area) {
    var found = new StringBuilder();
    int at = 0;
    for (var span : area.getStyleSpans(0, area.getLength())) {
      if (span.getStyle().contains("code-squiggle")) {
        found.append(area.getText(at, at + span.getLength()));
      }
      at += span.getLength();
    }
    return found.toString();
  }

  private static String status(FxRobot robot) {
    return robot.lookup("#find-status").queryAs(Label.class).getText();
  }

  @Test
  void writesWhatIsTypedAndTakesItBack(FxRobot robot) {
    var document = open(robot, "a.wat", "(module)");
    var tab = robot.lookup("#editor-tabs").queryAs(TabPane.class).getTabs().getFirst();
    robot.write("x");
    assertEquals("x(module)", document.text().get());
    assertEquals("a.wat \u25CF", tab.getText());
    robot.interact(tabs::undo);
    assertEquals("(module)", document.text().get());
    assertEquals("a.wat", tab.getText());
    robot.interact(tabs::redo);
    assertEquals("x(module)", document.text().get());
  }

  @Test
  void keepsTheLineEndsOfWindows(FxRobot robot) {
    var document = open(robot, "a.wat", "a\r\nb\r\n");
    robot.interact(() -> area(robot, document).insertText(1, "\n"));
    assertEquals("a\r\n\r\nb\r\n", document.text().get());
  }

  @Test
  void showsATextThatOthersSet(FxRobot robot) {
    var document = open(robot, "a.wat", "one two");
    robot.interact(() -> document.text().set("one three two"));
    assertEquals("one three two", area(robot, document).getText());
    assertEquals("one three two", area(robot, document).text());
    robot.interact(tabs::undo);
    assertEquals("one two", document.text().get());
  }

  @Test
  void saysWhyALineWasNotPasted(FxRobot robot) {
    var document = open(robot, "a.wat", "one");
    var notice = robot.lookup("#cut-notice").queryAs(Label.class);
    assertFalse(notice.isVisible());
    robot.interact(() -> area(robot, document).insertText(3, "x".repeat(LongLines.LONGEST + 1)));
    assertEquals("one", document.text().get());
    assertTrue(notice.isVisible());
    assertTrue(notice.getText().contains("nothing was changed"), notice.getText());
    robot.interact(() -> area(robot, document).insertText(3, " two"));
    assertEquals("one two", document.text().get());
    assertFalse(notice.isVisible());
  }

  @Test
  void opensAtTheTop(FxRobot robot) {
    var document = open(robot, "a.wat", "(nop)\n".repeat(500));
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(0, area(robot, document).firstVisibleParToAllParIndex());
    assertEquals(Optional.of(CaretPlace.START), tabs.caret().get());
  }

  @Test
  void underlinesErrorsByCharacter(FxRobot robot) {
    var document = open(robot, "a.wat", "\t\uD83D\uDE00 bad x\n\n");
    fail(robot, document, 1, 4, 3);
    assertEquals("bad", squiggled(area(robot, document)));
  }

  @Test
  void underlinesTheLastCharacterForWhatIsMissingAtTheEnd(FxRobot robot) {
    var document = open(robot, "a.wat", "(module\n\n");
    fail(robot, document, 3, 1, 1);
    assertEquals("e", squiggled(area(robot, document)).strip());
  }

  @Test
  void marksTheLineOfAnErrorAndAnnouncesItAtTheCaret(FxRobot robot) {
    var document = open(robot, "a.wat", "(module\n  oops)\n");
    fail(robot, document, 2, 3, 4);
    assertEquals(
        List.of("Line 2: it is bad"),
        robot.lookup(".line-gutter-error").queryAll().stream()
            .map(node -> node.getAccessibleText())
            .toList());
    var area = area(robot, document);
    assertEquals("a.wat", area.getAccessibleText());
    robot.interact(() -> area.moveTo(11));
    assertEquals("it is bad", area.getAccessibleHelp());
    robot.interact(() -> area.moveTo(0));
    assertEquals("", area.getAccessibleHelp());
    robot.interact(() -> TestBuilds.built(document, new Build.Refused("no")));
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals("", squiggled(area));
    assertTrue(robot.lookup(".line-gutter-error").queryAll().isEmpty());
  }

  @Test
  void revealsAPlaceInAnotherTab(FxRobot robot) {
    var first = open(robot, "a.wat", "(nop)\n".repeat(500));
    open(robot, "b.wat", "");
    robot.interact(() -> tabs.reveal(new Place(first, 300, 2, 3)));
    WaitForAsyncUtils.waitForFxEvents();
    assertSame(first, current.get());
    var area = area(robot, first);
    assertEquals("nop", area.getSelectedText());
    assertTrue(area.isFocused());
    assertTrue(area.firstVisibleParToAllParIndex() < 299);
    assertTrue(area.lastVisibleParToAllParIndex() > 299);
  }

  @Test
  void marksTheBracketAtTheCaretAndItsPartner(FxRobot robot) throws TimeoutException {
    var document = open(robot, "a.wat", "(a (b))");
    var area = area(robot, document);
    robot.interact(() -> area.moveTo(3));
    await(() -> area.getStyleOfChar(5).contains("code-bracket-match"));
    assertTrue(area.getStyleOfChar(3).contains("code-bracket-match"));
    assertFalse(area.getStyleOfChar(6).contains("code-bracket-match"));
  }

  @Test
  void makesTheLineACommentInItsLanguage(FxRobot robot) {
    var document = open(robot, "a.py", "x = 1\n");
    robot.interact(tabs::toggleComment);
    assertEquals("# x = 1\n", document.text().get());
    robot.interact(tabs::toggleComment);
    assertEquals("x = 1\n", document.text().get());
  }

  @Test
  void tabKeyIndents(FxRobot robot) {
    var document = open(robot, "a.wat", "x");
    robot.type(KeyCode.TAB);
    assertEquals("  x", document.text().get());
  }

  @Test
  void controlTabGoesToTheNextTabAndRound(FxRobot robot) {
    var first = open(robot, "a.wat", "");
    var second = open(robot, "b.wat", "");
    robot.press(KeyCode.CONTROL).type(KeyCode.TAB).release(KeyCode.CONTROL);
    assertSame(first, current.get());
    assertTrue(area(robot, first).isFocused());
    robot
        .press(KeyCode.CONTROL, KeyCode.SHIFT)
        .type(KeyCode.TAB)
        .release(KeyCode.SHIFT, KeyCode.CONTROL);
    assertSame(second, current.get());
    assertEquals("", first.text().get() + second.text().get());
  }

  @Test
  void leavesTheKeysOfCommandsToThem(FxRobot robot) {
    var document = open(robot, "a.wat", "(module)");
    for (String keys :
        List.of(
            "F5",
            "F6",
            "F3",
            "Shift+F3",
            "Ctrl+Enter",
            "Ctrl+Slash",
            "Ctrl+F",
            "Ctrl+H",
            "Ctrl+L",
            "Ctrl+S",
            "Ctrl+W",
            "Ctrl+Plus",
            "Ctrl+Minus")) {
      var called = new AtomicInteger();
      var combination = KeyCombination.keyCombination(keys);
      robot.interact(() -> scene.getAccelerators().put(combination, called::incrementAndGet));
      var codes =
          Arrays.stream(keys.replace("Ctrl", "CONTROL").split("\\+"))
              .map(key -> KeyCode.valueOf(key.toUpperCase(Locale.ROOT)))
              .toArray(KeyCode[]::new);
      robot.push(codes);
      assertEquals(1, called.get(), keys);
    }
    assertEquals("(module)", document.text().get());
  }

  @Test
  void ordersTabsAsTheDocumentsAndBack(FxRobot robot) {
    var a = open(robot, "a.wat", "");
    var b = open(robot, "b.wat", "");
    var pane = robot.lookup("#editor-tabs").queryAs(TabPane.class);
    robot.interact(() -> open.setAll(b, a));
    assertEquals(List.of(b, a), pane.getTabs().stream().map(Tab::getUserData).toList());
    robot.interact(() -> pane.getTabs().setAll(pane.getTabs().get(1), pane.getTabs().get(0)));
    assertEquals(List.of(a, b), open);
  }

  @Test
  void middleClickCloses(FxRobot robot) {
    open(robot, "a.wat", "");
    open(robot, "b.wat", "");
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("b.wat", MouseButton.MIDDLE);
    assertEquals(List.of("a.wat"), open.stream().map(Document::toString).toList());
  }

  @Test
  void forgetsWhatIsClosed(FxRobot robot) throws TimeoutException {
    open(robot, "a.wat", "");
    var document = open(robot, "b.wat", "(module)");
    robot.interact(tabs::find);
    robot.write("mod");
    await(() -> status(robot).equals("1 of 1"));
    var area = new WeakReference<>(area(robot, document));
    robot.interact(() -> close(document));
    await(
        () -> {
          robot.interact(() -> {});
          System.gc();
          return area.get() == null;
        });
  }

  @Test
  void findsForwardsAndBackwardsAndRound(FxRobot robot) throws TimeoutException {
    var document = open(robot, "a.wat", "ab AB ab");
    var area = area(robot, document);
    robot.interact(tabs::find);
    robot.write("ab");
    await(() -> status(robot).equals("1 of 3"));
    robot.type(KeyCode.ENTER);
    await(() -> status(robot).equals("2 of 3"));
    robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
    await(() -> status(robot).equals("1 of 3"));
    robot.interact(tabs::findPrevious);
    await(() -> status(robot).equals("3 of 3"));
    assertEquals(6, area.getSelection().getStart());
    robot.clickOn("#find-case");
    await(() -> status(robot).equals("2 of 2"));
    assertTrue(area.getStyleOfChar(0).contains("code-search"));
    assertFalse(area.getStyleOfChar(3).contains("code-search"));
    robot.type(KeyCode.ESCAPE);
    assertFalse(robot.lookup("#find-bar").query().isVisible());
    assertTrue(area.isFocused());
    await(() -> !area.getStyleOfChar(0).contains("code-search"));
  }

  @Test
  void findsAgainAfterTheTextHasChanged(FxRobot robot) throws TimeoutException {
    var document = open(robot, "a.wat", "ab");
    robot.interact(tabs::find);
    robot.write("ab");
    await(() -> status(robot).equals("1 of 1"));
    robot.interact(() -> document.text().set("ab cd ab"));
    await(() -> status(robot).endsWith("2") || status(robot).equals("2 matches"));
  }

  @Test
  void saysWhatIsWrongWithAnExpression(FxRobot robot) throws TimeoutException {
    open(robot, "a.wat", "ab");
    robot.interact(tabs::find);
    robot.clickOn("#find-regex");
    robot.clickOn("#find-field").write("(a");
    await(() -> status(robot).startsWith("Not a regular expression"));
  }

  @Test
  void replacesOneAndThenAllEachAsOneStepToUndo(FxRobot robot) throws TimeoutException {
    var document = open(robot, "a.wat", "ab ab ab");
    robot.interact(tabs::replace);
    robot.write("ab");
    await(() -> status(robot).equals("1 of 3"));
    robot.clickOn("#replace-field").write("c");
    robot.clickOn("#replace-one");
    await(() -> document.text().get().equals("c ab ab"));
    await(() -> status(robot).equals("1 of 2"));
    robot.clickOn("#replace-all");
    await(() -> document.text().get().equals("c c c"));
    await(() -> status(robot).equals("2 replaced"));
    robot.interact(tabs::undo);
    assertEquals("c ab ab", document.text().get());
    robot.interact(tabs::undo);
    assertEquals("ab ab ab", document.text().get());
  }

  @Test
  void goesToALineAndColumn(FxRobot robot) {
    var document = open(robot, "a.wat", "one\ntwo\nthree");
    robot.interact(tabs::goToLine);
    robot.write("x").type(KeyCode.ENTER);
    assertTrue(
        robot.lookup("#go-to-hint").queryAs(Label.class).getText().startsWith("Type a line"));
    robot.type(KeyCode.BACK_SPACE).write("2:3").type(KeyCode.ENTER);
    assertEquals(Optional.of(new CaretPlace(2, 3, 0)), tabs.caret().get());
    assertTrue(area(robot, document).isFocused());
    assertFalse(robot.lookup("#go-to-bar").query().isVisible());
  }
}
