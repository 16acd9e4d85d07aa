package sandglass.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sandglass.interpreter.Catalog;
import sandglass.interpreter.Interpreters;

/** {@code sandglass interpreter list|fetch|remove}. */
@Command(
    name = "interpreter",
    description = {"", "Lists, fetches and removes interpreters for `run --interpreter`.", ""},
    usageHelpWidth = 100,
    synopsisSubcommandLabel = "list|fetch|remove",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  sandglass interpreter fetch cpython",
      "  sandglass run --interpreter cpython script.py -- a b"
    })
final class InterpreterCommand implements Runnable {
  private final Terminal terminal;
  private final Interpreters interpreters;

  @Spec private CommandSpec spec;

  InterpreterCommand(Terminal terminal, Interpreters interpreters) {
    this.terminal = terminal;
    this.interpreters = interpreters;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say list, fetch or remove");
  }

  @Command(
      name = "list",
      description = {"", "Shows which interpreters there are, and where.", ""},
      mixinStandardHelpOptions = true)
  int list() {
    var rows = new ArrayList<List<String>>();
    for (Catalog.Entry entry : Catalog.ENTRIES) {
      rows.add(
          List.of(
              entry.id(),
              entry.label(),
              interpreters
                  .where(entry)
                  .orElse("not fetched; say `sandglass interpreter fetch " + entry.id() + "`")));
    }
    for (List<String> row : rows) {
      terminal.print(String.join("  ", row));
    }
    return ExitStatus.OK;
  }

  @Command(
      name = "fetch",
      description = {"", "Fetches an interpreter with npm, and checks and keeps it.", ""},
      mixinStandardHelpOptions = true)
  int fetch(
      @Parameters(paramLabel = "NAME", description = "Such as cpython.") String name,
      @Option(names = "--again", description = "Replace the one that is there.") boolean again)
      throws CommandFailure, InterruptedException {
    Catalog.Entry entry = entry(name);
    if (interpreters.store().has(entry) && !again) {
      terminal.complain(
          entry.name()
              + " is there: "
              + interpreters.store().file(entry)
              + "; --again replaces it");
      return ExitStatus.OK;
    }
    new Fetch(terminal, interpreters.store()).run(entry);
    return ExitStatus.OK;
  }

  @Command(
      name = "remove",
      description = {"", "Removes an interpreter that was fetched.", ""},
      mixinStandardHelpOptions = true)
  int remove(@Parameters(paramLabel = "NAME", description = "Such as cpython.") String name)
      throws CommandFailure {
    Catalog.Entry entry = entry(name);
    try {
      terminal.complain(
          interpreters.store().remove(entry)
              ? "removed " + interpreters.store().file(entry)
              : entry.name() + " is not there; nothing to remove");
      return ExitStatus.OK;
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.NOT_WRITTEN,
          interpreters.store().file(entry) + ": cannot be removed: " + e.getMessage());
    }
  }

  private Catalog.Entry entry(String name) throws CommandFailure {
    return Catalog.find(name)
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitStatus.USAGE,
                    "there is no interpreter called "
                        + name
                        + " to fetch; there is "
                        + Catalog.ENTRIES.stream()
                            .map(Catalog.Entry::id)
                            .collect(Collectors.joining(", "))));
  }
}
