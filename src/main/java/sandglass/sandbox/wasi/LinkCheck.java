package sandglass.sandbox.wasi;

import java.util.ArrayDeque;
import java.util.Optional;

/** Looks for symlinks that lead out of a folder. The guest could not follow them anyway. */
final class LinkCheck {
  private LinkCheck() {}

  /**
   * A symlink that leads out.
   *
   * @param path where it is, below the folder
   * @param target what it holds
   */
  record Escape(String path, String target) {}

  private record Visit(String prefix, DirectoryNode directory, int depth) {}

  static Optional<Escape> firstEscape(DirectoryNode root) {
    var pending = new ArrayDeque<Visit>();
    pending.add(new Visit("", root, 0));
    while (!pending.isEmpty()) {
      var visit = pending.remove();
      for (var entry : visit.directory.entries().entrySet()) {
        var path = visit.prefix + entry.getKey();
        if (entry.getValue() instanceof DirectoryNode directory) {
          pending.add(new Visit(path + "/", directory, visit.depth + 1));
        } else if (entry.getValue() instanceof SymlinkNode link
            && leadsOut(root, path, link.target(), visit.depth)) {
          return Optional.of(new Escape(path, link.target()));
        }
      }
    }
    return Optional.empty();
  }

  /** By following it, through other symlinks as well; where that ends early, by its text. */
  private static boolean leadsOut(DirectoryNode root, String path, String target, int depth) {
    try {
      PathResolver.find(root, path, true);
      return false;
    } catch (ErrnoException e) {
      return e.errno() == Errno.EPERM || climbsOut(target, depth);
    }
  }

  private static boolean climbsOut(String target, int depth) {
    if (target.startsWith("/") || target.startsWith("\\") || target.matches("[A-Za-z]:.*")) {
      return true;
    }
    int level = depth;
    for (var part : PathResolver.components(target)) {
      level += part.equals("..") ? -1 : part.equals(".") ? 0 : 1;
      if (level < 0) {
        return true;
      }
    }
    return false;
  }
}
