package sandglass.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sandglass.interpreter.Interpreters;
import sandglass.sandbox.Sandbox;
import sandglass.tool.ToolPolicy;
import sandglass.tool.mcp.McpEndpoint;

/** {@code sandglass mcp}. */
@Command(
    name = "mcp",
    description = {
      "",
      "Serves an MCP client (Model Context Protocol) over stdin and stdout, with the tools",
      "code_executor, python_wasi_runner, inspect_module and compile_wat.",
      ""
    },
    usageHelpWidth = 100,
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Clients start it themselves. In their configuration:",
      "  {\"mcpServers\": {\"sandglass\": {\"command\": \".../bin/sandglass\", \"args\":"
          + " [\"mcp\"]}}}",
      "",
      "The limits are the most that a call may use. The end of stdin, or SIGTERM, ends it with"
          + " status",
      "0; calls that are under way are stopped."
    })
final class McpCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Interpreters interpreters;
  private final Supplier<Sandbox> sandboxes;

  @Spec private CommandSpec spec;

  @Mixin private ServeOptions options;

  McpCommand(Terminal terminal, Interpreters interpreters, Supplier<Sandbox> sandboxes) {
    this.terminal = terminal;
    this.interpreters = interpreters;
    this.sandboxes = sandboxes;
  }

  @Override
  public Integer call() throws Exception {
    if (options.misuse() != null) {
      throw new ParameterException(spec.commandLine(), options.misuse());
    }
    ToolPolicy policy = options.policy(spec, ToolPolicy.DEFAULT);
    var stop = new StopSignal();
    try (var recorder = options.recorder(terminal);
        var tools = options.service(sandboxes.get(), interpreters, policy, recorder)) {
      var endpoint = new McpEndpoint(tools, policy.limits().moduleBytes());
      endWith(stop, endpoint);
      return endpoint.serve(terminal.in(), terminal.out())
          ? ExitStatus.OK
          : ExitStatus.STDOUT_CLOSED;
    } finally {
      stop.over();
    }
  }

  /** Lets SIGTERM, by which many clients end their servers, do what the end of stdin does. */
  private static void endWith(StopSignal stop, McpEndpoint endpoint) {
    Thread.ofPlatform()
        .name("sandglass-mcp-stop")
        .daemon()
        .start(
            () -> {
              try {
                stop.await();
                endpoint.stop();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }
}
