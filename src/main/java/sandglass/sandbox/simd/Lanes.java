package sandglass.sandbox.simd;

import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * A way to see 64 bits, one half of a vector, as lanes. Operators get a lane's value extended to 64
 * bits; of what they return, the lane's own low bits are kept. A record, because the JVM then
 * treats its fields as constants.
 *
 * @param bits the width of a lane: 8, 16, 32 or 64
 * @param signed whether a lane is extended with its sign, or with zeros
 */
record Lanes(int bits, boolean signed) {
  static final Lanes I8 = new Lanes(8, true);
  static final Lanes U8 = new Lanes(8, false);
  static final Lanes I16 = new Lanes(16, true);
  static final Lanes U16 = new Lanes(16, false);
  static final Lanes I32 = new Lanes(32, true);
  static final Lanes U32 = new Lanes(32, false);
  static final Lanes I64 = new Lanes(64, true);

  /** How many lanes a half has. */
  int count() {
    return Long.SIZE / bits;
  }

  /** The lanes of twice the width, signed alike. */
  Lanes wider() {
    return new Lanes(bits * 2, signed);
  }

  /** The value of one lane; 0 is the lowest. */
  long get(long half, int lane) {
    return extend(half >>> (lane * bits));
  }

  /** The half with one lane replaced. */
  long with(long half, int lane, long value) {
    int shift = lane * bits;
    return (half & ~(mask() << shift)) | ((value & mask()) << shift);
  }

  /** The low bits of a value as this lane would hold them. */
  long extend(long value) {
    int unused = Long.SIZE - bits;
    return signed ? value << unused >> unused : value << unused >>> unused;
  }

  /** The nearest value that a lane can hold. */
  long saturate(long value) {
    long min = signed ? -1L << (bits - 1) : 0;
    long max = signed ? ~min : mask();
    return Math.clamp(value, min, max);
  }

  /** A half with the same value in each lane. */
  long splat(long value) {
    long half = value & mask();
    for (int width = bits; width < Long.SIZE; width *= 2) {
      half |= half << width;
    }
    return half;
  }

  long map(long half, LongUnaryOperator operator) {
    long result = 0;
    for (int i = 0; i < count(); i++) {
      result |= at(i, operator.applyAsLong(get(half, i)));
    }
    return result;
  }

  long zip(long left, long right, LongBinaryOperator operator) {
    long result = 0;
    for (int i = 0; i < count(); i++) {
      result |= at(i, operator.applyAsLong(get(left, i), get(right, i)));
    }
    return result;
  }

  /** As {@link #zip}, with the same right operand for each lane. */
  long zipWith(long half, long scalar, LongBinaryOperator operator) {
    long result = 0;
    for (int i = 0; i < count(); i++) {
      result |= at(i, operator.applyAsLong(get(half, i), scalar));
    }
    return result;
  }

  /**
   * Combines as many lanes as a half of twice the width has, and gives that half.
   *
   * @param from the first lane to take: 0, or half of {@link #count}
   */
  long zipWider(long left, long right, int from, LongBinaryOperator operator) {
    Lanes wider = wider();
    long result = 0;
    for (int i = 0; i < wider.count(); i++) {
      result |= wider.at(i, operator.applyAsLong(get(left, from + i), get(right, from + i)));
    }
    return result;
  }

  /** Combines each two neighbours to one lane of twice the width. */
  long pairs(long half, LongBinaryOperator operator) {
    Lanes wider = wider();
    long result = 0;
    for (int i = 0; i < wider.count(); i++) {
      result |= wider.at(i, operator.applyAsLong(get(half, 2 * i), get(half, 2 * i + 1)));
    }
    return result;
  }

  /** Both halves of a vector of lanes of twice the width, saturated to one half of these lanes. */
  long narrow(long low, long high) {
    Lanes wider = new Lanes(bits * 2, true);
    int half = wider.count();
    long result = 0;
    for (int i = 0; i < half; i++) {
      result |= at(i, saturate(wider.get(low, i)));
      result |= at(half + i, saturate(wider.get(high, i)));
    }
    return result;
  }

  /** Whether no lane is zero. */
  boolean allTrue(long half) {
    for (int i = 0; i < count(); i++) {
      if (get(half, i) == 0) {
        return false;
      }
    }
    return true;
  }

  /** The highest bit of each lane, lane 0's lowest. */
  int bitmask(long half) {
    int result = 0;
    for (int i = 0; i < count(); i++) {
      result |= (int) (half >>> ((i + 1) * bits - 1) & 1) << i;
    }
    return result;
  }

  private long at(int lane, long value) {
    return (value & mask()) << (lane * bits);
  }

  private long mask() {
    return -1L >>> (Long.SIZE - bits);
  }
}
