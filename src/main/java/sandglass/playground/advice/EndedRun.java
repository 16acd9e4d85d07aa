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
 * @param wat the WebAssembly text that the module was compiled from, where there is one; not what
 *     has become of it since
 * @param module what the module consists of, where that is known
 */
public record EndedRun(
    Report report, Capsule capsule, Optional<String> wat, Optional<ModuleInspection> module) {}
