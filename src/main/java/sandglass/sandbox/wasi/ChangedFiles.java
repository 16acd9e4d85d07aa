package sandglass.sandbox.wasi;

import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a guest did to its writable folders, with the contents of what it made. Holds nothing else
 * of the guest. Does not change once the guest has ended; may be read from any thread.
 */
public final class ChangedFiles {
  /** No changes. */
  public static final ChangedFiles NONE = new ChangedFiles(List.of());

  /** A change; the content is null for what is deleted, and for directories. */
  record Entry(FileChange change, FileContent.Snapshot content) {}

  private final List<FileChange> list;
  private final Map<String, FileContent.Snapshot> contents = new HashMap<>();

  /**
   * @param entries where one path is in two folders, the later one's content is had
   */
  ChangedFiles(List<Entry> entries) {
    list =
        entries.stream().map(Entry::change).sorted(Comparator.comparing(FileChange::path)).toList();
    entries.stream()
        .filter(entry -> entry.content != null)
        .forEach(entry -> contents.put(entry.change.path(), entry.content));
  }

  /** What changed, by path. */
  public List<FileChange> list() {
    return list;
  }

  /**
   * What a file holds that was created or changed.
   *
   * @param path the guest's, as the list has it
   * @return its bytes, which cost no copy; empty for deleted files, directories and other paths
   */
  public Optional<InputStream> open(String path) {
    return Optional.ofNullable(contents.get(path)).map(FileContent.Snapshot::open);
  }
}
