package sandglass.playground.common;

import java.util.List;

/**
 * A message about something that a person can put right; it stays until it is closed or replaced.
 *
 * @param kind how it looks
 * @param text what happened, where, what to do: one or two sentences
 * @param fixes buttons beside it; may be empty
 */
public record Notice(Kind kind, String text, List<Fix> fixes) {
  /** How a notice looks. */
  public enum Kind {
    /** Something was done. */
    INFO,
    /** Something was not done, or only in part. */
    WARNING,
    /** Something failed. */
    ERROR
  }

  /** Copies the fixes. */
  public Notice {
    fixes = List.copyOf(fixes);
  }

  /** A notice without buttons. */
  public Notice(Kind kind, String text) {
    this(kind, text, List.of());
  }

  /**
   * A button that helps.
   *
   * @param text what it does, such as {@code Raise fuel to 1 G and run again}
   * @param action does it, on the FX thread
   */
  public record Fix(String text, Runnable action) {}
}
