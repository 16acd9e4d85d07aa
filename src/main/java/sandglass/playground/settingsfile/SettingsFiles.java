package sandglass.playground.settingsfile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import sandglass.data.DataException;
import sandglass.playground.capsule.Setup;
import sandglass.playground.common.Notice;
import sandglass.playground.common.Notices;
import sandglass.playground.common.Prompts;
import sandglass.playground.common.Threads;
import sandglass.playground.files.WholeFile;
import sandglass.playground.limits.LimitsModel;
import sandglass.playground.world.GrantedFolder;
import sandglass.playground.world.WorldModel;
import sandglass.playground.world.WorldState;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Stdin;
import sandglass.tool.settings.SettingsFile;
import sandglass.tool.settings.SettingsReader;
import sandglass.tool.settings.SettingsWriter;

/** Sets limits and world as a settings file says, and writes them into one. */
public final class SettingsFiles {
  private static final String NAME = "shannon.yaml";

  private final Threads threads;
  private final LimitsModel limits;
  private final WorldModel world;
  private final Notices notices;
  private final Prompts prompts;

  /**
   * @param limits what files set, and are written from
   * @param world what files set, and are written from
   */
  public SettingsFiles(
      Threads threads, LimitsModel limits, WorldModel world, Notices notices, Prompts prompts) {
    this.threads = threads;
    this.limits = limits;
    this.world = world;
    this.notices = notices;
    this.prompts = prompts;
  }

  /** What came of reading a file: settings, or what is wrong with them, a line each. */
  private record Read(Optional<SettingsFile> settings, String message) {}

  /** Asks for a settings file, and reads it. */
  public void askToImport() {
    prompts.fileToRead("Import settings, such as config/shannon.yaml").ifPresent(this::read);
  }

  /** Sets what a file says, and leaves what it does not say; nothing if anything is wrong in it. */
  public void read(Path file) {
    threads.background(
        () -> load(file),
        read ->
            read.settings.ifPresentOrElse(
                settings -> set(file, settings), () -> notices.errors(read.message, prompts)));
  }

  private static Read load(Path file) {
    try {
      return new Read(Optional.of(SettingsReader.load(file)), "");
    } catch (DataException e) {
      return new Read(Optional.empty(), e.getMessage());
    }
  }

  private void set(Path file, SettingsFile settings) {
    limits.commit();
    var before = Setup.of(limits, world);
    new Setup(settings.limits(before.limits()), merged(before.world(), settings))
        .apply(limits, world);
    var now = Setup.of(limits, world);
    var set = now.differences(before, now.world().equals(before.world()) ? "" : summary());
    String what = set.isEmpty() ? "nothing that was not set already" : String.join(", ", set);
    String python =
        settings
            .python()
            .map(path -> " Its Python is not taken over: choose it under Run, Interpreters.")
            .orElse("");
    notices.show(
        new Notice(
            Notice.Kind.INFO,
            "Set from %s: %s.%s".formatted(file.getFileName(), what, python),
            List.of(new Notice.Fix("Put back", () -> before.apply(limits, world)))));
  }

  private String summary() {
    return world.summary().get();
  }

  private static WorldState merged(WorldState now, SettingsFile settings) {
    var variables = new LinkedHashMap<String, WorldState.Variable>();
    now.env().forEach(row -> variables.put(row.name(), row));
    settings
        .env()
        .forEach((name, value) -> variables.put(name, new WorldState.Variable(name, value, true)));
    var folders = new ArrayList<>(now.folders());
    for (var folder : settings.folders()) {
      folders.removeIf(there -> there.folder().host().equals(folder.host()));
      folders.add(new GrantedFolder(folder));
    }
    var random = settings.random();
    return new WorldState(
        now.args(),
        List.copyOf(variables.values()),
        now.stdin(),
        folders,
        now.entry(),
        settings.clock().orElse(now.clock()),
        random.map(r -> r.mode()).orElse(now.random()),
        random.map(r -> Long.toString(r.seed())).orElse(now.seed()),
        now.engine());
  }

  /** Asks where to write limits and world as a settings file, and writes them there. */
  public void askToExport() {
    prompts.fileToSave("Export settings", NAME).ifPresent(this::write);
  }

  private void write(Path file) {
    limits.commit();
    var seen = world.world("guest", Stdin.EMPTY);
    var left = new ArrayList<String>();
    World host =
        seen.withFolders(
            seen.folders().stream()
                .filter(folder -> folder.host().getFileSystem() == FileSystems.getDefault())
                .toList());
    if (host.folders().size() < seen.folders().size()) {
      left.add("folders that a capsule holds");
    }
    left.addAll(SettingsFile.unsaid(host));
    String text = SettingsWriter.write(SettingsFile.of(limits.value().get(), host));
    threads.background(
        () -> write(file, text),
        failure ->
            notices.show(
                failure
                    .map(why -> new Notice(Notice.Kind.ERROR, why))
                    .orElseGet(() -> written(file, left))));
  }

  private static Optional<String> write(Path file, String text) {
    try {
      WholeFile.write(file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          file + " was not saved: " + WholeFile.reason(e) + ". Save it in another place.");
    }
  }

  private static Notice written(Path file, List<String> left) {
    String saved = "The settings were saved as " + file.getFileName() + ".";
    return left.isEmpty()
        ? new Notice(Notice.Kind.INFO, saved)
        : new Notice(
            Notice.Kind.WARNING,
            saved + " A settings file cannot say: " + String.join("; ", left) + ".");
  }
}
