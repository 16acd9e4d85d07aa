package sandglass.interpreter;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.Script;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.Random;

/**
 * A module that runs scripts. Immutable.
 *
 * @param name what to call it, such as {@code CPython 3.12}
 * @param argv0 what it is told its own name is
 * @param language the language of its scripts; {@code ""} where that is not known
 * @param module the binary, without debug sections; not to be changed
 * @param sha256 the digest of the binary as it was found
 * @param isPython whether it takes CPython's options and environment
 * @param command how it is told what to run
 */
@SuppressWarnings("ArrayRecordComponent") // modules are large, and read only
public record Interpreter(
    String name,
    String argv0,
    String language,
    byte[] module,
    String sha256,
    boolean isPython,
    CommandTemplate command) {

  /** Limits that suit a script: 10 G fuel, 512 MiB memory, two minutes. */
  public static final Limits LIMITS =
      new Limits(
          10_000_000_000L,
          512L << 20,
          Duration.ofMinutes(2),
          64L << 20,
          64L << 20,
          256L << 20,
          100_000);

  /** About what CPython uses before it reads its script. */
  public static final long PYTHON_START_FUEL = 250_000_000;

  /** Where the guest sees the script's folder. */
  public static final String SCRIPT_FOLDER = "/script";

  /** Where the guest sees packages; a second folder is {@code /packages2}. */
  public static final String PACKAGES_FOLDER = "/packages";

  /** Many times what any known interpreter wants; the first compilation counts. */
  private static final Limits START =
      LIMITS.withFuel(5_000_000_000L).withTimeout(Duration.ofMinutes(5)).withOutputBytes(1 << 20);

  /**
   * A script, and what it is run with.
   *
   * @param name its file's name, such as {@code main.py}; tracebacks name it
   * @param source what it holds; not copied, so not to be changed
   * @param args its arguments
   * @param packages folders of modules that it may import, on this machine
   */
  @SuppressWarnings("ArrayRecordComponent") // given once, read only
  public record Job(String name, byte[] source, List<String> args, List<Path> packages) {
    /** Copies the lists. */
    public Job {
      args = List.copyOf(args);
      packages = List.copyOf(packages);
    }

    /** A script's text, in UTF-8. */
    public Job(String name, String text, List<String> args, List<Path> packages) {
      this(name, text.getBytes(StandardCharsets.UTF_8), args, packages);
    }
  }

  /** This interpreter with another command. */
  public Interpreter withCommand(CommandTemplate value) {
    return new Interpreter(name, argv0, language, module, sha256, isPython, value);
  }

  /**
   * A run of a script, to be started by {@code Sandbox.start} or by {@link Workers}.
   *
   * @param world what the script can see; its arguments are the job's
   * @param limits what the script may use, from the moment at which the interpreter asks for it;
   *     where it is an argument rather than a file, from the start
   */
  public Capsule capsule(Job job, World world, Limits limits, Engine engine) {
    String script =
        command.usesFile()
            ? SCRIPT_FOLDER + "/" + job.name()
            : new String(job.source(), StandardCharsets.UTF_8);
    World complete =
        world
            .withArgs(command.expand(argv0, script, job.args()))
            .withEnv(environment(world, job.packages().size()))
            .withFolders(folders(world.folders(), job.packages()));
    if (command.usesFile()) {
      complete =
          complete.withScript(new Script(SCRIPT_FOLDER, job.name(), job.source(), start(limits)));
    }
    return new Capsule(job.name(), module, Entry.START, limits, complete, engine);
  }

  /** What is not counted apart holds from the start. */
  private static Limits start(Limits limits) {
    return START
        .withModuleBytes(limits.moduleBytes())
        .withFileBytes(limits.fileBytes())
        .withTableElements(limits.tableElements());
  }

  private static List<Folder> folders(List<Folder> given, List<Path> packages) {
    var all = new ArrayList<>(given);
    for (int i = 0; i < packages.size(); i++) {
      all.add(new Folder(packages.get(i), packagesFolder(i), false));
    }
    return all;
  }

  private static String packagesFolder(int index) {
    return PACKAGES_FOLDER + (index == 0 ? "" : String.valueOf(index + 1));
  }

  private Map<String, String> environment(World world, int packages) {
    var env = new LinkedHashMap<>(world.env());
    if (isPython) {
      env.putIfAbsent("PYTHONDONTWRITEBYTECODE", "1"); // its own files could not be written anyway
      hashSeed(world.random()).ifPresent(seed -> env.putIfAbsent("PYTHONHASHSEED", seed));
    }
    if (packages > 0) {
      var path = new ArrayList<String>();
      for (int i = 0; i < packages; i++) {
        path.add(packagesFolder(i));
      }
      String given = env.get("PYTHONPATH");
      if (given != null && !given.isEmpty()) {
        path.add(given);
      }
      env.put("PYTHONPATH", String.join(":", path));
    }
    return env;
  }

  /** Equal for equal seeds; without random numbers Python could not start unless it is given. */
  private static Optional<String> hashSeed(Random random) {
    return switch (random.mode()) {
      case SEEDED ->
          Optional.of(String.valueOf(Integer.toUnsignedLong(Long.hashCode(random.seed()))));
      case OFF -> Optional.of("0");
      case REAL -> Optional.empty();
    };
  }

  /** A warning where a run under these limits cannot get far, in one sentence. */
  public Optional<String> warning(Limits limits) {
    if (isPython && !command.usesFile() && limits.fuel() < 2 * PYTHON_START_FUEL) {
      return Optional.of(
          "%s uses about %s units of fuel to start, and the limit is %s; raise it to %s or more"
              .formatted(
                  name,
                  Quantities.formatCount(PYTHON_START_FUEL),
                  Quantities.formatCount(limits.fuel()),
                  Quantities.formatCount(2 * PYTHON_START_FUEL)));
    }
    return Optional.empty();
  }
}
