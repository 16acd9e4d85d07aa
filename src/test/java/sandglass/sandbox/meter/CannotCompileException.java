package sandglass.sandbox.meter;

/** Chicory's compiler gave up on a module that is valid. */
@SuppressWarnings("serial")
final class CannotCompileException extends RuntimeException {
  CannotCompileException(Throwable cause) {
    super(cause.getClass().getSimpleName(), cause);
  }
}
