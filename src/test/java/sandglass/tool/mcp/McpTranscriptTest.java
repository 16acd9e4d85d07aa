package sandglass.tool.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import sandglass.interpreter.TestInterpreters;
import sandglass.sandbox.Sandbox;
import sandglass.tool.RunObserver;
import sandglass.tool.SandboxTools;
import sandglass.tool.ToolPolicy;
import sandglass.tool.ToolService;

/** A whole session as it was once; {@code src/test/scripts/mcp_session.py} wrote it. */
class McpTranscriptTest {
  private static final Path SESSION = Path.of("src/test/resources/mcp/session.txt");

  private final ObjectMapper mapper = new ObjectMapper();

  @Test
  void answersAsItDid() throws Exception {
    int answers = 0;
    try (var sandbox = Sandbox.create();
        var tools =
            new ToolService(
                SandboxTools.of(
                    sandbox, TestInterpreters.none(), ToolPolicy.DEFAULT, RunObserver.NONE));
        var client = new RawClient(tools)) {
      for (String line : Files.readAllLines(SESSION)) {
        if (line.startsWith("> ")) {
          client.sendRaw(line.substring(2) + "\n");
        } else if (line.startsWith("< ")) {
          assertEquals(mapper.readTree(line.substring(2)), plain(client.next()));
          answers++;
        }
      }
      assertTrue(client.end());
    }
    assertEquals(10, answers);
  }

  /** Without what differs from run to run. */
  private static JsonNode plain(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String varying : List.of("elapsed_ms", "version")) {
        if (object.has(varying)) {
          object.put(varying, 0);
        }
      }
    }
    node.forEach(McpTranscriptTest::plain);
    return node;
  }
}
