package sandglass.sandbox.wasi;

/**
 * Something in the guest's file system. A node is reached only through the directory that holds it,
 * so a descriptor stays valid when its file is renamed or removed, and no text is ever a path of
 * the host.
 */
abstract sealed class Node permits FileNode, DirectoryNode, SymlinkNode {
  private final long inode;
  private final long created;
  private long accessed;
  private long modified;
  private int links;

  Node(long inode, long now) {
    this.inode = inode;
    created = now;
    accessed = now;
    modified = now;
  }

  abstract FileType type();

  /** Bytes of content; for a symlink, of its target. */
  abstract long size();

  /** Number by order of creation, from 1. */
  long inode() {
    return inode;
  }

  /** Nanoseconds since 1970, as are the other times. */
  long created() {
    return created;
  }

  long accessed() {
    return accessed;
  }

  long modified() {
    return modified;
  }

  void accessed(long time) {
    accessed = time;
  }

  void modified(long time) {
    modified = time;
  }

  /** How many names it has. */
  int links() {
    return links;
  }

  void linked() {
    links++;
  }

  void unlinked() {
    links--;
  }
}
