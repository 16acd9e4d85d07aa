package sandglass.tool.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sandglass.sandbox.Limits;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.Random;

/**
 * What a settings file says. What it does not say is empty, and stays as it was. Immutable.
 *
 * @param limits the limits that it sets
 * @param allowedPaths absolute paths of folders that guests see copies of, by the same names
 * @param env environment variables, in order
 * @param readOnly whether the copies are read-only
 * @param clock what {@code allow_clock} says: true is {@link Clock#VIRTUAL}
 * @param random what {@code allow_random} says: true is {@link Random.Mode#SEEDED}
 * @param python a file that is CPython where the environment variable names none
 */
public record SettingsFile(
    GivenLimits limits,
    List<String> allowedPaths,
    Map<String, String> env,
    Optional<Boolean> readOnly,
    Optional<Clock> clock,
    Optional<Random> random,
    Optional<String> python) {

  /** Says nothing. */
  public static final SettingsFile EMPTY =
      new SettingsFile(
          GivenLimits.NONE,
          List.of(),
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Copies the collections. */
  public SettingsFile {
    allowedPaths = List.copyOf(allowedPaths);
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
  }

  /**
   * The limits that a file may set.
   *
   * @param memoryBytes {@code memory_limit_bytes}
   * @param fuel {@code max_fuel}, in units
   * @param timeout {@code execution_timeout_ms}
   * @param moduleBytes {@code module_size_bytes}
   * @param outputBytes {@code output_limit_bytes}
   * @param fileBytes {@code file_limit_bytes}
   * @param tableElements {@code table_elements}
   */
  public record GivenLimits(
      Optional<Long> memoryBytes,
      Optional<Long> fuel,
      Optional<Duration> timeout,
      Optional<Long> moduleBytes,
      Optional<Long> outputBytes,
      Optional<Long> fileBytes,
      Optional<Long> tableElements) {
    /** None. */
    public static final GivenLimits NONE =
        new GivenLimits(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** All of them. */
    public static GivenLimits of(Limits limits) {
      return new GivenLimits(
          Optional.of(limits.memoryBytes()),
          Optional.of(limits.fuel()),
          Optional.of(limits.timeout()),
          Optional.of(limits.moduleBytes()),
          Optional.of(limits.outputBytes()),
          Optional.of(limits.fileBytes()),
          Optional.of(limits.tableElements()));
    }
  }

  /** The defaults, and what the file changes of them. */
  public Limits limits(Limits base) {
    return new Limits(
        limits.fuel().orElse(base.fuel()),
        limits.memoryBytes().orElse(base.memoryBytes()),
        limits.timeout().orElse(base.timeout()),
        limits.moduleBytes().orElse(base.moduleBytes()),
        limits.outputBytes().orElse(base.outputBytes()),
        limits.fileBytes().orElse(base.fileBytes()),
        limits.tableElements().orElse(base.tableElements()));
  }

  /** The folders that guests see. */
  public List<Folder> folders() {
    boolean writable = !readOnly.orElse(true);
    return allowedPaths.stream().map(path -> new Folder(Path.of(path), path, writable)).toList();
  }

  /** A world with what the file says of it. */
  public World world(World base) {
    var variables = new LinkedHashMap<>(base.env());
    variables.putAll(env);
    var all = new ArrayList<>(base.folders());
    all.addAll(folders());
    return base.withEnv(variables)
        .withFolders(all)
        .withClock(clock.orElse(base.clock()))
        .withRandom(random.orElse(base.random()));
  }

  /**
   * What a file can say of limits and a world; {@link #unsaid} tells the rest.
   *
   * @param readOnly what to say where there are no folders; true if empty
   * @param python a CPython to name, if any
   */
  public static SettingsFile of(
      Limits limits, World world, Optional<Boolean> readOnly, Optional<String> python) {
    List<Folder> same = world.folders().stream().filter(SettingsFile::hasSameName).toList();
    boolean writable =
        same.isEmpty() ? !readOnly.orElse(true) : same.stream().allMatch(Folder::writable);
    return new SettingsFile(
        GivenLimits.of(limits),
        same.stream().map(Folder::guest).toList(),
        world.env(),
        Optional.of(!writable),
        Optional.of(world.clock()),
        Optional.of(world.random()),
        python);
  }

  /** What a file can say of limits and a world, without a CPython. */
  public static SettingsFile of(Limits limits, World world) {
    return of(limits, world, Optional.empty(), Optional.empty());
  }

  private static boolean hasSameName(Folder folder) {
    return folder.also().isEmpty()
        && folder.host().isAbsolute()
        && folder.host().toString().equals(folder.guest());
  }

  /** What {@link #of} leaves out, in words; empty where a file says all. */
  public static List<String> unsaid(World world) {
    var left = new ArrayList<String>();
    boolean writable = false;
    boolean readable = false;
    for (Folder folder : world.folders()) {
      if (hasSameName(folder)) {
        writable |= folder.writable();
        readable |= !folder.writable();
      } else {
        left.add(
            "the folder %s, since the guest calls it %s".formatted(folder.host(), folder.guest()));
      }
    }
    if (writable && readable) {
      left.add("that some of the folders are writable, since it says so of all or none");
    }
    if (world.args().size() > 1) {
      left.add("the arguments");
    }
    return left;
  }
}
