package sandglass.capsule;

/**
 * Why a capsule cannot be opened: its text does not compile, a file that it names is not there or
 * another than it was. The message is whole: what, where, what to do; a line each if there are
 * more.
 */
public final class CapsuleException extends Exception {
  private final String field;

  /**
   * @param field the field of the file, such as {@code program.wat}
   * @param cause a {@code ProgramException} or an {@code InterpreterException}, or null
   */
  public CapsuleException(String field, String message, Exception cause) {
    super(message, cause);
    this.field = field;
  }

  /** The field of the file, such as {@code program.wat}. */
  public String field() {
    return field;
  }
}
