package sandglass.playground.limits;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.LongStream;
import sandglass.sandbox.Quantities;

/** What a limit is counted in; its values are whole numbers of the smallest unit. */
@SuppressWarnings("ImmutableEnumChecker") // nobody writes to the arrays
enum LimitUnit {
  /** Units of fuel, table elements. */
  COUNT(
      new String[] {"T", "G", "M", "k"},
      new long[] {1_000_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L}) {
    @Override
    long parse(String text) {
      return Quantities.parseCount(text);
    }

    @Override
    String compact(long value) {
      // 2048 is easier to read than 2.048k.
      return value < 10_000 && value % 1000 != 0 ? Long.toString(value) : super.compact(value);
    }

    @Override
    String plain(long value) {
      return Quantities.formatCount(value).replace(',', '_');
    }

    @Override
    String full(long value) {
      return Quantities.formatCount(value);
    }

    @Override
    LongStream steps() {
      return LongStream.iterate(1, decade -> decade <= 100_000_000_000_000_000L, d -> d * 10)
          .flatMap(decade -> LongStream.of(decade, 2 * decade, 5 * decade));
    }
  },

  /** Bytes. */
  BYTES(
      new String[] {"TiB", "GiB", "MiB", "KiB"},
      new long[] {1L << 40, 1L << 30, 1 << 20, 1 << 10}) {
    @Override
    long parse(String text) {
      return Quantities.parseBytes(text);
    }

    @Override
    String plain(long value) {
      return Quantities.formatCount(value).replace(',', '_') + "B";
    }

    @Override
    String full(long value) {
      return Quantities.formatCount(value) + (value == 1 ? " byte" : " bytes");
    }

    @Override
    LongStream steps() {
      return LongStream.rangeClosed(0, 62).map(power -> 1L << power);
    }
  },

  /** Nanoseconds. */
  TIME(
      new String[] {"d", "h", "m", "s", "ms", "us"},
      new long[] {
        86_400_000_000_000L, 3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L
      }) {
    @Override
    long parse(String text) {
      return Quantities.parseDuration(text).toNanos();
    }

    @Override
    boolean fractions(long unit) {
      return unit <= 1_000_000_000L; // 90s rather than 1.5m
    }

    @Override
    String plain(long value) {
      return value + "ns";
    }

    @Override
    String full(long value) {
      String sum = Quantities.formatCount(value / 1_000_000) + " ms";
      return value % 1_000_000 == 0 ? sum : Quantities.formatCount(value) + " ns";
    }

    @Override
    LongStream steps() {
      long ms = 1_000_000;
      var below = LongStream.iterate(ms, decade -> decade <= 10_000 * ms, d -> d * 10);
      return LongStream.concat(
          below.flatMap(d -> LongStream.of(d, 2 * d, 5 * d)).filter(step -> step < 60_000 * ms),
          LongStream.of(60, 120, 300, 600, 1800, 3600).map(seconds -> seconds * 1000 * ms));
    }
  };

  private static final int MAX_DECIMALS = 3;
  private static final BigDecimal MAX_FRACTION = BigDecimal.valueOf(10_000);

  private final String[] names;
  private final long[] sizes;

  LimitUnit(String[] names, long[] sizes) {
    this.names = names;
    this.sizes = sizes;
  }

  /**
   * The value that a text means.
   *
   * @throws IllegalArgumentException with one sentence: what is wrong, and an example
   */
  abstract long parse(String text);

  /** Without a larger unit, as {@link #parse} takes it. */
  abstract String plain(long value);

  /** With every digit, grouped: {@code 268,435,456 bytes}. */
  abstract String full(long value);

  /** Round values, rising. */
  abstract LongStream steps();

  boolean fractions(long unit) {
    return unit > 1;
  }

  /** The shortest text that {@link #parse} takes back to the same value: {@code 256MiB}. */
  String compact(long value) {
    for (int i = 0; i < sizes.length; i++) {
      if (value >= sizes[i] && (fractions(sizes[i]) || value % sizes[i] == 0)) {
        var number =
            BigDecimal.valueOf(value)
                .divide(BigDecimal.valueOf(sizes[i]), 60, RoundingMode.DOWN)
                .stripTrailingZeros();
        if (number.scale() <= 0
            || (number.scale() <= MAX_DECIMALS && number.compareTo(MAX_FRACTION) < 0)) {
          return number.toPlainString() + names[i];
        }
      }
    }
    return plain(value);
  }

  /** Round values from one to another, both included, rising. */
  long[] steps(long from, long to) {
    long[] inside = steps().filter(step -> step > from && step < to).toArray();
    return LongStream.concat(
            LongStream.concat(LongStream.of(from), Arrays.stream(inside)), LongStream.of(to))
        .toArray();
  }
}
