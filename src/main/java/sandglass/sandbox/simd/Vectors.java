package sandglass.sandbox.simd;

import com.dylibso.chicory.runtime.MStack;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * The common forms of vector instructions on the engine's operand stack, where a vector is two
 * slots, the half with lane 0 below the other.
 */
final class Vectors {
  private Vectors() {}

  static void push(MStack stack, long low, long high) {
    stack.push(low);
    stack.push(high);
  }

  /** Vector to vector, lane by lane. */
  static void map(MStack stack, Lanes lanes, LongUnaryOperator operator) {
    long high = stack.pop();
    long low = stack.pop();
    push(stack, lanes.map(low, operator), lanes.map(high, operator));
  }

  /** Two vectors to one, lane by lane. */
  static void zip(MStack stack, Lanes lanes, LongBinaryOperator operator) {
    long rightHigh = stack.pop();
    long rightLow = stack.pop();
    long leftHigh = stack.pop();
    long leftLow = stack.pop();
    push(stack, lanes.zip(leftLow, rightLow, operator), lanes.zip(leftHigh, rightHigh, operator));
  }

  /** A vector and a count, which is taken modulo the lane's width. */
  static void shift(MStack stack, Lanes lanes, LongBinaryOperator operator) {
    long count = stack.pop() & (lanes.bits() - 1);
    long high = stack.pop();
    long low = stack.pop();
    push(stack, lanes.zipWith(low, count, operator), lanes.zipWith(high, count, operator));
  }

  /** What a comparison leaves in a lane: all ones or all zeros. */
  static long mask(boolean holds) {
    return holds ? -1 : 0;
  }
}
