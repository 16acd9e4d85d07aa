package sandglass.sandbox.wasi;

import java.util.function.LongSupplier;

/** The guest's file system: makes nodes, links and unlinks them, and keeps the accounts. */
final class Volume {
  private final FileQuota quota;
  private final LongSupplier now;
  private long lastInode;

  /**
   * @param now the time that files get, in nanoseconds since 1970
   */
  Volume(FileQuota quota, LongSupplier now) {
    this.quota = quota;
    this.now = now;
  }

  FileQuota quota() {
    return quota;
  }

  long now() {
    return now.getAsLong();
  }

  DirectoryNode newRoot() {
    var root = new DirectoryNode(++lastInode, now(), null);
    root.linked();
    return root;
  }

  DirectoryNode newDirectory(DirectoryNode parent, String name) {
    quota.takeEntry();
    var node = new DirectoryNode(++lastInode, now(), parent);
    return put(parent, name, node);
  }

  FileNode newFile(DirectoryNode parent, String name) {
    quota.takeEntry();
    return put(parent, name, new FileNode(++lastInode, now(), quota));
  }

  SymlinkNode newSymlink(DirectoryNode parent, String name, String target) {
    quota.takeEntry();
    return put(parent, name, new SymlinkNode(++lastInode, now(), target));
  }

  /** Gives a file or symlink one more name. */
  void link(DirectoryNode parent, String name, Node node) {
    quota.takeEntry();
    put(parent, name, node);
  }

  void unlink(DirectoryNode parent, String name) {
    var node = parent.remove(name);
    parent.modified(now());
    quota.giveEntry();
    node.unlinked();
  }

  /** Moves a name, replacing what the new name stood for. */
  void move(DirectoryNode from, String oldName, DirectoryNode to, String newName) {
    if (to.get(newName) != null) {
      unlink(to, newName);
    }
    var node = from.remove(oldName);
    to.put(newName, node);
    long time = now();
    from.modified(time);
    to.modified(time);
  }

  private <T extends Node> T put(DirectoryNode parent, String name, T node) {
    parent.put(name, node);
    parent.modified(now());
    node.linked();
    return node;
  }
}
