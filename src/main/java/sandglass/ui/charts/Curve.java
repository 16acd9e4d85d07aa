package sandglass.ui.charts;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import sandglass.playground.graph.GraphSeries.Axis;
import sandglass.sandbox.Timeline.Sample;

/**
 * A series as points in pixels, at most a few for each column of pixels: since values never
 * decrease, a column's first and last are its least and its greatest.
 */
final class Curve {
  private double[] xs = new double[64];
  private double[] ys = new double[64];
  private int count;

  /**
   * @param steps whether a value holds until the next, as memory does
   */
  static Curve of(
      List<Sample> samples,
      Axis axis,
      ToLongFunction<Sample> value,
      Scale x,
      Scale y,
      boolean steps) {
    var curve = new Curve();
    Sample latest = null;
    int column = Integer.MIN_VALUE;
    boolean pending = false;
    for (Sample sample : samples) {
      int here = (int) Math.floor(x.at(axis.of(sample)));
      if (here == column) {
        latest = sample;
        pending = true;
        continue;
      }
      if (pending) {
        curve.add(x.at(axis.of(latest)), y.at(value.applyAsLong(latest)), steps);
        pending = false;
      }
      curve.add(x.at(axis.of(sample)), y.at(value.applyAsLong(sample)), steps);
      column = here;
    }
    if (pending) {
      curve.add(x.at(axis.of(latest)), y.at(value.applyAsLong(latest)), steps);
    }
    return curve;
  }

  private void add(double x, double y, boolean steps) {
    if (steps && count > 0 && ys[count - 1] != y) {
      add(x, ys[count - 1]);
    }
    add(x, y);
  }

  private void add(double x, double y) {
    if (count == xs.length) {
      xs = Arrays.copyOf(xs, 2 * count);
      ys = Arrays.copyOf(ys, 2 * count);
    }
    xs[count] = x;
    ys[count] = y;
    count++;
  }

  int size() {
    return count;
  }

  double x(int i) {
    return xs[i];
  }

  double y(int i) {
    return ys[i];
  }
}
