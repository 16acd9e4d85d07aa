package sandglass.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Option;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.Random;
import sandglass.sandbox.wasi.Stdin;
import sandglass.tool.settings.SettingsFile;

/** The options that say what the guest sees. */
final class WorldOptions {
  @Option(
      names = "--dir",
      paramLabel = "HOST[::GUEST][:rw]",
      converter = Converters.FolderOption.class,
      description = "Show the guest a copy of a folder; it may write to it with :rw. Repeatable.")
  private List<Folder> folders = new ArrayList<>();

  @Option(
      names = "--env",
      paramLabel = "NAME=VALUE",
      converter = Converters.Variable.class,
      description = "Set an environment variable. Repeatable.")
  private List<Converters.EnvVariable> env = new ArrayList<>();

  @Option(
      names = "--stdin",
      paramLabel = "FILE|-",
      description = "What the guest reads; - is this command's stdin. Nothing by default.")
  private String stdin;

  @Option(
      names = "--clock",
      paramLabel = "virtual|real|off",
      converter = Converters.ClockOption.class,
      description = "Virtual by default: it advances with fuel, and sleeps take no time.")
  private Clock clock;

  @Option(
      names = "--random",
      paramLabel = "seeded|real|off",
      converter = Converters.RandomOption.class,
      description = "Seeded by default: the same numbers each time.")
  private Random.Mode random;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = Converters.Seed.class,
      description = "The seed of the random numbers; 0 by default.")
  private Long seed;

  /** Where stdin comes from: a file, {@code -}, or null. */
  String stdin() {
    return stdin;
  }

  /** Whether stdin is this command's. */
  boolean isLive() {
    return "-".equals(stdin);
  }

  /**
   * A world, and what the settings file and then the options change of it.
   *
   * @throws IllegalArgumentException if the options do not go together
   */
  World world(World base, SettingsFile settings, Terminal terminal) throws CommandFailure {
    var variables = new LinkedHashMap<>(base.env());
    variables.putAll(settings.env());
    env.forEach(v -> variables.put(v.name(), v.value()));
    return filesAndStdin(base, settings, terminal)
        .withEnv(variables)
        .withClock(clock == null ? settings.clock().orElse(base.clock()) : clock)
        .withRandom(random(settings.random().orElse(base.random())));
  }

  /** A world, and what is changed of its folders and its stdin alone. */
  World filesAndStdin(World base, SettingsFile settings, Terminal terminal) throws CommandFailure {
    checkFolders();
    return base.withFolders(over(over(base.folders(), settings.folders()), folders))
        .withStdin(stdin == null ? base.stdin() : given(terminal));
  }

  private void checkFolders() throws CommandFailure {
    for (var folder : folders) {
      if (!Files.isDirectory(folder.host())) {
        String what = Files.exists(folder.host()) ? "is not a folder" : "there is no such folder";
        throw new CommandFailure(
            ExitStatus.REJECTED, folder.host() + ": " + what + "; check the name after --dir");
      }
    }
  }

  /** Later ones take the place of those that the guest would call the same. */
  private static List<Folder> over(List<Folder> first, List<Folder> later) {
    var named = later.stream().map(Folder::guest).toList();
    var all = new ArrayList<>(first.stream().filter(f -> !named.contains(f.guest())).toList());
    all.addAll(later);
    return all;
  }

  private Random random(Random base) {
    if (random == null && seed == null) {
      return base;
    }
    var mode = random == null ? Random.Mode.SEEDED : random;
    if (seed != null && mode != Random.Mode.SEEDED) {
      throw new IllegalArgumentException(
          "--seed needs --random seeded, which is the default; leave one of them out");
    }
    return mode == Random.Mode.SEEDED
        ? Random.seeded(seed == null ? 0 : seed)
        : new Random(mode, 0);
  }

  private Stdin given(Terminal terminal) throws CommandFailure {
    if (isLive()) {
      return new Stdin(terminal::in);
    }
    Path path = Input.path(stdin);
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      String what =
          Files.isDirectory(path)
              ? "is a folder"
              : Files.exists(path) ? "permission to read it is denied" : "there is no such file";
      throw new CommandFailure(
          ExitStatus.REJECTED, stdin + ": " + what + "; check the name after --stdin");
    }
    return new Stdin(() -> Files.newInputStream(path));
  }
}
