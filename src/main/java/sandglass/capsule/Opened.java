package sandglass.capsule;

import java.util.Optional;
import sandglass.interpreter.Interpreter;
import sandglass.program.Program;
import sandglass.sandbox.Capsule;

/**
 * A capsule that can run.
 *
 * @param capsule what to give to the sandbox, or to the workers if its world has a script
 * @param program the module and the text it was compiled from; empty for a script
 * @param interpreter what runs it, if it is a script
 */
public record Opened(
    Capsule capsule, Optional<Program> program, Optional<Interpreter> interpreter) {}
