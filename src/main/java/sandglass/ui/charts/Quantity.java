package sandglass.ui.charts;

import java.util.Locale;
import sandglass.sandbox.Quantities;

/** What an axis measures: where its ticks go, and how its values are written. Pure. */
enum Quantity {
  /** Units of fuel. */
  FUEL {
    @Override
    long step(long range, int ticks) {
      return decimalStep(range, ticks);
    }

    @Override
    String brief(long value) {
      String[] units = {"", " k", " M", " G", " T", " P", " E"};
      int unit = 0;
      double scaled = value;
      while (scaled >= 1000 && unit < units.length - 1) {
        scaled /= 1000;
        unit++;
      }
      return trimmed(scaled) + units[unit];
    }

    @Override
    String exact(long value) {
      return Quantities.formatCount(value);
    }
  },

  /** Bytes, in powers of two. */
  BYTES {
    @Override
    long step(long range, int ticks) {
      long least = Math.max(1, range / Math.max(1, ticks));
      long power = Long.highestOneBit(least);
      return power == least || power > Long.MAX_VALUE / 2 ? power : power * 2;
    }

    @Override
    String brief(long value) {
      return value == 0 ? "0" : exact(value);
    }

    @Override
    String exact(long value) {
      return Quantities.formatBytes(value);
    }
  },

  /** Nanoseconds. */
  TIME {
    @Override
    long step(long range, int ticks) {
      long least = range / Math.max(1, ticks);
      if (least < 10 * SECOND) {
        return decimalStep(range, ticks);
      }
      for (long step : LONG_STEPS) {
        if (step >= least) {
          return step;
        }
      }
      return decimalStep(range / HOUR, ticks) * HOUR;
    }

    @Override
    String brief(long value) {
      if (value < MICROSECOND) {
        return value == 0 ? "0" : value + " ns";
      }
      if (value < MILLISECOND) {
        return trimmed((double) value / MICROSECOND) + " µs";
      }
      if (value < SECOND) {
        return trimmed((double) value / MILLISECOND) + " ms";
      }
      if (value < 2 * MINUTE) {
        return trimmed((double) value / SECOND) + " s";
      }
      return value < 2 * HOUR
          ? trimmed((double) value / MINUTE) + " min"
          : trimmed((double) value / HOUR) + " h";
    }

    @Override
    String exact(long value) {
      return value == 0 ? "0 s" : brief(value);
    }
  };

  private static final long MICROSECOND = 1_000;
  private static final long MILLISECOND = 1_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long[] LONG_STEPS = {
    10 * SECOND,
    20 * SECOND,
    30 * SECOND,
    MINUTE,
    2 * MINUTE,
    5 * MINUTE,
    10 * MINUTE,
    20 * MINUTE,
    30 * MINUTE,
    HOUR
  };

  /** The distance of ticks, 1 or more, so that there are about {@code ticks} in the range. */
  abstract long step(long range, int ticks);

  /** For an axis: {@code 1.5 M}. */
  abstract String brief(long value);

  /** For a readout: {@code 1,500,000}. */
  abstract String exact(long value);

  /** 1, 2 or 5 times a power of ten. */
  private static long decimalStep(long range, int ticks) {
    long least = Math.max(1, range / Math.max(1, ticks));
    long power = 1;
    while (power <= least / 10) {
      power *= 10;
    }
    for (int factor : new int[] {1, 2, 5}) {
      if (power * factor >= least) {
        return power * factor;
      }
    }
    return power * 10;
  }

  /** At most three digits after the point, and no zeros at the end. */
  private static String trimmed(double value) {
    String text = String.format(Locale.ROOT, value < 100 ? "%.3f" : "%.1f", value);
    return text.replaceAll("\\.?0+$", "");
  }
}
