package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sandglass.sandbox.Outcome.Cancelled;
import sandglass.sandbox.Outcome.Exited;
import sandglass.sandbox.Outcome.OutOfFuel;
import sandglass.sandbox.Outcome.TimedOut;
import sandglass.sandbox.wasi.Stdin;

/** Guests that wait for input, and input that is never what they wait for. */
@SuppressWarnings("InputStreamSlowMultibyteRead") // none is here to be fast
class StdinAttackTest {
  /** Reads 16 bytes and gives the errno. */
  private static final Attack READER =
      Attack.by(
          """
          (import "wasi_snapshot_preview1" "fd_read"
            (func $fd_read (param i32 i32 i32 i32) (result i32)))
          (memory (export "memory") 1)
          (func $read (export "read") (result i32)
            (i32.store (i32.const 0) (i32.const 16))
            (i32.store (i32.const 4) (i32.const 16))
            (call $fd_read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
          """,
          "(loop (drop (call $read)) (br 0))");

  private final CountDownLatch never = new CountDownLatch(1);

  /** Blocks, and does not listen to interrupts, as the console does not. */
  private final InputStream silent =
      new InputStream() {
        @Override
        public int read() {
          boolean waiting = true;
          while (waiting) {
            try {
              never.await();
              waiting = false;
            } catch (InterruptedException e) {
              // Deaf.
            }
          }
          return -1;
        }
      };

  @AfterEach
  void release() {
    never.countDown();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void stopsAGuestThatWaitsForever(Engine engine) throws InterruptedException {
    Attack attack = READER.with(World.EMPTY.withStdin(new Stdin(() -> silent)));
    Run run = attack.start(engine);
    for (int i = 0; run.gauges().phase() != Gauges.Phase.WAITING_FOR_INPUT; i++) {
      assertTrue(i < Attack.PATIENCE * 1000, "never waited");
      Thread.sleep(1);
    }
    Attack.assertEnds(Cancelled.class, Attack.cancel(run));
    long start = System.nanoTime();
    Report report = attack.with(Limits.DEFAULT.withTimeout(Duration.ofMillis(300))).run(engine);
    Attack.assertSoon(start);
    Attack.assertEnds(TimedOut.class, report);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void countsFuelForReadsWithoutEnd(Engine engine) {
    Report report = READER.with(Limits.DEFAULT.withFuel(50_000)).run(engine);
    Attack.assertEnds(OutOfFuel.class, report);
  }

  /** The guest gets EIO, 29, and nothing else happens. */
  @Test
  void tellsTheGuestThatItsInputIsBroken() {
    for (RuntimeException fault : List.of(new IllegalStateException("a"), new RuntimeException())) {
      InputStream faulty =
          new InputStream() {
            @Override
            public int read() {
              throw fault;
            }

            @Override
            public int available() {
              throw fault;
            }
          };
      assertReads("i32:29", faulty);
    }
    assertReads(
        "i32:29",
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        });
  }

  private static void assertReads(String errno, InputStream stdin) {
    Attack attack = READER.with(World.EMPTY.withStdin(new Stdin(() -> stdin))).invoking("read");
    Report report = attack.run(Engine.COMPILED);
    Attack.assertEnds(Exited.class, report);
    assertEquals(List.of(errno), report.results());
  }

  @Test
  void stopsWhileStdinIsBeingOpened() throws InterruptedException {
    var opening = new CountDownLatch(1);
    var stdin =
        new Stdin(
            () -> {
              opening.countDown();
              return new ByteArrayInputStream(new byte[] {(byte) silent.read()});
            });
    Run run = READER.with(World.EMPTY.withStdin(stdin)).start(Engine.COMPILED);
    assertTrue(opening.await(Attack.PATIENCE, TimeUnit.SECONDS));
    Attack.assertEnds(Cancelled.class, Attack.cancel(run));
  }
}
