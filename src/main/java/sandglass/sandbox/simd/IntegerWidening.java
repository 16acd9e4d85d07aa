package sandglass.sandbox.simd;

import static sandglass.sandbox.simd.Vectors.push;

import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.wasm.types.OpCode;
import java.util.function.LongBinaryOperator;

/**
 * Integer instructions whose result has lanes of another width than the operands: extend, extended
 * products and sums, dot product, narrow.
 */
final class IntegerWidening {
  private IntegerWidening() {}

  /** Executes an instruction of this family; false if it is of another. */
  static boolean execute(OpCode op, MStack stack) {
    switch (op) {
      case I16x8_EXTADD_PAIRWISE_I8x16_S -> pairs(Lanes.I8, stack);
      case I16x8_EXTADD_PAIRWISE_I8x16_U -> pairs(Lanes.U8, stack);
      case I16x8_EXTEND_LOW_I8x16_S -> extendLow(Lanes.I8, stack);
      case I16x8_EXTEND_HIGH_I8x16_S -> extendHigh(Lanes.I8, stack);
      case I16x8_EXTEND_LOW_I8x16_U -> extendLow(Lanes.U8, stack);
      case I16x8_EXTEND_HIGH_I8x16_U -> extendHigh(Lanes.U8, stack);
      case I16x8_EXTMUL_LOW_I8x16_S -> multiplyLow(Lanes.I8, stack);
      case I16x8_EXTMUL_HIGH_I8x16_S -> multiplyHigh(Lanes.I8, stack);
      case I16x8_EXTMUL_LOW_I8x16_U -> multiplyLow(Lanes.U8, stack);
      case I16x8_EXTMUL_HIGH_I8x16_U -> multiplyHigh(Lanes.U8, stack);
      case I8x16_NARROW_I16x8_S -> narrow(Lanes.I8, stack);
      case I8x16_NARROW_I16x8_U -> narrow(Lanes.U8, stack);
      case I32x4_EXTADD_PAIRWISE_I16x8_S -> pairs(Lanes.I16, stack);
      case I32x4_EXTADD_PAIRWISE_I16x8_U -> pairs(Lanes.U16, stack);
      case I32x4_EXTEND_LOW_I16x8_S -> extendLow(Lanes.I16, stack);
      case I32x4_EXTEND_HIGH_I16x8_S -> extendHigh(Lanes.I16, stack);
      case I32x4_EXTEND_LOW_I16x8_U -> extendLow(Lanes.U16, stack);
      case I32x4_EXTEND_HIGH_I16x8_U -> extendHigh(Lanes.U16, stack);
      case I32x4_EXTMUL_LOW_I16x8_S -> multiplyLow(Lanes.I16, stack);
      case I32x4_EXTMUL_HIGH_I16x8_S -> multiplyHigh(Lanes.I16, stack);
      case I32x4_EXTMUL_LOW_I16x8_U -> multiplyLow(Lanes.U16, stack);
      case I32x4_EXTMUL_HIGH_I16x8_U -> multiplyHigh(Lanes.U16, stack);
      case I16x8_NARROW_I32x4_S -> narrow(Lanes.I16, stack);
      case I16x8_NARROW_I32x4_U -> narrow(Lanes.U16, stack);
      case I64x2_EXTEND_LOW_I32x4_S -> extendLow(Lanes.I32, stack);
      case I64x2_EXTEND_HIGH_I32x4_S -> extendHigh(Lanes.I32, stack);
      case I64x2_EXTEND_LOW_I32x4_U -> extendLow(Lanes.U32, stack);
      case I64x2_EXTEND_HIGH_I32x4_U -> extendHigh(Lanes.U32, stack);
      case I64x2_EXTMUL_LOW_I32x4_S -> multiplyLow(Lanes.I32, stack);
      case I64x2_EXTMUL_HIGH_I32x4_S -> multiplyHigh(Lanes.I32, stack);
      case I64x2_EXTMUL_LOW_I32x4_U -> multiplyLow(Lanes.U32, stack);
      case I64x2_EXTMUL_HIGH_I32x4_U -> multiplyHigh(Lanes.U32, stack);
      case I32x4_DOT_I16x8_S -> dot(stack);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Pushes the lanes of one half, each extended to twice its width. */
  static void pushExtended(MStack stack, Lanes lanes, long half) {
    pushWider(stack, lanes, half, half, (a, same) -> a);
  }

  private static void extendLow(Lanes lanes, MStack stack) {
    stack.pop();
    pushExtended(stack, lanes, stack.pop());
  }

  private static void extendHigh(Lanes lanes, MStack stack) {
    long high = stack.pop();
    stack.pop();
    pushExtended(stack, lanes, high);
  }

  private static void multiplyLow(Lanes lanes, MStack stack) {
    stack.pop();
    long right = stack.pop();
    stack.pop();
    pushWider(stack, lanes, stack.pop(), right, (a, b) -> a * b);
  }

  private static void multiplyHigh(Lanes lanes, MStack stack) {
    long right = stack.pop();
    stack.pop();
    long left = stack.pop();
    stack.pop();
    pushWider(stack, lanes, left, right, (a, b) -> a * b);
  }

  private static void pushWider(
      MStack stack, Lanes lanes, long left, long right, LongBinaryOperator operator) {
    push(
        stack,
        lanes.zipWider(left, right, 0, operator),
        lanes.zipWider(left, right, lanes.count() / 2, operator));
  }

  private static void pairs(Lanes lanes, MStack stack) {
    long high = stack.pop();
    long low = stack.pop();
    push(stack, lanes.pairs(low, Long::sum), lanes.pairs(high, Long::sum));
  }

  private static void narrow(Lanes lanes, MStack stack) {
    long rightHigh = stack.pop();
    long rightLow = stack.pop();
    long leftHigh = stack.pop();
    long leftLow = stack.pop();
    push(stack, lanes.narrow(leftLow, leftHigh), lanes.narrow(rightLow, rightHigh));
  }

  private static void dot(MStack stack) {
    long rightHigh = stack.pop();
    long rightLow = stack.pop();
    long leftHigh = stack.pop();
    long leftLow = stack.pop();
    push(stack, dot(leftLow, rightLow), dot(leftHigh, rightHigh));
  }

  private static long dot(long left, long right) {
    long result = 0;
    for (int i = 0; i < 2; i++) {
      long sum =
          Lanes.I16.get(left, 2 * i) * Lanes.I16.get(right, 2 * i)
              + Lanes.I16.get(left, 2 * i + 1) * Lanes.I16.get(right, 2 * i + 1);
      result = Lanes.I32.with(result, i, sum);
    }
    return result;
  }
}
