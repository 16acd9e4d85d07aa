package sandglass.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sandglass.sandbox.Limits;

/** {@code sandglass compile}. */
@Command(
    name = "compile",
    description = {"", "Compiles WebAssembly text to a binary module.", ""},
    usageHelpWidth = 100,
    mixinStandardHelpOptions = true,
    footer = {"", "Example: sandglass compile samples/hello.wat -o hello.wasm"})
final class CompileCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "A .wat file, or - for stdin.")
  private String file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write; - is stdout. Beside the source by default.")
  private String output;

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
    if ("-".equals(output)) {
      terminal.out().write(program.wasm());
      terminal.out().flush();
      return ExitStatus.OK;
    }
    Path target = output == null ? beside(file) : Input.path(output);
    if (!file.equals("-") && isSame(Input.path(file), target)) {
      throw new CommandFailure(
          ExitStatus.USAGE,
          target + ": is the source itself; name another file with -o, such as -o out.wasm");
    }
    OutputFile.write(target, program.wasm());
    return ExitStatus.OK;
  }

  private static Path beside(String file) throws CommandFailure {
    Path source = Input.path(file);
    String name = String.valueOf(source.getFileName());
    int dot = name.lastIndexOf('.');
    return source.resolveSibling((dot <= 0 ? name : name.substring(0, dot)) + ".wasm");
  }

  private static boolean isSame(Path a, Path b) throws IOException {
    return Files.exists(b) && Files.isSameFile(a, b);
  }
}
