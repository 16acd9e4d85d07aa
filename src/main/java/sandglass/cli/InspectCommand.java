package sandglass.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sandglass.program.FunctionSize;
import sandglass.program.InspectionJson;
import sandglass.program.ModuleInspector;
import sandglass.sandbox.Limits;

/** {@code sandglass inspect}. */
@Command(
    name = "inspect",
    description = {"", "Shows what a module consists of, and what it needs.", ""},
    usageHelpWidth = 100,
    mixinStandardHelpOptions = true,
    footer = {"", "Example: sandglass inspect samples/hello.wat"})
final class InspectCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      description = "A .wasm or .wat file, base64 in a .b64 or .txt file, or - for stdin.")
  private String file;

  @Option(names = "--json", description = "Write JSON.")
  private boolean json;

  @Option(
      names = "--functions",
      paramLabel = "N",
      arity = "0..1",
      fallbackValue = "20",
      description =
          "List the N largest functions, 20 by default, and the parts they are compiled in.")
  private Integer functions;

  @Option(
      names = "--module-size",
      paramLabel = "SIZE",
      converter = Converters.Bytes.class,
      description = "The most that the module may have; 50MiB by default.")
  private long moduleSize = Limits.DEFAULT.moduleBytes();

  InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    var program = Input.load(file, moduleSize, terminal);
    var inspection = ModuleInspector.inspect(program.name(), program.wasm());
    if (functions != null) {
      if (functions < 1) {
        throw new CommandFailure(
            ExitStatus.USAGE, "--functions: a number from 1, not " + functions);
      }
      var sizes = FunctionSize.of(program.name(), program.wasm());
      var list = new FunctionList(program.name(), sizes, functions);
      terminal.print(json ? list.json() : list.text());
      return ExitStatus.OK;
    }
    terminal.print(
        json
            ? InspectionJson.of(inspection, Limits.DEFAULT)
            : InspectionText.of(program.name(), inspection).stripTrailing());
    return ExitStatus.OK;
  }
}
