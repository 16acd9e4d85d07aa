package sandglass.playground.settingsfile;

import java.nio.file.Path;
import java.util.function.Consumer;
import sandglass.playground.common.Notices;
import sandglass.playground.common.Prompts;
import sandglass.playground.common.Threads;
import sandglass.playground.limits.LimitsModel;
import sandglass.playground.world.WorldModel;
import sandglass.sandbox.Limits;

public final class SettingsFiles {
  public SettingsFiles(Threads threads, LimitsModel limits, WorldModel world, Notices notices, Prompts prompts, Consumer<Limits> borrow) {}
  public void askToImport() {}
  public void askToExport() {}
  public void read(Path file) {}
}
