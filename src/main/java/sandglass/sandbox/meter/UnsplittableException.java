package sandglass.sandbox.meter;

/** A function uses what the splitter does not take apart; the message says what. */
final class UnsplittableException extends Exception {
  private static final long serialVersionUID = 1;

  UnsplittableException(String message) {
    super(message, null, false, false);
  }
}
