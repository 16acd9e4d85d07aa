package sandglass.sandbox.wasi;

/** What a file descriptor refers to. */
sealed interface Descriptor {

  /** The guest's standard input. */
  record Input(StdinReader reader) implements Descriptor {}

  /** The guest's standard output or error. */
  record Stream(Output output) implements Descriptor {}

  /**
   * A directory.
   *
   * @param node which one
   * @param writable whether anything below it may be changed
   * @param preopen the guest's name for it if it was open from the start, else null
   */
  record Directory(DirectoryNode node, boolean writable, String preopen) implements Descriptor {

    /** Refuses a change below a folder that the guest may only read. */
    DirectoryNode mutable() {
      if (!writable) {
        throw Errno.EPERM.thrown();
      }
      if (node.removed()) {
        throw Errno.ENOENT.thrown();
      }
      return node;
    }
  }

  /** An open file. */
  final class File implements Descriptor {
    private final FileNode node;
    private final boolean readable;
    private final boolean writable;
    private final boolean inWritableFolder;
    private boolean append;
    private boolean nonblocking;
    private long position;

    File(FileNode node, boolean readable, boolean writable, boolean inWritableFolder) {
      this.node = node;
      this.readable = readable;
      this.writable = writable;
      this.inWritableFolder = inWritableFolder;
      node.opened();
    }

    FileNode node() {
      return node;
    }

    boolean readable() {
      return readable;
    }

    boolean writable() {
      return writable;
    }

    /** Whether the folder that it lies in may be changed. */
    boolean inWritableFolder() {
      return inWritableFolder;
    }

    boolean append() {
      return append;
    }

    boolean nonblocking() {
      return nonblocking;
    }

    void flags(int fdflags) {
      append = (fdflags & Flags.FD_APPEND) != 0;
      nonblocking = (fdflags & Flags.FD_NONBLOCK) != 0;
    }

    /** Bytes from the start, unsigned. */
    long position() {
      return position;
    }

    void position(long bytes) {
      position = bytes;
    }
  }
}
