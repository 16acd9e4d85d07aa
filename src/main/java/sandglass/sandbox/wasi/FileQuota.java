package sandglass.sandbox.wasi;

/** How much the guest's files may hold. Sizes count, not what is stored: a hole costs its size. */
final class FileQuota {
  private static final long MAX_LIMIT = 1L << 40; // page numbers stay ints

  private final long limit;
  private final int maxEntries;
  private long used;
  private int entries;

  FileQuota(long limit, int maxEntries) {
    this.limit = Math.min(limit, MAX_LIMIT);
    this.maxEntries = maxEntries;
  }

  long available() {
    return limit - used;
  }

  long limit() {
    return limit;
  }

  /** Accounts for a file's new size, or throws {@code ENOSPC}. */
  void resize(long from, long to) {
    if (to > from && to - from > available()) {
      throw Errno.ENOSPC.thrown();
    }
    used += to - from;
  }

  boolean hasEntry() {
    return entries < maxEntries;
  }

  /** Accounts for a new name, or throws {@code ENOSPC}. */
  void takeEntry() {
    if (!hasEntry()) {
      throw Errno.ENOSPC.thrown();
    }
    entries++;
  }

  void giveEntry() {
    entries--;
  }
}
