package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.types.OpCode;
import java.util.List;
import sandglass.sandbox.meter.Node.Block;
import sandglass.sandbox.meter.Node.Branch;
import sandglass.sandbox.meter.Node.LocalAccess;
import sandglass.sandbox.meter.Node.Plain;

/**
 * How many bytes of JVM code Chicory's compiler makes of a function: an estimate, read off its
 * {@code Emitters} (version 1.7.5), which is a little high where it is not exact.
 */
final class JvmSize {
  private static final int INVOKE = 3;
  private static final int JUMP = 3;
  private static final int POLL = 3;
  private static final int RETURN = 4;

  private int[] slots = {};
  private int memorySlot;

  /** The most that so many bytes of a function's instructions can come to, roughly. */
  static long atMost(int bodyBytes, int locals) {
    return bodyBytes * 10L + locals * 6L;
  }

  /** The size of a whole function; notes that of each node in it. */
  int measure(TreeFunction function) {
    layOut(function);
    int prologue = 0;
    for (int i = function.signature.params().length; i < function.locals.size(); i++) {
      prologue += 3 + access(slots[i]);
    }
    return prologue + measure(function.root.body) + RETURN;
  }

  /** What it costs to begin and use a local that a part has for itself: at most. */
  static int local() {
    return 7;
  }

  private void layOut(TreeFunction function) {
    slots = new int[function.locals.size()];
    int slot = 0;
    for (int i = 0; i < slots.length; i++) {
      if (i == function.signature.params().length) {
        memorySlot = slot;
        slot += 2;
      }
      slots[i] = slot;
      slot += Signature.slots(function.locals.get(i));
    }
    if (slots.length == function.signature.params().length) {
      memorySlot = slot;
    }
  }

  /** The sum of what was measured. */
  static int sum(List<Node> list) {
    int total = 0;
    for (Node node : list) {
      total += node.size;
    }
    return total;
  }

  /** Measures nodes that came into the function which was measured last. */
  int measure(List<Node> list) {
    int total = 0;
    for (Node node : list) {
      node.size = measure(node);
      total += node.size;
    }
    return total;
  }

  private int measure(Node node) {
    return switch (node) {
      case LocalAccess access ->
          access(slot(access.local)) + (access.op == OpCode.LOCAL_TEE ? 1 : 0);
      case Branch branch -> branch(branch);
      case Block block -> block(block);
      case Plain plain -> plain(plain);
    };
  }

  /** A local that came after the layout has one of the last. */
  private int slot(int local) {
    return local < slots.length ? slots[local] : 2 * local;
  }

  private static int access(int slot) {
    return slot < 4 ? 1 : slot < 256 ? 2 : 4;
  }

  private int block(Block block) {
    int inside = measure(block.body);
    return switch (block.op) {
      case IF -> JUMP + inside + (block.otherwise == null ? 0 : JUMP + measure(block.otherwise));
      // Each value below is saved and restored, each clause compared.
      case TRY_TABLE -> inside + 24 + block.base() * 12 + block.catches.size() * 30;
      default -> inside;
    };
  }

  private static int branch(Branch branch) {
    return switch (branch.op) {
      case BR -> unwind(branch, branch.targets[0]) + JUMP + poll(branch.targets[0]);
      case BR_IF -> {
        int unwind = unwind(branch, branch.targets[0]);
        yield unwind + JUMP + (unwind > 0 || branch.targets[0].op == OpCode.LOOP ? JUMP + POLL : 0);
      }
      case BR_TABLE -> {
        int size = 16 + POLL + 4 * branch.targets.length;
        if (needsUnwind(branch)) {
          for (Block target : List.of(branch.targets).stream().distinct().toList()) {
            size += unwind(branch, target) + JUMP;
          }
        }
        yield size;
      }
      default -> RETURN;
    };
  }

  private static boolean needsUnwind(Branch branch) {
    for (Block target : branch.targets) {
      if (unwind(branch, target) > 0) {
        return true;
      }
    }
    return false;
  }

