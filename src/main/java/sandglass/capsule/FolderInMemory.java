package sandglass.capsule;

import io.roastedroot.zerofs.Configuration;
import io.roastedroot.zerofs.ZeroFs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import sandglass.capsule.GivenFolder.Item;

/**
 * Makes folders by value into folders of an in-memory file system, which the sandbox copies like
 * any other: by the same rules, against the same limits. Nothing is written to the host, and the
 * folder is gone when nobody holds its path any more.
 */
final class FolderInMemory {
  /** Every file's time, so that a guest with a real clock sees the same each time. */
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  /** One for all, so that an interpreter that was started ahead with it fits the next run. */
  private static final Path EMPTY = newRoot();

  private FolderInMemory() {}

  /** A folder that holds the items. */
  static Path of(GivenFolder.Files.Here files, String field) throws CapsuleException {
    if (files.items().isEmpty()) {
      return EMPTY;
    }
    Path root = newRoot();
    Item current = files.items().getFirst();
    try {
      for (Item item : files.items()) {
        current = item;
        add(root, item);
      }
      try (var all = Files.walk(root)) {
        for (Path path : (Iterable<Path>) all::iterator) {
          Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
              .setTimes(TIME, TIME, TIME);
        }
      }
      return root;
    } catch (FileAlreadyExistsException e) {
      throw new CapsuleException(
          field, current.path() + ": is there twice, or both a file and a folder", e);
    } catch (FileSystemException e) {
      throw new CapsuleException(
          field, current.path() + ": cannot be in a folder: what leads to it is a file", e);
    } catch (IOException e) {
      throw new CapsuleException(field, current.path() + ": " + e.getMessage(), e);
    }
  }

  private static Path newRoot() {
    try {
      return Files.createDirectory(ZeroFs.newFileSystem(Configuration.unix()).getPath("/folder"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Path root, Item item) throws IOException {
    Path path = root.resolve(item.path()).normalize();
    if (!path.startsWith(root)) {
      throw new IOException("leads out of the folder");
    }
    if (item instanceof Item.Folder) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    switch (item) {
      case Item.File file -> Files.write(path, file.content().bytes());
      case Item.Link link ->
          Files.createSymbolicLink(path, root.getFileSystem().getPath(link.target()));
      case Item.Folder f -> {}
    }
  }
}
