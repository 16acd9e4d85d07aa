package sandglass.ui.charts;

/**
 * A value's place in pixels.
 *
 * @param from the value at {@code start}
 * @param to the value at {@code end}; above {@code from}
 * @param start pixels
 * @param end pixels
 */
record Scale(long from, long to, double start, double end) {
  /** How far above the highest value a scale goes. */
  private static final double HEADROOM = 1.12;

  /** A range of nothing becomes one of 1, so that there is something to draw on. */
  Scale {
    to = Math.max(to, from + 1);
  }

  /**
   * The scale of a value that has a limit.
   *
   * @param highest of the data
   * @param whole whether to reach up to the limit in any case; else only where the data comes near
   * @param least what the scale reaches at least
   * @param bottom pixels of zero
   * @param top pixels of the highest value
   */
  static Scale limited(
      long highest, long limit, boolean whole, long least, double bottom, double top) {
    boolean near = whole || highest >= limit / 3;
    double reach = Math.max(near ? Math.max(limit, highest) : highest, least) * HEADROOM;
    return new Scale(0, (long) Math.ceil(reach), bottom, top);
  }

  double at(long value) {
    return start + ((double) value - from) / ((double) to - from) * (end - start);
  }

  /** The value at a place, at most the ends'. */
  long valueAt(double pixel) {
    double part = Math.clamp((pixel - start) / (end - start), 0, 1);
    return from + Math.round(part * ((double) to - from));
  }

  boolean shows(long value) {
    return value >= from && value <= to;
  }
}
