package sandglass.playground.advice;

import java.util.Optional;
import sandglass.program.ModuleInspection;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Report;

/**
 * A run that is over, and what is known of it.
 *
 * @param report what it did
 * @param capsule what was run, and how
 * @param wat the WebAssembly text that a person wrote and the module was compiled from, where there
 *     is one; not what has become of it since
 * @param module what the module consists of, where that is known
 * @param script what tracebacks call the Python that was run, without a folder
 */
public record EndedRun(
    Report report,
    Capsule capsule,
    Optional<String> wat,
    Optional<ModuleInspection> module,
    Optional<String> script) {

  /** A run of a module that no Python is known of. */
  public EndedRun(
      Report report, Capsule capsule, Optional<String> wat, Optional<ModuleInspection> module) {
    this(report, capsule, wat, module, Optional.empty());
  }
}
