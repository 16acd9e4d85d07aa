package sandglass.tool.mcp;

import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import sandglass.tool.ToolCaller;
import sandglass.tool.ToolDescription;

/** Serves one MCP client over two streams, once. */
public final class McpEndpoint {
  /** Longer than a guest takes to stop, and than an answer takes to be written. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private static final String INSTRUCTIONS =
      """
      Runs WebAssembly (WASI preview 1) modules, and Python, in a sandbox: fuel, memory, time and \
      output are limited; there is no network, and files only where the user allowed them. Runs \
      are deterministic: the clock is virtual and random numbers are seeded. To try an idea in \
      WebAssembly, write it as text, compile_wat it, and give the wasm_base64 to code_executor. \
      Use inspect_module to see what a module imports and exports before running it.\
      """;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final ToolCaller caller;
  private final long maxMessageBytes;

  /**
   * @param caller makes the calls
   * @param moduleBytes the largest module; messages may be as long as its base64, and 16 MiB
   */
  public McpEndpoint(ToolCaller caller, long moduleBytes) {
    this.caller = caller;
    this.maxMessageBytes = moduleBytes / 2 * 3 + (16 << 20);
  }

  /**
   * Serves until the input ends, nobody takes the output, or it is told to {@link #stop}; then
   * stops the calls under way, which are still answered. Reads on a thread of its own, which stays
   * behind if the input never ends.
   *
   * @param in messages, a line each
   * @param out answers, a line each; nothing else is ever written to it
   * @return false if nobody took the output
   */
  public boolean serve(InputStream in, OutputStream out) throws InterruptedException {
    var outgoing = new Outgoing(out, ended::countDown);
    var calls = new Calls(caller, () -> !outgoing.isCrowded());
    var transport = transport(in, outgoing);
    configure(transport, calls);
    outgoing.start();
    Thread.ofPlatform()
        .name("sandglass-mcp-in")
        .daemon()
        .start(
            () -> {
              try {
                transport.readAll();
              } catch (IOException e) {
                // The input is gone, like one that ended.
              } finally {
                ended.countDown();
              }
            });
    ended.await();
    calls.cancelAll(FAREWELL);
    outgoing.close(FAREWELL);
    return !outgoing.isBroken();
  }

  /** Ends it, as the end of the input does. May be called from any thread, and returns at once. */
  public void stop() {
    ended.countDown();
  }

  private LineTransport transport(InputStream in, Outgoing outgoing) {
    return new LineTransport(
        new JacksonMcpJsonMapper(Incoming.MAPPER),
        new MessageLine(in, maxMessageBytes),
        outgoing,
        new Gate(caller.tools().stream().map(ToolDescription::name).toList()),
        2 * maxMessageBytes);
  }

  private void configure(LineTransport transport, Calls calls) {
    var tools =
        caller.tools().stream()
            .map(ToolList::of)
            .map(tool -> new AsyncToolSpecification(tool, calls::call))
            .toList();
    var _ =
        McpServer.async(transport)
            .serverInfo(Implementation.builder("sandglass", version()).title("Sandglass").build())
            .instructions(INSTRUCTIONS)
            .capabilities(ServerCapabilities.builder().tools(false).build())
            .jsonMapper(new JacksonMcpJsonMapper(Incoming.MAPPER))
            .jsonSchemaValidator(new OwnChecks())
            .validateToolInputs(false)
            .tools(tools)
            .build();
  }

  private static String version() {
    String version = McpEndpoint.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
