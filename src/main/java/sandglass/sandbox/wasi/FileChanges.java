package sandglass.sandbox.wasi;

import java.util.ArrayDeque;
import java.util.ArrayList;
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

  /** Regular files with their contents, and new directories that hold nothing. */
  List<ChangedFiles.Entry> list() {
    var changes = new ArrayList<ChangedFiles.Entry>();
    var gone = new HashMap<>(files);
    walk(
        (path, node) -> {
          if (node instanceof FileNode file) {
            var before = gone.remove(path);
            if (before == null) {
              changes.add(entry(path, FileChange.Kind.CREATED, file));
            } else if (!file.content().matches(before)) {
              changes.add(entry(path, FileChange.Kind.CHANGED, file));
            }
          } else if (node instanceof DirectoryNode directory
              && directory.isEmpty()
              && !directories.containsKey(path)) {
            changes.add(entry(path, FileChange.Kind.CREATED));
          }
        });
    gone.keySet().forEach(path -> changes.add(entry(path, FileChange.Kind.DELETED)));
    return changes;
  }

  private static ChangedFiles.Entry entry(String path, FileChange.Kind change) {
    return new ChangedFiles.Entry(new FileChange(path, change, 0), null);
  }

  private static ChangedFiles.Entry entry(String path, FileChange.Kind change, FileNode file) {
    return new ChangedFiles.Entry(
        new FileChange(path, change, file.size()), file.content().current());
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
