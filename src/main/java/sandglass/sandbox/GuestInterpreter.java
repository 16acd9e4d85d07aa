package sandglass.sandbox;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.runtime.StackFrame;
import com.dylibso.chicory.wasm.types.FunctionType;
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
    try {
      return super.call(stack, instance, callStack, function, args, callType, popResults);
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
}
