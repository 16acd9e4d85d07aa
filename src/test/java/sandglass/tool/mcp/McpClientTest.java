package sandglass.tool.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The command as a process, and the SDK's client at the other end of its pipes. */
class McpClientTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<ProgressNotification> PROGRESS = new CopyOnWriteArrayList<>();
  private static final List<String> STDERR = new CopyOnWriteArrayList<>();

  private static McpSyncClient client;

  @BeforeAll
  static void connect() {
    var parameters =
        ServerParameters.builder(Servers.java())
            .args(Servers.arguments("--fuel", "1000G", "--timeout", "60s", "--concurrency", "3"))
            .build();
    var transport =
        new StdioClientTransport(parameters, new JacksonMcpJsonMapper(new ObjectMapper()));
    transport.setStdErrorHandler(STDERR::add);
    client =
        McpClient.sync(transport)
            .requestTimeout(Duration.ofMinutes(2))
            .initializationTimeout(Duration.ofMinutes(2))
            .progressConsumer(PROGRESS::add)
            .build();
    client.initialize();
  }

  @AfterAll
  static void close() {
    client.close();
    assertEquals(List.of(), STDERR, "nothing is said on stderr");
  }

  private static CallToolResult call(String tool, Map<String, Object> arguments) {
    return client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().getFirst()).text();
  }

  private static JsonNode structured(CallToolResult result) {
    return MAPPER.valueToTree(result.structuredContent());
  }

  @Test
  void introducesItself() {
    assertEquals("sandglass", client.getServerInfo().name());
    assertTrue(client.getServerInstructions().contains("compile_wat"));
  }

  @Test
  void hasFourTools() {
    var tools = client.listTools().tools();
    assertEquals(
        List.of("code_executor", "python_wasi_runner", "inspect_module", "compile_wat"),
        tools.stream().map(Tool::name).toList());
    for (Tool tool : tools) {
      assertEquals(false, tool.inputSchema().get("additionalProperties"), tool.name());
      // Interfaces of language models refuse schemas that have one of these at their top.
      for (String refused : List.of("oneOf", "anyOf", "allOf", "not", "enum")) {
        assertFalse(tool.inputSchema().containsKey(refused), tool.name() + " has " + refused);
      }
    }
  }

  @Test
  void runsTheGuidesModule() {
    var result = call("code_executor", Map.of("wasm_base64", Servers.hello(), "stdin", ""));
    assertEquals("Hello from WASI!\n", text(result));
    assertEquals(6, structured(result).at("/metadata/fuel_used").asLong());
    assertEquals(0, structured(result).path("exit_code").asInt(-1));
  }

  @Test
  void compilesInspectsAndRunsAText() {
    String wat =
        """
        (module
          (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
          (memory (export "memory") 1)
          (func (export "_start") (call $exit (i32.const 7))))
        """;
    var compiled = call("compile_wat", Map.of("wat", wat));
    String module = text(compiled);
    assertTrue(structured(compiled).at("/metadata/bytes").asInt() > 8);
    var inspected = structured(call("inspect_module", Map.of("wasm_base64", module)));
    assertTrue(inspected.at("/metadata/runs_here").asBoolean(), inspected.toString());
    assertEquals(structured(compiled).at("/metadata/sha256"), inspected.at("/metadata/sha256"));
    var run = call("code_executor", Map.of("wasm_base64", module));
    assertTrue(run.isError());
    assertEquals(7, structured(run).path("exit_code").asInt());
  }

  @Test
  void tellsWhereATextIsWrong() {
    var result = call("compile_wat", Map.of("wat", "(module\n  (func (i32.ad)))"));
    assertTrue(result.isError());
    assertTrue(text(result).startsWith("wat:2:"), text(result));
    assertEquals(2, structured(result).at("/metadata/errors/0/line").asInt());
  }

  @Test
  void tellsATrapAsAFailure() {
    var result = call("code_executor", Map.of("wasm_base64", Servers.TRAP));
    assertTrue(result.isError());
    assertTrue(text(result).contains("unreachable"), text(result));
    assertEquals("trapped", structured(result).at("/metadata/outcome/kind").asText());
  }

  @Test
  void tellsWrongParametersAsAFailureThatNamesThem() {
    var both =
        call("code_executor", Map.of("wasm_base64", Servers.TRAP, "wasm_path", "/tmp/a.wasm"));
    assertTrue(both.isError());
    assertTrue(text(both).contains("parameters.wasm_path"), text(both));
    var unknown = call("inspect_module", Map.of("wasm_base64", Servers.TRAP, "wasm_bas64", ""));
    assertTrue(text(unknown).contains("parameters.wasm_bas64: is not known"), text(unknown));
    var garbage = call("inspect_module", Map.of("wasm_base64", "???"));
    assertTrue(text(garbage).contains("parameters.wasm_base64"), text(garbage));
  }

  @Test
  void readsNoFileThatIsNotAllowed() {
    var result = call("inspect_module", Map.of("wasm_path", "/etc/passwd"));
    assertTrue(result.isError());
    assertEquals("forbidden", structured(result).at("/metadata/refused").asText());
    assertTrue(text(result).contains("no path is allowed"), text(result));
  }

  @Test
  void refusesAnUnknownTool() {
    var error = assertThrows(McpError.class, () -> call("code_execute", Map.of()));
    assertEquals(-32602, error.getJsonRpcError().code());
    assertTrue(error.getMessage().contains("did you mean code_executor?"), error.getMessage());
  }

  @Test
  void tellsHowFarAGuestIs() {
    var result =
        client.callTool(
            CallToolRequest.builder("code_executor")
                .arguments(Map.of("wasm_base64", Servers.SPIN, "timeout_seconds", 3))
                .meta(Map.of("progressToken", "spin"))
                .build());
    assertEquals("timed_out", structured(result).at("/metadata/outcome/kind").asText());
    assertFalse(PROGRESS.isEmpty());
    double last = -1;
    for (var told : PROGRESS) {
      assertEquals("spin", told.progressToken());
      assertEquals(1e12, told.total());
      assertTrue(told.progress() > last, PROGRESS.toString());
      last = told.progress();
    }
  }

  @Test
  void answersAShortCallWhileALongOneRuns() throws Exception {
    var slow =
        CompletableFuture.supplyAsync(
            () -> call("code_executor", Map.of("wasm_base64", Servers.SPIN, "timeout_seconds", 5)));
    var quick = call("code_executor", Map.of("wasm_base64", Servers.hello()));
    assertEquals("Hello from WASI!\n", text(quick));
    assertTrue(slow.get(180, TimeUnit.SECONDS).isError());
  }

  @Test
  void takesALargeModule() {
    byte[] module = new byte[40 << 20];
    // Magic, version, and one custom section without a name: its size in five bytes, a name of 0.
    byte[] head = {0, 'a', 's', 'm', 1, 0, 0, 0, 0};
    System.arraycopy(head, 0, module, 0, head.length);
    int size = module.length - head.length - 5;
    for (int i = 0; i < 5; i++) {
      module[head.length + i] = (byte) (((size >> (7 * i)) & 0x7f) | (i < 4 ? 0x80 : 0));
    }
    Arrays.fill(module, head.length + 6, module.length, (byte) 'x');
    var result = call("inspect_module", Map.of("wasm_base64", Servers.encoded(module)));
    assertEquals(
        module.length, structured(result).at("/metadata/bytes").asInt(), () -> text(result));
  }
}
