package sandglass.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sandglass.program.Program;
import sandglass.sandbox.Limits;

/** {@code sandglass compile}. */
@Command(
    name = "compile",
    description = {
      "",
      "Compiles WebAssembly text, or simple Python, to a binary module. Python can be",
      "compiled to WebAssembly text as well: to a file named .wat, or with --text.",
      ""
    },
    usageHelpWidth = 100,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  sandglass compile samples/hello.wat -o hello.wasm",
      "  sandglass compile samples/primes.py -o primes.wat"
    })
final class CompileCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "A .wat or .py file, or - for stdin, which is WebAssembly text.")
  private String file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write; - is stdout. Beside the source by default.")
  private String output;

  @Option(
      names = "--text",
      description = "Write WebAssembly text, whatever the name; for Python.")
  private boolean text;

  @Option(
      names = "--module-size",
      paramLabel = "SIZE",
      converter = Converters.Bytes.class,
      description = "The most that source or module may have; 50MiB by default.")
  private long moduleSize = Limits.DEFAULT.moduleBytes();

  CompileCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (file.equals("-") && output == null) {
      throw new CommandFailure(
          ExitStatus.USAGE,
          "sandglass compile: stdin has no name; say where to write with -o FILE");
    }
    var program = Input.load(file, moduleSize, terminal);
    boolean wantsText = text || (output != null && isText(output));
    byte[] result = wantsText ? text(program) : program.wasm();
    if ("-".equals(output)) {
      terminal.out().write(result);
      terminal.out().flush();
      return ExitStatus.OK;
    }
    Path target = output == null ? beside(file, wantsText ? ".wat" : ".wasm") : Input.path(output);
    if (!file.equals("-") && isSame(Input.path(file), target)) {
      throw new CommandFailure(
          ExitStatus.USAGE,
          target + ": is the source itself; name another file with -o, such as -o out.wasm");
    }
    OutputFile.write(target, result);
    return ExitStatus.OK;
  }

  private byte[] text(Program program) throws CommandFailure {
    if (program.python().isEmpty()) {
      String what = program.source().isPresent() ? "is WebAssembly text already" : "has no text";
      throw new CommandFailure(
          ExitStatus.USAGE,
          program.name() + ": " + what + "; name a file for the module with -o, such as -o out.wasm");
    }
    return program.source().orElseThrow().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isText(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".wat");
  }

  private static Path beside(String file, String extension) throws CommandFailure {
    Path source = Input.path(file);
    String name = String.valueOf(source.getFileName());
    int dot = name.lastIndexOf('.');
    return source.resolveSibling((dot <= 0 ? name : name.substring(0, dot)) + extension);
  }

  private static boolean isSame(Path a, Path b) throws IOException {
    return Files.exists(b) && Files.isSameFile(a, b);
  }
}
