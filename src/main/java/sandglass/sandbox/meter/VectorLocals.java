package sandglass.sandbox.meter;

/**
 * Which parameters and locals of a function are vectors, as ranges of indices. Chicory's
 * interpreter swaps the halves of a vector when it stores it in a local and not when it reads it
 * back, so that the meter has each store done twice.
 */
final class VectorLocals {
  private static final int V128 = 0x7B;

  private final IntList firsts = new IntList();
  private final IntList lasts = new IntList();
  private long size;

  /** Begins a function. */
  void clear() {
    firsts.clear();
    lasts.clear();
    size = 0;
  }

  /** How many parameters and locals there are. */
  long size() {
    return size;
  }

  /**
   * Reads a value type and appends so many locals of it.
   *
   * @param count from 0 to 2^32 - 1; the engine refuses functions with more than 50,000 in all
   */
  void add(long count, ByteReader in) {
    boolean vector = Decoder.valueType(in) == V128;
    if (vector && count > 0 && size + count <= Integer.MAX_VALUE) {
      firsts.add((int) size);
      lasts.add((int) (size + count - 1));
    }
    size += count;
  }

  /** By binary search, as hostile functions have thousands of ranges. */
  boolean contains(int local) {
    int low = 0;
    int high = firsts.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (local < firsts.get(middle)) {
        high = middle - 1;
      } else if (local > lasts.get(middle)) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }
}
