package sandglass.tool;

/**
 * How much a folder of recorded calls holds; the oldest are removed first.
 *
 * @param count capsules, 1 or more
 * @param bytes of all capsules together, 1 or more
 */
public record RecordLimit(int count, long bytes) {
  /** 1,000 capsules, 256 MiB. */
  public static final RecordLimit DEFAULT = new RecordLimit(1_000, 256L << 20);

  /** Checks the ranges. */
  public RecordLimit {
    if (count < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          "a folder of recorded calls holds at least one byte of one");
    }
  }
}
