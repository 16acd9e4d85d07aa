package sandglass.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sandglass.playground.RunModel.State;
import sandglass.playground.common.TestThreads;
import sandglass.playground.document.Build;
import sandglass.playground.document.Builds;
import sandglass.playground.document.Document;
import sandglass.playground.document.Document.Language;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Run;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;
import sandglass.sandbox.World;

class RunModelTest {
  private static final String LOOP =
      "(module (func (export \"_start\") (loop $again (br $again))))";

  private final TestThreads threads = new TestThreads();
  private final Sandbox sandbox = Sandbox.inMemory();
  private final Builds builds = new Builds(threads.threads(), () -> 1 << 20);
  private final List<Run> runs = new ArrayList<>();
  private final List<Build> refused = new ArrayList<>();
  private final RunModel model =
      new RunModel(
          threads.threads(),
          builds,
          (document, program) -> {
            var limits = Limits.DEFAULT.withFuel(Limits.MAX_FUEL);
            var capsule =
                new Capsule(
                    document.name().get(),
                    program.wasm(),
                    Entry.START,
                    limits,
                    World.EMPTY,
                    Engine.INTERPRETER);
            var run = sandbox.start(capsule, Streams.NONE);
            runs.add(run);
            return new RunModel.Started(document, program, capsule, run);
          },
          (document, build) -> refused.add(build));

  @AfterEach
  void close() {
    runs.forEach(Run::cancel);
    sandbox.close();
  }

  private Document document(String text) {
    var document = Document.ofText(Document.newId(), Language.WAT, "a.wat", Optional.empty(), text);
    builds.watch(document);
    return document;
  }

  private Outcome outcome(int run) throws Exception {
    // The model's own stage runs before this one's: it was asked for first.
    return runs.get(run).report().thenApply(r -> r.outcome()).get(20, TimeUnit.SECONDS);
  }

  @Test
  void runsStopsAndReports() throws Exception {
    model.run(document(LOOP));
    assertTrue(model.running().get());
    threads.pass(RunModel.PERIOD);
    assertTrue(model.gauges().get().isPresent());
    model.stop();
    assertInstanceOf(Outcome.Cancelled.class, outcome(0));
    awaitIdle();
    assertInstanceOf(Outcome.Cancelled.class, model.last().get().orElseThrow().report().outcome());
    assertTrue(model.gauges().get().isEmpty());
  }

  private void awaitIdle() throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (model.running().get() && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    assertEquals(State.IDLE, model.state().get());
  }

  @Test
  void replacesTheRunUnderWay() throws Exception {
    var document = document(LOOP);
    model.run(document);
    model.run(document);
    assertInstanceOf(Outcome.Cancelled.class, outcome(0));
    assertTrue(model.running().get(), "the second one");
    assertTrue(model.last().get().isEmpty(), "nobody asks for the first one's report");
    model.stop();
    outcome(1);
    awaitIdle();
    assertEquals(2, runs.size());
  }

  @Test
  void doesNotRunAnErrorUnlessToldTo() throws Exception {
    var document = document("(module (func (export \"_start\")))");
    document.text().set("(module (oops))");
    model.run(document);
    assertInstanceOf(Build.Failed.class, refused.getFirst());
    assertFalse(model.running().get());
    assertTrue(runs.isEmpty());
    model.runLastGood(document);
    assertInstanceOf(Outcome.Exited.class, outcome(0));
    awaitIdle();
  }
}
