package sandglass.playground.files;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sandglass.sandbox.Report;
import sandglass.sandbox.Run;
import sandglass.sandbox.wasi.FileChange;

/**
 * What a guest did to its writable folders, and where the contents are. Keeps the run, and with it
 * the contents, for as long as it is kept itself.
 *
 * @param changes by path
 * @param contents the content of a path in the list; empty for what is deleted, and for folders.
 *     May be asked from any thread
 */
public record GuestFiles(
    List<FileChange> changes, Function<String, Optional<InputStream>> contents) {
  /** No changes. */
  public static final GuestFiles NONE = new GuestFiles(List.of(), path -> Optional.empty());

  /** Copies the list. */
  public GuestFiles {
    changes = List.copyOf(changes);
  }

  /** Those of a run that gave this report. */
  public static GuestFiles of(Run run, Report report) {
    return report.files().isEmpty() ? NONE : new GuestFiles(report.files(), run::changedFile);
  }

  /** What can be saved: everything but what is deleted. */
  public List<FileChange> saveable() {
    return changes.stream().filter(file -> file.change() != FileChange.Kind.DELETED).toList();
  }
}
