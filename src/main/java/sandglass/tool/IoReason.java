package sandglass.tool;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in words why a file operation failed, where Java only gives the file's name. */
public final class IoReason {
  private IoReason() {}

  /** The reason, in lower case and without the file. */
  public static String of(Throwable e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission is denied";
      case NoSuchFileException _ -> "there is no such folder";
      case FileAlreadyExistsException _ -> "there is a file of that name";
      case FileSystemException f when f.getReason() != null -> f.getReason();
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
