package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.types.OpCode;
import java.util.ArrayList;
import java.util.List;

/**
 * An instruction of a function that is being split, or a block with what is in it. Branches refer
 * to the block that they go to, so that labels number themselves when the tree is written. Trees
 * are changed in place, by one thread.
 */
abstract sealed class Node {
  /** How many operands lie on the stack before it. */
  int height;

  /** How many of them it takes. */
  final int pops;

  /** How many it leaves in their place; of no meaning where control does not go on. */
  final int pushes;

  /** Locals that are read before they are written from here on; see {@link Liveness}. */
  long[] liveBefore = Liveness.NOTHING;

  /** Estimated bytes of JVM code; see {@link JvmSize}. */
  int size;

  /**
   * Whether it must stay with what is before it: a caller takes values out of the spill globals at
   * once, before another part can put its own there.
   */
  boolean stays;

  /** Numbers of the first and the last node in it, as {@link Candidates} counted them last. */
  int first = -1;

  int last = -1;

  private Node(int height, int pops, int pushes) {
    this.height = height;
    this.pops = pops;
    this.pushes = pushes;
  }

  /** Whether control may go on to what follows. */
  abstract boolean falls();

  /** Operands on the stack after it. */
  int heightAfter() {
    return height - pops + pushes;
  }

  /** An instruction that is copied as it is. */
  static final class Plain extends Node {
    final OpCode op;
    final byte[] source;
    final int from;
    final int to;

    /** Whether the bytes are the module's own, not the splitter's. */
    final boolean original;

    Plain(OpCode op, int height, int pops, int pushes, ByteReader in, int from) {
      super(height, pops, pushes);
      this.op = op;
      this.source = in.bytes();
      this.from = from;
      this.to = in.position();
      this.original = true;
    }

    Plain(OpCode op, int height, int pops, int pushes, ByteSink bytes) {
      super(height, pops, pushes);
      this.op = op;
      this.source = bytes.toByteArray();
      this.from = 0;
      this.to = source.length;
      this.original = false;
    }

    @Override
    boolean falls() {
      return switch (op) {
        case UNREACHABLE, THROW, THROW_REF, RETURN_CALL, RETURN_CALL_INDIRECT -> false;
        default -> true;
      };
    }

    /** A reader of what follows the opcode. */
    ByteReader immediates() {
      var in = new ByteReader(source, from, to);
      Decoder.opcode(in);
      return in;
    }
  }

  /** {@code local.get}, {@code local.set} or {@code local.tee}. */
  static final class LocalAccess extends Node {
    final OpCode op;
    int local;

    /** Where it begins in the module, or -1 for the splitter's own. */
    final int from;

    LocalAccess(OpCode op, int height, int local, int from) {
      super(height, op == OpCode.LOCAL_GET ? 0 : 1, op == OpCode.LOCAL_SET ? 0 : 1);
      this.op = op;
      this.local = local;
      this.from = from;
    }

    @Override
    boolean falls() {
      return true;
    }
  }

  /** {@code br}, {@code br_if}, {@code br_table}, or {@code return}, which goes to the root. */
  static final class Branch extends Node {
    final OpCode op;
    final Block[] targets;

    /** Where it begins in the module, or -1 for the splitter's own. */
    final int from;

    Branch(OpCode op, int height, Block[] targets, int from) {
      super(
          height,
          targets[0].labelArity() + (op == OpCode.BR_IF || op == OpCode.BR_TABLE ? 1 : 0),
          op == OpCode.BR_IF ? targets[0].labelArity() : 0);
      this.op = op;
      this.targets = targets;
      this.from = from;
    }

    /** How many values it takes with it. */
    int arity() {
      return targets[0].labelArity();
    }

    @Override
    boolean falls() {
      return op == OpCode.BR_IF;
    }
  }

  /** One clause of a {@code try_table}. */
  static final class Catch {
    final int kind;
    final int tag;
    Block target;

    Catch(int kind, int tag, Block target) {
      this.kind = kind;
      this.tag = tag;
      this.target = target;
    }
  }

  /** A block, loop, if or try_table; the root of a function is a block too. */
  static final class Block extends Node {
    /** BLOCK, LOOP, IF or TRY_TABLE. */
    final OpCode op;

    final Signature signature;

    /** The bytes of its type in the module. */
    final byte[] type;

    /** Where it begins in the module, or -1 for the splitter's own. */
    final int from;

    List<Node> body = new ArrayList<>();

    /** Of an IF; null where it has no {@code else}. */
    List<Node> otherwise;

    final List<Catch> catches = new ArrayList<>();
    boolean targeted;

    /** Locals that are live where its end is reached, and where its label is. */
    long[] liveAtEnd = Liveness.NOTHING;

    long[] liveAtLabel = Liveness.NOTHING;

    Block(OpCode op, int height, Signature signature, byte[] type, int from) {
      super(
          height,
          signature.params().length + (op == OpCode.IF ? 1 : 0),
          signature.results().length);
      this.op = op;
      this.signature = signature;
      this.type = type;
      this.from = from;
    }

    /** How many values a branch to it takes with it. */
    int labelArity() {
      return op == OpCode.LOOP ? signature.params().length : signature.results().length;
    }

    /** The types of these values. */
    int[] labelTypes() {
      return op == OpCode.LOOP ? signature.params() : signature.results();
    }

    /** Operands that lie on the stack whatever the block does. */
    int base() {
      return height - pops;
    }

    /** Operands on the stack where a branch to its label arrives. */
    int labelHeight() {
      return base() + labelArity();
    }

    @Override
    boolean falls() {
      return fallsOff(body)
          || (op != OpCode.LOOP && targeted)
          || (op == OpCode.IF && (otherwise == null || fallsOff(otherwise)));
    }

    static boolean fallsOff(List<Node> list) {
      return list.isEmpty() || list.getLast().falls();
    }
  }
}
