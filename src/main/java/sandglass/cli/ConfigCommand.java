package sandglass.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sandglass.sandbox.Limits;
import sandglass.sandbox.World;
import sandglass.tool.settings.SettingsFile;
import sandglass.tool.settings.SettingsWriter;

/** {@code sandglass config}. */
@Command(
    name = "config",
    description = {
      "",
      "Prints a settings file: the section wasi of config/shannon.yaml, with the defaults, or with",
      "what another file and the options say. So it checks a file, too.",
      ""
    },
    usageHelpWidth = 100,
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  sandglass config --fuel 1M --write shannon.yaml",
      "  sandglass config --config shannon.yaml",
      "  sandglass run --config shannon.yaml samples/hello.wat"
    })
final class ConfigCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Option(
      names = "--write",
      paramLabel = "FILE.yaml",
      description = "Write it there in place of stdout. Other sections of the file are lost.")
  private String target;

  @Mixin private SettingsOption settings;

  @Mixin private LimitOptions limits;

  ConfigCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    String text = SettingsWriter.write(settings());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (target != null) {
      OutputFile.write(Input.path(target), bytes);
      return ExitStatus.OK;
    }
    try {
      terminal.out().write(bytes);
      terminal.out().flush();
    } catch (IOException e) {
      return ExitStatus.STDOUT_CLOSED;
    }
    return ExitStatus.OK;
  }

  private SettingsFile settings() throws CommandFailure {
    var given = settings.load();
    Limits all;
    try {
      all = limits.limits(given.limits(Limits.DEFAULT));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(),
          e.getMessage() + "; write for example --fuel 1M --memory 64MiB --timeout 5s");
    }
    World world = given.world(World.EMPTY);
    return SettingsFile.of(all, world, given.readOnly(), given.python());
  }
}
