package sandglass.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sandglass.interpreter.Interpreter;
import sandglass.interpreter.Interpreters;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.Random;
import sandglass.sandbox.wasi.Stdin;
import sandglass.tool.settings.SettingsFile;

/** {@code sandglass run}. */
@Command(
    name = "run",
    description = {"", "Runs a module, text or simple Python, and passes its output through.", ""},
    usageHelpWidth = 100,
    customSynopsis = {
      "sandglass run FILE [OPTIONS] [-- GUEST ARGS]",
      "       sandglass run FILE --invoke NAME [OPTIONS] [ARG...]"
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Sizes: 65536, 64KiB, 256MiB, 1GB. Counts: 1M, 1000G, 100_000_000. Times: 500ms, 30s, 2m.",
      "The guest sees nothing but what the options show it. Its exit status is this command's;",
      "134 trap, 137 out of fuel, memory or output, 124 timed out, 130 cancelled, 65 rejected.",
      "",
      "Examples:",
      "  sandglass run samples/hello.wat",
      "  sandglass run samples/primes.py",
      "  sandglass run tool.wasm --dir data::/data:rw --env LANG=en -- --verbose input.txt",
      "  sandglass run math.wat --invoke add 1 -2",
      "  sandglass run --interpreter cpython script.py -- a b"
    })
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Launcher launcher;
  private final Interpreters interpreters;
  private final List<String> guestArgs;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description =
          "A .wasm, .wat or .py file, base64 in a .b64 or .txt file, - for stdin; with"
              + " --interpreter a script.")
  private String file;

  @Parameters(index = "1..*", hidden = true)
  private List<String> rest = new ArrayList<>();

  @Mixin private SettingsOption config;

  @Mixin private LimitOptions limits;

  @Mixin private InterpreterOptions script;

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

  @Option(
      names = "--engine",
      paramLabel = "compiled|interpreter",
      converter = Converters.EngineOption.class,
      description = "Compiled by default. Both give equal results.")
  private Engine engine = Engine.COMPILED;

  @Option(
      names = "--invoke",
      paramLabel = "NAME",
      description = "Call this export with the ARGs, and print its results.")
  private String invoke;

  @Option(names = "--trace", description = "Print the guest's WASI calls on stderr at the end.")
  private boolean trace;

  @Option(
      names = "--report",
      paramLabel = "FILE|-",
      description =
          "Write the report as JSON. With - it goes to stdout, and the guest's output is only in"
              + " the report.")
  private String report;

  private SettingsFile settings = SettingsFile.EMPTY;

  RunCommand(
      Terminal terminal, Launcher launcher, Interpreters interpreters, List<String> guestArgs) {
    this.terminal = terminal;
    this.interpreters = interpreters;
    this.launcher = launcher;
    this.guestArgs = guestArgs;
  }

  @Override
  public Integer call() throws Exception {
    for (String arg : rest) {
      if (arg.startsWith("-") && !arg.equals("-") && !GuestArgs.isNumber(arg)) {
        throw UnknownArgument.of(spec.commandLine(), arg);
      }
    }
    if (file.startsWith("-") && !file.equals("-")) {
      throw UnknownArgument.of(spec.commandLine(), file);
    }
    if (file.equals("-") && "-".equals(stdin)) {
      throw usage("FILE - and --stdin - both want stdin; give one of them a file's name");
    }
    if (script.misuse() != null) {
      throw usage(script.misuse());
    }
    settings = config.load();
    if (script.areGiven()) {
      return interpret();
    }
    Limits allowed = limits(Limits.DEFAULT);
    World world = world();
    return new Execution(terminal, launcher, report, trace)
        .run(
            file,
            () -> {
              var program = Input.load(file, allowed.moduleBytes(), terminal);
              return new Capsule(program.name(), program.wasm(), entry(), allowed, world, engine);
            });
  }

  private int interpret() throws Exception {
    if (invoke != null) {
      throw usage("--invoke is for modules and --interpreter for scripts; leave one of them out");
    }
    Limits allowed = limits(Interpreter.LIMITS);
    World world = world();
    return new Execution(terminal, launcher, report, trace)
        .run(
            file,
            () -> {
              var interpreter = script.load(interpreters.withPython(settings.python()), allowed.moduleBytes(), terminal);
              interpreter.warning(allowed).ifPresent(terminal::complain);
              var args = world.args().subList(1, world.args().size());
              var job = script.job(file, args, terminal);
              return interpreter.capsule(job, world, allowed, engine);
            });
  }

  private Limits limits(Limits base) {
    try {
      return limits.limits(settings.limits(base));
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage() + "; write for example --fuel 1M --memory 64MiB --timeout 5s");
    }
  }

  private Entry entry() {
    if (invoke == null) {
      return Entry.START;
    }
    var args = new ArrayList<>(rest);
    args.addAll(guestArgs);
    return new Entry.Invoke(invoke, args);
  }

  private World world() throws CommandFailure {
    var args = new ArrayList<String>();
    args.add(Input.fileName(file));
    if (invoke == null) {
      args.addAll(rest);
      args.addAll(guestArgs);
    }
    var variables = new LinkedHashMap<>(settings.env());
    env.forEach(v -> variables.put(v.name(), v.value()));
    for (var folder : folders) {
      if (!Files.isDirectory(folder.host())) {
        String what = Files.exists(folder.host()) ? "is not a folder" : "there is no such folder";
        throw new CommandFailure(
            ExitStatus.REJECTED, folder.host() + ": " + what + "; check the name after --dir");
      }
    }
    Clock known = clock == null ? settings.clock().orElse(Clock.VIRTUAL) : clock;
    return new World(args, variables, stdin(), allFolders(), known, random());
  }

  /** Those of the settings file, but where an option gives the guest another of that name. */
  private List<Folder> allFolders() {
    var all = new ArrayList<Folder>();
    var named = folders.stream().map(Folder::guest).toList();
    settings.folders().stream().filter(f -> !named.contains(f.guest())).forEach(all::add);
    all.addAll(folders);
    return all;
  }

  private Random random() {
    if (random == null && seed == null && settings.random().isPresent()) {
      return settings.random().get();
    }
    var mode = random == null ? Random.Mode.SEEDED : random;
    if (seed != null && mode != Random.Mode.SEEDED) {
      throw usage("--seed needs --random seeded, which is the default; leave one of them out");
    }
    return mode == Random.Mode.SEEDED
        ? Random.seeded(seed == null ? 0 : seed)
        : new Random(mode, 0);
  }

  private Stdin stdin() throws CommandFailure {
    if (stdin == null) {
      return Stdin.EMPTY;
    }
    if (stdin.equals("-")) {
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

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
