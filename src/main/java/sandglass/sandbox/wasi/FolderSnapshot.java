package sandglass.sandbox.wasi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * What a guest would see of a host folder, read as a run would read it: by the same rules, with the
 * same refusals.
 *
 * @param entries all that is in it, each folder before what it holds
 * @param bytes what its files hold together
 */
public record FolderSnapshot(List<Entry> entries, long bytes) {
  /** Copies the list. */
  public FolderSnapshot {
    entries = List.copyOf(entries);
  }

  /** One thing in a folder. */
  public sealed interface Entry {
    /** Where it is, with {@code /} between names. */
    String path();

    /** A file. */
    @SuppressWarnings("ArrayRecordComponent") // made for the one who asked
    record File(String path, byte[] content) implements Entry {}

    /**
     * A folder.
     *
     * @param isEmpty whether nothing is in it
     */
    record Directory(String path, boolean isEmpty) implements Entry {}

    /** A symbolic link, which does not lead out of the folder. */
    record Link(String path, String target) implements Entry {}
  }

  private record Visit(String prefix, DirectoryNode directory) {}

  /**
   * Reads a folder. Answers an interrupt of the thread.
   *
   * @param maxBytes the most that its files may hold together
   * @throws WorldException if it is not there, cannot be read, holds more, or has links that lead
   *     out of it
   */
  public static FolderSnapshot read(Path folder, long maxBytes)
      throws WorldException, InterruptedException {
    var volume = new Volume(new FileQuota(maxBytes, Wasi.MAX_FILES), () -> 0);
    var root =
        new FolderCopy(new Folder(folder, "", false), volume, false, HostDirectory::open).copy();
    var entries = new ArrayList<Entry>();
    var pending = new ArrayDeque<Visit>();
    pending.add(new Visit("", root));
    while (!pending.isEmpty()) {
      var visit = pending.remove();
      for (var entry : visit.directory.entries().entrySet()) {
        String path = visit.prefix + entry.getKey();
        switch (entry.getValue()) {
          case DirectoryNode directory -> {
            entries.add(new Entry.Directory(path, directory.isEmpty()));
            pending.add(new Visit(path + "/", directory));
          }
          case SymlinkNode link -> entries.add(new Entry.Link(path, link.target()));
          case FileNode file -> entries.add(new Entry.File(path, content(file)));
        }
      }
    }
    return new FolderSnapshot(entries, volume.quota().limit() - volume.quota().available());
  }

  private static byte[] content(FileNode file) {
    try (var in = file.content().current().open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it is in memory
    }
  }

  /**
   * How much a folder's files hold.
   *
   * @param bytes all of them together; at least, where there are too many to look at
   * @param largest the path of the largest, with {@code /} between names; {@code ""} if none
   * @param largestBytes what that holds; below 0 if there is none
   */
  public record Size(long bytes, String largest, long largestBytes) {}

  /**
   * How much a folder's files hold, without reading them.
   *
   * @throws IOException if it cannot be looked at
   */
  public static Size size(Path folder) throws IOException, InterruptedException {
    var size = FolderSize.of(HostDirectory.open(folder.toRealPath()));
    return new Size(size.bytes(), size.largest(), size.largestBytes());
  }
}
