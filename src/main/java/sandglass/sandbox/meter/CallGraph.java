package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.types.OpCode;
import java.util.Arrays;
import java.util.BitSet;
import sandglass.sandbox.meter.ModuleStructure.Section;

/**
 * Which functions always come back: nothing that they do, or that what they call does, can leave by
 * an exception, reach the host, or call what is only known at run time. A trap may still end the
 * run in them. Code after a call of such a function can be paid for before it, so that the caller
 * does not have to take up the count again.
 */
final class CallGraph {
  private final int imported;
  private final BitSet returning;

  /**
   * @param module the original
   * @param code its code section
   * @param imported how many functions it imports
   */
  CallGraph(byte[] module, Section code, int imported) {
    this.imported = imported;
    var in = new ByteReader(module, code.offset(), code.end());
    int count = in.count();
    returning = new BitSet(count);
    returning.set(0, count);
    var callers = new IntList();
    var callees = new IntList();
    for (int i = 0; i < count; i++) {
      scan(in.slice(in.u32()), i, callers, callees);
    }
    settle(count, callers, callees);
  }

  /** Whether a call of {@code function}, an index in the module, always comes back. */
  boolean returns(long function) {
    return function >= imported && returning.get((int) (function - imported));
  }

  private void scan(ByteReader in, int function, IntList callers, IntList callees) {
    for (int n = in.count(); n > 0; n--) {
      in.skipLeb(5);
      Decoder.skipValueType(in);
    }
    while (in.hasMore()) {
      OpCode op = Decoder.opcode(in);
      switch (op) {
        case CALL -> {
          int callee = in.index();
          if (callee < imported) {
            returning.clear(function);
          } else {
            callers.add(function);
            callees.add(callee - imported);
          }
        }
        case CALL_INDIRECT,
            CALL_REF,
            RETURN_CALL,
            RETURN_CALL_INDIRECT,
            RETURN_CALL_REF,
            THROW,
            THROW_REF,
            MEMORY_GROW -> {
          returning.clear(function);
          Decoder.skipImmediates(op, in);
        }
        default -> Decoder.skipImmediates(op, in);
      }
    }
  }

  /**
   * Who calls a function that may not come back may not come back. Goes from each such function to
   * its callers, so that a long chain of calls is walked once.
   */
  private void settle(int count, IntList callers, IntList callees) {
    int[] latestCall = new int[count];
    Arrays.fill(latestCall, -1);
    int[] earlierCall = new int[callees.size()];
    for (int call = 0; call < callees.size(); call++) {
      int callee = callees.get(call);
      if (callee >= count) {
        throw new InvalidModuleException("unknown function " + (callee + imported));
      }
      earlierCall[call] = latestCall[callee];
      latestCall[callee] = call;
    }
    var pending = new IntList();
    for (int i = returning.nextClearBit(0); i < count; i = returning.nextClearBit(i + 1)) {
      pending.add(i);
    }
    while (pending.size() > 0) {
      int call = latestCall[pending.removeLast()];
      for (; call >= 0; call = earlierCall[call]) {
        int caller = callers.get(call);
        if (returning.get(caller)) {
          returning.clear(caller);
          pending.add(caller);
        }
      }
    }
  }
}
