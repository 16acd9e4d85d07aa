package sandglass.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sandglass.capsule.CapsuleDifferences;
import sandglass.capsule.Difference;
import sandglass.capsule.ExpectedReport;
import sandglass.interpreter.Interpreters;

/** {@code sandglass diff}. */
@Command(
    name = "diff",
    description = {
      "",
      "Says in what two capsules differ, then runs both, and says in what their runs differ and from",
      "which fuel on.",
      ""
    },
    usageHelpWidth = 100,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit status: 0 nothing differs; 1 something does; 65 one cannot be run.",
      "",
      "Example: sandglass diff yesterday.sandglass.json today.sandglass.json"
    })
final class DiffCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final CapsuleTrial trial;

  @Parameters(index = "0", paramLabel = "A", description = "A capsule.")
  private String first;

  @Parameters(index = "1", paramLabel = "B", description = "Another one.")
  private String second;

  @Option(names = "--no-run", description = "Compare the files only.")
  private boolean noRun;

  DiffCommand(Terminal terminal, Launcher launcher, Interpreters interpreters) {
    this.terminal = terminal;
    trial = new CapsuleTrial(launcher, interpreters);
  }

  @Override
  public Integer call() throws Exception {
    Path a = Input.path(first);
    Path b = Input.path(second);
    var fileA = trial.read(a);
    var fileB = trial.read(b);
    terminal.print("- " + TextTable.clean(first));
    terminal.print("+ " + TextTable.clean(second));
    var files = CapsuleDifferences.of(fileA, fileB);
    terminal.print("");
    terminal.print(files.isEmpty() ? "The capsules are the same." : "The capsules:");
    show(files);
    if (noRun) {
      return files.isEmpty() ? ExitStatus.OK : ExitStatus.DIFFERENT;
    }
    var expected = ExpectedReport.of(trial.run(a, fileA));
    var runs = ExpectedReport.compare(expected, trial.run(b, fileB));
    terminal.print("");
    terminal.print(runs.isEmpty() ? "The runs are the same." : "The runs" + from(runs) + ":");
    show(runs);
    return files.isEmpty() && runs.isEmpty() ? ExitStatus.OK : ExitStatus.DIFFERENT;
  }

  private static String from(List<Difference> differences) {
    OptionalLong fuel = differences.stream().flatMapToLong(d -> d.fuel().stream()).min();
    return fuel.isPresent() ? ", which differ from fuel %,d on".formatted(fuel.getAsLong()) : "";
  }

  private void show(List<Difference> differences) {
    for (var difference : differences) {
      terminal.print("  " + difference.field());
      terminal.print("    - " + difference.expected());
      terminal.print("    + " + difference.actual());
    }
  }
}
