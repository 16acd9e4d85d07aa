package sandglass.tool.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process: how calls are cancelled, and how it ends. */
class McpProcessTest {
  private static final String VERSION = "2025-11-25";

  private Process process;
  private RawClient client;
  private CompletableFuture<String> stderr;

  private void start(String... options) throws IOException, InterruptedException {
    process = Servers.start(options);
    client = new RawClient(process);
    stderr = CompletableFuture.supplyAsync(() -> stderr(process));
    client.initialize(VERSION);
  }

  private static String stderr(Process process) {
    try {
      return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @AfterEach
  void kill() {
    process.destroyForcibly();
  }

  private void spin(int id) throws IOException {
    client.send(
        "{'jsonrpc':'2.0','id':%d,'method':'tools/call','params':{'name':'code_executor','arguments':{'wasm_base64':'%s'},'_meta':{'progressToken':%d}}}"
            .formatted(id, Servers.SPIN, id));
  }

  /** Waits until the guest of a call runs: its progress has come to whole units of fuel. */
  private void awaitRunning() throws InterruptedException {
    JsonNode told;
    do {
      told = client.next();
      assertEquals("notifications/progress", told.path("method").asText(), told.toString());
    } while (told.at("/params/progress").asDouble() < 1);
  }

  @Test
  void freesThePlaceOfACallThatIsCancelled() throws Exception {
    start("--fuel", "1000000G", "--timeout", "1h", "--concurrency", "1");
    spin(1);
    awaitRunning();
    client.call(2, "code_executor", "{'wasm_base64':'" + Servers.hello() + "'}");
    client.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1}}");
    JsonNode next = client.next();
    while (next.has("method")) {
      next = client.next(); // progress that was under way
    }
    assertEquals(2, next.path("id").asInt(), "only the call that waited is answered: " + next);
    assertEquals("Hello from WASI!\n", next.at("/result/content/0/text").asText());
  }

  @Test
  void endsWithItsInput() throws Exception {
    start("--fuel", "1000000G", "--timeout", "1h");
    spin(1);
    awaitRunning();
    client.end();
    assertEnds();
  }

  @Test
  void endsWhenItIsToldTo(@TempDir Path folder) throws Exception {
    start("--fuel", "1000000G", "--timeout", "1h", "--record", folder.toString());
    spin(1);
    awaitRunning();
    process.destroy(); // SIGTERM, where there is such a thing
    assertEnds();
    try (var recorded = Files.list(folder)) {
      assertTrue(
          recorded.anyMatch(file -> file.toString().endsWith(".sandglass.json")),
          "what was under way is recorded");
    }
  }

  private void assertEnds() throws Exception {
    assertTrue(process.waitFor(180, TimeUnit.SECONDS), "the process ends");
    assertEquals(0, process.exitValue());
    assertEquals("", stderr.get(180, TimeUnit.SECONDS));
  }

  @Test
  void readsModulesBelowAllowedFolders(@TempDir Path folder) throws Exception {
    Path module = folder.resolve("m.wasm");
    Files.write(module, Base64.getDecoder().decode(Servers.TRAP));
    start("--allow", folder.toString());
    client.call(1, "inspect_module", "{'wasm_path':'" + module + "'}");
    assertFalse(client.answer(1).at("/result/isError").asBoolean(true));
    client.call(2, "inspect_module", "{'wasm_path':'" + folder + "/../x.wasm'}");
    assertTrue(client.answer(2).at("/result/isError").asBoolean());
  }
}
