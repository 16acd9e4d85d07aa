package sandglass.playground.interpreter;

import java.util.Optional;
import sandglass.interpreter.Interpreter;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Quantities;

/** Whether limits let an interpreter start at all. */
public final class StartLimits {
  /** What CPython has taken by the time that it reads its script, and a little to work with. */
  static final long PYTHON_BYTES = 16L << 20;

  private StartLimits() {}

  /** What is too little, in one sentence; empty if it can start. */
  public static Optional<String> shortfall(Interpreter interpreter, Limits limits) {
    long module = interpreter.module().length;
    if (module > limits.moduleBytes()) {
      return Optional.of(
          "%s is a module of %s, and the module limit is %s"
              .formatted(
                  interpreter.name(),
                  Quantities.formatBytes(module),
                  Quantities.formatBytes(limits.moduleBytes())));
    }
    if (interpreter.isPython() && limits.memoryBytes() < PYTHON_BYTES) {
      return Optional.of(
          "%s needs about %s of memory to start, and the limit is %s"
              .formatted(
                  interpreter.name(),
                  Quantities.formatBytes(PYTHON_BYTES),
                  Quantities.formatBytes(limits.memoryBytes())));
    }
    return interpreter.warning(limits);
  }
}
