package sandglass.sandbox.simd;

/**
 * Between the bits of a lane and the number they mean. Whatever computes a NaN gets the canonical
 * one, which the specification always allows, so that results are the same on every processor.
 */
final class Floats {
  private Floats() {}

  static float f32(long lane) {
    return Float.intBitsToFloat((int) lane);
  }

  static double f64(long lane) {
    return Double.longBitsToDouble(lane);
  }

  static long bits(float value) {
    return Float.floatToIntBits(value);
  }

  static long bits(double value) {
    return Double.doubleToLongBits(value);
  }
}
