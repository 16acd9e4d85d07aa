package sandglass.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sandglass.interpreter.TestInterpreters;
import sandglass.interpreter.Workers;
import sandglass.playground.advice.AdviceAction;
import sandglass.playground.common.TestPrompts;
import sandglass.playground.common.TestThreads;
import sandglass.playground.document.Document;
import sandglass.playground.document.Place;
import sandglass.playground.graph.GraphSeries.Axis;
import sandglass.playground.interpreter.InterpreterTools;
import sandglass.playground.limits.LimitKind;
import sandglass.playground.samples.Sample;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.Run;
import sandglass.sandbox.Sandbox;
import sandglass.settings.Settings;

class PlaygroundTest {
  private static final String COUNT_DOWN =
      """
      (module
        (func (export "_start") (local $n i32)
          (local.set $n (i32.const 100000))
          (loop $again
            (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))
        (func (export "seven") (result i32) (i32.const 7)))
      """;

  private final TestThreads threads = new TestThreads();
  private final Sandbox sandbox = Sandbox.inMemory();
  private final List<Run> runs = new ArrayList<>();
  private final List<Integer> prepared = new ArrayList<>();
  private final Settings settings = new Settings();
  private final Playground playground =
      new Playground(
          threads.threads(),
          (capsule, streams) -> {
            var run = sandbox.start(capsule, streams);
            runs.add(run);
            // The tests' only thread is this one, so the run ends before it goes on.
            await(run);
            return run;
          },
          (module, engine) -> {
            prepared.add(module.length);
            return sandbox.prepare(module, engine);
          },
          tools(),
          settings,
          new TestPrompts());

  private InterpreterTools tools() {
    var workers = new Workers(sandbox, Workers.Bounds.DEFAULT, Runnable::run);
    return new InterpreterTools(TestInterpreters.none(), workers);
  }

  @AfterEach
  void close() {
    sandbox.close();
    assertEquals(List.of(), threads.bugs());
  }

