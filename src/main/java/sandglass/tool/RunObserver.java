package sandglass.tool;

import sandglass.capsule.CapsuleFile;
import sandglass.sandbox.Report;

/** Is told of each run that a tool call led to, to record it for one. */
@FunctionalInterface
public interface RunObserver {
  /** Nobody. */
  RunObserver NONE = (tool, capsule, report) -> {};

  /**
   * A run has ended. Called on the run's thread, before the caller has the result, so what takes
   * long belongs on another one. What it throws is nobody's.
   *
   * @param tool the tool that was called
   * @param capsule all that decided the run
   * @param report what it did
   */
  void ended(String tool, CapsuleFile capsule, Report report);
}
