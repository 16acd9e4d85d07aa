package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.types.OpCode;
import java.util.ArrayList;
import java.util.List;
import sandglass.sandbox.meter.Node.Block;
import sandglass.sandbox.meter.Node.Branch;
import sandglass.sandbox.meter.Node.Catch;
import sandglass.sandbox.meter.Node.LocalAccess;
import sandglass.sandbox.meter.Node.Plain;

/** Writes a tree as a function's body. */
final class TreeWriter {
  private final List<Block> open = new ArrayList<>();
  private ByteSink out = new ByteSink(0);
  private RunList runs = new RunList();

  /**
   * Writes a body, without its size.
   *
   * @param to gets it
   * @param copied gets the instructions that are the module's own; offsets count from the beginning
   *     of {@code to}
   */
  void write(TreeFunction function, ByteSink to, RunList copied) {
    out = to;
    runs = copied;
    open.clear();
    locals(function);
    open.add(function.root);
    list(function.root.body);
    out.u8(OpCode.END.opcode());
  }

  private void locals(TreeFunction function) {
    var groups = new ByteSink(64);
    int count = 0;
    int local = function.signature.params().length;
    while (local < function.locals.size()) {
      int end = local;
      while (end < function.locals.size()
          && function.locals.get(end) == function.locals.get(local)) {
        end++;
      }
      groups.u32(end - local).u8(function.locals.get(local));
      local = end;
      count++;
    }
    out.u32(count).append(groups);
  }

  private void list(List<Node> list) {
    for (Node node : list) {
      node(node);
    }
    // What follows it in the original was left out: say so to whoever validates this.
    if (!list.isEmpty() && list.getLast() instanceof Block block && !block.falls()) {
      out.u8(OpCode.UNREACHABLE.opcode());
    }
  }

  private void node(Node node) {
    switch (node) {
      case Plain plain -> {
        if (plain.original) {
          runs.add(out.size(), plain.from, plain.to - plain.from);
        }
        out.copy(plain.source, plain.from, plain.to);
      }
      case LocalAccess access -> {
        note(access.from);
        out.u8(access.op.opcode()).u32(access.local);
      }
      case Branch branch -> branch(branch);
      case Block block -> block(block);
    }
  }

  /** Only the opcode's byte is sure to be as it was. */
  private void note(int from) {
    if (from >= 0) {
      runs.add(out.size(), from, 1);
    }
  }

  private void branch(Branch branch) {
    note(branch.from);
    out.u8(branch.op.opcode());
    if (branch.op == OpCode.RETURN) {
      return;
    }
    if (branch.op == OpCode.BR_TABLE) {
      out.u32(branch.targets.length - 1L);
    }
    for (Block target : branch.targets) {
      out.u32(depth(target, open.size()));
    }
  }

  private int depth(Block target, int size) {
    for (int i = size - 1; i >= 0; i--) {
      if (open.get(i) == target) {
        return size - 1 - i;
      }
    }
    throw new IllegalStateException("a branch to a block that is not around it");
  }

  private void block(Block block) {
    note(block.from);
    out.u8(block.op.opcode()).copy(block.type, 0, block.type.length);
    if (block.op == OpCode.TRY_TABLE) {
      out.u32(block.catches.size());
      for (Catch clause : block.catches) {
        out.u8(clause.kind);
        if (clause.tag >= 0) {
          out.u32(clause.tag);
        }
        out.u32(depth(clause.target, open.size()));
      }
    }
    open.add(block);
    list(block.body);
    if (block.otherwise != null) {
      out.u8(OpCode.ELSE.opcode());
      list(block.otherwise);
    }
    open.removeLast();
    out.u8(OpCode.END.opcode());
  }
}
