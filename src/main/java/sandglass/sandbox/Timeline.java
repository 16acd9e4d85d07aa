package sandglass.sandbox;

import java.util.List;

/**
 * How fuel and memory went during a run. Every sample is exact; between two neighbours time, fuel
 * or memory moved by little: the first couple of hundred samples are 64 units of fuel apart, later
 * ones a few thousandths of the whole.
 *
 * @param samples in order: time, fuel and memory never decrease. Once the report is there the last
 *     one is the end, with the report's figures; a run that never came to its guest has that one
 *     alone
 */
public record Timeline(List<Sample> samples) {
  /** Nothing yet. */
  public static final Timeline EMPTY = new Timeline(List.of());

  /** How many samples there are at most, however long the run. */
  public static final int MAX_SAMPLES = 2_048;

  /** Copies the samples. */
  public Timeline {
    samples = List.copyOf(samples);
  }

  /**
   * One moment.
   *
   * @param nanos nanoseconds since the run was started
   * @param fuel units used
   * @param memoryBytes bytes of linear memory
   */
  public record Sample(long nanos, long fuel, long memoryBytes) {}
}
