package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sandglass.sandbox.Outcome.Cancelled;
import sandglass.sandbox.Outcome.Exited;
import sandglass.sandbox.Outcome.OutOfFuel;
import sandglass.sandbox.Outcome.TimedOut;
import sandglass.sandbox.Outcome.Trapped;
import sandglass.sandbox.meter.WasmBytes;
import sandglass.sandbox.wasi.Clock;

/** Guests that never end on their own: loops, recursion, sleep. */
class EndlessGuestTest {
  private static final Attack LOOP = Attack.by("", "(loop (br 0))");

  private static final Attack LOOP_IN_START_SECTION =
      Attack.by("(module (func $loop (loop (br 0))) (start $loop) (func (export \"_start\")))");

  private static final String HOST_CALLS =
      """
      (import "wasi_snapshot_preview1" "fd_write"
        (func $fd_write (param i32 i32 i32 i32) (result i32)))
      (memory (export "memory") 1)
      """;

  private static final String SLEEP =
      """
      (import "wasi_snapshot_preview1" "poll_oneoff"
        (func $poll_oneoff (param i32 i32 i32 i32) (result i32)))
      (memory (export "memory") 1)
      """;

  /** One subscription to the monotonic clock, a year from now. */
  private static final String SLEEP_A_YEAR =
      """
      (i32.store (i32.const 16) (i32.const 1))
      (i64.store (i32.const 24) (i64.const 31536000000000000))
      (if (call $poll_oneoff (i32.const 0) (i32.const 64) (i32.const 1) (i32.const 128))
        (then unreachable))
      """;

  private static Limits endless() {
    return Limits.DEFAULT.withFuel(Attack.ENDLESS);
  }

