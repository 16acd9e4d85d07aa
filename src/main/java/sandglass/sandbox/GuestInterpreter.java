package sandglass.sandbox;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.runtime.StackFrame;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.Deque;
import sandglass.sandbox.simd.SimdMachine;

/** The interpreter; it notes which functions a failure passed through. */
final class GuestInterpreter extends SimdMachine {
  private final FailureTrail trail;

  GuestInterpreter(Instance instance, FailureTrail trail) {
    super(instance);
    this.trail = trail;
  }

  @Override
  protected long[] call(
      MStack stack,
      Instance instance,
      Deque<StackFrame> callStack,
      int function,
      long[] args,
      FunctionType callType,
      boolean popResults) {
    int depth = callStack.size();
    int height = stack.size();
    try {
      long[] results = super.call(stack, instance, callStack, function, args, callType, popResults);
      if (callStack.size() > depth) {
        dropLeftovers(stack, height, popResults ? 0 : slots(instance, function));
      }
      return results;
    } catch (RuntimeException | Error e) {
      trail.passed(e, function);
      throw e;
    } finally {
      // Chicory leaves the frame behind that a tail call put in place of the callee's: it would
      // grow the stack, and be taken for the caller's own at the caller's next tail call.
      while (callStack.size() > depth) {
        callStack.pop();
      }
    }
  }

  /**
   * Chicory also leaves an operand on the stack that lay there at a tail call: it would come
   * between the caller's operands and the results.
   */
  private static void dropLeftovers(MStack stack, int height, int resultSlots) {
    int leftovers = stack.size() - height - resultSlots;
    if (leftovers <= 0) {
      return;
    }
    var results = new long[resultSlots];
    for (int i = resultSlots - 1; i >= 0; i--) {
      results[i] = stack.pop();
    }
    while (stack.size() > height) {
      stack.pop();
    }
    for (long result : results) {
      stack.push(result);
    }
  }

  /** Stack slots of a function's results: a vector takes two. */
  private static int slots(Instance instance, int function) {
    return ValType.sizeOf(instance.type(instance.functionType(function)).returns());
  }
}
