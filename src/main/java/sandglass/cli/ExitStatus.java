package sandglass.cli;

import sandglass.sandbox.Outcome;

/** The exit statuses beside the guest's own. */
final class ExitStatus {
  static final int OK = 0;

  /** Capsules do not do what they are expected to, or not the same. */
  static final int DIFFERENT = 1;

  static final int USAGE = 64;
  static final int REJECTED = 65;
  static final int UNAVAILABLE = 69;
  static final int BUG = 70;
  static final int NOT_WRITTEN = 74;
  static final int TIMED_OUT = 124;
  static final int CANCELLED = 130;
  static final int TRAPPED = 134;
  static final int OUT_OF_RESOURCES = 137;
  static final int STDOUT_CLOSED = 141;

  private ExitStatus() {}

  /** The status that tells how a run ended. */
  static int of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Exited exited -> exited.code() & 0xff;
      case Outcome.Trapped _ -> TRAPPED;
      case Outcome.OutOfFuel _, Outcome.OutOfMemory _, Outcome.OutputLimit _ -> OUT_OF_RESOURCES;
      case Outcome.TimedOut _ -> TIMED_OUT;
      case Outcome.Cancelled _ -> CANCELLED;
      case Outcome.Rejected _ -> REJECTED;
    };
  }
}
