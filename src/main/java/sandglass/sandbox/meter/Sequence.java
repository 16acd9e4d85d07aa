package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.types.OpCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sandglass.sandbox.meter.Node.Block;
import sandglass.sandbox.meter.Node.Branch;
import sandglass.sandbox.meter.Node.Catch;
import sandglass.sandbox.meter.Node.LocalAccess;
import sandglass.sandbox.meter.Node.Plain;

/**
 * Neighbouring instructions of one block that take nothing from the stack which lay there before,
 * and leave nothing: what could become a function of its own, and what it would need for that.
 */
final class Sequence {
  /** The JVM has 255 slots for parameters, of which a long takes two and the engine some. */
  private static final int MAX_PARAMS = 120;

  /** The block that they are in, and which of its lists. */
  final Block owner;

  final List<Node> list;
  final int from;
  final int to;

  /** Estimated bytes of JVM code. */
  final int size;

  /** Operands that lie on the stack before it and after it. */
  final int height;

  private final boolean falls;

  /** Locals that come in, and those that go out, in ascending order. */
  final IntList params = new IntList();

  final IntList outs = new IntList();

  /** Blocks around it that it may branch to; the function's root stands for a return. */
  final List<Block> exits = new ArrayList<>();

  private final Set<Block> knownExits = new HashSet<>();
  private final TreeFunction function;
  private final int first;
  private final int last;
  private final int maxExits;
  private long[] read = Liveness.NOTHING;
  private long[] written = Liveness.NOTHING;
  private boolean refused;
  private boolean throwing;

  /**
   * Some nodes of a list.
   *
   * @param maxExits how many blocks it may branch to, to be cut out
   */
  Sequence(
      TreeFunction function,
      Block owner,
      List<Node> list,
      int from,
      int to,
      int size,
      int maxExits) {
    this.function = function;
    this.owner = owner;
    this.list = list;
    this.from = from;
    this.to = to;
    this.size = size;
    this.maxExits = maxExits;
    this.height = list.get(from).height;
    this.falls = list.get(to - 1).falls();
    this.first = list.get(from).first;
    this.last = list.get(to - 1).last;
  }

  List<Node> nodes() {
    return list.subList(from, to);
  }

  /** Whether control may go on to what follows it. */
  boolean falls() {
    return falls;
  }

  /** How many ways lead out of it. */
  int ways() {
    return exits.size() + (falls() ? 1 : 0);
  }

  /** How many locals it has for itself. */
  int ownLocals() {
    return Liveness.size(Liveness.union(read, written)) - params.size();
  }

  /**
   * Finds out what it needs.
   *
   * @param handlers what is live at the handlers of the function that are around it
   * @param maxSpills how many values it may hand back
   * @return whether it can be cut out
   */
  boolean examine(long[] handlers, int maxSpills) {
    examine(list, from, to);
    if (refused) {
      return false;
    }
    long[] needed = falls() ? liveAfter() : Liveness.NOTHING;
    int carried = 0;
    for (Block exit : exits) {
      needed = Liveness.union(needed, exit.liveAtLabel);
      carried = Math.max(carried, exit.labelArity());
    }
    long[] goOut = Liveness.intersection(written, needed);
    if (throwing && Liveness.intersection(written, handlers).length > 0) {
      return false; // what was written before an exception would be lost
    }
    Liveness.forEach(goOut, outs::add);
    long[] used = Liveness.union(read, goOut);
    Liveness.forEach(Liveness.intersection(list.get(from).liveBefore, used), params::add);
    return params.size() <= MAX_PARAMS && outs.size() + carried <= maxSpills && canSpillOuts();
  }

  /** The first goes back as the result where nothing else does; all others as numbers. */
  private boolean canSpillOuts() {
    for (int i = ways() > 1 ? 0 : 1; i < outs.size(); i++) {
      if (!Signature.isNumber(function.locals.get(outs.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private long[] liveAfter() {
    return to < list.size() ? list.get(to).liveBefore : owner.liveAtEnd;
  }

  private void examine(List<Node> nodes, int begin, int end) {
    for (int i = begin; i < end && !refused; i++) {
      switch (nodes.get(i)) {
        case LocalAccess access -> {
          if (access.op == OpCode.LOCAL_GET) {
            read = Liveness.with(read, access.local);
          } else {
            written = Liveness.with(written, access.local);
          }
        }
        case Branch branch -> {
          boolean canCarry = branch.op == OpCode.BR || branch.op == OpCode.RETURN;
          for (Block target : branch.targets) {
            arrive(target, canCarry);
          }
        }
        case Plain plain -> {
          refused |= plain.op == OpCode.RETURN_CALL || plain.op == OpCode.RETURN_CALL_INDIRECT;
          throwing |= Liveness.mayThrow(plain.op);
        }
        case Block block -> {
          for (Catch clause : block.catches) {
            arrive(clause.target, false);
          }
          examine(block.body, 0, block.body.size());
          if (block.otherwise != null) {
            examine(block.otherwise, 0, block.otherwise.size());
          }
        }
      }
    }
  }

  /** A branch goes to a block. */
  private void arrive(Block target, boolean canCarry) {
    if (target.first >= first && target.first <= last) {
      return;
    }
    if (target.labelArity() > 0) {
      refused |= !canCarry;
      for (int type : target.labelTypes()) {
        refused |= !Signature.isNumber(type);
      }
    }
    if (knownExits.add(target)) {
      exits.add(target);
      refused |= exits.size() > maxExits;
    }
  }
}
