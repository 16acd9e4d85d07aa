package sandglass.sandbox.simd;

import static sandglass.sandbox.simd.Floats.bits;
import static sandglass.sandbox.simd.Floats.f32;
import static sandglass.sandbox.simd.Floats.f64;
import static sandglass.sandbox.simd.Vectors.map;
import static sandglass.sandbox.simd.Vectors.zip;

import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.wasm.types.OpCode;

/**
 * Floating-point arithmetic, lane by lane. Java rounds as IEEE 754 asks; its {@code min} and {@code
 * max} order zeros by sign and let NaN win, as WebAssembly's do.
 */
final class FloatArithmetic {
  private FloatArithmetic() {}

  /** Executes an instruction of this family; false if it is of another. */
  static boolean execute(OpCode op, MStack stack) {
    switch (op) {
      case F32x4_ABS -> map(stack, Lanes.U32, a -> a & Integer.MAX_VALUE);
      case F32x4_NEG -> map(stack, Lanes.U32, a -> a ^ Integer.MIN_VALUE);
      case F32x4_SQRT -> map(stack, Lanes.U32, a -> bits((float) Math.sqrt(f32(a))));
      case F32x4_CEIL -> map(stack, Lanes.U32, a -> bits((float) Math.ceil(f32(a))));
      case F32x4_FLOOR -> map(stack, Lanes.U32, a -> bits((float) Math.floor(f32(a))));
      case F32x4_TRUNC -> map(stack, Lanes.U32, a -> bits((float) truncate(f32(a))));
      case F32x4_NEAREST -> map(stack, Lanes.U32, a -> bits((float) Math.rint(f32(a))));
      case F32x4_ADD -> zip(stack, Lanes.U32, (a, b) -> bits(f32(a) + f32(b)));
      case F32x4_SUB -> zip(stack, Lanes.U32, (a, b) -> bits(f32(a) - f32(b)));
      case F32x4_MUL -> zip(stack, Lanes.U32, (a, b) -> bits(f32(a) * f32(b)));
      case F32x4_DIV -> zip(stack, Lanes.U32, (a, b) -> bits(f32(a) / f32(b)));
      case F32x4_MIN -> zip(stack, Lanes.U32, (a, b) -> bits(Math.min(f32(a), f32(b))));
      case F32x4_MAX -> zip(stack, Lanes.U32, (a, b) -> bits(Math.max(f32(a), f32(b))));
      case F32x4_PMIN -> zip(stack, Lanes.U32, (a, b) -> f32(b) < f32(a) ? b : a);
      case F32x4_PMAX -> zip(stack, Lanes.U32, (a, b) -> f32(a) < f32(b) ? b : a);
      case F64x2_ABS -> map(stack, Lanes.I64, a -> a & Long.MAX_VALUE);
      case F64x2_NEG -> map(stack, Lanes.I64, a -> a ^ Long.MIN_VALUE);
      case F64x2_SQRT -> map(stack, Lanes.I64, a -> bits(Math.sqrt(f64(a))));
      case F64x2_CEIL -> map(stack, Lanes.I64, a -> bits(Math.ceil(f64(a))));
      case F64x2_FLOOR -> map(stack, Lanes.I64, a -> bits(Math.floor(f64(a))));
      case F64x2_TRUNC -> map(stack, Lanes.I64, a -> bits(truncate(f64(a))));
      case F64x2_NEAREST -> map(stack, Lanes.I64, a -> bits(Math.rint(f64(a))));
      case F64x2_ADD -> zip(stack, Lanes.I64, (a, b) -> bits(f64(a) + f64(b)));
      case F64x2_SUB -> zip(stack, Lanes.I64, (a, b) -> bits(f64(a) - f64(b)));
      case F64x2_MUL -> zip(stack, Lanes.I64, (a, b) -> bits(f64(a) * f64(b)));
      case F64x2_DIV -> zip(stack, Lanes.I64, (a, b) -> bits(f64(a) / f64(b)));
      case F64x2_MIN -> zip(stack, Lanes.I64, (a, b) -> bits(Math.min(f64(a), f64(b))));
      case F64x2_MAX -> zip(stack, Lanes.I64, (a, b) -> bits(Math.max(f64(a), f64(b))));
      case F64x2_PMIN -> zip(stack, Lanes.I64, (a, b) -> f64(b) < f64(a) ? b : a);
      case F64x2_PMAX -> zip(stack, Lanes.I64, (a, b) -> f64(a) < f64(b) ? b : a);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Towards zero. Math.floor and Math.ceil keep the sign of a zero. */
  private static double truncate(double value) {
    return value < 0 ? Math.ceil(value) : Math.floor(value);
  }
}
