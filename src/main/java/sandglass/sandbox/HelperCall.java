package sandglass.sandbox;

import java.util.Optional;

/** A call that compiled code makes of one of Chicory's helpers, and that is replaced. */
sealed interface HelperCall {
  /** Asks whether the thread was interrupted. */
  record Poll() implements HelperCall {}

  /** Reads the global of a constant index. */
  record ReadGlobal() implements HelperCall {}

  /** Writes the global of a constant index. */
  record WriteGlobal() implements HelperCall {}

  /** Answers a comparison with 0 or 1. */
  record Compare(Comparison comparison) implements HelperCall {}

  /** The call of that method of Chicory's; empty if such a call stays as it is. */
  static Optional<HelperCall> of(String method) {
    return switch (method) {
      case "checkInterruption" -> Optional.of(new Poll());
      case "readGlobal" -> Optional.of(new ReadGlobal());
      case "writeGlobal" -> Optional.of(new WriteGlobal());
      case "i32_ge_u" -> of("I32_GE_U");
      default -> Comparison.named(method).map(Compare::new);
    };
  }
}
