package sandglass.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sandglass.interpreter.Calculator.ahead;
import static sandglass.interpreter.Calculator.capsule;
import static sandglass.interpreter.Calculator.now;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Gauges;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.ReportJson;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Standby;
import sandglass.sandbox.Streams;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Folder;

/** Interpreters that start ahead of their run, in both engines. */
class StandbyTest {
  private static final Limits LIMITS = Limits.DEFAULT;
  private static final String SUMS = "1 2 +\n$1 in *\n";

  private static final Sandbox sandbox = Sandbox.inMemory();
  private static final ExecutorService work = Executors.newCachedThreadPool();

  @TempDir private Path folder;

  @AfterAll
  static void close() {
    work.shutdownNow();
    sandbox.close();
  }

  @Test
  void isTheSameWhetherStartedAheadOrNow() throws Exception {
    for (Engine engine : Engine.values()) {
      Capsule first = with(engine, capsule("", "", LIMITS, "6"));
      Capsule sums = with(engine, capsule(SUMS, "7\n", LIMITS, "6"));
      Report one = now(sandbox, sums);
      Report two = ahead(sandbox, first, sums);
      assertEquals("3\n42\n", one.stdout().text(), one.outcome().message());
      assertEquals("3\n42\n", two.stdout().text());
      assertEquals(one.fuelUsed(), two.fuelUsed());
      assertEquals(one.calls(), two.calls());
      assertEquals(0, one.calls().getFirst().fuel());
      long startup = one.startup().orElseThrow().fuel();
      assertTrue(startup > 500_000, "startup " + startup);
      assertEquals(startup, two.startup().orElseThrow().fuel());
      assertTrue(one.fuelUsed() < 20_000, "used " + one.fuelUsed());
      assertFalse(one.startup().orElseThrow().ahead());
      assertTrue(two.startup().orElseThrow().ahead());
      assertTrue(ReportJson.write(two).contains("\"startup_fuel\" : " + startup));
    }
  }

  private static Capsule with(Engine engine, Capsule capsule) {
    return new Capsule(
        capsule.name(),
        capsule.module(),
        capsule.entry(),
        capsule.limits(),
        capsule.world(),
        engine);
  }

  @Test
  void holdsTheRunsOwnLimits() throws Exception {
    Capsule spin = capsule("spin", "", LIMITS.withFuel(5_000));
    for (Report report : List.of(now(sandbox, spin), ahead(sandbox, spin, spin))) {
      assertInstanceOf(Outcome.OutOfFuel.class, report.outcome());
      assertTrue(report.fuelUsed() >= 5_000 && report.fuelUsed() < 5_100, "" + report.fuelUsed());
      assertTrue(report.outcome().message().contains("fuel of 5,000 units"));
    }
    Capsule one = capsule("spin", "", LIMITS.withFuel(1));
    assertInstanceOf(Outcome.OutOfFuel.class, ahead(sandbox, one, one).outcome());
    Capsule small = capsule(SUMS, "", LIMITS.withMemoryBytes(65_536), "6");
    Report held = ahead(sandbox, small, small);
    assertInstanceOf(Outcome.OutOfMemory.class, held.outcome());
    assertTrue(held.outcome().message().contains("when it has started"), held.outcome().message());
  }

  @Test
  void countsTimeFromTheHandOver() throws Exception {
    Capsule spin =
        capsule("spin", "", LIMITS.withTimeout(Duration.ofMillis(100)).withFuel(Limits.MAX_FUEL));
    Standby standby = sandbox.startAhead(spin);
    assertTrue(standby.waiting().get(1, TimeUnit.MINUTES));
    Thread.sleep(150);
    Report report = standby.take(spin, Streams.NONE).orElseThrow().report().join();
    assertInstanceOf(Outcome.TimedOut.class, report.outcome());
    assertTrue(report.elapsedMillis() >= 100, "" + report.elapsedMillis());
  }

  @Test
  void endsWhereItDoesNotStart() {
    Capsule lost = lost();
    Report report = now(sandbox, lost);
    assertInstanceOf(Outcome.Exited.class, report.outcome());
    assertEquals("calc: no text\n", report.stderr().text());
    assertTrue(report.startup().isEmpty());
    assertFalse(sandbox.startAhead(lost).waiting().join());
  }

  /** Its command names the script, but the interpreter ends before it looks for it. */
  private static Capsule lost() {
    Capsule sums = capsule(SUMS, "", LIMITS);
    World world = sums.world().withArgs(List.of("calc", "-e"));
    return new Capsule(sums.name(), sums.module(), sums.entry(), LIMITS, world, Engine.COMPILED);
  }

