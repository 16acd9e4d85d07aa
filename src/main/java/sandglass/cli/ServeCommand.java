package sandglass.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sandglass.interpreter.Interpreters;
import sandglass.sandbox.Sandbox;
import sandglass.tool.ToolPolicy;
import sandglass.tool.ToolService;
import sandglass.tool.grpc.AgentOptions;
import sandglass.tool.grpc.AgentServer;
import sandglass.tool.grpc.AnsweredCall;

/** {@code sandglass serve}. */
@Command(
    name = "serve",
    description = {
      "",
      "Answers tool calls over gRPC: shannon.agent.AgentService, with server reflection and the",
      "standard health service.",
      ""
    },
    usageHelpWidth = 100,
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "There is no authentication: whoever reaches the address may call. The limits are the most",
      "that a call may use. A line on stdout says when it serves. SIGTERM or Ctrl+C ends it, after",
      "the calls that are under way, with status 0; 69 says that the address cannot be had.",
      "",
      "Examples:",
      "  sandglass serve --allow modules",
      "  sandglass serve --port 0 --record runs --verbose",
      "  grpcurl -plaintext localhost:50051 shannon.agent.AgentService/DiscoverTools"
    })
final class ServeCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Interpreters interpreters;
  private final Supplier<Sandbox> sandboxes;
  private final boolean trace;

  // What gRPC logs is for its developers; what matters to users is in the answers. Held, since a
  // logger that is not forgets its level.
  private final Logger libraryLog = Logger.getLogger("io.grpc");

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port; 50051 by default. 0 takes one that is free.")
  private int port = AgentOptions.PORT;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "The address to listen on; 127.0.0.1 by default: for this machine alone.")
  private String host = AgentOptions.DEFAULT.host();

  @Mixin private ServeOptions options;

  @Option(
      names = "--max-message",
      paramLabel = "SIZE",
      converter = Converters.Bytes.class,
      description = "A request; 72MiB by default, or what --module-size needs in base64.")
  private Long maxMessage;

  @Option(
      names = "--grace",
      paramLabel = "TIME",
      converter = Converters.Time.class,
      description = "How long calls may go on after the server was told to end; 10s by default.")
  private Duration grace = AgentOptions.DEFAULT.grace();

  @Option(names = "--verbose", description = "Print a line on stderr for each call.")
  private boolean verbose;

  ServeCommand(
      Terminal terminal, Interpreters interpreters, Supplier<Sandbox> sandboxes, boolean trace) {
    this.terminal = terminal;
    this.interpreters = interpreters;
    this.sandboxes = sandboxes;
    this.trace = trace;
  }

  @Override
  public Integer call() throws Exception {
    if (options.misuse() != null) {
      throw usage(options.misuse());
    }
    ToolPolicy policy = options.policy(spec, ToolPolicy.DEFAULT);
    AgentOptions served = agentOptions(policy);
    warnOfOthers();
    libraryLog.setLevel(trace ? Level.INFO : Level.OFF);
    var stop = new StopSignal();
    try (var recorder = options.recorder(terminal);
        var tools = options.service(sandboxes.get(), interpreters, policy, recorder);
        var server = start(tools, served)) {
      terminal.print("sandglass: serving " + AgentServer.SERVICE + " on " + address(server.port()));
      stop.await();
    } finally {
      stop.over();
    }
    return ExitStatus.OK;
  }

  private AgentOptions agentOptions(ToolPolicy policy) {
    long needed = policy.limits().moduleBytes() / 3 * 4 + (4 << 20);
    long bytes = maxMessage == null ? Math.max(AgentOptions.MAX_MESSAGE_BYTES, needed) : maxMessage;
    if (maxMessage != null && bytes > Integer.MAX_VALUE) {
      throw usage("--max-message must be below 2GiB");
    }
    try {
      return new AgentOptions(host, port, (int) Math.min(bytes, Integer.MAX_VALUE), grace);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private void warnOfOthers() throws CommandFailure {
    try {
      if (!InetAddress.getByName(host).isLoopbackAddress()) {
        terminal.complain(
            host
                + ": whoever reaches this address can run modules here, for there is no"
                + " authentication; leave --host out to serve this machine alone");
      }
    } catch (UnknownHostException e) {
      throw new CommandFailure(
          ExitStatus.UNAVAILABLE, host + ": there is no such address; check what follows --host");
    }
  }

  private AgentServer start(ToolService tools, AgentOptions served) throws CommandFailure {
    try {
      return AgentServer.start(
          tools, served, verbose ? this::log : AnsweredCall.UNWATCHED, this::bug);
    } catch (IOException e) {
      throw new CommandFailure(ExitStatus.UNAVAILABLE, address(port) + ": " + reason(e));
    }
  }

  private static String reason(IOException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof BindException && message.contains("ssign")) {
      return "this machine has no such address; check what follows --host";
    }
    if (cause instanceof BindException) {
      return "the port is taken; end what listens there, or choose another with --port, 0 for any"
          + " that is free";
    }
    return message.contains("ermission")
        ? "permission to listen there is denied; choose a port above 1023 with --port"
        : "cannot be listened on: " + message + "; choose another with --host and --port";
  }

  private String address(int actualPort) {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + actualPort;
  }

  private void log(AnsweredCall call) {
    String tool = call.tool().isEmpty() ? "(no tool)" : call.tool();
    String name = tool.length() <= 60 ? tool : tool.substring(0, 60) + "…";
    var line = new StringBuilder(name).append(": ").append(call.outcome());
    call.fuel().ifPresent(units -> line.append(String.format(Locale.ROOT, ", %,d fuel", units)));
    line.append(String.format(Locale.ROOT, ", %.1f ms", call.time().toNanos() / 1e6));
    terminal.complain(line.toString());
  }

  private void bug(Throwable e) {
    terminal.complain("sandglass: internal error: " + e);
    if (trace) {
      var text = new StringWriter();
      e.printStackTrace(new PrintWriter(text));
      terminal.complain(text.toString());
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
