package sandglass.sandbox.simd;

import static sandglass.sandbox.simd.Vectors.mask;
import static sandglass.sandbox.simd.Vectors.zip;

import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.wasm.types.OpCode;

/** Comparisons of integer lanes. */
final class IntegerComparison {
  private IntegerComparison() {}

  /** Executes an instruction of this family; false if it is of another. */
  static boolean execute(OpCode op, MStack stack) {
    switch (op) {
      case I8x16_EQ -> zip(stack, Lanes.I8, (a, b) -> mask(a == b));
      case I8x16_NE -> zip(stack, Lanes.I8, (a, b) -> mask(a != b));
      case I8x16_LT_S -> zip(stack, Lanes.I8, (a, b) -> mask(a < b));
      case I8x16_LT_U -> zip(stack, Lanes.U8, (a, b) -> mask(a < b));
      case I8x16_GT_S -> zip(stack, Lanes.I8, (a, b) -> mask(a > b));
      case I8x16_GT_U -> zip(stack, Lanes.U8, (a, b) -> mask(a > b));
      case I8x16_LE_S -> zip(stack, Lanes.I8, (a, b) -> mask(a <= b));
      case I8x16_LE_U -> zip(stack, Lanes.U8, (a, b) -> mask(a <= b));
      case I8x16_GE_S -> zip(stack, Lanes.I8, (a, b) -> mask(a >= b));
      case I8x16_GE_U -> zip(stack, Lanes.U8, (a, b) -> mask(a >= b));
      case I16x8_EQ -> zip(stack, Lanes.I16, (a, b) -> mask(a == b));
      case I16x8_NE -> zip(stack, Lanes.I16, (a, b) -> mask(a != b));
      case I16x8_LT_S -> zip(stack, Lanes.I16, (a, b) -> mask(a < b));
      case I16x8_LT_U -> zip(stack, Lanes.U16, (a, b) -> mask(a < b));
      case I16x8_GT_S -> zip(stack, Lanes.I16, (a, b) -> mask(a > b));
      case I16x8_GT_U -> zip(stack, Lanes.U16, (a, b) -> mask(a > b));
      case I16x8_LE_S -> zip(stack, Lanes.I16, (a, b) -> mask(a <= b));
      case I16x8_LE_U -> zip(stack, Lanes.U16, (a, b) -> mask(a <= b));
      case I16x8_GE_S -> zip(stack, Lanes.I16, (a, b) -> mask(a >= b));
      case I16x8_GE_U -> zip(stack, Lanes.U16, (a, b) -> mask(a >= b));
      case I32x4_EQ -> zip(stack, Lanes.I32, (a, b) -> mask(a == b));
      case I32x4_NE -> zip(stack, Lanes.I32, (a, b) -> mask(a != b));
      case I32x4_LT_S -> zip(stack, Lanes.I32, (a, b) -> mask(a < b));
      case I32x4_LT_U -> zip(stack, Lanes.U32, (a, b) -> mask(a < b));
      case I32x4_GT_S -> zip(stack, Lanes.I32, (a, b) -> mask(a > b));
      case I32x4_GT_U -> zip(stack, Lanes.U32, (a, b) -> mask(a > b));
      case I32x4_LE_S -> zip(stack, Lanes.I32, (a, b) -> mask(a <= b));
      case I32x4_LE_U -> zip(stack, Lanes.U32, (a, b) -> mask(a <= b));
      case I32x4_GE_S -> zip(stack, Lanes.I32, (a, b) -> mask(a >= b));
      case I32x4_GE_U -> zip(stack, Lanes.U32, (a, b) -> mask(a >= b));
      case I64x2_EQ -> zip(stack, Lanes.I64, (a, b) -> mask(a == b));
      case I64x2_NE -> zip(stack, Lanes.I64, (a, b) -> mask(a != b));
      case I64x2_LT_S -> zip(stack, Lanes.I64, (a, b) -> mask(a < b));
      case I64x2_GT_S -> zip(stack, Lanes.I64, (a, b) -> mask(a > b));
      case I64x2_LE_S -> zip(stack, Lanes.I64, (a, b) -> mask(a <= b));
      case I64x2_GE_S -> zip(stack, Lanes.I64, (a, b) -> mask(a >= b));
      default -> {
        return false;
      }
    }
    return true;
  }
}
