package sandglass.playground.prepare;

/** How far something is, in words. */
public final class Percent {
  private Percent() {}

  /**
   * Such as {@code 43 %}; rounded down, so that 100 % is said of what is over alone.
   *
   * @param progress from 0 to 1
   */
  public static String of(double progress) {
    return (int) (progress * 100) + " %";
  }
}
