package sandglass.interpreter;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder in which fetched interpreters are kept. Safe for use by several processes. */
public final class Store {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path folder;

  /**
   * @param folder made when something is kept
   */
  public Store(Path folder) {
    this.folder = folder;
  }

  /** This user's. */
  public static Store ofThisUser() {
    return new Store(DataFolder.find(System::getProperty, System::getenv));
  }

  /** Where a module is, or would be. */
  public Path file(Catalog.Entry entry) {
    return folder.resolve(entry.fileName());
  }

  /** Whether it is there. That it is whole is checked when it is loaded. */
  public boolean has(Catalog.Entry entry) {
    return Files.isRegularFile(file(entry));
  }

  /**
   * Removes a module.
   *
   * @return whether there was one
   */
  public boolean remove(Catalog.Entry entry) throws IOException {
    return Files.deleteIfExists(file(entry));
  }

  /** Keeps a module: whole from the moment at which it can be seen. */
  Path keep(Catalog.Entry entry, byte[] module) throws IOException {
    Path parent = folder.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, ownerOnly("rwx------"));
    }
    Path temporary = Files.createTempFile(folder, "new", ".part", ownerOnly("rw-------"));
    try {
      Files.write(temporary, module);
      move(temporary, file(entry));
    } finally {
      Files.deleteIfExists(temporary);
    }
    return file(entry);
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
