package sandglass.program.python;

/**
 * Why a source does not compile.
 *
 * @param span where; a place after the last line where the source ends too early
 * @param message what is wrong, without the place: for {@link Kind#SYNTAX} in CPython 3.12's words
 * @param kind whose limit it is
 */
public record PythonError(Span span, String message, Kind kind) {
  /** Whose limit an error is. */
  public enum Kind {
    /** CPython refuses the source too. */
    SYNTAX,
    /** Python that is right, or fails only when run, but that does not compile to WAT. */
    REFUSED
  }
}
