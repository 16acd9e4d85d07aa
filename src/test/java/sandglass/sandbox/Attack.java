package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sandglass.program.wat.WatCompiler;
import sandglass.program.wat.WatResult;

/** A guest that means harm, and where it runs. Its runs must end, whatever it does. */
@SuppressWarnings("ArrayRecordComponent") // read only
record Attack(byte[] module, Entry entry, Limits limits, World world, Streams streams) {
  /** Seconds after which a run counts as hanging; far above what a busy machine needs. */
  static final long PATIENCE = 60;

  /** What is meant by soon: generous, since it is no measure of speed. */
  static final Duration SOON = Duration.ofSeconds(5);

  /** Fuel that no test waits for the end of. */
  static final long ENDLESS = Limits.MAX_FUEL;

  private static final Sandbox SANDBOX = Sandbox.inMemory();

  static Attack by(byte[] module) {
    return new Attack(module, Entry.START, Limits.DEFAULT, World.EMPTY, Streams.NONE);
  }

  /** A guest from WebAssembly text. */
  static Attack by(String wat) {
    return by(compile(wat));
  }

  /** A guest whose {@code _start} has this body, with these declarations before it. */
  static Attack by(String declarations, String body) {
    return by("(module " + declarations + " (func (export \"_start\") " + body + "))");
  }

  static byte[] compile(String wat) {
    return switch (WatCompiler.compile(wat)) {
      case WatResult.Compiled compiled -> compiled.wasm();
      case WatResult other -> throw new AssertionError(other);
    };
  }

  Attack with(Limits other) {
    return new Attack(module, entry, other, world, streams);
  }

  Attack with(World other) {
    return new Attack(module, entry, limits, other, streams);
  }

  Attack with(Streams other) {
    return new Attack(module, entry, limits, world, other);
  }

  /** Calls this export, with these arguments, in place of {@code _start}. */
  Attack invoking(String export, String... args) {
    return new Attack(module, new Entry.Invoke(export, List.of(args)), limits, world, streams);
  }

  Capsule capsule(Engine engine) {
    return new Capsule("attack", module, entry, limits, world, engine);
  }

  Run start(Engine engine) {
    return SANDBOX.start(capsule(engine), streams);
  }

  Report run(Engine engine) {
    return await(start(engine));
  }

  static Report await(Run run) {
    try {
      return run.report().get(PATIENCE, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      run.cancel();
      throw new AssertionError("the run hangs: " + run.gauges(), e);
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until the guest executes, or waits for input. */
  static void awaitRunning(Run run) throws InterruptedException {
    for (int i = 0; run.gauges().phase() == Gauges.Phase.PREPARING; i++) {
      assertTrue(i < PATIENCE * 1000, "never ran");
      Thread.sleep(1);
    }
  }

  /** Cancels, and expects the report soon. */
  static Report cancel(Run run) {
    long start = System.nanoTime();
    run.cancel();
    Report report = await(run);
    assertSoon(start);
    return report;
  }

  static void assertSoon(long startNanos) {
    var taken = Duration.ofNanos(System.nanoTime() - startNanos);
    assertTrue(taken.compareTo(SOON) < 0, "took " + taken);
  }

  static <T extends Outcome> T assertEnds(Class<T> how, Report report, String... parts) {
    T outcome = assertInstanceOf(how, report.outcome(), report.outcome().toString());
    assertReadable(outcome);
    for (String part : parts) {
      assertTrue(outcome.message().contains(part), outcome.message());
    }
    return outcome;
  }

  /** A message is one line for a person: no Java names, no wrapped exceptions. */
  static void assertReadable(Outcome outcome) {
    String message = outcome.message();
    assertFalse(message.isBlank());
    assertFalse(message.lines().count() > 1, message);
    for (String internal :
        List.of("Exception", "Error:", "java.", "chicory", "null", "StackOverflow")) {
      assertFalse(message.contains(internal), message);
    }
  }
}