  private static void await(Run run) {
    run.report().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private Document wat(String text) {
    playground.createText();
    var document = playground.documents().current().get();
    document.text().set(text);
    return document;
  }

  private Report report() {
    return playground.run().last().get().orElseThrow().report();
  }

  private static Sample sample(String name) throws Exception {
    return Sample.read(Path.of("samples", name));
  }

  @Test
  void showsTheModuleOfTheTextInFront() {
    wat(COUNT_DOWN);
    playground.runCurrent();
    var good = playground.module().get().orElseThrow();
    assertEquals(2, good.module().exports().size());
    assertTrue(
        playground.world().entryModel().targets().stream()
            .anyMatch(t -> t.export().equals("seven")));
    playground.createText();
    assertFalse(playground.module().get().filter(good::equals).isPresent());
  }

  @Test
  void preparesWhatWouldRunBeforeAnybodyAsks() {
    wat(COUNT_DOWN);
    threads.pass(Duration.ofSeconds(1));
    var module = playground.module().get().orElseThrow().program().wasm();
    assertEquals(module.length, prepared.getLast());
    int before = prepared.size();
    playground.world().engine().set(Engine.INTERPRETER);
    assertEquals(before + 1, prepared.size());
  }

  @Test
  void runsASampleAsItsCommentSays() throws Exception {
    playground.openSample(sample("file-reader.wat"));
    playground.runCurrent();
    assertEquals(new Outcome.Exited(0), report().outcome());
    assertTrue(playground.stdout().text().startsWith("The sand runs down"));
    playground.openSample(sample("sort.wat"));
    assertEquals(1_000_000_000, playground.limits().value().get().fuel());
    assertTrue(playground.world().folders().rows().isEmpty(), "the other sample's folder is gone");
  }

  @Test
  void putsBackWhatASampleSet() throws Exception {
    playground.limits().set(Limits.DEFAULT.withFuel(5_000_000));
    playground.openSample(sample("file-writer.wat"));
    var notice = playground.notices().shown().get().orElseThrow();
    assertEquals("Set for this sample: fuel 100,000,000, 1 folder (rw).", notice.text());
    assertEquals(5_000_000, settings.limits().get("FUEL"), "the person's own");
    notice.fixes().getFirst().action().run();
    assertEquals(5_000_000, playground.limits().value().get().fuel());
    assertTrue(playground.world().isEmpty());
  }

  @Test
  void keepsWhatAPersonSetsAsSettings() {
    playground.limits().set(Limits.DEFAULT.withMemoryBytes(1 << 20));
    playground.world().engine().set(Engine.INTERPRETER);
    playground.graph().axis().set(Axis.FUEL);
    settings.limits().put("TIMEOUT", -5L);
    settings.limits().put("NONSENSE", 5L);
    var next =
        new Playground(
            threads.threads(),
            sandbox::start,
            sandbox::prepare,
            tools(),
            settings,
            new TestPrompts());
    assertEquals(
        Limits.DEFAULT.withMemoryBytes(1 << 20),
        next.limits().value().get(),
        "what makes no sense is the default");
    assertEquals(Engine.INTERPRETER, next.world().engine().get());
    assertEquals(Axis.FUEL, next.graph().axis().get());
  }

  @Test
  void opensACopyOfASampleSoThatItIsNotOverwritten() throws Exception {
    playground.openSample(sample("hello.wat"));
    var document = playground.documents().current().get();
    assertEquals(Optional.empty(), document.path().get());
    assertFalse(document.dirty().get());
  }

  @Test
  void raisesALimitAndRunsAgain() {
    wat(COUNT_DOWN);
    playground.limits().set(Limits.DEFAULT.withFuel(1000));
    playground.runCurrent();
    var advice = playground.advice().get().orElseThrow();
    assertEquals(Optional.of(LimitKind.FUEL), advice.limit());
    assertTrue(playground.limits().field(LimitKind.FUEL).reached().get());
    var raise = assertInstanceOf(AdviceAction.RaiseLimit.class, advice.fixes().getFirst());
    playground.help(new AdviceAction.RaiseLimit(raise.kind(), 10_000_000));
    assertEquals(2, runs.size());
    assertEquals(new Outcome.Exited(0), report().outcome());
    assertFalse(playground.limits().field(LimitKind.FUEL).reached().get());
  }

  @Test
  void callsTheExportThatWasChosen() {
    wat(COUNT_DOWN);
    playground.runCurrent();
    playground.chooseExport("seven");
    playground.runCurrent();
    assertEquals(List.of("i32:7"), report().results());
    assertEquals(
        new Entry.Invoke("seven", List.of()),
        playground.run().last().get().orElseThrow().started().capsule().entry());
  }

  @Test
  void showsTheFirstErrorInsteadOfRunning() {
    var document = wat(COUNT_DOWN);
    playground.runCurrent();
    var shown = new ArrayList<Place>();
    playground.documents().onReveal(shown::add);
    document.text().set("(module\n  (oops))");
    playground.runCurrent();
    assertEquals(1, runs.size());
    assertEquals(2, shown.getFirst().line());
    assertEquals(1, playground.problems().size());
    var notice = playground.notices().shown().get().orElseThrow();
    assertTrue(notice.text().contains("was not run"), notice.text());
    notice.fixes().getFirst().action().run();
    assertEquals(2, runs.size());
    document.text().set(COUNT_DOWN);
    playground.runCurrent();
    assertTrue(playground.problems().isEmpty());
  }

  @Test
  void leadsFromATrapToItsLine() throws Exception {
    var shown = new ArrayList<Place>();
    playground.documents().onReveal(shown::add);
    playground.openSample(sample("trap-unreachable.wat"));
    playground.runCurrent();
    var advice = playground.advice().get().orElseThrow();
    playground.help(
        advice.fixes().stream()
            .filter(AdviceAction.GoTo.class::isInstance)
            .findFirst()
            .orElseThrow());
    assertEquals(8, shown.getFirst().line());
  }

  @Test
  void doesNotRunInAWorldThatIsSetWrongUnasked() {
    wat(COUNT_DOWN);
    playground.world().args().text().set("'never closed");
    playground.runCurrent();
    assertEquals(0, runs.size());
    var notice = playground.notices().shown().get().orElseThrow();
    assertTrue(notice.text().contains("was not run, the world is set wrong: The quote"));
    notice.fixes().getFirst().action().run();
    assertEquals(1, runs.size());
  }

  @Test
  void copiesTheReportOfTheLastRun() {
    var copied = new ArrayList<String>();
    playground.copyReportText(copied::add);
    assertEquals(List.of(), copied);
    wat(COUNT_DOWN);
    playground.runCurrent();
    playground.copyReportText(copied::add);
    playground.copyReportJson(copied::add);
    assertTrue(copied.getFirst().startsWith("untitled.wat: "), copied.getFirst());
    assertTrue(copied.getLast().contains("\"outcome\""), copied.getLast());
  }
}
