package sandglass.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sandglass.ui.WholeWindow.await;
import static sandglass.ui.WholeWindow.onFx;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import sandglass.interpreter.TestInterpreters;
import sandglass.playground.RunModel;
import sandglass.playground.document.Build;
import sandglass.playground.document.Document;
import sandglass.playground.document.Document.Runner;
import sandglass.playground.limits.LimitsPreset;
import sandglass.sandbox.Outcome;

/** Python in the real window: compiled, and by an interpreter of sums. */
@ExtendWith(ApplicationExtension.class)
class PythonWindowTest {
  private WholeWindow window;
  private Scene scene;

  @Start
  void start(Stage stage) {
    window = WholeWindow.on(stage);
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
    return onFx(() -> find(selector, Node.class).isVisible());
  }

  private String text(String selector) {
    return onFx(() -> find(selector, Label.class).getText());
  }

  private Document python(String text) {
    return onFx(
        () -> {
          window.playground().createPython();
          var document = window.playground().documents().current().get();
          document.text().set(text);
          return document;
        });
  }

  private Document sums(String text) {
    var document = python(text);
    onFx(
        () -> {
          window.playground().interpreters().file().set(TestInterpreters.CALCULATOR.toString());
          document.runner().set(Runner.OTHER);
        });
    return document;
  }

  @Test
  void runsCompiledPythonAndLeadsFromItsTracebackToTheLine() {
    var document = python("def f(n):\n    return 1 // n\n\n\nprint('before')\nf(0)\n");
    await(() -> document.build().get() instanceof Build.Good);
    var report = window.runToEnd();
    assertEquals(new Outcome.Exited(1), report.outcome());
    assertEquals("before\n", report.stdout().text());
    await(() -> window.playground().advice().get().isPresent());
    var advice = onFx(() -> window.playground().advice().get().orElseThrow());
    assertEquals(
        "An exception that nothing caught ended it at line 2, in f: ZeroDivisionError: integer"
            + " division or modulo by zero.",
        advice.sentence());
    assertEquals("Open line 2", advice.fixes().getFirst().text());
    var links = window.playground().links();
    String file = "  File \"" + document + "\", line 2, in f";
    var link = onFx(() -> links.in(file).orElseThrow());
    assertEquals("File \"" + document + "\", line 2", file.substring(link.start(), link.end()));
    onFx(link.open());
    await(() -> text("#caret").startsWith("Ln 2, Col 1"));
    assertTrue(onFx(() -> links.in("  File \"other.py\", line 2, in f")).isEmpty());
    assertTrue(onFx(() -> links.in("before")).isEmpty());
    assertEquals("Compiled from Python", text("#module-source").substring(0, 20));
  }

  @Test
  void runsScriptsByAnInterpreterAndKeepsOneWaiting() {
    sums("1 2 +\n$1 in *\n");
    onFx(() -> window.playground().world().apply(List.of("6"), Map.of(), "7\n", List.of()));
    var report = window.runToEnd();
    assertEquals("3\n42\n", report.stdout().text());
    await(() -> window.playground().advice().get().isPresent());
    String figures = text("#figures");
    assertTrue(figures.contains("start-up "), figures);
    assertEquals(
        LimitsPreset.CPYTHON.limits(), onFx(() -> window.playground().limits().value().get()));
    assertTrue(text("#notice-text").startsWith("The limits were set for calc.wasm"));
    await(() -> window.playground().interpreters().workers().get().waiting() == 1);
    assertTrue(text("#worker-text").startsWith("calc.wasm ready · "), text("#worker-text"));
    var second = window.runToEnd();
    assertTrue(second.startup().orElseThrow().ahead());
    assertEquals(report.fuelUsed(), second.fuelUsed());
    await(() -> window.playground().interpreters().workers().get().waiting() == 1);
    assertTrue(isSeen("#worker"));
    onFx(() -> find("#stop-worker", Button.class).fire());
    await(() -> !find("#worker", Node.class).isVisible());
  }

  @Test
  void startsAnInterpreterAheadForTheDocumentInFront() {
    sums("1 2 +\n");
    await(() -> window.playground().interpreters().workers().get().waiting() == 1);
    assertTrue(window.runToEnd().startup().orElseThrow().ahead());
  }

  @Test
  void stopsAScriptThatNeverEnds() {
    sums("spin\n");
    window.runUntil(RunModel.State.RUNNING);
    onFx(() -> window.playground().run().stop());
    assertEquals("cancelled", window.awaitEnd().outcome().kind());
  }

  @Test
  void offersToFetchCPythonWhereItIsMissing() {
    var document = python("import json\n");
    assertFalse(isSeen("#interpreter-strip"));
    onFx(() -> document.runner().set(Runner.CPYTHON));
    await(() -> find("#interpreter-strip", Node.class).isVisible());
    assertTrue(text("#strip-text").startsWith("CPython 3.12 is not installed yet"));
    assertEquals(
        "Download CPython 3.12 (25 MB)", onFx(() -> find("#strip-fetch", Button.class).getText()));
    assertFalse(isSeen("#strip-by-hand"));
    onFx(() -> find("#strip-manual", ToggleButton.class).fire());
    assertTrue(isSeen("#strip-by-hand"));
    assertTrue(onFx(() -> find("#strip-by-hand", TextArea.class).getText()).contains("npm pack"));
    onFx(() -> find("#strip-fetch", Button.class).fire());
    await(() -> text("#strip-text").contains("was not fetched"));
    onFx(() -> document.runner().set(Runner.COMPILED));
    assertFalse(isSeen("#interpreter-strip"));
  }

  @Test
  void choosesWhatRunsThePythonInFront() {
    var document = python("print(1)\n");
    var menu = onFx(() -> find("#runner", MenuButton.class));
    assertEquals("Python → WAT", onFx(menu::getText));
    assertEquals("What runs this Python: Python → WAT", onFx(menu::getAccessibleText));
    onFx(() -> menu.getItems().get(1).fire());
    assertEquals(Runner.CPYTHON, document.runner().get());
    assertEquals("CPython 3.12", onFx(menu::getText));
    onFx(window.playground()::createText);
    assertFalse(isSeen("#runner"), "WebAssembly text is compiled, always");
  }

  @Test
  void namesEveryControlForWhoCannotSee() {
    onFx(() -> python("import json\n").runner().set(Runner.CPYTHON));
    await(() -> find("#interpreter-strip", Node.class).isVisible());
    for (String id : List.of("strip", "runner", "worker")) {
      onFx(
          () -> {
            for (var node : scene.getRoot().lookupAll(".button")) {
              if (node instanceof Button button && String.valueOf(node.getId()).startsWith(id)) {
                assertTrue(
                    !String.valueOf(button.getText()).isBlank()
                        || button.getAccessibleText() != null,
                    node.getId().toUpperCase(Locale.ROOT));
              }
            }
          });
    }
  }
}
