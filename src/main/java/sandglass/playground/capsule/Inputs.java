package sandglass.playground.capsule;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sandglass.playground.document.Document;
import sandglass.playground.document.Document.Runner;
import sandglass.program.Program;

/**
 * All that decides a run, as a person has it before them. Two are equal if their runs are.
 *
 * @param document what is to run
 * @param text its text; {@code ""} for a module
 * @param module the module that it is
 * @param runner what runs it, if it is Python
 * @param setup limits and world
 * @param interpreter the module of the other interpreter, and its command, where that runs it
 * @param packages folders that a script may import from
 */
record Inputs(
    Document document,
    String text,
    Optional<Program> module,
    Runner runner,
    Setup setup,
    List<String> interpreter,
    List<Path> packages) {
  /** Copies the lists. */
  Inputs {
    interpreter = List.copyOf(interpreter);
    packages = List.copyOf(packages);
  }
}
