package sandglass.sandbox.wasi;

import java.io.IOException;
import java.util.Locale;

/** How many bytes a host folder's files hold, for a message that says that they are too many. */
final class FolderSize {
  private long bytes;
  private int entries;
  private String largest = "";
  private long largestBytes = -1;

  private FolderSize() {}

  /** The sum as text, {@code over …} where there were too many files to look at them all. */
  static String text(HostDirectory directory) throws IOException, InterruptedException {
    var size = of(directory);
    return String.format(
        Locale.ROOT, "%s%,d", size.entries > Wasi.MAX_FILES ? "over " : "", size.bytes);
  }

  /** Adds up a folder, and closes it. */
  static FolderSize of(HostDirectory directory) throws IOException, InterruptedException {
    var size = new FolderSize();
    try (directory) {
      size.add(directory, "", 0);
    }
    return size;
  }

  /** The sum, at least. */
  long bytes() {
    return bytes;
  }

  /** The path of the largest file below the folder, with {@code /} between names. */
  String largest() {
    return largest;
  }

  /** What the largest file holds; below 0 if there is no file. */
  long largestBytes() {
    return largestBytes;
  }

  private void add(HostDirectory directory, String prefix, int depth)
      throws IOException, InterruptedException {
    for (var name : directory.names(Wasi.MAX_FILES)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (++entries > Wasi.MAX_FILES) {
        return;
      }
      var seen = directory.attributes(name);
      if (seen.isRegularFile()) {
        bytes += seen.size();
        if (seen.size() > largestBytes) {
          largest = prefix + name;
          largestBytes = seen.size();
        }
      } else if (seen.isDirectory() && depth < FolderCopy.MAX_DEPTH) {
        try (var inside = directory.directory(name, seen)) {
          add(inside, prefix + name + "/", depth + 1);
        }
      }
    }
  }
}
