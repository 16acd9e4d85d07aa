package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.types.OpCode;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import sandglass.sandbox.meter.Node.Block;
import sandglass.sandbox.meter.Node.Branch;
import sandglass.sandbox.meter.Node.Catch;
import sandglass.sandbox.meter.Node.LocalAccess;
import sandglass.sandbox.meter.Node.Plain;

/**
 * Which locals are read, before they are written, from a point of a function on: the textbook's
 * backward data flow over the structure of blocks. Loops are gone over again until nothing changes,
 * all of them in one pass, so that deep nests do not multiply.
 *
 * <p>Sets are bits in arrays, which are never changed once they are noted: most instructions change
 * nothing and share one.
 */
final class Liveness {
  static final long[] NOTHING = {};

  private boolean first = true;
  private boolean changed;

  /** What the handlers around an instruction that may throw need. */
  private long[] handlers = NOTHING;

  private Liveness() {}

  /** Notes in each node of a function what is live there. */
  static void note(TreeFunction function) {
    var liveness = new Liveness();
    do {
      liveness.changed = false;
      liveness.handlers = NOTHING;
      function.root.liveAtEnd = NOTHING;
      function.root.liveAtLabel = NOTHING;
      function.root.liveBefore = liveness.list(function.root.body, NOTHING);
      liveness.first = false;
    } while (liveness.changed);
  }

  private long[] list(List<Node> list, long[] after) {
    long[] live = after;
    for (int i = list.size() - 1; i >= 0; i--) {
      Node node = list.get(i);
      live = before(node, live);
      node.liveBefore = live;
    }
    return live;
  }

  private long[] before(Node node, long[] after) {
    return switch (node) {
      case LocalAccess access ->
          access.op == OpCode.LOCAL_GET ? with(after, access.local) : without(after, access.local);
      case Branch branch -> {
        long[] live = branch.falls() ? after : NOTHING;
        for (Block target : branch.targets) {
          live = union(live, target.liveAtLabel);
        }
        yield live;
      }
      case Block block -> block(block, after);
      case Plain plain -> {
        long[] live = plain.falls() ? after : NOTHING;
        yield mayThrow(plain.op) ? union(live, handlers) : live;
      }
    };
  }

  private long[] block(Block block, long[] after) {
    block.liveAtEnd = after;
    if (block.op != OpCode.LOOP) {
      block.liveAtLabel = after;
    } else if (first) {
      block.liveAtLabel = NOTHING;
    }
    long[] outer = handlers;
    handlers = handlersIn(block, outer);
    long[] live = list(block.body, after);
    handlers = outer;
    if (block.op == OpCode.LOOP && !contains(block.liveAtLabel, live)) {
      block.liveAtLabel = union(block.liveAtLabel, live);
      changed = true;
    }
    if (block.op == OpCode.IF) {
      live = union(live, block.otherwise == null ? after : list(block.otherwise, after));
    }
    return live;
  }

  /** What is live at the handlers around what is in a block. */
  static long[] handlersIn(Block block, long[] outer) {
    long[] live = outer;
    for (Catch clause : block.catches) {
      live = union(live, clause.target.liveAtLabel);
    }
    return live;
  }

  static boolean mayThrow(OpCode op) {
    return switch (op) {
      case CALL, CALL_INDIRECT, RETURN_CALL, RETURN_CALL_INDIRECT, THROW, THROW_REF -> true;
      default -> false;
    };
  }

  static boolean has(long[] set, int local) {
    return local >> 6 < set.length && (set[local >> 6] & 1L << local) != 0;
  }

  static long[] with(long[] set, int local) {
    if (has(set, local)) {
      return set;
    }
    long[] result = Arrays.copyOf(set, Math.max(set.length, (local >> 6) + 1));
    result[local >> 6] |= 1L << local;
    return result;
  }

  private static long[] without(long[] set, int local) {
    if (!has(set, local)) {
      return set;
    }
    long[] result = set.clone();
    result[local >> 6] &= ~(1L << local);
    return result;
  }

  static long[] union(long[] a, long[] b) {
    if (contains(a, b)) {
      return a;
    }
    if (contains(b, a)) {
      return b;
    }
    long[] result = Arrays.copyOf(a, Math.max(a.length, b.length));
    for (int i = 0; i < b.length; i++) {
      result[i] |= b[i];
    }
    return result;
  }

  /** What is in both; {@link #NOTHING} where that is nothing. */
  static long[] intersection(long[] a, long[] b) {
    long[] result = new long[Math.min(a.length, b.length)];
    long any = 0;
    for (int i = 0; i < result.length; i++) {
      result[i] = a[i] & b[i];
      any |= result[i];
    }
    return any == 0 ? NOTHING : result;
  }

  /** How many are in a set. */
  static int size(long[] set) {
    int size = 0;
    for (long word : set) {
      size += Long.bitCount(word);
    }
    return size;
  }

  /** Gives each local to {@code action}, in ascending order. */
  static void forEach(long[] set, IntConsumer action) {
    for (int i = 0; i < set.length; i++) {
      for (long rest = set[i]; rest != 0; rest &= rest - 1) {
        action.accept((i << 6) + Long.numberOfTrailingZeros(rest));
      }
    }
  }

  private static boolean contains(long[] set, long[] other) {
    for (int i = 0; i < other.length; i++) {
      if ((other[i] & ~(i < set.length ? set[i] : 0)) != 0) {
        return false;
      }
    }
    return true;
  }
}
