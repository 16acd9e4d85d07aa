package sandglass.sandbox.simd;

import static sandglass.sandbox.simd.Floats.f32;
import static sandglass.sandbox.simd.Floats.f64;
import static sandglass.sandbox.simd.Vectors.mask;
import static sandglass.sandbox.simd.Vectors.zip;

import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.wasm.types.OpCode;

/** Comparisons of floating-point lanes; NaN is not even equal to itself. */
final class FloatComparison {
  private FloatComparison() {}

  /** Executes an instruction of this family; false if it is of another. */
  static boolean execute(OpCode op, MStack stack) {
    switch (op) {
      case F32x4_EQ -> zip(stack, Lanes.U32, (a, b) -> mask(f32(a) == f32(b)));
      case F32x4_NE -> zip(stack, Lanes.U32, (a, b) -> mask(f32(a) != f32(b)));
      case F32x4_LT -> zip(stack, Lanes.U32, (a, b) -> mask(f32(a) < f32(b)));
      case F32x4_GT -> zip(stack, Lanes.U32, (a, b) -> mask(f32(a) > f32(b)));
      case F32x4_LE -> zip(stack, Lanes.U32, (a, b) -> mask(f32(a) <= f32(b)));
      case F32x4_GE -> zip(stack, Lanes.U32, (a, b) -> mask(f32(a) >= f32(b)));
      case F64x2_EQ -> zip(stack, Lanes.I64, (a, b) -> mask(f64(a) == f64(b)));
      case F64x2_NE -> zip(stack, Lanes.I64, (a, b) -> mask(f64(a) != f64(b)));
      case F64x2_LT -> zip(stack, Lanes.I64, (a, b) -> mask(f64(a) < f64(b)));
      case F64x2_GT -> zip(stack, Lanes.I64, (a, b) -> mask(f64(a) > f64(b)));
      case F64x2_LE -> zip(stack, Lanes.I64, (a, b) -> mask(f64(a) <= f64(b)));
      case F64x2_GE -> zip(stack, Lanes.I64, (a, b) -> mask(f64(a) >= f64(b)));
      default -> {
        return false;
      }
    }
    return true;
  }
}
