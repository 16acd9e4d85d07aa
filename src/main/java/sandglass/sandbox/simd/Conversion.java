package sandglass.sandbox.simd;

import static sandglass.sandbox.simd.Floats.bits;
import static sandglass.sandbox.simd.Floats.f32;
import static sandglass.sandbox.simd.Floats.f64;
import static sandglass.sandbox.simd.Vectors.map;
import static sandglass.sandbox.simd.Vectors.push;

import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.wasm.types.OpCode;
import java.util.function.LongUnaryOperator;

/**
 * Between integers and floats, and between floats of either width. Java's casts to an integer
 * saturate and make NaN zero, as WebAssembly's do here.
 */
final class Conversion {
  private Conversion() {}

  /** Executes a conversion; false if the instruction is none. */
  static boolean execute(OpCode op, MStack stack) {
    switch (op) {
      case I32x4_TRUNC_SAT_F32X4_S -> map(stack, Lanes.U32, a -> (int) f32(a));
      case I32x4_TRUNC_SAT_F32X4_U -> map(stack, Lanes.U32, a -> Lanes.U32.saturate((long) f32(a)));
      case F32x4_CONVERT_I32x4_S -> map(stack, Lanes.I32, a -> bits((float) a));
      case F32x4_CONVERT_I32x4_U -> map(stack, Lanes.U32, a -> bits((float) a));
      case I32x4_TRUNC_SAT_F64x2_S_ZERO -> toLow(stack, a -> (int) f64(a));
      case I32x4_TRUNC_SAT_F64x2_U_ZERO -> toLow(stack, a -> Lanes.U32.saturate((long) f64(a)));
      case F32x4_DEMOTE_LOW_F64x2_ZERO -> toLow(stack, a -> bits((float) f64(a)));
      case F64x2_CONVERT_LOW_I32x4_S -> fromLow(Lanes.I32, stack, a -> bits((double) a));
      case F64x2_CONVERT_LOW_I32x4_U -> fromLow(Lanes.U32, stack, a -> bits((double) a));
      case F64x2_PROMOTE_LOW_F32x4 -> fromLow(Lanes.U32, stack, a -> bits((double) f32(a)));
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Two lanes of 64 bits to two of 32, and zeros above them. */
  private static void toLow(MStack stack, LongUnaryOperator operator) {
    long high = stack.pop();
    long low = stack.pop();
    long half = Lanes.U32.with(0, 0, operator.applyAsLong(low));
    push(stack, Lanes.U32.with(half, 1, operator.applyAsLong(high)), 0);
  }

  /** The two lower lanes of 32 bits to two of 64. */
  private static void fromLow(Lanes lanes, MStack stack, LongUnaryOperator operator) {
    stack.pop();
    long half = stack.pop();
    push(stack, operator.applyAsLong(lanes.get(half, 0)), operator.applyAsLong(lanes.get(half, 1)));
  }
}
