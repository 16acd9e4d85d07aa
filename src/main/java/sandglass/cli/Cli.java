package sandglass.cli;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import sandglass.interpreter.Interpreters;
import sandglass.program.ProgramException;
import sandglass.program.SourceError;
import sandglass.sandbox.Sandbox;

/** The commands. One instance serves one call. */
public final class Cli {
  private final Terminal terminal;
  private final Launcher launcher;
  private final Interpreters interpreters;
  private final Supplier<Sandbox> sandboxes;
  private final boolean trace;

  /**
   * With this user's interpreters.
   *
   * @param terminal where to read and write
   * @param launcher starts runs
   * @param trace whether a bug shows its stack trace
   */
  public Cli(Terminal terminal, Launcher launcher, boolean trace) {
    this(terminal, launcher, Interpreters.ofThisUser(), trace);
  }

  /**
   * Without a sandbox for the commands that need more of it than a launcher.
   *
   * @param terminal where to read and write
   * @param launcher starts runs
   * @param interpreters finds interpreters
   * @param trace whether a bug shows its stack trace
   */
  public Cli(Terminal terminal, Launcher launcher, Interpreters interpreters, boolean trace) {
    this(
        terminal,
        launcher,
        interpreters,
        () -> {
          throw new IllegalStateException("there is no sandbox here");
        },
        trace);
  }

  /**
   * @param terminal where to read and write
   * @param launcher starts runs
   * @param interpreters finds interpreters
   * @param sandboxes gives the sandbox, for commands that take tool calls; closed by its owner
   * @param trace whether a bug shows its stack trace
   */
  public Cli(
      Terminal terminal,
      Launcher launcher,
      Interpreters interpreters,
      Supplier<Sandbox> sandboxes,
      boolean trace) {
    this.interpreters = interpreters;
    this.terminal = terminal;
    this.launcher = launcher;
    this.sandboxes = sandboxes;
    this.trace = trace;
  }

  /**
   * Executes a command line to its end.
   *
   * @return the exit status
   */
  public int execute(String... args) {
    var split = GuestArgs.split(args);
    var run = new RunCommand(terminal, launcher, interpreters, split.guest());
    var root =
        new CommandLine(new Root())
            .addSubcommand(run)
            .addSubcommand(new CheckCommand(terminal, launcher, interpreters))
            .addSubcommand(new DiffCommand(terminal, launcher, interpreters))
            .addSubcommand(new CompileCommand(terminal))
            .addSubcommand(new InspectCommand(terminal))
            .addSubcommand(new InterpreterCommand(terminal, interpreters))
            .addSubcommand(new ToolCommand(terminal, interpreters, sandboxes))
            .addSubcommand(new ConfigCommand(terminal))
            .addSubcommand(new ServeCommand(terminal, interpreters, sandboxes, trace))
            .addSubcommand(new McpCommand(terminal, interpreters, sandboxes));
    root.getSubcommands().get("run").setUnmatchedOptionsArePositionalParams(true);
    root.setUsageHelpLongOptionsMaxWidth(34);
    root.setOut(writer(terminal.out()));
    root.setErr(writer(terminal.err()));
    root.setParameterExceptionHandler((e, _) -> usage(e));
    root.setExecutionExceptionHandler((e, _, _) -> failed(e));
    try {
      return root.execute(split.own());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return bug(e);
    }
  }

  private int usage(ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String message = e.getMessage().lines().findFirst().orElse("cannot be understood");
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      message = UnknownArgument.message(unmatched);
    }
    if (e instanceof MissingParameterException) {
      message = lowerCase(message) + "; say for example `" + example(command) + "`";
    }
    message = message.replaceFirst("^Invalid value for option '([^']+)'( \\([^)]*\\))?: ", "$1: ");
    terminal.complain(command + ": " + message + "; see `" + command + " --help`");
    return ExitStatus.USAGE;
  }

  private static String lowerCase(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  private static String example(String command) {
    return command + " hello.wat" + (command.endsWith("run") ? " --fuel 1M" : "");
  }

  private int failed(Exception e) {
    return switch (e) {
      case ProgramException.Interrupted interrupted -> {
        terminal.complain(interrupted.getMessage());
        yield ExitStatus.CANCELLED;
      }
      case ProgramException.InSource wrong when isRefused(wrong) -> {
        terminal.complain(wrong.getMessage());
        terminal.complain(
            wrong.name()
                + ": run it with CPython: sandglass run --interpreter cpython "
                + quoted(wrong.name()));
        yield ExitStatus.REJECTED;
      }
      case ProgramException known -> {
        terminal.complain(known.getMessage());
        yield ExitStatus.REJECTED;
      }
      case CommandFailure failure -> {
        terminal.complain(failure.getMessage());
        yield failure.status();
      }
      default -> bug(e);
    };
  }

  /** Whether it is right Python, but more than compiles. */
  private static boolean isRefused(ProgramException.InSource wrong) {
    return wrong.errors().stream().allMatch(SourceError::refused);
  }

  private static String quoted(String name) {
    return name.chars().anyMatch(Character::isWhitespace) ? '"' + name + '"' : name;
  }

  private int bug(Throwable e) {
    terminal.complain(
        "sandglass: internal error: "
            + e.toString().lines().findFirst().orElse("")
            + (trace ? "" : "; set SANDGLASS_TRACE=1 to see where, and report it"));
    if (trace) {
      var text = new StringWriter();
      e.printStackTrace(new PrintWriter(text));
      terminal.complain(text.toString());
    }
    return ExitStatus.BUG;
  }

  private static PrintWriter writer(OutputStream stream) {
    Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    return new PrintWriter(new BufferedWriter(writer), true);
  }

  /** The command without a subcommand. */
  @Command(
      name = "sandglass",
      description = "Runs WebAssembly modules in a sandbox, under limits.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      synopsisSubcommandLabel = "COMMAND",
      footer = {
        "",
        "Exit status: the guest's own; 134 trap; 137 out of fuel, memory or output;",
        "124 timed out; 130 cancelled; 65 source error or rejected module; 64 usage;",
        "74 an output file could not be written; 69 an address cannot be had; 70 a bug in"
            + " Sandglass.",
        "",
        "Try: sandglass run samples/hello.wat"
      })
  private static final class Root implements Runnable {
    @picocli.CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
      throw new ParameterException(
          spec.commandLine(),
          "no command given; say run, check, diff, compile, inspect, interpreter, tool, config,"
              + " serve or mcp");
    }
  }

  /** The version in the jar's manifest. */
  private static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Cli.class.getPackage().getImplementationVersion();
      return new String[] {"sandglass " + (version == null ? "(development build)" : version)};
    }
  }
}
