package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.types.OpCode;
import java.util.Arrays;

/**
 * One function's instructions, decoded as far as metering needs: where each begins, and which
 * blocks are the target of a branch. Used again for each function.
 */
final class FunctionCode {
  /** Index that stands for the function's own label. */
  private static final int FUNCTION_LABEL = -1;

  private static final int VECTOR_PREFIX = 0xFD;

  private final int globals;
  private final IntList open = new IntList();

  private OpCode[] ops = new OpCode[256];
  private int[] starts = new int[256];
  private boolean[] targeted = new boolean[256];
  private int size;
  private boolean needsGlobal;
  private int lengthLocals;
  private boolean vectors;
  private boolean entangled;

  /**
   * @param globals how many globals the module has: an instruction must not reach the meter's own
   */
  FunctionCode(int globals) {
    this.globals = globals;
  }

  int size() {
    return size;
  }

  OpCode op(int index) {
    return ops[index];
  }

  /** The offset of an instruction in the module; that of the body's end for {@link #size}. */
  int start(int index) {
    return starts[index];
  }

  /**
   * For a {@code block}, {@code loop}, {@code if} or {@code try_table}: whether a branch or a catch
   * goes to its label. For an {@code end}: whether control may arrive there otherwise than by
   * falling through.
   */
  boolean isTargeted(int index) {
    return targeted[index];
  }

  /**
   * Whether the fuel must be counted in the global alone: an exception may arrive from anywhere at
   * a {@code try_table}; and a function that tail-calls itself must not have more locals than
   * parameters, or Chicory's interpreter fails as it takes its frame again.
   */
  boolean needsGlobal() {
    return needsGlobal;
  }

  /** Whether any function so far has vector instructions. */
  boolean hasVectors() {
    return vectors;
  }

  /** Whether any function so far makes tail calls, or calls by reference. */
  boolean isEntangled() {
    return entangled;
  }

  /** How many {@code i32} locals the charges for lengths need: a growth needs two. */
  int lengthLocals() {
    return lengthLocals;
  }

  /** The operand of an {@code i32.const}, or -1 for another instruction. */
  long constant(byte[] module, int index) {
    if (index < 0 || ops[index] != OpCode.I32_CONST) {
      return -1;
    }
    return new ByteReader(module, starts[index] + 1, starts[index + 1]).signed(5) & 0xFFFF_FFFFL;
  }

  /**
   * Decodes the instructions.
   *
   * @param in stands at the first instruction and ends with the body
   * @param locals parameters and locals: an instruction must not reach the meter's own
   */
  void decode(ByteReader in, long locals) {
    size = 0;
    needsGlobal = false;
    lengthLocals = 0;
    open.clear();
    open.add(FUNCTION_LABEL);
    while (open.size() > 0) {
      int start = in.position();
      OpCode op = Decoder.opcode(in);
      int index = add(op, start);
      vectors |= op.opcode() >> 8 == VECTOR_PREFIX;
      switch (op) {
        case BLOCK, LOOP, IF -> {
          Decoder.skipImmediates(op, in);
          open.add(index);
        }
        case TRY_TABLE -> {
          needsGlobal = true;
          Decoder.skipValueType(in);
          for (int n = in.count(); n > 0; n--) {
            target(Decoder.catchLabel(in));
          }
          open.add(index);
        }
        case ELSE -> {
          int opener = open.last();
          if (opener < 0 || ops[opener] != OpCode.IF) {
            throw new InvalidModuleException("else without if at offset " + start);
          }
        }
        case END -> targeted[index] = isEndTargeted(open.removeLast());
        case BR, BR_IF, BR_ON_NULL, BR_ON_NON_NULL, BR_ON_CAST, BR_ON_CAST_FAIL, BR_TABLE ->
            readLabels(op, in);
        case GLOBAL_GET, GLOBAL_SET -> check(in.u32(), globals, "unknown global");
        case LOCAL_GET, LOCAL_SET, LOCAL_TEE -> check(in.u32(), locals, "unknown local");
        case RETURN_CALL, RETURN_CALL_INDIRECT, RETURN_CALL_REF -> {
          needsGlobal = true;
          entangled = true;
          Decoder.skipImmediates(op, in);
        }
        case CALL_REF -> {
          entangled = true;
          Decoder.skipImmediates(op, in);
        }
        default -> {
          if (FuelCosts.isBulk(op)) {
            lengthLocals = Math.max(lengthLocals, FuelCosts.isGrowth(op) ? 2 : 1);
          }
          Decoder.skipImmediates(op, in);
        }
      }
    }
    if (in.hasMore()) {
      throw new InvalidModuleException(
          "section size mismatch: code after the end of a function at offset " + in.position());
    }
    addStart(in.position());
  }

  private boolean isEndTargeted(int opener) {
    if (opener == FUNCTION_LABEL) {
      return true;
    }
    return switch (ops[opener]) {
      case IF -> true;
      case LOOP -> false;
      default -> targeted[opener];
    };
  }

  /** Reads the labels of a branch and marks their blocks. */
  private void readLabels(OpCode op, ByteReader in) {
    new BranchLabels(op, in).forEach(this::target);
  }

  private void target(int depth) {
    if (depth >= open.size()) {
      throw new InvalidModuleException("unknown label " + depth);
    }
    int opener = open.get(open.size() - 1 - depth);
    if (opener != FUNCTION_LABEL) {
      targeted[opener] = true;
    }
  }

  private static void check(long index, long count, String what) {
    if (index >= count) {
      throw new InvalidModuleException(what + " " + index);
    }
  }

  private int add(OpCode op, int start) {
    addStart(start);
    ops[size] = op;
    targeted[size] = false;
    return size++;
  }

  private void addStart(int start) {
    if (size == ops.length) {
      int capacity = size * 2;
      ops = Arrays.copyOf(ops, capacity);
      starts = Arrays.copyOf(starts, capacity);
      targeted = Arrays.copyOf(targeted, capacity);
    }
    starts[size] = start;
  }
}
