package sandglass.sandbox;

import java.util.Arrays;
import java.util.BitSet;
import sandglass.sandbox.meter.Meter;

/**
 * Changes the code of a class's methods in place: looks at each call of one of Chicory's helpers,
 * and at the few instructions around it.
 */
final class CodePatch {
  private static final String FUNCTION = "func_";
  private static final String LAST_PARAMETERS =
      "Lcom/dylibso/chicory/runtime/Memory;Lcom/dylibso/chicory/runtime/Instance;)";

  private final ClassPatch file;
  private final HelperCall[] calls;
  private final Replacements with;
  private final int fuelGlobal;
  private final boolean hasMemory;

  private boolean hasLargeIndirectCall;

  // Of the method at hand:

  private int memorySlot;

  /** Where its instructions begin, and where the last one ends. */
  private int[] starts = {};

  private BitSet targets = new BitSet();

  /**
   * The methods that are called instead.
   *
   * @param readFuel reads the fuel
   * @param writeFuel writes it
   * @param spent answers a failed check
   * @param readGlobal reads another global
   * @param writeGlobal writes one
   * @param compareInts compares unsigned
   * @param compareLongs compares unsigned
   */
  record Replacements(
      int readFuel,
      int writeFuel,
      int spent,
      int readGlobal,
      int writeGlobal,
      int compareInts,
      int compareLongs) {}

  /**
   * @param file the class
   * @param calls for each constant that is a method, what a call of it is; {@code null} if it stays
   * @param with constants of what is called instead
   * @param fuelGlobal index of the meter's global
   * @param hasMemory whether the globals are in the first memory
   */
  CodePatch(
      ClassPatch file, HelperCall[] calls, Replacements with, int fuelGlobal, boolean hasMemory) {
    this.file = file;
    this.calls = calls;
    this.with = with;
    this.fuelGlobal = fuelGlobal;
    this.hasMemory = hasMemory;
  }

  /** Changes one method; see {@link ClassPatch.MethodVisitor}. */
  void patch(String name, String type, int begin, int length) {
    hasLargeIndirectCall |= IndirectCalls.isLarge(name, length);
    memorySlot = hasMemory && name.startsWith(FUNCTION) ? memorySlot(type) : -1;
    starts = Bytecode.starts(file, begin, length);
    targets = Bytecode.targets(file, starts);
    boolean comparesWithLongZero = false;
    for (int i = 0; i + 1 < starts.length; i++) {
      int at = starts[i];
      if (op(at) == Bytecode.INVOKESTATIC) {
        int method = file.u2(at + 1);
        HelperCall call = method < calls.length ? calls[method] : null;
        switch (call) {
          case null -> {}
          case HelperCall.Poll _ -> clear(at, starts[i + 1]);
          case HelperCall.ReadGlobal _ -> global(i, false);
          case HelperCall.WriteGlobal _ -> global(i, true);
          case HelperCall.Compare compare ->
              comparesWithLongZero |=
                  compare(i, compare.comparison())
                      && compare.comparison().operands() == Comparison.Operands.LONG_WITH_ZERO;
        }
      }
    }
    if (comparesWithLongZero) {
      file.addStack(begin, 2);
    }
  }

  /** Whether one of the methods is to be divided. */
  boolean hasLargeIndirectCall() {
    return hasLargeIndirectCall;
  }

  private int op(int at) {
    return file.bytes[at] & 0xFF;
  }

  private void put(int at, int op) {
    file.bytes[at] = (byte) op;
  }

  private void clear(int from, int to) {
    Arrays.fill(file.bytes, from, to, (byte) Bytecode.NOP);
  }

  /** The last two parameters of a function's method are its memory and its instance. */
  private static int memorySlot(String type) {
    int end = type.indexOf(LAST_PARAMETERS);
    if (end < 0) {
      return -1;
    }
    int slot = 0;
    for (int i = 1; i < end; i++) {
      switch (type.charAt(i)) {
        case 'J', 'D' -> slot += 2;
        case '[' -> {} // of longs, which count for the one slot too many
        default -> slot++;
      }
    }
    return type.startsWith("([J") ? 1 : slot;
  }

