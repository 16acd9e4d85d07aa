package sandglass.sandbox.wasi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds what a guest's path names, below a directory that it holds a descriptor of. Walks component
 * by component; a path or symlink that is absolute or climbs above that directory is {@code EPERM},
 * as in wasmtime.
 */
final class PathResolver {
  /** Bytes of the longest path. */
  static final int MAX_PATH = 4096;

  /** Bytes of the longest name. */
  static final int MAX_NAME = 255;

  /** Symlinks followed in one path, as in Linux. */
  static final int MAX_SYMLINKS = 40;

  private PathResolver() {}

  /**
   * Where a path leads.
   *
   * @param directory the directory that holds, or would hold, its last component
   * @param name the last component; null if the path ends in {@code .} or {@code ..}
   * @param node what is there, or null
   * @param slash whether the path demands a directory by ending in a slash
   */
  record Place(DirectoryNode directory, String name, Node node, boolean slash) {

    /** What is there; {@code ENOENT} if nothing, {@code ENOTDIR} if a slash follows a file. */
    Node existing() {
      if (node == null) {
        throw Errno.ENOENT.thrown();
      }
      if (slash && !(node instanceof DirectoryNode)) {
        throw Errno.ENOTDIR.thrown();
      }
      return node;
    }
  }

  /**
   * Resolves a path to be used; a symlink at its end is followed if wanted or if a slash ends it.
   */
  static Place find(DirectoryNode base, String path, boolean follow) {
    return walk(base, path, follow, true);
  }

  /** Resolves a path whose last name is to be made, removed or moved: never follows it. */
  static Place locate(DirectoryNode base, String path) {
    return walk(base, path, false, false);
  }

  private static Place walk(
      DirectoryNode base, String path, boolean follow, boolean followBeforeSlash) {
    if (path.isEmpty()) {
      throw Errno.ENOENT.thrown();
    }
    if (path.indexOf('\0') >= 0) {
      throw Errno.EINVAL.thrown();
    }
    boolean slash = path.endsWith("/");
    var pending = new ArrayDeque<String>();
    push(pending, path);
    var current = base;
    int symlinks = 0;
    while (true) {
      var name = pending.poll();
      boolean last = pending.isEmpty();
      if (name == null || name.equals(".")) {
        if (last) {
          return new Place(current, null, current, slash);
        }
        continue;
      }
      if (name.equals("..")) {
        current = above(current, base);
        if (last) {
          return new Place(current, null, current, slash);
        }
        continue;
      }
      checkName(name);
      var node = current.get(name);
      if (node instanceof SymlinkNode link && (!last || follow || (slash && followBeforeSlash))) {
        if (++symlinks > MAX_SYMLINKS) {
          throw Errno.ELOOP.thrown();
        }
        slash |= last && link.target().endsWith("/");
        push(pending, link.target());
        continue;
      }
      if (last) {
        return new Place(current, name, node, slash);
      }
      if (node == null) {
        throw Errno.ENOENT.thrown();
      }
      if (!(node instanceof DirectoryNode directory)) {
        throw Errno.ENOTDIR.thrown();
      }
      current = directory;
    }
  }

  private static DirectoryNode above(DirectoryNode current, DirectoryNode base) {
    if (current == base || current.parent() == null) {
      throw Errno.EPERM.thrown();
    }
    return current.parent();
  }

  private static void checkName(String name) {
    if (name.length() > MAX_NAME
        || (name.length() > MAX_NAME / 3
            && name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME)) {
      throw Errno.ENAMETOOLONG.thrown();
    }
  }

  private static void push(Deque<String> pending, String path) {
    if (path.startsWith("/")) {
      throw Errno.EPERM.thrown();
    }
    var parts = components(path);
    for (int i = parts.size() - 1; i >= 0; i--) {
      pending.addFirst(parts.get(i));
    }
  }

  /** The path's components, empty ones left out. */
  static List<String> components(String path) {
    var parts = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i <= path.length(); i++) {
      if (i == path.length() || path.charAt(i) == '/') {
        if (i > start) {
          parts.add(path.substring(start, i));
        }
        start = i + 1;
      }
    }
    return parts;
  }
}
