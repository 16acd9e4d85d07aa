package sandglass.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import sandglass.interpreter.Catalog;
import sandglass.interpreter.CommandTemplate;
import sandglass.interpreter.Interpreter;
import sandglass.interpreter.InterpreterException;
import sandglass.interpreter.Interpreters;
import sandglass.program.InputFile;
import sandglass.program.ProgramException;

/** The options by which {@code run} takes FILE for a script. */
final class InterpreterOptions {
  private static final long MAX_SCRIPT_BYTES = 16L << 20;

  @Option(
      names = "--interpreter",
      paramLabel = "cpython|FILE|base64:...",
      description = "FILE is a script for this interpreter; see `sandglass interpreter list`.")
  private String interpreter;

  @Option(
      names = "--interpreter-args",
      paramLabel = "TEMPLATE",
      description =
          "What the interpreter is told: \"{script-file} {args}\" by default. {script} is the text.")
  private String template;

  @Option(names = "-c", description = "Give Python the script as an argument instead of as a file.")
  private boolean inline;

  @Option(
      names = "--packages",
      paramLabel = "DIR",
      description = "Let scripts import what is in this folder. Repeatable.")
  private List<Path> packages = new ArrayList<>();

  @Option(names = "--fetch", description = "Fetch the interpreter first if it is not there.")
  private boolean fetch;

  /** Whether FILE is a script. */
  boolean areGiven() {
    return interpreter != null;
  }

  /** Which interpreter: an id, a file or base64; null if none is named. */
  String interpreter() {
    return interpreter;
  }

  /** Whether any of the options is given. */
  boolean areUsed() {
    return interpreter != null || template != null || inline || fetch || !packages.isEmpty();
  }

  /** Why the options do not go together, or null. */
  String misuse() {
    if (interpreter == null) {
      return areUsed()
          ? "--interpreter-args, -c, --packages and --fetch need --interpreter; add for example"
              + " --interpreter cpython"
          : null;
    }
    return inline && template != null
        ? "-c and --interpreter-args both say how the script is given; leave one of them out"
        : null;
  }

  /** Loads the interpreter, and fetches it before where that is wanted. */
  Interpreter load(Interpreters interpreters, long maxBytes, Terminal terminal)
      throws CommandFailure, InterruptedException {
    try {
      var entry = Catalog.find(interpreter);
      if (fetch && entry.isPresent() && !interpreters.isThere(entry.get())) {
        new Fetch(terminal, interpreters.store()).run(entry.get());
      }
      var loaded = interpreters.load(interpreter, maxBytes);
      if (template != null) {
        return loaded.withCommand(CommandTemplate.parse(template));
      }
      if (inline && !loaded.isPython()) {
        throw new InterpreterException(
            "-c is Python's way; say with --interpreter-args how "
                + loaded.name()
                + " takes a script, for example \"-e {script} {args}\"");
      }
      return inline ? loaded.withCommand(CommandTemplate.INLINE) : loaded;
    } catch (InterpreterException e) {
      throw new CommandFailure(ExitStatus.REJECTED, e.getMessage());
    }
  }

  /** Reads the script. */
  Interpreter.Job job(String file, List<String> args, Terminal terminal)
      throws ProgramException, CommandFailure {
    for (Path folder : packages) {
      if (!Files.isDirectory(folder)) {
        String what = Files.exists(folder) ? "is not a folder" : "there is no such folder";
        throw new CommandFailure(
            ExitStatus.REJECTED, folder + ": " + what + "; check the name after --packages");
      }
    }
    boolean fromStdin = file.equals("-");
    byte[] source =
        fromStdin
            ? InputFile.read("stdin", terminal.in(), MAX_SCRIPT_BYTES)
            : InputFile.read(Input.path(file), MAX_SCRIPT_BYTES);
    String name = fromStdin ? "stdin" : Input.fileName(file);
    return new Interpreter.Job(name, source, args, packages);
  }
}
