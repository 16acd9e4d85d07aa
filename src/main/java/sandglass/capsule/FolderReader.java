package sandglass.capsule;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.wasi.FolderSnapshot;
import sandglass.sandbox.wasi.FolderSnapshot.Entry;
import sandglass.sandbox.wasi.WorldException;

/**
 * Reads host folders into a capsule by value, by the rules of a run: links that lead out of a
 * folder are refused. All folders of one capsule share one bound. Belongs to one thread.
 */
final class FolderReader {
  private static final String BY_PATH =
      "hold it in the capsule by path and digest, or show a smaller folder";

  private final long maxBytes;
  private long left;

  /**
   * @param maxBytes what the files of all folders may hold together
   */
  FolderReader(long maxBytes) {
    this.maxBytes = maxBytes;
    left = maxBytes;
  }

  /**
   * Reads a folder.
   *
   * @param field the field of the capsule, for messages
   */
  GivenFolder.Files.Here read(Path folder, String field)
      throws CapsuleException, InterruptedException {
    checkSize(folder, field);
    try {
      var snapshot = FolderSnapshot.read(folder, left);
      left -= snapshot.bytes();
      var items = new ArrayList<GivenFolder.Item>();
      for (Entry entry : snapshot.entries()) {
        checkName(folder, entry.path(), field);
        switch (entry) {
          case Entry.File(var path, var content) ->
              items.add(new GivenFolder.Item.File(path, new Content.Here(content)));
          case Entry.Link(var path, var target) ->
              items.add(new GivenFolder.Item.Link(path, target));
          case Entry.Directory(var path, var isEmpty) -> {
            if (isEmpty) {
              items.add(new GivenFolder.Item.Folder(path));
            }
          }
        }
      }
      return new GivenFolder.Files.Here(items);
    } catch (WorldException e) {
      throw new CapsuleException(field, e.getMessage(), e);
    }
  }

  /** So that the message can name what is too large. */
  private void checkSize(Path folder, String field) throws CapsuleException, InterruptedException {
    FolderSnapshot.Size size;
    try {
      size = FolderSnapshot.size(folder);
    } catch (IOException e) {
      return; // the reading says what is wrong
    }
    if (size.bytes() <= left) {
      return;
    }
    String others = left < maxBytes ? ", with the folders before it" : "";
    throw new CapsuleException(
        field,
        "folder %s: its files hold %s%s (the largest is %s with %s), and a capsule holds at most %s by value; %s"
            .formatted(
                folder,
                Quantities.formatBytes(size.bytes()),
                others,
                ShortText.plain(size.largest()),
                Quantities.formatBytes(size.largestBytes()),
                Quantities.formatBytes(maxBytes),
                BY_PATH),
        null);
  }

  private static void checkName(Path folder, String path, String field) throws CapsuleException {
    var wrong = ItemPaths.wrong(path);
    if (wrong.isPresent()) {
      String why = wrong.get().substring(0, Math.max(1, wrong.get().indexOf(';')));
      throw new CapsuleException(
          field,
          "folder %s: the name %s cannot be held by value (%s); rename it, or %s"
              .formatted(folder, ShortText.quoted(path), why, BY_PATH),
          null);
    }
  }
}
