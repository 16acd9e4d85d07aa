package sandglass.sandbox.meter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import sandglass.sandbox.meter.Candidates.Rules;
import sandglass.sandbox.meter.Node.Block;

/**
 * Splits one function until it and all its parts are small enough. Goes from the innermost blocks
 * outwards; where what is left of a block has grown large, sequences in it are cut out, so that
 * only a bounded piece of the function is looked at, however large it is. Those with few ways out
 * come first, so that the arms of a large switch go before its spine.
 */
final class FunctionSplitter {
  /** A sequence is this share of the target: a part has to take in and hand back values too. */
  private static final double SHARE = 0.88;

  /** How many times the target a block may grow to before it is cut down to one. */
  private static final int ROOM = 4;

  /** Attempts to shrink one block. */
  private static final int MAX_ROUNDS = 100;

  /**
   * How many times instructions may be looked at for a function, and for each byte of its JVM code:
   * twice what the hardest of CPython's takes. One that is harder stays as large as it is by then.
   */
  private static final long LEAST_WORK = 10_000_000;

  private static final long WORK_A_BYTE = 2_000;

  /** Values that a part hands back, above which calling it becomes dear. */
  private static final int MANY_SPILLS = 12;

  private final JvmSize sizes = new JvmSize();
  private final int target;
  private final int firstSpill;
  private final int maxSpills;
  private TreeFunction function;
  private ToIntFunction<TreeFunction> addPart;
  private int numbered;
  private long work;
  private long mostWork;
  private int spills;

  /**
   * @param target bytes of JVM code that a function may have
   * @param firstSpill index of the first spill global
   * @param maxSpills how many there may be
   */
  FunctionSplitter(int target, int firstSpill, int maxSpills) {
    this.target = target;
    this.firstSpill = firstSpill;
    this.maxSpills = maxSpills;
  }

  /** How many spill globals were used so far. */
  int spills() {
    return spills;
  }

  /**
   * Splits a function, which is changed. Answers an interrupt by returning early.
   *
   * @param toSplit the function
   * @param partAdder takes each part, and gives its function index
   * @return the size of what is left, estimated; above the target where it cannot be split further
   */
  int split(TreeFunction toSplit, ToIntFunction<TreeFunction> partAdder) {
    function = toSplit;
    addPart = partAdder;
    numbered = 0;
    work = 0;
    int size = sizes.measure(function);
    mostWork = LEAST_WORK + WORK_A_BYTE * (long) size;
    if (size > target) {
      Liveness.note(function);
      int frame = size - JvmSize.sum(function.root.body);
      shrink(function.root, function.root.body, Liveness.NOTHING);
      // Its own locals and the return count as well, in the end.
      cutTo(target - frame, function.root, function.root.body, Liveness.NOTHING);
      size = sizes.measure(function);
    }
    return size;
  }

  /** Shrinks what is in a list where it is far too large; gives what is left. */
  private int shrink(Block owner, List<Node> list, long[] handlers) {
    int total = 0;
    for (Node node : list) {
      if (node instanceof Block block && block.size > ROOM * target) {
        int before = JvmSize.sum(block.body);
        int after = shrink(block, block.body, Liveness.handlersIn(block, handlers));
        if (block.otherwise != null) {
          before += JvmSize.sum(block.otherwise);
          after += shrink(block, block.otherwise, handlers);
        }
        block.size += after - before;
      }
      total += node.size;
    }
    return total > ROOM * target ? cutTo(target, owner, list, handlers) : total;
  }

  /** Cuts sequences out of a list and of the blocks in it; gives what is left. */
  private int cutTo(int most, Block owner, List<Node> list, long[] handlers) {
    int total = JvmSize.sum(list);
    for (int round = 0; total > most; round++) {
      if (round == MAX_ROUNDS || work > mostWork || Thread.currentThread().isInterrupted()) {
        return total;
      }
      var candidates =
          new Candidates(function, owner, list, handlers, target, total - most, numbered);
      choose(candidates);
      numbered = candidates.numbered();
      work += candidates.work();
      if (candidates.chosen().isEmpty()) {
        return total;
      }
      cut(candidates.chosen());
      total = sizes.measure(list);
    }
    return total;
  }

  /**
   * Large sequences with few ways out are best. Then those with more ways out go before smaller
   * ones, and the spine of a switch before the smallest of its arms: hundreds of small parts would
   * cost more than they take away.
   */
  private void choose(Candidates candidates) {
    int longest = (int) (target * SHARE);
    for (int least = longest / 4; least > longest / 100; least /= 4) {
      tryAll(candidates, longest, least, 8, MANY_SPILLS, false);
      tryAll(candidates, longest, least, 32, MANY_SPILLS, false);
    }
    if (candidates.chosen().isEmpty()) {
      tryAll(candidates, longest, longest / 8, 1_000, maxSpills, false);
    }
    if (candidates.chosen().isEmpty()) {
      tryAll(candidates, longest, 0, 32, maxSpills, false);
      tryAll(candidates, longest, 0, 32, maxSpills, true);
    }
    if (candidates.chosen().isEmpty()) {
      tryAll(candidates, longest, 0, 1_000, maxSpills, true);
    }
  }

  private static void tryAll(
      Candidates candidates,
      int longest,
      int least,
      int maxExits,
      int maxSpills,
      boolean anyHeight) {
    for (int most = longest; most > least && candidates.wantMore(); most /= 2) {
      candidates.choose(new Rules(least, most, maxExits, maxSpills, anyHeight));
    }
  }

  /** Cuts from the back of each list, so that the places before stay what they are. */
  private void cut(List<Sequence> chosen) {
    List<Sequence> ordered = new ArrayList<>(chosen);
    ordered.sort(Comparator.comparingInt((Sequence sequence) -> sequence.from).reversed());
    for (Sequence sequence : ordered) {
      long[] live = sequence.list.get(sequence.from).liveBefore;
      var outliner = new Outliner(function, sequence, firstSpill);
      int part = addPart.applyAsInt(outliner.makePart());
      List<Node> call = outliner.makeCall(part);
      // At most what was live there before is now.
      call.getFirst().liveBefore = live;
      sequence.nodes().clear();
      sequence.list.addAll(sequence.from, call);
      spills = Math.max(spills, outliner.spills());
    }
  }
}
