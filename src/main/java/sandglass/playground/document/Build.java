package sandglass.playground.document;

import java.time.Duration;
import java.util.List;
import sandglass.program.ModuleInspection;
import sandglass.program.Program;
import sandglass.program.SourceError;

/** What came of a document's last compilation. */
public sealed interface Build {
  /** Nothing yet, or the text has changed since. */
  record Pending() implements Build {}

  /**
   * It can run.
   *
   * @param took how long compiling took
   */
  record Good(Program program, ModuleInspection module, Duration took) implements Build {}

  /** The text has errors. */
  record Failed(List<SourceError> errors) implements Build {
    /** Copies the errors. */
    public Failed {
      errors = List.copyOf(errors);
    }
  }

  /**
   * It is not, or not yet, something that can run.
   *
   * @param reason what, where, what to do
   */
  record Refused(String reason) implements Build {}

  /** Before the first one. */
  Build PENDING = new Pending();
}