  private static int poll(Block target) {
    return target.op == OpCode.LOOP ? POLL : 0;
  }

  /** Operands that lie between a branch's values and its target's are dropped one by one. */
  private static int unwind(Branch branch, Block target) {
    int condition = branch.op == OpCode.BR_IF || branch.op == OpCode.BR_TABLE ? 1 : 0;
    int drop = branch.height - condition - target.labelHeight();
    return drop <= 0 ? 0 : drop + 4 * branch.arity();
  }

  private int plain(Plain plain) {
    OpCode op = plain.op;
    return switch (op) {
      case NOP -> 0;
      case UNREACHABLE -> INVOKE + 1;
      case DROP -> 1;
      case SELECT, SELECT_T -> 6;
      case I32_CONST -> constant(plain.immediates().signed(5));
      case I64_CONST -> {
        long value = plain.immediates().signed(10);
        yield value == 0 || value == 1 ? 1 : 3;
      }
      case F32_CONST, F64_CONST -> 3;
      case GLOBAL_GET, GLOBAL_SET ->
          constant(plain.immediates().index()) + access(memorySlot + 1) + 2 * INVOKE;
      case CALL, CALL_INDIRECT -> call(plain);
      case RETURN_CALL, RETURN_CALL_INDIRECT -> call(plain) + 16;
      case THROW -> 12 + 10 * plain.pops;
      case THROW_REF -> 8;
      case I32_ADD, I32_SUB, I32_MUL, I32_AND, I32_OR, I32_XOR, I32_SHL, I32_SHR_S, I32_SHR_U -> 1;
      case I64_ADD, I64_SUB, I64_MUL, I64_AND, I64_OR, I64_XOR, I32_WRAP_I64, I64_EXTEND_I32_S -> 1;
      case I64_SHL, I64_SHR_S, I64_SHR_U -> 2;
      case F32_ADD, F32_SUB, F32_MUL, F32_DIV, F32_NEG, F32_DEMOTE_F64 -> 1;
      case F64_ADD, F64_SUB, F64_MUL, F64_DIV, F64_NEG, F64_PROMOTE_F32 -> 1;
      default -> isMemoryAccess(op) ? memoryAccess(plain) : other(op);
    };
  }

  private static int constant(long value) {
    if (value >= -1 && value <= 5) {
      return 1;
    }
    if (value == (byte) value) {
      return 2;
    }
    return 3;
  }

  private int call(Plain call) {
    return POLL
        + 3
        + 2 * access(memorySlot + 1)
        + INVOKE
        // Several results come in an array; so do parameters that need more than 253 slots.
        + (call.pushes > 1 ? 4 + 8 * call.pushes : 0)
        + (call.pops > 126 ? 8 + 12 * call.pops : 0);
  }

  private static boolean isMemoryAccess(OpCode op) {
    int code = op.opcode();
    return (code >= 0x28 && code <= 0x3E) || code >> 8 == 0xFE;
  }

  private int memoryAccess(Plain plain) {
    if (plain.op.opcode() == 0xFE03) {
      return access(memorySlot) + INVOKE;
    }
    var in = plain.immediates();
    long align = in.u32();
    boolean elsewhere = align >> 6 != 0;
    if (elsewhere) {
      in.skipLeb(5);
    }
    int offset = constant(in.limit());
    int converted =
        switch (plain.op) {
          case I32_LOAD, I64_LOAD, F32_LOAD, F64_LOAD, I32_STORE, I64_STORE, F32_STORE, F64_STORE ->
              0;
          case I64_LOAD32_U -> 5;
          default -> 5;
        };
    return offset + access(memorySlot) + (elsewhere ? 6 : 0) + INVOKE + converted;
  }

  /** Most others are the call of a helper, with an index or two and the instance. */
  private static int other(OpCode op) {
    int code = op.opcode();
    boolean numeric = (code >= 0x45 && code <= 0xC4) || (code >= 0xFC00 && code <= 0xFC07);
    return numeric ? INVOKE : INVOKE + 10;
  }
}
