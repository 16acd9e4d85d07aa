package sandglass.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file whole or not at all. */
final class OutputFile {
  private OutputFile() {}

  /** Replaces a file with these bytes in one step. */
  static void write(Path file, byte[] bytes) throws CommandFailure {
    if (Files.isDirectory(file)) {
      throw failure(file, "is a folder; name a file in it");
    }
    try {
      // A device or a pipe is written to, not replaced.
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        Files.write(file, bytes);
        return;
      }
      Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
      Path temporary =
          target.resolveSibling(target.getFileName() + "." + Long.toHexString(unique()));
      try {
        Files.write(temporary, bytes, StandardOpenOption.CREATE_NEW);
        move(temporary, target);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (NoSuchFileException e) {
      throw failure(file, "there is no such folder; create it first");
    } catch (AccessDeniedException e) {
      throw failure(file, "permission to write it is denied; choose another place");
    } catch (IOException e) {
      throw failure(file, "cannot be written: " + e.getMessage());
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static long unique() {
    return ProcessHandle.current().pid() << 32 ^ System.nanoTime();
  }

  private static CommandFailure failure(Path file, String reason) {
    return new CommandFailure(ExitStatus.NOT_WRITTEN, file + ": " + reason);
  }
}
