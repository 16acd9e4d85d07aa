package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.types.OpCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sandglass.sandbox.meter.Node.Block;
import sandglass.sandbox.meter.Node.Branch;
import sandglass.sandbox.meter.Node.Catch;
import sandglass.sandbox.meter.Node.LocalAccess;
import sandglass.sandbox.meter.Node.Plain;

/**
 * Makes a function of a {@link Sequence}, and what calls it in its place. The part gets the locals
 * that it reads as parameters. It leaves those that it wrote, and values that a branch out of it
 * carries, in the spill globals, of which each is an {@code i64}: several results would cost an
 * array a call. Which way it was left it says in its result; the caller branches on that. Where
 * only one way leads out, its result is the first local that it wrote instead.
 */
final class Outliner {
  private static final byte[] VOID_BLOCK = {0x40};

  private final TreeFunction caller;
  private final Sequence sequence;
  private final int firstSpill;
  private final Map<Integer, Integer> localInPart = new HashMap<>();
  private final Map<Block, Block> exitBlocks = new HashMap<>();
  private final TreeFunction part;

  /**
   * @param caller the function that the sequence is cut out of
   * @param sequence was examined
   * @param firstSpill index of the first spill global
   */
  Outliner(TreeFunction caller, Sequence sequence, int firstSpill) {
    this.caller = caller;
    this.sequence = sequence;
    this.firstSpill = firstSpill;
    var params = new int[sequence.params.size()];
    for (int i = 0; i < params.length; i++) {
      params[i] = caller.locals.get(sequence.params.get(i));
      localInPart.put(sequence.params.get(i), i);
    }
    var signature = new Signature(params, result());
    var root = new Block(OpCode.BLOCK, 0, new Signature(new int[0], result()), null, -1);
    this.part = new TreeFunction(signature, root);
  }

  /** At most how large the caller's call of it is, in bytes of JVM code. */
  static int callerSize(Sequence sequence) {
    int ways = sequence.ways();
    int table = ways <= 2 ? 16 : 24 + 4 * ways;
    return 12 + sequence.params.size() * 3 + sequence.outs.size() * 14 + table;
  }

  /** At most how much the part has beside the sequence's own instructions. */
  static int partOverhead(Sequence sequence) {
    return 8
        + sequence.exits.size() * 9
        + sequence.outs.size() * 14
        + (sequence.ownLocals() + 1) * JvmSize.local();
  }

  private boolean givesCode() {
    return sequence.ways() > 1;
  }

  /** Whether the first local that goes out is the part's result. */
  private boolean givesFirst() {
    return !givesCode() && sequence.outs.size() > 0;
  }

  private int[] result() {
    if (givesCode()) {
      return new int[] {Signature.I32};
    }
    return givesFirst() ? new int[] {type(sequence.outs.get(0))} : new int[0];
  }

  private int type(int callerLocal) {
    return caller.locals.get(callerLocal);
  }

  /** The spill global of a local that goes out. */
  private int spillOf(int out) {
    return firstSpill + (givesFirst() ? out - 1 : out);
  }

  /** The spill global of a value that a branch carries. */
  private int spillOfCarried(int value) {
    return firstSpill + sequence.outs.size() + value;
  }

  /** How many spill globals it uses. */
  int spills() {
    int carried = 0;
    for (Block exit : sequence.exits) {
      carried = Math.max(carried, exit.labelArity());
    }
    return sequence.outs.size() + carried;
  }

  /** Which way this is, in the part's result. */
  private int codeOf(int exit) {
    return exit + (sequence.falls() ? 1 : 0);
  }

  // The part.

  /** The part; the sequence's nodes are its own from now on. */
  TreeFunction makePart() {
    boolean falls = sequence.falls();
    int height = sequence.height;
    for (Block exit : sequence.exits) {
      exitBlocks.put(exit, new Block(OpCode.BLOCK, 0, Signature.VOID, VOID_BLOCK, -1));
    }
    List<Node> body = adopt(sequence.nodes(), height);
    if (!exitBlocks.isEmpty()) {
      body = withExits(body, falls);
    }
    for (int i = givesFirst() ? 1 : 0; i < sequence.outs.size(); i++) {
      int local = sequence.outs.get(i);
      body.add(new LocalAccess(OpCode.LOCAL_GET, 0, inPart(local), -1));
      spill(body, type(local), 1, spillOf(i));
    }
    if (givesCode()) {
      body.add(new LocalAccess(OpCode.LOCAL_GET, 0, part.codeLocal(), -1));
    } else if (givesFirst()) {
      body.add(new LocalAccess(OpCode.LOCAL_GET, 0, inPart(sequence.outs.get(0)), -1));
    }
    part.root.body = body;
    return part;
  }

