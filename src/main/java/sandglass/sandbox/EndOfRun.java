package sandglass.sandbox;

/** Ends a guest from within a host function, with an outcome that is known there. */
final class EndOfRun extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Outcome outcome;

  EndOfRun(Outcome outcome) {
    super(outcome.message(), null, false, false);
    this.outcome = outcome;
  }

  Outcome outcome() {
    return outcome;
  }
}
