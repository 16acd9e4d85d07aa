package sandglass.playground.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files so that a crash leaves the old one or the new one. Not on the FX thread. */
final class TextFile {
  private TextFile() {}

  /** Writes a text in UTF-8, with the line ends that {@code stamp} names. */
  static FileStamp write(Path file, String text, FileStamp stamp) throws IOException {
    String content = stamp.crlf() ? text.replace("\n", "\r\n") : text;
    write(file, content.getBytes(StandardCharsets.UTF_8));
    return FileStamp.of(file, stamp.crlf());
  }

  /** Writes bytes beside the file, then puts them in its place. */
  static void write(Path file, byte[] content) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path beside = Files.createTempFile(target.getParent(), ".", ".saving");
    try {
      Files.write(beside, content);
      keepPermissions(target, beside);
      try {
        Files.move(
            beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    if (from.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var permissions =
          Files.exists(from)
              ? Files.getPosixFilePermissions(from)
              : PosixFilePermissions.fromString("rw-r--r--");
      Files.setPosixFilePermissions(to, permissions);
    }
  }
}
