package sandglass.sandbox.wasi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a guest did to one writable folder, compared with the copy that the run began with. What
 * lies so deep that no path reaches it is left out: its paths could fill the memory.
 */
final class FileChanges {
  private final String guest;
  private final DirectoryNode root;
  private final Map<String, FileContent.Snapshot> files = new HashMap<>();
  private final Map<String, Boolean> directories = new HashMap<>();

  /** Remembers how the folder is now, which costs a reference for each page. */
  FileChanges(String guest, DirectoryNode root) {
    this.guest = guest;
    this.root = root;
    walk(
        (path, node) -> {
          if (node instanceof FileNode file) {
            files.put(path, file.content().snapshot());
          } else if (node instanceof DirectoryNode) {
            directories.put(path, true);
          }
        });
  }

  private interface Visitor {
    void visit(String path, Node node);
  }

  /** Regular files, and new directories that hold nothing; by path. */
  List<FileChange> list() {
    var changes = new ArrayList<FileChange>();
    var gone = new HashMap<>(files);
    walk(
        (path, node) -> {
          if (node instanceof FileNode file) {
            var before = gone.remove(path);
            if (before == null) {
              changes.add(new FileChange(path, FileChange.Kind.CREATED, file.size()));
            } else if (!file.content().matches(before)) {
              changes.add(new FileChange(path, FileChange.Kind.CHANGED, file.size()));
            }
          } else if (node instanceof DirectoryNode directory
              && directory.isEmpty()
              && !directories.containsKey(path)) {
            changes.add(new FileChange(path, FileChange.Kind.CREATED, 0));
          }
        });
    gone.keySet().forEach(path -> changes.add(new FileChange(path, FileChange.Kind.DELETED, 0)));
    changes.sort(Comparator.comparing(FileChange::path));
    return changes;
  }

  private record Visit(String prefix, DirectoryNode directory) {}

  private void walk(Visitor visitor) {
    var pending = new ArrayDeque<Visit>();
    pending.add(new Visit(guest.endsWith("/") ? guest : guest + "/", root));
    while (!pending.isEmpty()) {
      var visit = pending.remove();
      visit
          .directory
          .entries()
          .forEach(
              (name, node) -> {
                var path = visit.prefix + name;
                if (path.length() > PathResolver.MAX_PATH) {
                  return;
                }
                visitor.visit(path, node);
                if (node instanceof DirectoryNode directory) {
                  pending.add(new Visit(path + "/", directory));
                }
              });
    }
  }
}
