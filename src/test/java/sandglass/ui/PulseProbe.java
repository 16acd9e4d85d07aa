package sandglass.ui;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;

/**
 * Measures how long the FX thread was away: the longest time between two pulses. The pulse that is
 * late counts too, while it is being waited for.
 */
public final class PulseProbe {
  private final AtomicLong longest = new AtomicLong();
  private final AtomicLong last = new AtomicLong();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long ignored) {
          long now = System.nanoTime();
          longest.accumulateAndGet(now - last.getAndSet(now), Math::max);
        }
      };

  private PulseProbe() {}

  /** Begins to measure; on the FX thread. */
  public static PulseProbe start() {
    var probe = new PulseProbe();
    probe.last.set(System.nanoTime());
    probe.timer.start();
    return probe;
  }

  /** Milliseconds of the longest gap so far; from any thread. */
  public long longestMillis() {
    return TimeUnit.NANOSECONDS.toMillis(Math.max(longest.get(), System.nanoTime() - last.get()));
  }

  /** Measures no more; on the FX thread. Milliseconds of the longest gap. */
  public long stop() {
    long measured = longestMillis();
    timer.stop();
    return measured;
  }
}
