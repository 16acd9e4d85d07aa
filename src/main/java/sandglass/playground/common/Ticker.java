package sandglass.playground.common;

import java.time.Duration;

/** Calls on the FX thread after a while, or again and again. Tests have one that they wind. */
public interface Ticker {
  /** Calls once. */
  Tick after(Duration delay, Runnable action);

  /** Calls again and again; the first time after one period. */
  Tick every(Duration period, Runnable action);

  /** A call that is still to come. */
  @FunctionalInterface
  interface Tick {
    /** Calls no more. May be called again. */
    void stop();
  }
}
