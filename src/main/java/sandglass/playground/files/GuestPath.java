package sandglass.playground.files;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a guest's path lies in a folder of the host. */
final class GuestPath {
  /** A path that does not stay in the folder. */
  static final class EscapeException extends Exception {
    private static final long serialVersionUID = 1;

    EscapeException(String message) {
      super(message);
    }
  }

  private GuestPath() {}

  /**
   * The file that stands for a guest's path. Looks at what is in the folder: for the background.
   *
   * @throws EscapeException if it leads out of the folder, by its text or by a link that is there,
   *     or if the host cannot have such a name
   */
  static Path within(Path folder, String guest) throws EscapeException {
    Path at = folder;
    for (String name : guest.split("/", -1)) {
      if (name.isEmpty() || name.equals(".")) {
        continue;
      }
      at = child(at, name, guest);
      if (Files.isSymbolicLink(at)) {
        throw new EscapeException(
            "\"%s\" leads through %s, which is a link; remove it, or choose another folder"
                .formatted(guest, at));
      }
    }
    if (at.equals(folder)) {
      throw new EscapeException("\"" + guest + "\" names no file");
    }
    return at;
  }

  private static Path child(Path folder, String name, String guest) throws EscapeException {
    boolean odd = name.equals("..") || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0;
    try {
      Path child = folder.resolve(name);
      if (!odd && folder.equals(child.getParent())) {
        return child;
      }
    } catch (InvalidPathException e) {
      throw new EscapeException(
          "\"" + guest + "\" is no name for a file on this computer; save the others one by one");
    }
    throw new EscapeException(
        "\"" + guest + "\" would lead out of the folder; save the others one by one");
  }
}
