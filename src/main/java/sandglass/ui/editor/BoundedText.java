package sandglass.ui.editor;

import java.time.Duration;

/**
 * A text that stops being read when its reader is interrupted or has had its time: what ends a
 * regular expression that would backtrack for ever.
 */
final class BoundedText implements CharSequence {
  private static final int CHECK_EVERY = 1 << 12;

  /** The reader has had its time, or nobody waits for it any more. */
  static final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfTime() {
      super("out of time", null, false, false);
    }
  }

  private final String text;
  private final long end;
  private int reads;

  BoundedText(String text, Duration time) {
    this.text = text;
    end = System.nanoTime() + time.toNanos();
  }

  /**
   * Throws when time is up.
   *
   * @throws OutOfTime then, and when the thread was interrupted
   */
  void check() {
    if (Thread.currentThread().isInterrupted() || System.nanoTime() - end > 0) {
      throw new OutOfTime();
    }
  }

  @Override
  public char charAt(int index) {
    if (++reads % CHECK_EVERY == 0) {
      check();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int stop) {
    return text.substring(start, stop);
  }

  @Override
  public String toString() {
    return text;
  }
}
