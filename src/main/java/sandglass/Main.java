package sandglass;

import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import sandglass.cli.Cli;
import sandglass.cli.Terminal;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;

/** The launcher: decides between the window and a command. */
public final class Main {
  private static final int USAGE = 64;
  private static final Set<String> PROGRAMS = Set.of("wat", "wasm", "py");

  private Main() {}

  /** Runs the command that {@code args} name, and ends the process with its exit status. */
  public static void main(String[] args) {
    System.exit(launch(Terminal.system(), Sandbox::create, args));
  }

  /**
   * Runs the command that {@code args} name.
   *
   * @param maker makes the sandbox, if the command needs one
   * @return the exit status
   */
  static int launch(Terminal terminal, Supplier<Sandbox> maker, String... args) {
    boolean trace = "1".equals(System.getenv("SANDGLASS_TRACE"));
    try (var sandboxes = new Sandboxes(maker)) {
      var cli =
          new Cli(
              terminal,
              (capsule, out, err, loading) ->
                  sandboxes.get().start(capsule, new Streams(out, err), loading),
              trace);
      return wantsWindow(args) ? refuseWindow(cli, terminal, args) : cli.execute(args);
    }
  }

  private static boolean wantsWindow(String... args) {
    return args.length == 0 || (args.length == 1 && isProgram(args[0]));
  }

  private static boolean isProgram(String arg) {
    String extension = arg.substring(arg.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !arg.startsWith("-") && arg.contains(".") && PROGRAMS.contains(extension);
  }

  private static int refuseWindow(Cli cli, Terminal terminal, String... args) {
    String file = args.length == 0 ? "FILE" : args[0];
    terminal.complain(
        "sandglass: the window comes with the next version; from the command line, say `sandglass"
            + " run "
            + file
            + "`");
    if (args.length == 0) {
      cli.helpOnStderr();
    }
    return USAGE;
  }

  /** Makes the sandbox when a run first needs it: `inspect` and `--help` do not. */
  private static final class Sandboxes implements AutoCloseable {
    private final Supplier<Sandbox> maker;
    private Sandbox sandbox;

    Sandboxes(Supplier<Sandbox> maker) {
      this.maker = maker;
    }

    synchronized Sandbox get() {
      if (sandbox == null) {
        sandbox = maker.get();
      }
      return sandbox;
    }

    @Override
    public synchronized void close() {
      if (sandbox != null) {
        sandbox.close();
      }
    }
  }
}
