package sandglass.playground.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files whole or not at all. For the background. */
final class WholeFile {
  private WholeFile() {}

  /**
   * Writes beside the file, then moves it there.
   *
   * @param replace whether a file that is there is replaced
   * @throws FileAlreadyExistsException if one is there and is not to be replaced
   */
  static void write(Path file, InputStream content, boolean replace) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("it is a folder");
    }
    Path beside = folder.resolve(".sandglass-" + UUID.randomUUID() + ".tmp");
    try {
      try (var out = Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW)) {
        content.transferTo(out);
      }
      if (replace) {
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
      } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(file.toString());
      } else {
        Files.move(beside, file);
      }
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Why writing failed, in plain words. */
  static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.AccessDeniedException denied -> "access is denied";
      case FileAlreadyExistsException exists -> "a file of that name is there";
      case NoSuchFileException missing -> "the folder does not exist";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
