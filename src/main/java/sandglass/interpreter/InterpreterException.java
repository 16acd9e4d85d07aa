package sandglass.interpreter;

/** An interpreter cannot be had or used. The message is one line: what, where, what to do. */
public final class InterpreterException extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * @param message the whole line
   */
  public InterpreterException(String message) {
    super(message);
  }
}
