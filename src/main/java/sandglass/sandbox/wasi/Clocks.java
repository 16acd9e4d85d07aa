package sandglass.sandbox.wasi;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The guest's clocks. Times are unsigned nanoseconds that stop at 2^64-1. */
final class Clocks {
  /** 2026-01-01T00:00:00Z, where the virtual clock starts. */
  static final long VIRTUAL_START = 1_767_225_600_000_000_000L;

  static final int REALTIME = 0;
  static final int MONOTONIC = 1;

  private static final long MAX = -1L;

  private final Clock clock;
  private final LongSupplier fuelUsed;
  private final long realStart = System.nanoTime();
  private long slept;
  private boolean running;

  Clocks(Clock clock, LongSupplier fuelUsed) {
    this.clock = clock;
    this.fuelUsed = fuelUsed;
  }

  /** From now on fuel counts; before, while the world is set up, none is asked for. */
  void start() {
    running = true;
  }

  boolean isVirtual() {
    return clock == Clock.VIRTUAL;
  }

  boolean isReal() {
    return clock == Clock.REAL;
  }

  /** Checks that there is such a clock: {@code EINVAL}, or {@code ENOTSUP} if clocks are off. */
  void check(int id) {
    if (Integer.compareUnsigned(id, 3) > 0) {
      throw Errno.EINVAL.thrown();
    }
    if (clock == Clock.OFF) {
      throw Errno.ENOTSUP.thrown();
    }
  }

  /** The time on a clock. The processor time clocks are {@code EBADF}, as in wasmtime. */
  long time(int id) {
    check(id);
    return switch (id) {
      case REALTIME -> realtime();
      case MONOTONIC -> monotonic();
      default -> throw Errno.EBADF.thrown();
    };
  }

  /** Nanoseconds between two ticks. */
  long resolution(int id) {
    check(id);
    if (id > MONOTONIC) {
      throw Errno.EBADF.thrown();
    }
    return 1;
  }

  /** The time that files get: the start of the virtual clock where clocks are off. */
  long fileTime() {
    return clock == Clock.OFF ? VIRTUAL_START : realtime();
  }

  private long realtime() {
    if (isVirtual()) {
      return add(VIRTUAL_START, monotonic());
    }
    var now = Instant.now();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }

  private long monotonic() {
    return isVirtual()
        ? add(running ? fuelUsed.getAsLong() : 0, slept)
        : System.nanoTime() - realStart;
  }

  /**
   * Lets time pass: at once on the virtual clock, really on the real one.
   *
   * @param nanos unsigned
   */
  void sleep(long nanos) {
    if (isVirtual()) {
      slept = add(slept, nanos);
      return;
    }
    long left = nanos;
    try {
      while (left != 0) {
        long part = Long.compareUnsigned(left, Long.MAX_VALUE) > 0 ? Long.MAX_VALUE : left;
        TimeUnit.NANOSECONDS.sleep(part);
        left -= part;
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** The exception that ends a guest whose thread was interrupted while it waited. */
  static ChicoryInterruptedException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new ChicoryInterruptedException(cause);
  }

  /** Ends the guest if its thread was interrupted; for calls that may take long. */
  static void checkInterrupt() {
    if (Thread.currentThread().isInterrupted()) {
      throw new ChicoryInterruptedException("interrupted in a WASI call");
    }
  }

  private static long add(long one, long two) {
    long sum = one + two;
    return Long.compareUnsigned(sum, one) < 0 ? MAX : sum;
  }
}
