package sandglass.sandbox.wasi;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The guest's file descriptors. Numbers are given out in wasmtime's order: the highest one that was
 * closed, else one more than the highest in use.
 */
final class FileTable {
  /** Most descriptors that may be open at once; one more is {@code EMFILE}. */
  static final int MAX_DESCRIPTORS = 1024;

  private final BitSet free = new BitSet();
  private Descriptor[] slots = new Descriptor[8];
  private int end;

  /** The descriptor, or {@code EBADF}. */
  Descriptor get(int fd) {
    var descriptor = Integer.compareUnsigned(fd, end) < 0 ? slots[fd] : null;
    if (descriptor == null) {
      throw Errno.EBADF.thrown();
    }
    return descriptor;
  }

  /** The open file, or {@code EBADF}. */
  Descriptor.File file(int fd) {
    if (get(fd) instanceof Descriptor.File file) {
      return file;
    }
    throw Errno.EBADF.thrown();
  }

  /** The open file; {@code ESPIPE} if it is a standard stream, else {@code EBADF}. */
  Descriptor.File seekable(int fd) {
    return switch (get(fd)) {
      case Descriptor.File file -> file;
      case Descriptor.Input _, Descriptor.Stream _ -> throw Errno.ESPIPE.thrown();
      case Descriptor.Directory _ -> throw Errno.EBADF.thrown();
    };
  }

  /** The directory, or {@code EBADF}. */
  Descriptor.Directory directory(int fd) {
    if (get(fd) instanceof Descriptor.Directory directory) {
      return directory;
    }
    throw Errno.EBADF.thrown();
  }

  /** Refuses with {@code EMFILE} if none is left; asked before anything is done for the new one. */
  void checkRoom() {
    if (free.isEmpty() && end == MAX_DESCRIPTORS) {
      throw Errno.EMFILE.thrown();
    }
  }

  int add(Descriptor descriptor) {
    checkRoom();
    int fd = free.length() - 1;
    if (fd >= 0) {
      free.clear(fd);
    } else {
      fd = end++;
      if (fd == slots.length) {
        slots = Arrays.copyOf(slots, 2 * fd);
      }
    }
    slots[fd] = descriptor;
    return fd;
  }

  void close(int fd) {
    if (get(fd) instanceof Descriptor.File file) {
      file.node().closed();
    }
    slots[fd] = null;
    free.set(fd);
  }

  /** Gives one descriptor the number of another, which is closed. */
  void renumber(int from, int to) {
    get(to);
    var moved = get(from);
    if (from == to) {
      return;
    }
    close(to);
    slots[to] = moved;
    free.clear(to);
    slots[from] = null;
    free.set(from);
  }
}
