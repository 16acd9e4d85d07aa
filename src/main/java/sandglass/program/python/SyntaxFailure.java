package sandglass.program.python;

/** The syntax error at which scanning or parsing ends; never leaves the package. */
final class SyntaxFailure extends RuntimeException {
  private final transient PythonError error;
  private final boolean tokenizing;

  SyntaxFailure(Span span, String message, boolean tokenizing) {
    super(message, null, false, false);
    this.error = new PythonError(span, message, PythonError.Kind.SYNTAX);
    this.tokenizing = tokenizing;
  }

  PythonError error() {
    return error;
  }

  /** Whether the scanner found it: then the rest of the source is not looked at. */
  boolean tokenizing() {
    return tokenizing;
  }
}