  @Test
  void isTakenOnceAndByAFittingRunOnly() throws Exception {
    Capsule sums = capsule(SUMS, "7", LIMITS, "6");
    Standby standby = sandbox.startAhead(sums);
    assertTrue(standby.waiting().get(1, TimeUnit.MINUTES));
    assertTrue(standby.memoryBytes() > 0);
    assertTrue(standby.fits(capsule("1\n", "", LIMITS.withFuel(7), "6")));
    Capsule others = capsule(SUMS, "7", LIMITS, "5");
    assertFalse(standby.fits(others));
    assertThrows(IllegalArgumentException.class, () -> standby.take(others, Streams.NONE));
    var run = standby.take(sums, Streams.NONE).orElseThrow();
    assertTrue(standby.take(sums, Streams.NONE).isEmpty());
    standby.close(); // has no effect any more
    assertEquals("3\n42\n", run.report().join().stdout().text());
    assertEquals(Gauges.Phase.ENDED, run.gauges().phase());
    assertEquals(run.report().join().fuelUsed(), run.timeline().samples().getLast().fuel());
  }

  @Test
  void canBeGivenUpAndCancelled() throws Exception {
    Capsule spin = capsule("spin", "", LIMITS.withFuel(Limits.MAX_FUEL));
    Standby given = sandbox.startAhead(spin);
    assertTrue(given.waiting().get(1, TimeUnit.MINUTES));
    given.close();
    assertTrue(given.take(spin, Streams.NONE).isEmpty());
    Standby standby = sandbox.startAhead(spin);
    var run = standby.take(spin, Streams.NONE).orElseThrow(); // before it waits, maybe
    until(() -> run.gauges().phase() == Gauges.Phase.RUNNING);
    run.cancel();
    assertInstanceOf(Outcome.Cancelled.class, run.report().get(10, TimeUnit.SECONDS).outcome());
  }

  @Test
  void keepsOneReadyForTheNextRun() throws Exception {
    try (var workers = new Workers(sandbox, Workers.Bounds.DEFAULT, work)) {
      Capsule sums = capsule(SUMS, "7", LIMITS, "6");
      workers.warm(sums);
      for (int i = 0; i < 3; i++) {
        until(() -> workers.status().waiting() == 1);
        assertTrue(workers.status().memoryBytes() > 0);
        Report report = workers.run(sums, Streams.NONE).report().join();
        assertTrue(report.startup().orElseThrow().ahead());
        assertEquals("3\n42\n", report.stdout().text());
      }
      Capsule others = capsule(SUMS, "7", LIMITS, "5");
      Report cold = workers.run(others, Streams.NONE).report().join();
      assertFalse(cold.startup().orElseThrow().ahead());
      until(
          () -> workers.run(others, Streams.NONE).report().join().startup().orElseThrow().ahead());
      workers.drop();
      assertEquals(new Workers.Status(0, 0, 0), workers.status());
    }
  }

  @Test
  void boundsWhatWaits() throws Exception {
    var little = new Workers.Bounds(1, 1_000, Duration.ofMinutes(1));
    var brief = new Workers.Bounds(2, 1 << 30, Duration.ofMillis(300));
    Capsule sums = capsule(SUMS, "7", LIMITS, "6");
    try (var workers = new Workers(sandbox, little, work)) {
      workers.warm(sums);
      until(() -> workers.status().equals(new Workers.Status(0, 0, 0)));
    }
    try (var workers = new Workers(sandbox, brief, work)) {
      workers.warm(sums);
      workers.warm(sums);
      workers.warm(capsule(SUMS, "7", LIMITS, "1"));
      workers.warm(capsule(SUMS, "7", LIMITS, "2"));
      var status = workers.status();
      assertTrue(status.starting() + status.waiting() <= 2, status.toString());
      until(() -> workers.status().equals(new Workers.Status(0, 0, 0)));
    }
  }

  @Test
  void takesNoneWhoseFolderHasChanged() throws Exception {
    Files.writeString(folder.resolve("a.txt"), "one");
    Capsule sums = capsule(SUMS, "7", LIMITS, "6");
    World world = sums.world().withFolders(List.of(new Folder(folder, "/data", false)));
    Capsule seeing =
        new Capsule(sums.name(), sums.module(), sums.entry(), LIMITS, world, Engine.COMPILED);
    try (var workers = new Workers(sandbox, Workers.Bounds.DEFAULT, work)) {
      workers.warm(seeing);
      until(() -> workers.status().waiting() == 1);
      Files.writeString(folder.resolve("b.txt"), "two");
      Report report = workers.run(seeing, Streams.NONE).report().join();
      assertFalse(report.startup().orElseThrow().ahead());
    }
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "nothing comes of it");
      Thread.sleep(2);
    }
  }
}
