package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sandglass.sandbox.Outcome.Cancelled;
import sandglass.sandbox.Outcome.Exited;
import sandglass.sandbox.Outcome.TimedOut;

/** Runs that are stopped, whenever and whatever they do. */
class CancelTest {
  private static final Path MODULE = Path.of("src/test/resources/fuel/c/memory-O2.wasm");

  /** About 8 MB, valid, and many seconds for the compiler. */
  private static byte[] large() {
    return HostileModules.module(3_000, 0, i -> HostileModules.additions(200));
  }

  /** In a new sandbox each time, so that some moments fall into its preparation. */
  @Test
  void stopsAt200RandomMoments() throws IOException {
    byte[] program = Files.readAllBytes(MODULE);
    Attack ending = Attack.by(program);
    Attack endless =
        Attack.by("(func $f (nop))", "(loop (call $f) (br 0))")
            .with(Limits.DEFAULT.withFuel(Attack.ENDLESS));
    var random = new Random(20);
    int cancelled = 0;
    for (int i = 0; i < 200; i++) {
      Engine engine = i % 2 == 0 ? Engine.COMPILED : Engine.INTERPRETER;
      Attack attack = i % 4 < 2 ? ending : endless;
      try (var sandbox = Sandbox.inMemory()) {
        Run run = sandbox.start(attack.capsule(engine), Streams.NONE);
        LockSupport.parkNanos(random.nextInt(50_000_000));
        Report report = Attack.cancel(run);
        if (report.outcome() instanceof Cancelled) {
          cancelled++;
        } else {
          Attack.assertEnds(Exited.class, report);
          assertSame(ending, attack);
        }
        Attack.assertReadable(report.outcome());
        assertEquals(Gauges.Phase.ENDED, run.gauges().phase());
      }
    }
    assertTrue(cancelled >= 100, "cancelled " + cancelled);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void stopsThePreparationOfALargeModule(Engine engine) throws InterruptedException {
    byte[] module = large();
    assertTrue(module.length > 7_000_000);
    for (int delay : new int[] {0, 5, 30, 100, 300}) {
      Run run = Attack.by(module).start(engine);
      Thread.sleep(delay);
      Report report = Attack.cancel(run);
      if (engine == Engine.COMPILED) {
        Attack.assertEnds(Cancelled.class, report);
      }
    }
  }

  @Test
  void timesOutInsideThePreparation() {
    long start = System.nanoTime();
    Limits hasty = Limits.DEFAULT.withTimeout(Duration.ofMillis(100));
    Report report = Attack.by(large()).with(hasty).run(Engine.COMPILED);
    Attack.assertSoon(start);
    Attack.assertEnds(TimedOut.class, report, "still being prepared", "100 ms");
    assertEquals(0, report.fuelUsed());
  }

  @Test
  void cancellingTwiceOrTooLateChangesNothing() {
    Run run = Attack.by("", "").start(Engine.INTERPRETER);
    Report report = Attack.await(run);
    run.cancel();
    run.cancel();
    assertSame(report, Attack.await(run));
    Attack.assertEnds(Exited.class, report);

    Run loop = Attack.by("", "(loop (br 0))").start(Engine.INTERPRETER);
    loop.cancel();
    loop.cancel();
    Attack.assertEnds(Cancelled.class, Attack.await(loop));
  }

  /** A report's reader may cancel again, ask the meters, or fail: that is not the run's concern. */
  @Test
  void givesItsReportToReadersThatMisbehave() {
    Run run = Attack.by("", "").start(Engine.INTERPRETER);
    var failed =
        run.report()
            .thenApply(
                r -> {
                  run.cancel();
                  run.gauges();
                  throw new IllegalStateException("a reader's fault");
                });
    Attack.assertEnds(Exited.class, Attack.await(run));
    assertTrue(failed.handle((r, e) -> e != null).join());
  }

  @Test
  void stopsAfterItsSandboxWasClosed() {
    Run run;
    try (var sandbox = Sandbox.inMemory()) {
      Attack loop = Attack.by("", "(loop (br 0))").with(Limits.DEFAULT.withFuel(Attack.ENDLESS));
      run = sandbox.start(loop.capsule(Engine.COMPILED), Streams.NONE);
    }
    Attack.assertEnds(Cancelled.class, Attack.cancel(run));
  }
}
