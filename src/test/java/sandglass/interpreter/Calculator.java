package sandglass.interpreter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Report;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Standby;
import sandglass.sandbox.Streams;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Stdin;

/** The interpreter of {@code calc.c}: a sum a line. */
final class Calculator {
  static final Path FILE = Path.of("src", "test", "resources", "interpreter", "calc.wasm");

  private Calculator() {}

  static byte[] bytes() {
    try {
      return Files.readAllBytes(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Interpreter load() {
    try {
      return interpreters(null).load(FILE.toString(), Limits.DEFAULT.moduleBytes());
    } catch (InterpreterException e) {
      throw new AssertionError(e);
    }
  }

  /** Without any that were fetched, and with one environment variable. */
  static Interpreters interpreters(String pythonPath) {
    return new Interpreters(
        new Store(Path.of("no", "such", "folder")),
        name -> name.equals(Interpreters.PYTHON_VARIABLE) ? pythonPath : null);
  }

  static Capsule capsule(String sums, String stdin, Limits limits, String... args) {
    var job = new Interpreter.Job("sums.rpn", sums, List.of(args), List.of());
    return load().capsule(job, World.EMPTY.withStdin(Stdin.of(stdin)), limits, Engine.COMPILED);
  }

  static Report now(Sandbox sandbox, Capsule capsule) {
    return sandbox.start(capsule, Streams.NONE).report().join();
  }

  /** By one that was started for {@code first}, and waits. */
  static Report ahead(Sandbox sandbox, Capsule first, Capsule capsule) throws Exception {
    Standby standby = sandbox.startAhead(first);
    if (!standby.waiting().get(1, TimeUnit.MINUTES)) {
      throw new AssertionError("it does not come to wait");
    }
    return standby.take(capsule, Streams.NONE).orElseThrow().report().join();
  }
}
