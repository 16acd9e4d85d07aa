package sandglass.sandbox;

/**
 * What compiled code calls in place of Chicory's operations of the same names and types, which give
 * a signaling NaN back as it is or quiet, by how far HotSpot has compiled {@link Math} at the time.
 * Here a NaN becomes quiet and keeps the rest of its bits, of two the first, as on the processors
 * that other engines compile to. Public because compiled code has a package and a class loader of
 * its own; for nobody else.
 *
 * @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#nan-propagation">NaN
 *     propagation</a>
 */
@SuppressWarnings("MemberName") // the names are the engine's
public final class CompiledMath {
  private static final int QUIET_FLOAT = 1 << 22;
  private static final long QUIET_DOUBLE = 1L << 51;

  private CompiledMath() {}

  private static float quiet(float nan) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(nan) | QUIET_FLOAT);
  }

  private static double quiet(double nan) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(nan) | QUIET_DOUBLE);
  }

  /** f32.min. */
  public static float F32_MIN(float a, float b) {
    return Float.isNaN(a) ? quiet(a) : Float.isNaN(b) ? quiet(b) : Math.min(a, b);
  }

  /** f32.max. */
  public static float F32_MAX(float a, float b) {
    return Float.isNaN(a) ? quiet(a) : Float.isNaN(b) ? quiet(b) : Math.max(a, b);
  }

  /** f32.ceil. */
  public static float F32_CEIL(float a) {
    return Float.isNaN(a) ? quiet(a) : (float) Math.ceil(a);
  }

  /** f32.floor. */
  public static float F32_FLOOR(float a) {
    return Float.isNaN(a) ? quiet(a) : (float) Math.floor(a);
  }

  /** f32.trunc. */
  public static float F32_TRUNC(float a) {
    return a < 0 ? F32_CEIL(a) : F32_FLOOR(a);
  }

  /** f32.nearest. */
  public static float F32_NEAREST(float a) {
    return Float.isNaN(a) ? quiet(a) : (float) Math.rint(a);
  }

  /** f64.min. */
  public static double F64_MIN(double a, double b) {
    return Double.isNaN(a) ? quiet(a) : Double.isNaN(b) ? quiet(b) : Math.min(a, b);
  }

  /** f64.max. */
  public static double F64_MAX(double a, double b) {
    return Double.isNaN(a) ? quiet(a) : Double.isNaN(b) ? quiet(b) : Math.max(a, b);
  }

  /** f64.ceil. */
  public static double F64_CEIL(double a) {
    return Double.isNaN(a) ? quiet(a) : Math.ceil(a);
  }

  /** f64.floor. */
  public static double F64_FLOOR(double a) {
    return Double.isNaN(a) ? quiet(a) : Math.floor(a);
  }

  /** f64.trunc. */
  public static double F64_TRUNC(double a) {
    return a < 0 ? F64_CEIL(a) : F64_FLOOR(a);
  }

  /** f64.nearest. */
  public static double F64_NEAREST(double a) {
    return Double.isNaN(a) ? quiet(a) : Math.rint(a);
  }
}
