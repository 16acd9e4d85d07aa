package sandglass.sandbox.simd;

import static sandglass.sandbox.simd.Vectors.map;
import static sandglass.sandbox.simd.Vectors.shift;
import static sandglass.sandbox.simd.Vectors.zip;

import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.wasm.types.OpCode;

/** Integer arithmetic in which a lane of the result comes from the same lane of the operands. */
final class IntegerArithmetic {
  private IntegerArithmetic() {}

  /** Executes an instruction of this family; false if it is of another. */
  static boolean execute(OpCode op, MStack stack) {
    switch (op) {
      case I8x16_ABS -> map(stack, Lanes.I8, Math::abs);
      case I8x16_NEG -> map(stack, Lanes.I8, a -> -a);
      case I8x16_POPCNT -> map(stack, Lanes.U8, Long::bitCount);
      case I8x16_SHL -> shift(stack, Lanes.I8, (a, count) -> a << count);
      case I8x16_SHR_S -> shift(stack, Lanes.I8, (a, count) -> a >> count);
      case I8x16_SHR_U -> shift(stack, Lanes.U8, (a, count) -> a >>> count);
      case I8x16_ADD -> zip(stack, Lanes.I8, Long::sum);
      case I8x16_ADD_SAT_S -> zip(stack, Lanes.I8, (a, b) -> Lanes.I8.saturate(a + b));
      case I8x16_ADD_SAT_U -> zip(stack, Lanes.U8, (a, b) -> Lanes.U8.saturate(a + b));
      case I8x16_SUB -> zip(stack, Lanes.I8, (a, b) -> a - b);
      case I8x16_SUB_SAT_S -> zip(stack, Lanes.I8, (a, b) -> Lanes.I8.saturate(a - b));
      case I8x16_SUB_SAT_U -> zip(stack, Lanes.U8, (a, b) -> Lanes.U8.saturate(a - b));
      case I8x16_MIN_S -> zip(stack, Lanes.I8, Math::min);
      case I8x16_MIN_U -> zip(stack, Lanes.U8, Math::min);
      case I8x16_MAX_S -> zip(stack, Lanes.I8, Math::max);
      case I8x16_MAX_U -> zip(stack, Lanes.U8, Math::max);
      case I8x16_AVGR_U -> zip(stack, Lanes.U8, (a, b) -> (a + b + 1) >> 1);
      case I16x8_ABS -> map(stack, Lanes.I16, Math::abs);
      case I16x8_NEG -> map(stack, Lanes.I16, a -> -a);
      case I16x8_SHL -> shift(stack, Lanes.I16, (a, count) -> a << count);
      case I16x8_SHR_S -> shift(stack, Lanes.I16, (a, count) -> a >> count);
      case I16x8_SHR_U -> shift(stack, Lanes.U16, (a, count) -> a >>> count);
      case I16x8_ADD -> zip(stack, Lanes.I16, Long::sum);
      case I16x8_ADD_SAT_S -> zip(stack, Lanes.I16, (a, b) -> Lanes.I16.saturate(a + b));
      case I16x8_ADD_SAT_U -> zip(stack, Lanes.U16, (a, b) -> Lanes.U16.saturate(a + b));
      case I16x8_SUB -> zip(stack, Lanes.I16, (a, b) -> a - b);
      case I16x8_SUB_SAT_S -> zip(stack, Lanes.I16, (a, b) -> Lanes.I16.saturate(a - b));
      case I16x8_SUB_SAT_U -> zip(stack, Lanes.U16, (a, b) -> Lanes.U16.saturate(a - b));
      case I16x8_MUL -> zip(stack, Lanes.I16, (a, b) -> a * b);
      case I16x8_MIN_S -> zip(stack, Lanes.I16, Math::min);
      case I16x8_MIN_U -> zip(stack, Lanes.U16, Math::min);
      case I16x8_MAX_S -> zip(stack, Lanes.I16, Math::max);
      case I16x8_MAX_U -> zip(stack, Lanes.U16, Math::max);
      case I16x8_AVGR_U -> zip(stack, Lanes.U16, (a, b) -> (a + b + 1) >> 1);
      case I16x8_Q15MULR_SAT_S ->
          zip(stack, Lanes.I16, (a, b) -> Lanes.I16.saturate((a * b + 0x4000) >> 15));
      case I32x4_ABS -> map(stack, Lanes.I32, Math::abs);
      case I32x4_NEG -> map(stack, Lanes.I32, a -> -a);
      case I32x4_SHL -> shift(stack, Lanes.I32, (a, count) -> a << count);
      case I32x4_SHR_S -> shift(stack, Lanes.I32, (a, count) -> a >> count);
      case I32x4_SHR_U -> shift(stack, Lanes.U32, (a, count) -> a >>> count);
      case I32x4_ADD -> zip(stack, Lanes.I32, Long::sum);
      case I32x4_SUB -> zip(stack, Lanes.I32, (a, b) -> a - b);
      case I32x4_MUL -> zip(stack, Lanes.I32, (a, b) -> a * b);
      case I32x4_MIN_S -> zip(stack, Lanes.I32, Math::min);
      case I32x4_MIN_U -> zip(stack, Lanes.U32, Math::min);
      case I32x4_MAX_S -> zip(stack, Lanes.I32, Math::max);
      case I32x4_MAX_U -> zip(stack, Lanes.U32, Math::max);
      case I64x2_ABS -> map(stack, Lanes.I64, Math::abs);
      case I64x2_NEG -> map(stack, Lanes.I64, a -> -a);
      case I64x2_SHL -> shift(stack, Lanes.I64, (a, count) -> a << count);
      case I64x2_SHR_S -> shift(stack, Lanes.I64, (a, count) -> a >> count);
      case I64x2_SHR_U -> shift(stack, Lanes.I64, (a, count) -> a >>> count);
      case I64x2_ADD -> zip(stack, Lanes.I64, Long::sum);
      case I64x2_SUB -> zip(stack, Lanes.I64, (a, b) -> a - b);
      case I64x2_MUL -> zip(stack, Lanes.I64, (a, b) -> a * b);
      default -> {
        return false;
      }
    }
    return true;
  }
}
