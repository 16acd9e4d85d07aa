package sandglass;

import java.io.File;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import sandglass.cli.Cli;
import sandglass.cli.Terminal;
import sandglass.interpreter.Interpreters;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;

/** The launcher: decides between the window and a command. */
public final class Main {
  private static final Set<String> PROGRAMS = Set.of("wat", "wasm", "py", "json");
  private static final Pattern BARE_WORD = Pattern.compile("[^./\\\\]*");

  private Main() {}

  /**
   * Opens the window, or runs the command that {@code args} name; ends the process with the exit
   * status.
   */
  public static void main(String[] args) {
    var terminal = Terminal.system();
    System.exit(
        wantsWindow(args)
            ? WindowStart.open(terminal, args)
            : command(terminal, Sandbox::create, args));
  }

  /**
   * Whether the window is wanted: without arguments, or with a file alone. A bare word is a
   * command, also one that is yet to come; a file of such a name is {@code ./word}. A program that
   * does not exist is for the window to say.
   */
  static boolean wantsWindow(String... args) {
    return args.length == 0 || (args.length == 1 && isFile(args[0]));
  }

  private static boolean isFile(String arg) {
    if (arg.startsWith("-") || BARE_WORD.matcher(arg).matches()) {
      return false;
    }
    String extension = arg.substring(arg.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    var file = new File(arg); // which takes any text, where Path throws
    return PROGRAMS.contains(extension) || (file.exists() && !file.isDirectory());
  }

  /**
   * Runs the command that {@code args} name.
   *
   * @param maker makes the sandbox, if the command needs one
   * @return the exit status
   */
  static int command(Terminal terminal, Supplier<Sandbox> maker, String... args) {
    boolean trace = "1".equals(System.getenv("SANDGLASS_TRACE"));
    try (var sandboxes = new Sandboxes(maker)) {
      var cli =
          new Cli(
              terminal,
              (capsule, out, err, loading) ->
                  sandboxes.get().start(capsule, new Streams(out, err), loading),
              Interpreters.ofThisUser(),
              sandboxes::get,
              trace);
      return cli.execute(args);
    }
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
