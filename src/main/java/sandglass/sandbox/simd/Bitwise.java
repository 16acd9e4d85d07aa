package sandglass.sandbox.simd;

import static sandglass.sandbox.simd.Vectors.map;
import static sandglass.sandbox.simd.Vectors.push;
import static sandglass.sandbox.simd.Vectors.zip;

import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.wasm.types.OpCode;

/** Logic on all 128 bits, and the tests that give one number for a vector. */
final class Bitwise {
  private Bitwise() {}

  /** Executes an instruction of this family; false if it is of another. */
  static boolean execute(OpCode op, MStack stack) {
    switch (op) {
      case V128_NOT -> map(stack, Lanes.I64, a -> ~a);
      case V128_AND -> zip(stack, Lanes.I64, (a, b) -> a & b);
      case V128_ANDNOT -> zip(stack, Lanes.I64, (a, b) -> a & ~b);
      case V128_OR -> zip(stack, Lanes.I64, (a, b) -> a | b);
      case V128_XOR -> zip(stack, Lanes.I64, (a, b) -> a ^ b);
      case V128_BITSELECT -> select(stack);
      case V128_ANY_TRUE -> anyTrue(stack);
      case I8x16_ALL_TRUE -> allTrue(Lanes.U8, stack);
      case I16x8_ALL_TRUE -> allTrue(Lanes.U16, stack);
      case I32x4_ALL_TRUE -> allTrue(Lanes.U32, stack);
      case I64x2_ALL_TRUE -> allTrue(Lanes.I64, stack);
      case I8x16_BITMASK -> bitmask(Lanes.U8, stack);
      case I16x8_BITMASK -> bitmask(Lanes.U16, stack);
      case I32x4_BITMASK -> bitmask(Lanes.U32, stack);
      case I64x2_BITMASK -> bitmask(Lanes.I64, stack);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void select(MStack stack) {
    long maskHigh = stack.pop();
    long maskLow = stack.pop();
    long otherHigh = stack.pop();
    long otherLow = stack.pop();
    long high = stack.pop();
    long low = stack.pop();
    push(
        stack,
        (low & maskLow) | (otherLow & ~maskLow),
        (high & maskHigh) | (otherHigh & ~maskHigh));
  }

  private static void anyTrue(MStack stack) {
    long high = stack.pop();
    long low = stack.pop();
    stack.push((low | high) != 0 ? 1 : 0);
  }

  private static void allTrue(Lanes lanes, MStack stack) {
    long high = stack.pop();
    long low = stack.pop();
    stack.push(lanes.allTrue(low) && lanes.allTrue(high) ? 1 : 0);
  }

  private static void bitmask(Lanes lanes, MStack stack) {
    int high = lanes.bitmask(stack.pop());
    int low = lanes.bitmask(stack.pop());
    stack.push((high << lanes.count()) | low);
  }
}
