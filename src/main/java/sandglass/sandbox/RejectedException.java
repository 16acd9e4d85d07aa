package sandglass.sandbox;

/** A module or world that is refused before any of it runs; the message is for the person. */
final class RejectedException extends Exception {
  private static final long serialVersionUID = 1;

  RejectedException(String message) {
    super(PlainText.message(message));
  }
}
