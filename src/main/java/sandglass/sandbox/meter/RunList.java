package sandglass.sandbox.meter;

/** The copied runs of an {@link InstructionMap} while it is being made. */
final class RunList {
  private final IntList rewritten = new IntList();
  private final IntList original = new IntList();
  private final IntList length = new IntList();

  void clear() {
    rewritten.clear();
    original.clear();
    length.clear();
  }

  /** Adds a run, or makes the last one longer where this one continues it. */
  void add(int to, int from, int bytes) {
    int last = rewritten.size() - 1;
    if (last >= 0
        && rewritten.get(last) + length.get(last) == to
        && original.get(last) + length.get(last) == from) {
      length.set(last, length.get(last) + bytes);
      return;
    }
    rewritten.add(to);
    original.add(from);
    length.add(bytes);
  }

  /** Adds all runs of {@code other}, moved by {@code shift} bytes in the rewritten module. */
  void addAll(RunList other, int shift) {
    for (int i = 0; i < other.rewritten.size(); i++) {
      add(other.rewritten.get(i) + shift, other.original.get(i), other.length.get(i));
    }
  }

  InstructionMap toMap(int shift) {
    int[] to = rewritten.toArray();
    for (int i = 0; i < to.length; i++) {
      to[i] += shift;
    }
    return new InstructionMap(to, original.toArray(), length.toArray());
  }
}
