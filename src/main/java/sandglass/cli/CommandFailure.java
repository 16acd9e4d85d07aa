package sandglass.cli;

/** A command cannot go on, for a reason that the user can mend. The message is the whole line. */
final class CommandFailure extends Exception {
  private final int status;

  CommandFailure(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
