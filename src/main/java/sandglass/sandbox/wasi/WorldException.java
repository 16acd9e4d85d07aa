package sandglass.sandbox.wasi;

/** The guest's world cannot be set up. The message names the folder or file and what to do. */
public final class WorldException extends Exception {
  private static final long serialVersionUID = 1L;

  WorldException(String message) {
    super(message);
  }

  WorldException(String message, Throwable cause) {
    super(message, cause);
  }
}
