package sandglass.sandbox.wasi;

import java.io.InputStream;
import java.util.Arrays;

/**
 * A file's bytes, in pages that exist only where something was written. So a file may be large and
 * cost nothing, and a snapshot shares every page that is not written afterwards.
 */
final class FileContent {
  /** Bytes of a page. */
  static final int PAGE = 4096;

  private static final byte[][] NONE = {};

  private byte[][] pages = NONE;
  private byte[][] shared = NONE;
  private long size;

  /** What a file held at one moment. */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  record Snapshot(byte[][] pages, long size) {
    /** Its bytes. */
    InputStream open() {
      return new PageStream(pages, size);
    }
  }

  long size() {
    return size;
  }

  /** Changes the size; new bytes are zero. The caller has asked the quota. */
  void resize(long newSize) {
    if (newSize < size) {
      int keep = Math.toIntExact((newSize + PAGE - 1) / PAGE);
      if (keep < pages.length) {
        pages = Arrays.copyOf(pages, keep);
      }
      int tail = (int) (newSize % PAGE);
      if (tail != 0 && keep <= pages.length && pages[keep - 1] != null) {
        Arrays.fill(writablePage(keep - 1), tail, PAGE, (byte) 0);
      }
    }
    size = newSize;
  }

  /** Writes bytes, growing the file where needed. The caller has asked the quota. */
  void write(long position, byte[] bytes, int offset, int length) {
    long at = position;
    int from = offset;
    int left = length;
    while (left > 0) {
      int start = (int) (at % PAGE);
      int count = Math.min(left, PAGE - start);
      System.arraycopy(bytes, from, writablePage(Math.toIntExact(at / PAGE)), start, count);
      at += count;
      from += count;
      left -= count;
    }
    size = Math.max(size, position + length);
  }

  /** Copies bytes that lie within the file to the guest, which has room for them. */
  void read(long position, GuestMemory memory, int pointer, int length) {
    long at = position;
    int to = pointer;
    int left = length;
    while (left > 0) {
      int start = (int) (at % PAGE);
      int count = Math.min(left, PAGE - start);
      byte[] page = page(pages, Math.toIntExact(at / PAGE));
      if (page == null) {
        memory.fillZero(to, count);
      } else {
        memory.write(to, page, start, count);
      }
      at += count;
      to += count;
      left -= count;
    }
  }

  /** What it holds now. The first snapshot only: later ones would unshare its pages. */
  Snapshot snapshot() {
    shared = pages.clone();
    return new Snapshot(shared, size);
  }

  /** What it holds, for as long as nothing writes to it any more. */
  Snapshot current() {
    return new Snapshot(pages, size);
  }

  boolean matches(Snapshot other) {
    if (size != other.size) {
      return false;
    }
    int count = Math.max(pages.length, other.pages.length);
    for (int i = 0; i < count; i++) {
      if (!equalPages(page(pages, i), page(other.pages, i))) {
        return false;
      }
    }
    return true;
  }

  private static final byte[] ZERO = new byte[PAGE];

  private static boolean equalPages(byte[] one, byte[] two) {
    return one == two || Arrays.equals(one == null ? ZERO : one, two == null ? ZERO : two);
  }

  private static byte[] page(byte[][] pages, int index) {
    return index < pages.length ? pages[index] : null;
  }

  private byte[] writablePage(int index) {
    if (index >= pages.length) {
      pages = Arrays.copyOf(pages, Math.max(index + 1, pages.length + (pages.length >> 1)));
    }
    byte[] page = pages[index];
    if (page == null) {
      page = new byte[PAGE];
      pages[index] = page;
    } else if (page == page(shared, index)) {
      page = page.clone();
      pages[index] = page;
    }
    return page;
  }
}