  /** An access to a global: an index and the instance were pushed just before the call. */
  private void global(int call, boolean write) {
    if (memorySlot < 0 || call < 2 || loadedSlot(starts[call - 1]) != memorySlot + 1) {
      return;
    }
    boolean fuel = isPushed(starts[call - 2], fuelGlobal);
    boolean spent = fuel && write && isMarked(call);
    int at = starts[call];
    clear(starts[fuel ? call - 2 : call - 1], at);
    putLoad(at);
    int method =
        fuel
            ? spent ? with.spent : write ? with.writeFuel : with.readFuel
            : write ? with.writeGlobal : with.readGlobal;
    file.putU2(at + 1, method);
    if (spent) {
      new FuelLoop(file, starts, targets).close(call);
    }
  }

  /** Whether the value to be written was just marked by a check. */
  private boolean isMarked(int call) {
    return call >= 4
        && op(starts[call - 3]) == Bytecode.LSUB
        && op(starts[call - 4]) == Bytecode.LDC2_W
        && file.longValue(file.u2(starts[call - 4] + 1)) > Meter.MARK / 2;
  }

  /** The slot of which the instruction loads a reference; -2 if it does not. */
  private int loadedSlot(int at) {
    int op = op(at);
    if (op >= Bytecode.ALOAD_0 && op <= Bytecode.ALOAD_3) {
      return op - Bytecode.ALOAD_0;
    }
    if (op == Bytecode.ALOAD) {
      return op(at + 1);
    }
    return op == Bytecode.WIDE && op(at + 1) == Bytecode.ALOAD ? file.u2(at + 2) : -2;
  }

  /** Loads the memory; ends where {@code end} is. Its slot is below the one that was loaded. */
  private void putLoad(int end) {
    if (memorySlot <= Bytecode.ALOAD_3 - Bytecode.ALOAD_0) {
      put(end - 1, Bytecode.ALOAD_0 + memorySlot);
    } else if (memorySlot < 1 << Byte.SIZE) {
      put(end - 2, Bytecode.ALOAD);
      put(end - 1, memorySlot);
    } else {
      put(end - 4, Bytecode.WIDE);
      put(end - 3, Bytecode.ALOAD);
      file.putU2(end - 2, memorySlot);
    }
  }

  private boolean isPushed(int at, int value) {
    int op = op(at);
    return switch (op) {
      case Bytecode.BIPUSH -> file.bytes[at + 1] == value;
      case Bytecode.SIPUSH -> (short) file.u2(at + 1) == value;
      case Bytecode.LDC -> file.isInt(op(at + 1), value);
      case Bytecode.LDC_W -> file.isInt(file.u2(at + 1), value);
      default ->
          op >= Bytecode.ICONST_M1
              && op <= Bytecode.ICONST_5
              && op - Bytecode.ICONST_M1 - 1 == value;
    };
  }

  /**
   * Joins a comparison with the branch after it, if there is one and nothing else arrives there.
   */
  private boolean compare(int call, Comparison comparison) {
    int at = starts[call];
    int branch = starts[call + 1];
    if (targets.get(branch - starts[0])) {
      return false;
    }
    int asked = op(branch);
    if (asked != Bytecode.IFEQ && asked != Bytecode.IFNE) {
      return false;
    }
    int jump = comparison.branch(asked);
    switch (comparison.operands()) {
      case INT_WITH_ZERO -> clear(at, branch);
      case INT -> {
        clear(at, branch);
        jump += Bytecode.IF_ICMPEQ - Bytecode.IFEQ;
      }
      case UNSIGNED_INT -> file.putU2(at + 1, with.compareInts);
      case UNSIGNED_LONG -> file.putU2(at + 1, with.compareLongs);
      case LONG_WITH_ZERO -> {
        clear(at, branch);
        put(branch - 2, Bytecode.LCONST_0);
        put(branch - 1, Bytecode.LCMP);
      }
      case LONG -> {
        clear(at, branch);
        put(branch - 1, Bytecode.LCMP);
      }
      case FLOAT, DOUBLE -> {
        clear(at, branch);
        put(branch - 1, comparison.floatingOrder());
      }
    }
    put(branch, jump);
    return true;
  }
}
