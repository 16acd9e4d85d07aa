package sandglass.playground.limits;

import java.time.Duration;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Quantities;

/** One of the {@link Limits}, to be read, changed and shown as a number. */
public enum LimitKind {
  /** Units of fuel. */
  FUEL("fuel", Unit.COUNT),
  /** Bytes of linear memory. */
  MEMORY("memory", Unit.BYTES),
  /** Nanoseconds of wall-clock time. */
  TIMEOUT("timeout", Unit.NANOS),
  /** Bytes of the module's binary. */
  MODULE("module size", Unit.BYTES),
  /** Bytes of stdout and stderr together. */
  OUTPUT("output", Unit.BYTES),
  /** Bytes of file content in the guest's folders. */
  FILES("files", Unit.BYTES),
  /** Elements of all tables together. */
  TABLES("table elements", Unit.COUNT);

  private enum Unit {
    COUNT,
    BYTES,
    NANOS
  }

  private final String label;
  private final Unit unit;

  LimitKind(String label, Unit unit) {
    this.label = label;
    this.unit = unit;
  }

  /** What a person calls it, in lower case: {@code fuel}. */
  public String label() {
    return label;
  }

  /** Its value: units of fuel, bytes, nanoseconds or elements. */
  public long get(Limits limits) {
    return switch (this) {
      case FUEL -> limits.fuel();
      case MEMORY -> limits.memoryBytes();
      case TIMEOUT -> limits.timeout().toNanos();
      case MODULE -> limits.moduleBytes();
      case OUTPUT -> limits.outputBytes();
      case FILES -> limits.fileBytes();
      case TABLES -> limits.tableElements();
    };
  }

  /**
   * The limits with another value of this one.
   *
   * @param value units of fuel, bytes, nanoseconds or elements
   * @throws IllegalArgumentException if it is out of range
   */
  public Limits with(Limits limits, long value) {
    return switch (this) {
      case FUEL -> limits.withFuel(value);
      case MEMORY -> limits.withMemoryBytes(value);
      case TIMEOUT -> limits.withTimeout(Duration.ofNanos(value));
      case MODULE -> limits.withModuleBytes(value);
      case OUTPUT -> limits.withOutputBytes(value);
      case FILES -> limits.withFileBytes(value);
      case TABLES -> limits.withTableElements(value);
    };
  }

  /** The value as people write it: {@code 100,000,000}, {@code 256 MiB}, {@code 30 s}. */
  public String format(long value) {
    return switch (unit) {
      case COUNT -> Quantities.formatCount(value);
      case BYTES -> Quantities.formatBytes(value);
      case NANOS -> Quantities.formatDuration(Duration.ofNanos(value));
    };
  }

  /** The value in few characters where it is a round one: {@code 1 G}, {@code 256 MiB}. */
  public String formatShort(long value) {
    if (unit != Unit.COUNT || value < 1_000_000) {
      return format(value);
    }
    long tera = 1_000_000_000_000L;
    long scale = value >= tera ? tera : value >= 1_000_000_000 ? 1_000_000_000 : 1_000_000;
    if (value % scale != 0) {
      return format(value);
    }
    String letter = scale == tera ? "T" : scale == 1_000_000 ? "M" : "G";
    return format(value / scale) + " " + letter;
  }
}
