package sandglass.sandbox.simd;

import static sandglass.sandbox.simd.Vectors.push;

import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.wasm.types.Instruction;
import com.dylibso.chicory.wasm.types.OpCode;

/** Constants, and what moves lanes: splat, extract, replace, shuffle, swizzle. */
final class LaneAccess {
  private LaneAccess() {}

  /** Executes an instruction of this family; false if it is of another. */
  static boolean execute(OpCode op, Instruction instruction, MStack stack) {
    switch (op) {
      case V128_CONST -> push(stack, instruction.operand(0), instruction.operand(1));
      case I8x16_SHUFFLE -> shuffle(instruction, stack);
      case I8x16_SWIZZLE -> swizzle(stack);
      case I8x16_SPLAT -> splat(Lanes.U8, stack);
      case I16x8_SPLAT -> splat(Lanes.U16, stack);
      case I32x4_SPLAT, F32x4_SPLAT -> splat(Lanes.U32, stack);
      case I64x2_SPLAT, F64x2_SPLAT -> splat(Lanes.I64, stack);
      case I8x16_EXTRACT_LANE_S -> extract(Lanes.I8, instruction, stack);
      case I8x16_EXTRACT_LANE_U -> extract(Lanes.U8, instruction, stack);
      case I16x8_EXTRACT_LANE_S -> extract(Lanes.I16, instruction, stack);
      case I16x8_EXTRACT_LANE_U -> extract(Lanes.U16, instruction, stack);
      case I32x4_EXTRACT_LANE, F32x4_EXTRACT_LANE -> extract(Lanes.I32, instruction, stack);
      case I64x2_EXTRACT_LANE, F64x2_EXTRACT_LANE -> extract(Lanes.I64, instruction, stack);
      case I8x16_REPLACE_LANE -> replace(Lanes.U8, instruction, stack);
      case I16x8_REPLACE_LANE -> replace(Lanes.U16, instruction, stack);
      case I32x4_REPLACE_LANE, F32x4_REPLACE_LANE -> replace(Lanes.U32, instruction, stack);
      case I64x2_REPLACE_LANE, F64x2_REPLACE_LANE -> replace(Lanes.I64, instruction, stack);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The value of a lane of the whole vector. */
  static long get(Lanes lanes, int lane, long low, long high) {
    int count = lanes.count();
    return lanes.get(lane < count ? low : high, lane % count);
  }

  /** Pushes the vector with one lane replaced. */
  static void pushReplaced(MStack stack, Lanes lanes, int lane, long low, long high, long value) {
    int count = lanes.count();
    if (lane < count) {
      push(stack, lanes.with(low, lane, value), high);
    } else {
      push(stack, low, lanes.with(high, lane - count, value));
    }
  }

  private static void splat(Lanes lanes, MStack stack) {
    long half = lanes.splat(stack.pop());
    push(stack, half, half);
  }

  private static void extract(Lanes lanes, Instruction instruction, MStack stack) {
    long high = stack.pop();
    long low = stack.pop();
    stack.push(get(lanes, (int) instruction.operand(0), low, high));
  }

  private static void replace(Lanes lanes, Instruction instruction, MStack stack) {
    long value = stack.pop();
    long high = stack.pop();
    long low = stack.pop();
    pushReplaced(stack, lanes, (int) instruction.operand(0), low, high, value);
  }

  /** Picks each byte from two vectors, by the 16 numbers below 32 in the instruction. */
  private static void shuffle(Instruction instruction, MStack stack) {
    long rightHigh = stack.pop();
    long rightLow = stack.pop();
    long leftHigh = stack.pop();
    long leftLow = stack.pop();
    long low = 0;
    long high = 0;
    for (int i = 0; i < 16; i++) {
      int from = (int) get(Lanes.U8, i, instruction.operand(0), instruction.operand(1));
      long picked =
          from < 16
              ? get(Lanes.U8, from, leftLow, leftHigh)
              : get(Lanes.U8, from - 16, rightLow, rightHigh);
      if (i < 8) {
        low = Lanes.U8.with(low, i, picked);
      } else {
        high = Lanes.U8.with(high, i - 8, picked);
      }
    }
    push(stack, low, high);
  }

  /** Picks each byte by the second vector's; a number from 16 on picks zero. */
  private static void swizzle(MStack stack) {
    long pickHigh = stack.pop();
    long pickLow = stack.pop();
    long high = stack.pop();
    long low = stack.pop();
    push(stack, swizzled(pickLow, low, high), swizzled(pickHigh, low, high));
  }

  private static long swizzled(long pick, long low, long high) {
    long result = 0;
    for (int i = 0; i < 8; i++) {
      int from = (int) Lanes.U8.get(pick, i);
      result = Lanes.U8.with(result, i, from < 16 ? get(Lanes.U8, from, low, high) : 0);
    }
    return result;
  }
}
