package sandglass.sandbox.simd;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.InterpreterMachine;
import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.runtime.StackFrame;
import com.dylibso.chicory.wasm.types.Instruction;
import com.dylibso.chicory.wasm.types.OpCode;
import java.util.Deque;

/**
 * Chicory's interpreter with the fixed-width vector instructions, in plain Java: for modules that
 * use them, as {@code withMachineFactory(SimdMachine::new)}. Of one thread, as its base class is,
 * and open, as that is, to a subclass that watches calls.
 *
 * <p>The base class swaps the halves of a vector that it stores in a local. The meter writes such
 * stores so that this does no harm; a module that is not metered gets wrong results.
 */
public class SimdMachine extends InterpreterMachine {
  /**
   * @param instance the module to run
   */
  public SimdMachine(Instance instance) {
    super(instance);
  }

  /** Called for each instruction that the base class does not know. */
  @Override
  protected void evalDefault(
      MStack stack,
      Instance instance,
      Deque<StackFrame> callStack,
      Instruction instruction,
      Operands operands) {
    OpCode op = instruction.opcode();
    boolean known =
        VectorMemory.execute(op, instruction, stack, instance)
            || LaneAccess.execute(op, instruction, stack)
            || Bitwise.execute(op, stack)
            || IntegerArithmetic.execute(op, stack)
            || IntegerComparison.execute(op, stack)
            || IntegerWidening.execute(op, stack)
            || FloatArithmetic.execute(op, stack)
            || FloatComparison.execute(op, stack)
            || Conversion.execute(op, stack);
    if (!known) {
      super.evalDefault(stack, instance, callStack, instruction, operands);
    }
  }
}
