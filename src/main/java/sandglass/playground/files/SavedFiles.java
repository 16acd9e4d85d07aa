package sandglass.playground.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sandglass.playground.common.Notice;
import sandglass.playground.common.Notices;
import sandglass.playground.common.Threads;
import sandglass.playground.files.GuestPath.EscapeException;
import sandglass.sandbox.PlainText;
import sandglass.sandbox.wasi.FileChange;

/**
 * Saves what a guest wrote into a folder of the host, and nowhere else. A guest chooses its paths,
 * so each is checked; links that are in the target folder are not followed.
 */
public final class SavedFiles {
  private static final int MAX_NAMED = 3;

  private final Threads threads;
  private final Notices notices;

  /** Saves in the background, and tells by notices how it went. */
  public SavedFiles(Threads threads, Notices notices) {
    this.threads = threads;
    this.notices = notices;
  }

  /** Writes one file where the user says; what is there is replaced. */
  public void saveOne(FileChange file, GuestFiles files, Path target) {
    threads.background(() -> writeOne(file, files, target), notices::show);
  }

  /**
   * Writes all that is not deleted, the guest's folders kept. Where files are there already,
   * nothing is written, and the notice offers to replace them.
   */
  public void saveAll(GuestFiles files, Path folder) {
    saveAll(files, folder, false);
  }

  private void saveAll(GuestFiles files, Path folder, boolean replace) {
    threads.background(() -> writeAll(files, folder, replace), notices::show);
  }

  private static Notice writeOne(FileChange file, GuestFiles files, Path target) {
    try (var content = files.contents().apply(file.path()).orElse(null)) {
      if (content == null) {
        return error(file.path() + " was not saved: its content is gone; run the guest again");
      }
      WholeFile.write(target, content, true);
      return new Notice(Notice.Kind.INFO, "Saved " + file.path() + " as " + target);
    } catch (IOException e) {
      return error(
          file.path()
              + " was not saved as "
              + target
              + ": "
              + WholeFile.reason(e)
              + "; choose another place");
    }
  }

  private record Target(FileChange file, Path path) {}

  private Notice writeAll(GuestFiles files, Path folder, boolean replace) {
    var targets = new ArrayList<Target>();
    var there = new ArrayList<String>();
    for (var file : files.saveable()) {
      try {
        Path path = GuestPath.within(folder, file.path());
        targets.add(new Target(file, path));
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          there.add(file.path());
        }
      } catch (EscapeException e) {
        return error("Nothing was saved: " + PlainText.message(e.getMessage()));
      }
    }
    if (!replace && !there.isEmpty()) {
      return new Notice(
          Notice.Kind.WARNING,
          "Nothing was saved: " + folder + " already has " + names(there),
          List.of(
              new Notice.Fix(
                  there.size() == 1 ? "Replace it" : "Replace " + there.size() + " files",
                  () -> saveAll(files, folder, true))));
    }
    return write(files, targets, folder, replace);
  }

  private static Notice write(
      GuestFiles files, List<Target> targets, Path folder, boolean replace) {
    int saved = 0;
    for (var target : targets) {
      Optional<String> failure = write(files, target, replace);
      if (failure.isPresent()) {
        return error(
            "%s was not saved: %s; %d of %d are in %s"
                .formatted(
                    PlainText.name(target.file.path()),
                    failure.get(),
                    saved,
                    targets.size(),
                    folder));
      }
      saved++;
    }
    return new Notice(
        Notice.Kind.INFO,
        "Saved %d %s in %s".formatted(saved, saved == 1 ? "file" : "files", folder));
  }

  /** Why it failed; empty if it did not. */
  private static Optional<String> write(GuestFiles files, Target target, boolean replace) {
    try (var content = files.contents().apply(target.file.path()).orElse(null)) {
      if (content == null) {
        Files.createDirectories(target.path); // a new folder that holds nothing
      } else {
        Files.createDirectories(target.path.getParent());
        WholeFile.write(target.path, content, replace);
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(WholeFile.reason(e));
    }
  }

  private static String names(List<String> paths) {
    var some = paths.stream().limit(MAX_NAMED).map(PlainText::name).toList();
    int more = paths.size() - some.size();
    return String.join(", ", some) + (more > 0 ? " and " + more + " more" : "");
  }

  private static Notice error(String text) {
    return new Notice(Notice.Kind.ERROR, text);
  }
}
