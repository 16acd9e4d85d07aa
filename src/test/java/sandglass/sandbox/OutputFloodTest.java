package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sandglass.sandbox.Outcome.Cancelled;
import sandglass.sandbox.Outcome.Exited;
import sandglass.sandbox.Outcome.OutputLimit;
import sandglass.sandbox.Outcome.TimedOut;

/** Guests that write without end, to somebody who may not read. */
class OutputFloodTest {
  private static final int MIB = 1 << 20;

  /** Writes 100 times 1 MiB to stdout. */
  private static final Attack FLOOD =
      Attack.by(
          """
          (import "wasi_snapshot_preview1" "fd_write"
            (func $fd_write (param i32 i32 i32 i32) (result i32)))
          (memory (export "memory") 17)
          (global $left (mut i32) (i32.const 100))
          """,
          """
          (i32.store (i32.const 0) (i32.const 65536))
          (i32.store (i32.const 4) (i32.const 1048576))
          (memory.fill (i32.const 65536) (i32.const 0x78) (i32.const 1048576))
          (loop
            (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
            (global.set $left (i32.sub (global.get $left) (i32.const 1)))
            (br_if 0 (global.get $left)))
          """);

  private static final Limits ROOMY = Limits.DEFAULT.withOutputBytes(200L * MIB);

  /** Counts what it gets, and keeps none of it. */
  private static final class Counter extends OutputStream {
    final AtomicLong bytes = new AtomicLong();

    @Override
    public void write(int b) {
      bytes.incrementAndGet();
    }

    @Override
    public void write(byte[] b, int offset, int length) {
      bytes.addAndGet(length);
    }
  }

  /** Never takes what it is given, and does not listen to interrupts either. */
  private static final class Deaf extends OutputStream {
    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch blocked = new CountDownLatch(1);

    @Override
    public void write(int b) {
      blocked.countDown();
      boolean waiting = true;
      while (waiting) {
        try {
          release.await();
          waiting = false;
        } catch (InterruptedException e) {
          // Deaf.
        }
      }
    }

    @Override
    public void write(byte[] b, int offset, int length) {
      write(0);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void passesEverythingOnAndKeepsTheHead(Engine engine) {
    var live = new Counter();
    Report report =
        FLOOD.with(ROOMY).with(new Streams(live, OutputStream.nullOutputStream())).run(engine);
    Attack.assertEnds(Exited.class, report);
    assertEquals(100L * MIB, live.bytes.get());
    assertEquals(Report.CAPTURED_BYTES, report.stdout().bytes().length);
    assertEquals(99L * MIB, report.stdout().droppedBytes());
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void endsAtTheOutputLimit(Engine engine) {
    var live = new Counter();
    Report report =
        FLOOD
            .with(Limits.DEFAULT.withOutputBytes(10L * MIB + 3))
            .with(new Streams(live, OutputStream.nullOutputStream()))
            .run(engine);
    Attack.assertEnds(OutputLimit.class, report, "raise the output limit");
    assertEquals(10L * MIB + 3, live.bytes.get());
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void writesNothingWhereNothingIsAllowed(Engine engine) {
    Report report = FLOOD.with(Limits.DEFAULT.withOutputBytes(0)).run(engine);
    Attack.assertEnds(OutputLimit.class, report);
    assertArrayEquals(new byte[0], report.stdout().bytes());
  }

  @Test
  void endsTheRunWhenNobodyTakesItsOutput() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("broken pipe");
          }
        };
    OutputStream faulty =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new IllegalStateException("a fault of the consumer");
          }
        };
    for (OutputStream stdout : new OutputStream[] {broken, faulty}) {
      Report report =
          FLOOD.with(new Streams(stdout, OutputStream.nullOutputStream())).run(Engine.COMPILED);
      Attack.assertEnds(Cancelled.class, report, "its output was closed");
    }
  }

  @Test
  void stopsEvenWhenItsConsumerNeverReturns() throws InterruptedException {
    var deaf = new Deaf();
    Attack attack = FLOOD.with(new Streams(deaf, OutputStream.nullOutputStream()));
    Run run = attack.start(Engine.COMPILED);
    assertTrue(deaf.blocked.await(Attack.PATIENCE, TimeUnit.SECONDS));
    Attack.assertEnds(Cancelled.class, Attack.cancel(run));
    long start = System.nanoTime();
    Report report =
        attack.with(Limits.DEFAULT.withTimeout(Duration.ofMillis(300))).run(Engine.COMPILED);
    Attack.assertSoon(start);
    Attack.assertEnds(TimedOut.class, report);
    deaf.release.countDown();
  }
}
