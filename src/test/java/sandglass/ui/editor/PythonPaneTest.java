package sandglass.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
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
import sandglass.playground.document.TestBuilds;
import sandglass.program.ModuleInspection;
import sandglass.program.ModuleInspector;
import sandglass.program.Program;
import sandglass.program.ProgramException;
import sandglass.program.ProgramLoader;
import sandglass.program.SourceError;
import sandglass.ui.FxThreads;
import sandglass.ui.common.Theme;

@ExtendWith(ApplicationExtension.class)
class PythonPaneTest {
  private static final String TEXT = "a = 1\nb = 2\n\nfor i in range(3):\n    print(a + b + i)\n";

  /** Compiled once: what it takes is long for a test. */
  private static final Program PROGRAM = compile();

  private static final ModuleInspection MODULE = inspect();

  private final ObservableList<Document> open = FXCollections.observableArrayList();
  private final ObjectProperty<Document> current = new SimpleObjectProperty<>();
  private final BooleanProperty beside = new SimpleBooleanProperty(true);
  private final List<Program> saved = new ArrayList<>();
  private final Document document =
      Document.ofText(Document.newId(), Language.PYTHON, "sums.py", Optional.empty(), TEXT);
  private Scene scene;

  private static Program compile() {
    try {
      return ProgramLoader.fromPython("sums.py", TEXT, 50 << 20);
    } catch (ProgramException e) {
      throw new AssertionError(e);
    }
  }

  private static ModuleInspection inspect() {
    try {
      return ModuleInspector.inspect(PROGRAM.wasm());
    } catch (ProgramException e) {
      throw new AssertionError(e);
    }
  }

  @Start
  void start(Stage stage) {
    var tabs =
        new EditorTabs(
            open,
            current,
            any -> new Label("binary"),
            open::remove,
            new WatView(beside, runner -> "CPython 3.12", saved::add),
            FxThreads.create());
    scene = new Scene(tabs, 900, 400);
    Theme.LIGHT.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  private void compiled(FxRobot robot) {
    robot.interact(
        () -> {
          open.add(document);
          current.set(document);
          TestBuilds.built(document, new Build.Good(PROGRAM, MODULE, Duration.ofMillis(7)));
        });
    await(() -> !wat().text().isEmpty());
    robot.interact(() -> python().requestFocus());
  }

  private static void await(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(
          20,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(condition)));
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private SourceArea python() {
    return (SourceArea) scene.lookup("#source-" + document.id());
  }

  private SourceArea wat() {
    return (SourceArea) scene.lookup("#wat-" + document.id());
  }

  private String state() {
    return ((Label) scene.lookup("#python-state-" + document.id())).getText();
  }

  /** The lines that have the class, counted from 1, of those that can be seen. */
  private static BitSet tinted(SourceArea area) {
    var lines = new BitSet();
    for (int i = 0; i < area.getParagraphs().size(); i++) {
      if (area.getParagraph(i).getParagraphStyle().contains("code-linked")) {
        lines.set(i + 1);
      }
    }
    return lines;
  }

  private static BitSet lines(int... lines) {
    var set = new BitSet();
    Arrays.stream(lines).forEach(set::set);
    return set;
  }

  @Test
  void tintsTheLinesThatALineWasCompiledTo(FxRobot robot) {
    compiled(robot);
    int[] second = PROGRAM.python().orElseThrow().textLines(2);
    robot.interact(() -> python().moveTo(1, 0));
    await(() -> tinted(wat()).equals(lines(second)));
    assertEquals(lines(), tinted(python()));
    assertFalse(wat().isEditable());
    int last = PROGRAM.python().orElseThrow().textLines(5)[0];
    robot.interact(() -> python().moveTo(4, 4));
    await(() -> tinted(wat()).get(last));
    await(
        () ->
            wat().firstVisibleParToAllParIndex() < last
                && last <= wat().lastVisibleParToAllParIndex() + 1);
  }

  @Test
  void tintsTheLineThatItsTextComesFrom(FxRobot robot) {
    compiled(robot);
    int[] second = PROGRAM.python().orElseThrow().textLines(2);
    robot.interact(
        () -> {
          wat().requestFocus();
          wat().moveTo(second[0] - 1, 0);
        });
    await(() -> tinted(python()).equals(lines(2)));
    robot.interact(() -> python().requestFocus());
    await(() -> tinted(python()).isEmpty());
  }

  @Test
  void movesTheKeyboardBetweenTheTexts(FxRobot robot) {
    compiled(robot);
    var tabs = (EditorTabs) scene.getRoot();
    robot.interact(tabs::otherText);
    assertTrue(wat().isFocused());
    robot.interact(tabs::selectAll);
    assertEquals(wat().getLength(), wat().getSelection().getLength());
    assertEquals(0, python().getSelection().getLength());
    robot.interact(tabs::otherText);
    assertTrue(python().isFocused());
  }

  @Test
  void keepsTheLastTextDimmedWhileTheresAMistake(FxRobot robot) {
    compiled(robot);
    String before = wat().text();
    robot.interact(
        () ->
            TestBuilds.built(document, new Build.Failed(List.of(new SourceError(1, 1, 1, "no")))));
    var pane = scene.lookup("#wat-pane-" + document.id());
    await(() -> pane.getPseudoClassStates().contains(PseudoClass.getPseudoClass("stale")));
    assertEquals(before, wat().text());
    await(() -> tinted(wat()).isEmpty());
    assertEquals("An error: not compiled", state());
    robot.interact(
        () -> TestBuilds.built(document, new Build.Good(PROGRAM, MODULE, Duration.ofMillis(7))));
    await(() -> !pane.getPseudoClassStates().contains(PseudoClass.getPseudoClass("stale")));
  }

  @Test
  void saysHowItIsRun(FxRobot robot) {
    compiled(robot);
    await(() -> state().startsWith("Compiled to WAT in 7 ms: "));
    robot.interact(() -> document.runner().set(Document.Runner.CPYTHON));
    assertEquals("Runs on CPython 3.12", state());
    robot.interact(() -> document.runner().set(Document.Runner.COMPILED));
    robot.interact(
        () ->
            TestBuilds.built(
                document, new Build.Failed(List.of(new SourceError(1, 1, 1, "class", true)))));
    assertEquals("Uses more of Python than compiles to WAT", state());
  }

  @Test
  void showsTheRuntimeOnlyWhenAsked(FxRobot robot) {
    compiled(robot);
    var runtime = (ToggleButton) scene.lookup("#wat-runtime-" + document.id());
    assertTrue(runtime.getText().startsWith("Runtime: "), runtime.getText());
    int own = wat().getParagraphs().size();
    robot.interact(runtime::fire);
    assertTrue(wat().getParagraphs().size() > own + 1_000);
    robot.interact(runtime::fire);
    assertEquals(own, wat().getParagraphs().size());
  }

  @Test
  void hidesAndSavesTheText(FxRobot robot) {
    compiled(robot);
    robot.interact(((Button) scene.lookup("#wat-save-" + document.id()))::fire);
    assertEquals(List.of(PROGRAM), saved);
    var split = (SplitPane) scene.lookup(".python-split");
    assertEquals(2, split.getItems().size());
    robot.interact(((ToggleButton) scene.lookup("#wat-toggle-" + document.id()))::fire);
    assertFalse(beside.get());
    assertEquals(1, split.getItems().size());
    robot.interact(() -> beside.set(true));
    assertEquals(2, split.getItems().size());
  }
}