  /** Puts a block around the body for each way out, so that branches only change their label. */
  private List<Node> withExits(List<Node> body, boolean falls) {
    var done = new Block(OpCode.BLOCK, 0, Signature.VOID, VOID_BLOCK, -1);
    List<Node> inner = body;
    if (falls) {
      branch(inner, done);
    }
    for (int i = 0; i < sequence.exits.size(); i++) {
      Block exit = exitBlocks.get(sequence.exits.get(i));
      exit.body = inner;
      inner = new ArrayList<>(List.of(exit));
      if (givesCode() && codeOf(i) > 0) {
        inner.add(constant(0, codeOf(i)));
        inner.add(new LocalAccess(OpCode.LOCAL_SET, 1, part.codeLocal(), -1));
      }
      if (i < sequence.exits.size() - 1) {
        branch(inner, done);
      }
    }
    if (!done.targeted) {
      return inner;
    }
    done.body = inner;
    return new ArrayList<>(List.of(done));
  }

  /** Takes over nodes: their locals, their heights, and where their branches go. */
  private List<Node> adopt(List<Node> nodes, int height) {
    List<Node> adopted = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      node.height -= height;
      switch (node) {
        case LocalAccess access -> {
          access.local = inPart(access.local);
          adopted.add(access);
        }
        case Plain plain -> adopted.add(plain);
        case Branch branch -> adopt(branch, adopted);
        case Block block -> {
          block.body = adopt(block.body, height);
          if (block.otherwise != null) {
            block.otherwise = adopt(block.otherwise, height);
          }
          for (Catch clause : block.catches) {
            clause.target = retarget(clause.target);
          }
          adopted.add(block);
        }
      }
    }
    return adopted;
  }

  private void adopt(Branch branch, List<Node> adopted) {
    Block exit = exitBlocks.get(branch.targets[0]);
    int carried = branch.arity();
    if (exit != null && (carried > 0 || branch.op == OpCode.RETURN)) {
      int[] types = branch.targets[0].labelTypes();
      for (int i = carried - 1; i >= 0; i--) {
        spill(adopted, types[i], branch.height - (carried - 1 - i), spillOfCarried(i));
      }
      exit.targeted = true;
      adopted.add(new Branch(OpCode.BR, branch.height - carried, new Block[] {exit}, branch.from));
      return;
    }
    for (int i = 0; i < branch.targets.length; i++) {
      branch.targets[i] = retarget(branch.targets[i]);
    }
    adopted.add(branch);
  }

  private Block retarget(Block target) {
    Block exit = exitBlocks.get(target);
    if (exit == null) {
      return target;
    }
    exit.targeted = true;
    return exit;
  }

  private int inPart(int callerLocal) {
    return localInPart.computeIfAbsent(
        callerLocal,
        local -> {
          part.locals.add(type(local));
          return part.locals.size() - 1;
        });
  }

  // The caller.

  /** What the caller does in place of the sequence: calls the part, by its index. */
  List<Node> makeCall(int partIndex) {
    List<Node> out = new ArrayList<>();
    int base = sequence.height;
    for (int i = 0; i < sequence.params.size(); i++) {
      out.add(new LocalAccess(OpCode.LOCAL_GET, base + i, sequence.params.get(i), -1));
    }
    int params = sequence.params.size();
    int results = result().length;
    var call = new ByteSink(8).u8(OpCode.CALL.opcode()).u32(partIndex);
    out.add(new Plain(OpCode.CALL, base + params, params, results, call));
    if (givesCode()) {
      out.add(new LocalAccess(OpCode.LOCAL_SET, base + 1, caller.codeLocal(), -1));
    } else if (givesFirst()) {
      out.add(new LocalAccess(OpCode.LOCAL_SET, base + 1, sequence.outs.get(0), -1));
    }
    for (int i = givesFirst() ? 1 : 0; i < sequence.outs.size(); i++) {
      int local = sequence.outs.get(i);
      unspill(out, type(local), base, spillOf(i));
      out.add(new LocalAccess(OpCode.LOCAL_SET, base + 1, local, -1));
    }
    dispatch(out, base);
    keepTogether(out.subList(1, out.size()));
    return out;
  }

  private static void keepTogether(List<Node> nodes) {
    for (Node node : nodes) {
      node.stays = true;
      if (node instanceof Block block) {
        keepTogether(block.body);
      }
    }
  }

  private void dispatch(List<Node> out, int base) {
    if (sequence.ways() == 0) {
      out.add(
          new Plain(
              OpCode.UNREACHABLE, base, 0, 0, new ByteSink(1).u8(OpCode.UNREACHABLE.opcode())));
      return;
    }
    if (sequence.ways() == 1) {
      if (!sequence.exits.isEmpty()) {
        leave(out, sequence.exits.getFirst(), base);
      }
      return;
    }
    if (sequence.ways() == 2 && sequence.exits.stream().allMatch(exit -> exit.labelArity() == 0)) {
      Block ifOne = sequence.exits.getLast();
      out.add(new LocalAccess(OpCode.LOCAL_GET, base, caller.codeLocal(), -1));
      ifOne.targeted = true;
      out.add(new Branch(OpCode.BR_IF, base + 1, new Block[] {ifOne}, -1));
      if (!sequence.falls()) {
        leave(out, sequence.exits.getFirst(), base);
      }
      return;
    }
    table(out, base);
  }

  /**
   * Branches on the code through a table. A way that carries values goes to a block of its own
   * first, after which the values are loaded.
   */
  private void table(List<Node> out, int base) {
    var after = new Block(OpCode.BLOCK, base, Signature.VOID, VOID_BLOCK, -1);
    List<Block> targets = new ArrayList<>();
    if (sequence.falls()) {
      targets.add(after);
    }
    Map<Block, Block> landings = new HashMap<>();
    for (Block exit : sequence.exits) {
      if (exit.labelArity() == 0) {
        targets.add(exit);
      } else {
        var landing = new Block(OpCode.BLOCK, base, Signature.VOID, VOID_BLOCK, -1);
        landings.put(exit, landing);
        targets.add(landing);
      }
    }
    targets.forEach(target -> target.targeted = true);
    List<Node> inner = new ArrayList<>();
    inner.add(new LocalAccess(OpCode.LOCAL_GET, base, caller.codeLocal(), -1));
    inner.add(new Branch(OpCode.BR_TABLE, base + 1, targets.toArray(Block[]::new), -1));
    for (Block exit : sequence.exits) {
      Block landing = landings.get(exit);
      if (landing != null) {
        landing.body = inner;
        inner = new ArrayList<>(List.of(landing));
        leave(inner, exit, base);
      }
    }
    if (sequence.falls()) {
      after.body = inner;
      out.add(after);
    } else {
      out.addAll(inner);
    }
  }

  /** Loads what a branch carries, and branches. */
  private void leave(List<Node> out, Block exit, int base) {
    int[] types = exit.labelTypes();
    for (int i = 0; i < types.length; i++) {
      unspill(out, types[i], base + i, spillOfCarried(i));
    }
    exit.targeted = true;
    OpCode op = exit == caller.root ? OpCode.RETURN : OpCode.BR;
    out.add(new Branch(op, base + types.length, new Block[] {exit}, -1));
  }

  // Pieces of code.

  private static void branch(List<Node> out, Block target) {
    target.targeted = true;
    out.add(new Branch(OpCode.BR, 0, new Block[] {target}, -1));
  }

  private static Plain constant(int height, int value) {
    var bytes = new ByteSink(8).u8(OpCode.I32_CONST.opcode()).s64(value);
    return new Plain(OpCode.I32_CONST, height, 0, 1, bytes);
  }

  private static void convert(List<Node> out, int height, OpCode... ops) {
    for (OpCode op : Arrays.asList(ops)) {
      out.add(new Plain(op, height, 1, 1, new ByteSink(1).u8(op.opcode())));
    }
  }

  /** Stores the topmost operand in a spill global. */
  private static void spill(List<Node> out, int type, int height, int global) {
    switch (type) {
      case Signature.I32 -> convert(out, height, OpCode.I64_EXTEND_I32_S);
      case Signature.F32 ->
          convert(out, height, OpCode.I32_REINTERPRET_F32, OpCode.I64_EXTEND_I32_S);
      case Signature.F64 -> convert(out, height, OpCode.I64_REINTERPRET_F64);
      default -> {}
    }
    var bytes = new ByteSink(8).u8(OpCode.GLOBAL_SET.opcode()).u32(global);
    out.add(new Plain(OpCode.GLOBAL_SET, height, 1, 0, bytes));
  }

  /** Pushes what is in a spill global. */
  private static void unspill(List<Node> out, int type, int height, int global) {
    var bytes = new ByteSink(8).u8(OpCode.GLOBAL_GET.opcode()).u32(global);
    out.add(new Plain(OpCode.GLOBAL_GET, height, 0, 1, bytes));
    switch (type) {
      case Signature.I32 -> convert(out, height + 1, OpCode.I32_WRAP_I64);
      case Signature.F32 ->
          convert(out, height + 1, OpCode.I32_WRAP_I64, OpCode.F32_REINTERPRET_I32);
      case Signature.F64 -> convert(out, height + 1, OpCode.F64_REINTERPRET_I64);
      default -> {}
    }
  }
}
