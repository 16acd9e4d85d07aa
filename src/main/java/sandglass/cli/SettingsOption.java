package sandglass.cli;

import picocli.CommandLine.Option;
import sandglass.data.DataException;
import sandglass.tool.settings.SettingsFile;
import sandglass.tool.settings.SettingsReader;

/** The option that names a settings file. */
final class SettingsOption {
  @Option(
      names = "--config",
      paramLabel = "FILE.yaml",
      description =
          "Take limits, folders, environment, clock and random numbers from the section wasi of a"
              + " settings file. Options win.")
  private String file;

  /** What the file says; nothing where none is named. */
  SettingsFile load() throws CommandFailure {
    if (file == null) {
      return SettingsFile.EMPTY;
    }
    try {
      return SettingsReader.load(Input.path(file));
    } catch (DataException e) {
      throw new CommandFailure(ExitStatus.REJECTED, e.getMessage());
    }
  }

  boolean isGiven() {
    return file != null;
  }
}
