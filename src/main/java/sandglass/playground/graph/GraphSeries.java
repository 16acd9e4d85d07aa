package sandglass.playground.graph;

import java.util.List;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Timeline.Sample;

/**
 * What the graphs show at one moment. Times are nanoseconds since the guest began, which is after
 * the module was compiled. Pure, and may be read from any thread.
 *
 * @param samples in order: time, fuel and memory never decrease; empty before a run
 * @param growths each {@code memory.grow} that the report lists
 * @param marks the same for a display: where many are close together, one stands for them
 * @param calls the WASI calls that the report lists
 * @param limits the run's
 */
public record GraphSeries(
    List<Sample> samples, List<Mark> growths, List<Mark> marks, List<Call> calls, Limits limits) {

  /** What is on the x-axis. */
  public enum Axis {
    /** Nanoseconds since the guest began. */
    TIME,
    /** Units of fuel. */
    FUEL;

    /** A sample's place on this axis. */
    public long of(Sample sample) {
      return this == TIME ? sample.nanos() : sample.fuel();
    }
  }

  /**
   * Growths of memory.
   *
   * @param at when; the memory is what it was after them
   * @param granted whether it was granted
   * @param pages pages of 64 KiB asked for, all together
   * @param count how many growths this stands for
   */
  public record Mark(Sample at, boolean granted, long pages, int count) {}

  /**
   * A WASI call.
   *
   * @param at when it was made
   * @param function its name, such as {@code fd_write}
   */
  public record Call(Sample at, String function) {}

  /** Before the first run. */
  public static final GraphSeries EMPTY = live(List.of(), Limits.DEFAULT);

  /** Copies the lists. */
  public GraphSeries {
    samples = List.copyOf(samples);
    growths = List.copyOf(growths);
    marks = List.copyOf(marks);
    calls = List.copyOf(calls);
  }

  /** A series without marks, which come with the report. */
  static GraphSeries live(List<Sample> samples, Limits limits) {
    return new GraphSeries(samples, List.of(), List.of(), List.of(), limits);
  }

  /** The newest sample; one of zeros where there is none. */
  public Sample last() {
    return samples.isEmpty() ? new Sample(0, 0, 0) : samples.getLast();
  }

  /** Where the x-axis begins. */
  public long from(Axis axis) {
    return samples.isEmpty() ? 0 : axis.of(samples.getFirst());
  }

  /** Where the data ends on the x-axis. */
  public long to(Axis axis) {
    return axis.of(last());
  }

  /**
   * The values at a place on the x-axis: time and fuel run straight from sample to sample, memory
   * goes in steps.
   *
   * @param x is brought into the range of the samples
   */
  public Sample at(Axis axis, long x) {
    if (samples.isEmpty()) {
      return last();
    }
    int i = lastUpTo(axis, x);
    if (i < 0) {
      return samples.getFirst();
    }
    Sample a = samples.get(i);
    if (i == samples.size() - 1 || axis.of(a) == x) {
      return a;
    }
    Sample b = samples.get(i + 1);
    double part = (double) (x - axis.of(a)) / (axis.of(b) - axis.of(a));
    return new Sample(
        between(a.nanos(), b.nanos(), part), between(a.fuel(), b.fuel(), part), a.memoryBytes());
  }

  private static long between(long a, long b, double part) {
    return a + Math.round((b - a) * part);
  }

  /** Index of the last sample at or before a place on an axis; -1 if there is none. */
  public int lastUpTo(Axis axis, long x) {
    int low = 0;
    int high = samples.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (axis.of(samples.get(middle)) <= x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /**
   * Samples and events as comma-separated values with a header that has the units; may be long, so
   * to be made in the background.
   */
  public String csv() {
    return GraphCsv.of(this);
  }
}
