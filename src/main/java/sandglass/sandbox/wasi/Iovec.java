package sandglass.sandbox.wasi;

/**
 * The buffer that a scatter or gather call uses.
 *
 * <p>Like wasmtime, a call uses the first buffer that is not empty, and reports a short count for
 * the rest; the C library then calls again. Doing the same keeps fuel equal. The whole array is
 * checked first, so a bad pointer anywhere in it is {@code EFAULT} before anything happens.
 *
 * @param pointer where it begins
 * @param length bytes, unsigned; 0 if all buffers are empty
 */
record Iovec(int pointer, int length) {
  private static final Iovec EMPTY = new Iovec(0, 0);

  /** Most buffers in one call: looking at them all must not take long. */
  static final int MAX_COUNT = 1 << 16;

  static Iovec firstNonEmpty(GuestMemory memory, int array, int count) {
    memory.checkArray(array, count, 8);
    if (Integer.compareUnsigned(count, MAX_COUNT) > 0) {
      throw Errno.EINVAL.thrown();
    }
    var first = EMPTY;
    long total = 0;
    for (int i = 0; i < count; i++) {
      int pointer = memory.readInt(array + 8 * i);
      int length = memory.readInt(array + 8 * i + 4);
      memory.check(pointer, Integer.toUnsignedLong(length));
      total += Integer.toUnsignedLong(length);
      if (length != 0 && first.length == 0) {
        first = new Iovec(pointer, length);
      }
    }
    if (total > 0xffff_ffffL) {
      throw Errno.EINVAL.thrown();
    }
    return first;
  }

  long unsignedLength() {
    return Integer.toUnsignedLong(length);
  }
}
