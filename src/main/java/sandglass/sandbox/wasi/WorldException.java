package sandglass.sandbox.wasi;

/** The guest's world cannot be set up. The message names the folder or file and what to do. */
public final class WorldException extends Exception {
  private static final long serialVersionUID = 1L;

  WorldException(String message) {
    super(printable(message));
  }

  WorldException(String message, Throwable cause) {
    super(printable(message), cause);
  }

  /** Names of files may hold anything; a message is one line. */
  private static String printable(String message) {
    return message.replaceAll("\\p{Cntrl}", "?");
  }
}
