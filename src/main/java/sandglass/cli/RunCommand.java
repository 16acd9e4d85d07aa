package sandglass.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sandglass.capsule.CapsuleFile;
import sandglass.interpreter.Interpreter;
import sandglass.interpreter.Interpreters;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.World;
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
          "A .wasm, .wat or .py file, base64 in a .b64 or .txt file, - for stdin; a capsule in a"
              + " .json file; with --interpreter a script.")
  private String file;

  @Parameters(index = "1..*", hidden = true)
  private List<String> rest = new ArrayList<>();

  @Mixin private SettingsOption config;

  @Mixin private LimitOptions limits;

  @Mixin private InterpreterOptions script;

  @Mixin private WorldOptions world;

  @Option(
      names = "--engine",
      paramLabel = "compiled|interpreter",
      converter = Converters.EngineOption.class,
      description = "Compiled by default. Both give equal results.")
  private Engine engine;

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

  @Mixin private SaveOptions save;

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
    if (file.equals("-") && world.isLive()) {
      throw usage("FILE - and --stdin - both want stdin; give one of them a file's name");
    }
    for (String misuse : new String[] {misuse(), script.misuse(), save.misuse()}) {
      if (misuse != null) {
        throw usage(misuse);
      }
    }
    settings = config.load();
    var execution = new Execution(terminal, launcher, report, trace);
    var planned = new AtomicReference<PlannedRun>();
    return execution.run(
        file,
        () -> {
          planned.set(plan());
          return save.recording(planned.get().capsule(), world);
        },
        (capsule, did) ->
            save.save(capsule, did, world, planned.get().saving(), execution::again, terminal));
  }

  /** Why options do not go with FILE, or null. */
  private String misuse() {
    if (CapsuleInput.isCapsule(file) && script.areUsed()) {
      return "FILE is a capsule, which names its own interpreter; leave --interpreter and its"
          + " options out";
    }
    return invoke != null && script.areGiven()
        ? "--invoke is for modules and --interpreter for scripts; leave one of them out"
        : null;
  }

  private PlannedRun plan() throws Exception {
    var planner =
        new RunPlanner(terminal, interpreters.withPython(settings.python()), save.areByPath());
    if (CapsuleInput.isCapsule(file)) {
      return capsule(planner);
    }
    Engine chosen = engine == null ? Engine.COMPILED : engine;
    World seen = world(World.EMPTY.withArgs(named(invoke == null ? args() : List.of())));
    return script.areGiven()
        ? planner.script(file, script, limits(Interpreter.LIMITS), seen, chosen)
        : planner.program(file, entry(Entry.START), limits(Limits.DEFAULT), seen, chosen);
  }

  private PlannedRun capsule(RunPlanner planner) throws Exception {
    Path path = Input.path(file);
    var own = CapsuleInput.read(path);
    if (invoke != null && own.program() instanceof CapsuleFile.Code.Script) {
      throw usage("--invoke is for modules, and this capsule holds a script; leave it out");
    }
    return planner.capsule(
        changed(own),
        CapsuleInput.base(path),
        opened -> world.filesAndStdin(opened, settings, terminal));
  }

  /** A capsule, and what the options change of it but its folders and its stdin. */
  private CapsuleFile changed(CapsuleFile own) throws CommandFailure {
    var given = own.world();
    boolean forGuest = invoke == null && own.entry() == Entry.START && !args().isEmpty();
    World changed =
        world(
            new World(
                named(forGuest ? args() : given.args()),
                given.env(),
                Stdin.EMPTY,
                List.of(),
                given.clock(),
                given.random()));
    return new CapsuleFile(
        own.name(),
        own.program(),
        entry(own.entry()),
        limits(own.limits()),
        new CapsuleFile.GivenWorld(
            changed.args().subList(1, changed.args().size()),
            changed.env(),
            given.stdin(),
            given.folders(),
            changed.clock(),
            changed.random()),
        engine == null ? own.engine() : engine,
        own.expected());
  }

  private World world(World base) throws CommandFailure {
    try {
      return world.world(base, settings, terminal);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private List<String> named(List<String> args) {
    var all = new ArrayList<>(List.of(Input.fileName(file)));
    all.addAll(args);
    return all;
  }

  private Limits limits(Limits base) {
    try {
      return limits.limits(settings.limits(base));
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage() + "; write for example --fuel 1M --memory 64MiB --timeout 5s");
    }
  }

  /** The arguments on the command line, the guest's or the export's. */
  private List<String> args() {
    var args = new ArrayList<>(rest);
    args.addAll(guestArgs);
    return args;
  }

  private Entry entry(Entry own) {
    if (invoke != null) {
      return new Entry.Invoke(invoke, args());
    }
    return own instanceof Entry.Invoke(var export, var _) && !args().isEmpty()
        ? new Entry.Invoke(export, args())
        : own;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
