package sandglass.sandbox.wasi;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A directory: names in order, so that listings are the same on every machine. */
final class DirectoryNode extends Node {
  private final TreeMap<String, Node> entries = new TreeMap<>();
  private DirectoryNode parent;
  private boolean removed;
  private Runnable firstLook;

  /**
   * @param parent the directory that holds it, or null for a folder's root
   */
  DirectoryNode(long inode, long now, DirectoryNode parent) {
    super(inode, now);
    this.parent = parent;
  }

  /** Has something done when the guest first looks at what is in here. */
  void onFirstLook(Runnable action) {
    firstLook = action;
  }

  private void look() {
    var action = firstLook;
    if (action != null) {
      firstLook = null;
      action.run();
    }
  }

  SortedMap<String, Node> entries() {
    look();
    return Collections.unmodifiableSortedMap(entries);
  }

  /** What it holds under that name, or null. */
  Node get(String name) {
    look();
    return entries.get(name);
  }

  void put(String name, Node node) {
    entries.put(name, node);
    if (node instanceof DirectoryNode directory) {
      directory.parent = this;
      directory.removed = false;
    }
  }

  Node remove(String name) {
    var node = entries.remove(name);
    if (node instanceof DirectoryNode directory) {
      directory.removed = true;
    }
    return node;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The directory that holds it; null for a folder's root. */
  DirectoryNode parent() {
    return parent;
  }

  /** Whether it was deleted; a descriptor may still refer to it. */
  boolean removed() {
    return removed;
  }

  /** Whether this is the other directory, or lies somewhere below it. */
  boolean isWithin(DirectoryNode other) {
    for (var at = this; at != null; at = at.parent) {
      if (at == other) {
        return true;
      }
    }
    return false;
  }

  @Override
  FileType type() {
    return FileType.DIRECTORY;
  }

  @Override
  long size() {
    return 0;
  }
}