  private static Limits hasty() {
    return endless().withTimeout(Duration.ofMillis(300));
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void endsALoopWhenItsFuelIsUsedUp(Engine engine) {
    Report report = LOOP.with(Limits.DEFAULT.withFuel(1_000_000)).run(engine);
    Attack.assertEnds(OutOfFuel.class, report, "1,000,000", "raise the fuel limit");
    assertTrue(report.fuelUsed() >= 1_000_000);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void stopsALoop(Engine engine) throws InterruptedException {
    assertStops(LOOP, engine);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void stopsALoopInsideTheStartSection(Engine engine) throws InterruptedException {
    assertStops(LOOP_IN_START_SECTION, engine);
    Report report = LOOP_IN_START_SECTION.with(Limits.DEFAULT.withFuel(100_000)).run(engine);
    Attack.assertEnds(OutOfFuel.class, report);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void stopsALoopOfHostCalls(Engine engine) throws InterruptedException {
    String write = "(call $fd_write (i32.const 1) (i32.const 0) (i32.const 0) (i32.const 8))";
    assertStops(Attack.by(HOST_CALLS, "(loop (drop " + write + ") (br 0))"), engine);
  }

  /** Compiled code keeps the frames of tail calls, and so comes to the end of its stack. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void endsALoopOfTailCalls(Engine engine) {
    Attack attack = Attack.by("(func $f (return_call $f))", "(call $f)");
    if (engine == Engine.COMPILED) {
      assertOverflows(attack, engine);
    } else {
      Attack.assertEnds(OutOfFuel.class, attack.with(Limits.DEFAULT.withFuel(200_000)).run(engine));
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void stopsALoopThatCatchesEverything(Engine engine) throws InterruptedException {
    var loop = new WasmBytes().raw(0x03, 0x40, 0x0c, 0, 0x0b);
    var body = new WasmBytes().raw(0x03, 0x40).append(catching(loop)).raw(0x0c, 0, 0x0b);
    assertStops(Attack.by(HostileModules.start(body)), engine);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void stopsBulkOperationsInALoop(Engine engine) throws InterruptedException {
    String body =
        "(loop (memory.fill (i32.const 0) (i32.const 1) (i32.const 67108864))"
            + " (memory.copy (i32.const 8) (i32.const 0) (i32.const 67108856)) (br 0))";
    assertStops(Attack.by("(memory (export \"memory\") 1024)", body), engine);
  }

  private static void assertStops(Attack attack, Engine engine) throws InterruptedException {
    Run run = attack.with(endless()).start(engine);
    Attack.awaitRunning(run);
    Attack.assertEnds(Cancelled.class, Attack.cancel(run), "stopped by the user");
    long start = System.nanoTime();
    Report report = attack.with(hasty()).run(engine);
    Attack.assertSoon(start);
    Attack.assertEnds(TimedOut.class, report, "300 ms", "raise the timeout");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void trapsRecursionWithoutEnd(Engine engine) {
    assertOverflows(Attack.by("(func $f (call $f) (call $f))", "(call $f)"), engine);
    assertOverflows(
        Attack.by(
            "(func $f (param i64 f64) (result i64) (i64.add (i64.const 1)"
                + " (call $f (local.get 0) (local.get 1))))",
            "(drop (call $f (i64.const 1) (f64.const 2)))"),
        engine);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void trapsRecursionThroughATable(Engine engine) {
    String declarations =
        "(type $t (func)) (table 1 funcref) (elem (i32.const 0) $f)"
            + "(func $f (call_indirect (type $t) (i32.const 0)) (call $f))";
    assertOverflows(Attack.by(declarations, "(call $f)"), engine);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void trapsRecursionInTheStartSection(Engine engine) {
    assertOverflows(
        Attack.by("(module (func $f (call $f) (call $f)) (start $f) (func (export \"_start\")))"),
        engine);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void trapsRecursionThatCatchesEverything(Engine engine) {
    var body = catching(new WasmBytes().raw(0x10, 0)).raw(0x10, 0);
    assertOverflows(Attack.by(HostileModules.start(body)), engine);
  }

  /** Code in a block that catches every exception. */
  private static WasmBytes catching(WasmBytes code) {
    return new WasmBytes()
        .raw(0x02, 0x40, 0x1f, 0x40, 1, 2, 0) // block, try_table with catch_all to its end
        .append(code)
        .raw(0x0b, 0x0b);
  }

  /** What runs at the very end of the stack must not break anything for the guests after it. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void survivesHostCallsAtTheEndOfTheStack(Engine engine) {
    String declarations =
        HOST_CALLS
            + "(func $f (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1)"
            + " (i32.const 8))) (call $f) (call $f))";
    Attack attack =
        Attack.by(declarations, "(i32.store (i32.const 4) (i32.const 1)) (call $f)")
            .with(endless());
    for (int i = 0; i < 3; i++) {
      assertOverflows(attack, engine);
    }
    String hello =
        "(i32.store (i32.const 4) (i32.const 3)) (drop (call $fd_write (i32.const 1)"
            + " (i32.const 0) (i32.const 1) (i32.const 8)))";
    Report report = Attack.by(HOST_CALLS, hello).run(engine);
    Attack.assertEnds(Exited.class, report);
    assertEquals(3, report.stdout().bytes().length);
  }

  private static void assertOverflows(Attack attack, Engine engine) {
    Trapped trapped = Attack.assertEnds(Trapped.class, attack.run(engine));
    assertEquals("call stack exhausted", trapped.reason());
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void sleepsAYearInNoTimeOnTheVirtualClock(Engine engine) {
    long start = System.nanoTime();
    Report report = Attack.by(SLEEP, SLEEP_A_YEAR).run(engine);
    Attack.assertSoon(start);
    Attack.assertEnds(Exited.class, report);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void stopsASleepOnTheRealClock(Engine engine) throws InterruptedException {
    assertStops(Attack.by(SLEEP, SLEEP_A_YEAR).with(World.EMPTY.withClock(Clock.REAL)), engine);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void stopsALoopOfVirtualSleeps(Engine engine) throws InterruptedException {
    assertStops(Attack.by(SLEEP, "(loop " + SLEEP_A_YEAR + "(br 0))"), engine);
  }
}
