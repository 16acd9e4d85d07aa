package sandglass.playground.document;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import sandglass.settings.PrivateFiles;

/**
 * A folder that one window at a time keeps its session in: {@code session}, for the second window
 * {@code session-2}, and so on. A window that crashed leaves its folder free, drafts and all, and
 * the next window takes the first free one. The system gives the lock back whichever way the
 * process ends.
 */
record SessionSlot(Path folder, FileChannel lock) implements Closeable {
  private static final int MAX_SLOTS = 64;

  /** Takes the first free slot; empty if all are taken. */
  static Optional<SessionSlot> take(Path home) throws IOException {
    for (int number = 1; number <= MAX_SLOTS; number++) {
      Path folder = home.resolve(number == 1 ? "session" : "session-" + number);
      PrivateFiles.createFolder(folder);
      var lock =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      boolean taken = false;
      try {
        taken = lock.tryLock() != null;
      } catch (OverlappingFileLockException e) {
        // Another window of this very process has it.
      } finally {
        if (!taken) {
          lock.close();
        }
      }
      if (taken) {
        return Optional.of(new SessionSlot(folder, lock));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      // The end of the process does what this could not.
    }
  }
}
