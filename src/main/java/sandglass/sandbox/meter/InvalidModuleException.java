package sandglass.sandbox.meter;

/** A module that cannot be metered, because it is not valid or uses what the engine cannot run. */
public final class InvalidModuleException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With what is wrong, in the words of WebAssembly's specification where it has them. */
  public InvalidModuleException(String message) {
    super(message);
  }
}
