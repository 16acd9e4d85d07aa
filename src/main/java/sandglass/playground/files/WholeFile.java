package sandglass.playground.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes files whole or not at all: a crash leaves the old one or the new one. For the background.
 */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes beside the file, then moves it there. A file that is replaced hands on its permissions;
   * a link is replaced itself.
   *
   * @param replace whether a file that is there is replaced
   * @throws FileAlreadyExistsException if one is there and is not to be replaced
   */
  public static void write(Path file, InputStream content, boolean replace) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("it is a folder");
    }
    Path beside = folder.resolve(".sandglass-" + UUID.randomUUID() + ".tmp");
    try {
      try (var out = Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW)) {
        keepPermissions(file, beside);
        content.transferTo(out);
      }
      if (replace) {
        replace(beside, file);
      } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(file.toString());
      } else {
        Files.move(beside, file);
      }
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void replace(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    if (Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)
        && from.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
  }

  /** Why writing failed, in plain words. */
  public static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "access is denied";
      case FileAlreadyExistsException exists -> "a file of that name is there";
      case NoSuchFileException missing -> "there is no such folder";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
