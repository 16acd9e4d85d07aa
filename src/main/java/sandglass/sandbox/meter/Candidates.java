package sandglass.sandbox.meter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import sandglass.sandbox.meter.Node.Block;

/**
 * The sequences of a function that could be cut out, the largest first, and a choice among them
 * that does not overlap.
 */
final class Candidates {
  /** A cut saves at least so many bytes of JVM code in the caller. */
  private static final int LEAST_GAIN = 8;

  private final TreeFunction function;
  private final Block owner;
  private final List<Node> list;
  private final long[] handlers;
  private final int target;
  private final List<Candidate> found = new ArrayList<>();
  private final List<Sequence> chosen = new ArrayList<>();
  private final NavigableMap<Integer, Integer> taken = new TreeMap<>();
  private final IntList starts = new IntList();
  private Rules rules = new Rules(0, 0, 0, 0, false);
  private int excess;
  private int count;
  private long work;

  /**
   * What a sequence must keep to.
   *
   * @param shortest bytes of JVM code that a sequence has at least
   * @param longest bytes of JVM code that it has at most
   * @param maxExits how many blocks it may branch to
   * @param maxSpills how many values it may hand back
   * @param anyHeight whether it may begin above operands of its own block
   */
  record Rules(int shortest, int longest, int maxExits, int maxSpills, boolean anyHeight) {}

  /** Not yet examined; that is dear, and few are. */
  @SuppressWarnings("ArrayRecordComponent") // never changed
  private record Candidate(
      Block owner, List<Node> list, int from, int to, int size, long[] handlers) {
    int first() {
      return list.get(from).first;
    }

    int last() {
      return list.get(to - 1).last;
    }
  }

  /**
   * Looks into a list.
   *
   * @param function measured, and its liveness noted
   * @param owner the block that the list is in
   * @param handlers what is live at the handlers of the function that are around it
   * @param target bytes of JVM code that a part may have
   * @param excess bytes of JVM code that should go
   * @param numbered how many nodes were numbered before, here or elsewhere in the function
   */
  Candidates(
      TreeFunction function,
      Block owner,
      List<Node> list,
      long[] handlers,
      int target,
      int excess,
      int numbered) {
    this.function = function;
    this.owner = owner;
    this.list = list;
    this.handlers = handlers;
    this.target = target;
    this.excess = excess;
    this.count = numbered;
    number(list);
  }

  /** How many nodes were looked at, each time counted. */
  long work() {
    return work;
  }

  /** How many nodes were numbered by now. */
  int numbered() {
    return count;
  }

  /** What was chosen; no two overlap. */
  List<Sequence> chosen() {
    return chosen;
  }

  /** Whether what was chosen is not enough. */
  boolean wantMore() {
    return excess > 0;
  }

  /** Chooses more, by other rules. */
  void choose(Rules newRules) {
    rules = newRules;
    found.clear();
    collect(owner, list, handlers);
    found.sort(Comparator.comparingInt(Candidate::size).reversed());
    for (Candidate candidate : found) {
      if (excess <= 0) {
        return;
      }
      if (!overlaps(candidate)) {
        consider(candidate);
      }
    }
  }

  private void number(List<Node> nodes) {
    for (Node node : nodes) {
      node.first = count++;
      if (node instanceof Block block) {
        number(block.body);
        if (block.otherwise != null) {
          number(block.otherwise);
        }
      }
      node.last = count - 1;
    }
  }

  private void collect(Block around, List<Node> nodes, long[] inHandlers) {
    work += nodes.size();
    slide(around, nodes, inHandlers);
    for (Node node : nodes) {
      if (node instanceof Block block && block.size >= rules.shortest()) {
        collect(block, block.body, Liveness.handlersIn(block, inHandlers));
        if (block.otherwise != null) {
          collect(block, block.otherwise, inHandlers);
        }
      }
    }
  }

  /** From each place where a statement begins, the longest sequence that the rules allow. */
  private void slide(Block around, List<Node> nodes, long[] inHandlers) {
    if (rules.anyHeight()) {
      int reached = 0;
      for (int from = 0; from < nodes.size(); from++) {
        reached = Math.max(reached, longestFrom(around, nodes, from, reached, inHandlers));
      }
      return;
    }
    starts.clear();
    int[] sizes = new int[nodes.size() + 1];
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).height == around.base() && !nodes.get(i).stays) {
        starts.add(i);
      }
      sizes[i + 1] = sizes[i] + nodes.get(i).size;
    }
    if (endsAt(nodes, around.base())) {
      starts.add(nodes.size());
    }
    int end = 0;
    int reached = 0;
    for (int start = 0; start < starts.size(); start++) {
      end = Math.max(end, start);
      int from = starts.get(start);
      while (end + 1 < starts.size()
          && sizes[starts.get(end + 1)] - sizes[from] <= rules.longest()) {
        end++;
      }
      int to = starts.get(end);
      // One that ends where the one before did is only a part of it.
      if (to > reached) {
        add(around, nodes, from, to, sizes[to] - sizes[from], inHandlers);
        reached = to;
      }
    }
  }

  private int longestFrom(
      Block around, List<Node> nodes, int from, int reached, long[] inHandlers) {
    int height = nodes.get(from).height;
    if (nodes.get(from).stays) {
      return 0;
    }
    int size = 0;
    int best = from;
    int bestSize = 0;
    for (int i = from; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      size += node.size;
      if (node.height - node.pops < height || size > rules.longest()) {
        break;
      }
      boolean ends =
          i + 1 < nodes.size()
              ? nodes.get(i + 1).height == height && !nodes.get(i + 1).stays
              : endsAt(nodes, height);
      if (ends) {
        best = i + 1;
        bestSize = size;
      }
    }
    if (best > reached) {
      add(around, nodes, from, best, bestSize, inHandlers);
    }
    return best;
  }

  /** Whether a sequence may reach to the end of a list. */
  private static boolean endsAt(List<Node> nodes, int height) {
    return !nodes.isEmpty()
        && (!nodes.getLast().falls() || nodes.getLast().heightAfter() == height);
  }

  private void add(Block around, List<Node> nodes, int from, int to, int size, long[] inHandlers) {
    if (size >= Math.max(rules.shortest(), 2 * LEAST_GAIN)) {
      found.add(new Candidate(around, nodes, from, to, size, inHandlers));
    }
  }

  private void consider(Candidate candidate) {
    var sequence =
        new Sequence(
            function,
            candidate.owner(),
            candidate.list(),
            candidate.from(),
            candidate.to(),
            candidate.size(),
            rules.maxExits());
    work += candidate.last() - candidate.first() + 1;
    if (sequence.examine(candidate.handlers(), rules.maxSpills())
        && sequence.size + Outliner.partOverhead(sequence) <= target
        && gain(sequence) >= LEAST_GAIN) {
      taken.put(candidate.first(), candidate.last());
      chosen.add(sequence);
      excess -= gain(sequence);
    }
  }

  private static int gain(Sequence sequence) {
    return sequence.size - Outliner.callerSize(sequence);
  }

  private boolean overlaps(Candidate candidate) {
    var before = taken.floorEntry(candidate.last());
    return before != null && before.getValue() >= candidate.first();
  }
}
