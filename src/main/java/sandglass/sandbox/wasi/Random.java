package sandglass.sandbox.wasi;

/**
 * Where a guest's random numbers come from.
 *
 * @param mode the kind of source
 * @param seed the seed where the mode is {@link Mode#SEEDED}, else 0
 */
public record Random(Mode mode, long seed) {

  /** The kind of source. */
  public enum Mode {
    /** The same numbers for the same seed, on every machine. */
    SEEDED,
    /** The machine's secure random source. */
    REAL,
    /** None: {@code random_get} fails with {@code ENOTSUP}. */
    OFF
  }

  /** The machine's secure random source. */
  public static final Random REAL = new Random(Mode.REAL, 0);

  /** No random numbers. */
  public static final Random OFF = new Random(Mode.OFF, 0);

  /** The same numbers for the same seed. */
  public static Random seeded(long seed) {
    return new Random(Mode.SEEDED, seed);
  }
}
