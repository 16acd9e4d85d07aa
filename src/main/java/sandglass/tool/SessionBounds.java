package sandglass.tool;

import java.time.Duration;

/**
 * How many sessions there may be. The one that was not used for longest makes room for a new one.
 *
 * @param count at a time; 1 or more
 * @param idle after which an unused one is ended; above zero
 */
public record SessionBounds(int count, Duration idle) {
  /** Eight, for ten minutes. */
  public static final SessionBounds DEFAULT = new SessionBounds(8, Duration.ofMinutes(10));

  /** Checks the ranges. */
  public SessionBounds {
    if (count < 1 || !idle.isPositive()) {
      throw new IllegalArgumentException("at least one session, and for some time");
    }
  }
}
