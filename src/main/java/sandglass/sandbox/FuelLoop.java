package sandglass.sandbox;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Lets a loop whose check of the fuel failed begin its round again, rather than go on in the midst
 * of it. So what is called there, once in thousands of rounds, is no longer within the loop proper:
 * HotSpot takes the way back that is seldom taken for a loop around it, keeps the inner one's
 * values in registers, and loads from the memory object what it needs only outside.
 *
 * <p>What the meter made of a loop's head, with {@code fuel} a local:
 *
 * <pre>
 *   head: fuel -= cost
 *         if (fuel &gt; -cost) goto body
 *         global = fuel - (mark - cost)      the host puts in more, or throws
 *         fuel = global - cost               here: fuel = global; goto head
 *         if (fuel &gt; -cost) goto body
 *         trap
 *   body:
 * </pre>
 *
 * <p>The second check is for hosts that put in nothing. This one throws then.
 */
final class FuelLoop {
  /** Instructions from the head to the write of the global, and from there to the body. */
  private static final int BEFORE = 13;

  private static final int AFTER = 13;

  // Places of instructions, counted from the write:
  private static final int COST = -12;
  private static final int FIRST_BRANCH = -6;
  private static final int COST_AGAIN = 4;
  private static final int STORE = 7;
  private static final int SECOND_BRANCH = 10;

  private static final int GOTO_LENGTH = 3;

  private final ClassPatch file;
  private final int[] starts;
  private final BitSet targets;

  /**
   * @param starts where the method's instructions begin, and where the last one ends
   * @param targets where branches arrive
   */
  FuelLoop(ClassPatch file, int[] starts, BitSet targets) {
    this.file = file;
    this.starts = starts;
    this.targets = targets;
  }

  /**
   * Changes the loop with a failed check, if it is one.
   *
   * @param write index of the instruction that writes the global
   */
  void close(int write) {
    if (!isLoop(write)) {
      return;
    }
    int store = starts[write + STORE];
    byte[] copy = Arrays.copyOfRange(file.bytes, store, starts[write + STORE + 1]);
    int body = starts[write + AFTER];
    Arrays.fill(file.bytes, starts[write + COST_AGAIN], body, (byte) Bytecode.NOP);
    // Nothing is there any more that the caller could take for an instruction.
    Arrays.fill(starts, write + COST_AGAIN + 1, write + AFTER, starts[write + COST_AGAIN]);
    int jump = body - GOTO_LENGTH;
    System.arraycopy(copy, 0, file.bytes, jump - copy.length, copy.length);
    file.bytes[jump] = (byte) Bytecode.GOTO;
    file.putU2(jump + 1, starts[write - BEFORE] - jump);
  }

  private boolean isLoop(int write) {
    if (write < BEFORE || write + AFTER >= starts.length) {
      return false;
    }
    int body = starts[write + AFTER];
    return targets.get(starts[write - BEFORE] - starts[0])
        && target(write + FIRST_BRANCH) == body
        && target(write + SECOND_BRANCH) == body
        && isLoad(starts[write - BEFORE])
        && isSubtraction(write + COST)
        && isSubtraction(write + COST_AGAIN)
        && constant(write + COST) == constant(write + COST_AGAIN);
  }

  /** Where a conditional branch goes; -1 if it is none. */
  private int target(int instruction) {
    int at = starts[instruction];
    int op = op(at);
    return op >= Bytecode.IFEQ && op <= Bytecode.IFLE ? at + (short) file.u2(at + 1) : -1;
  }

  private boolean isLoad(int at) {
    int op = op(at);
    return op == Bytecode.LLOAD
        || (op >= Bytecode.LLOAD_0 && op < Bytecode.LLOAD_0 + 4)
        || (op == Bytecode.WIDE && op(at + 1) == Bytecode.LLOAD);
  }

  private boolean isSubtraction(int constant) {
    return constant(constant) != 0 && op(starts[constant + 1]) == Bytecode.LSUB;
  }

  /** The constant that an instruction pushes; 0 if it does not. */
  private long constant(int instruction) {
    int at = starts[instruction];
    return switch (op(at)) {
      case Bytecode.LCONST_1 -> 1;
      case Bytecode.LDC2_W -> file.longValue(file.u2(at + 1));
      default -> 0;
    };
  }

  private int op(int at) {
    return file.bytes[at] & 0xFF;
  }
}
