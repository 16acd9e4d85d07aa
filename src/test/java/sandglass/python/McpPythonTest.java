package sandglass.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import sandglass.tool.RunObserver;
import sandglass.tool.SandboxTools;
import sandglass.tool.ToolPolicy;
import sandglass.tool.ToolService;
import sandglass.tool.mcp.RawClient;

/** {@code python_wasi_runner} over MCP, with CPython. */
class McpPythonTest {
  private static final ToolPolicy POLICY =
      ToolPolicy.DEFAULT.withLimits(CPython.LIMITS, CPython.LIMITS);

  @Test
  void runsScriptsAndKeepsVariablesOfSessions() throws Exception {
    try (var tools =
            new ToolService(
                SandboxTools.of(
                    CPython.sandbox(), CPython.interpreters(), POLICY, RunObserver.NONE));
        var client = new RawClient(tools)) {
      client.initialize("2025-11-25");
      client.call(
          1, "python_wasi_runner", "{'code':'import sys; print(sys.argv[1:])','argv':['a','b']}");
      assertEquals("['a', 'b']\n", text(client.answer(1)));

      client.call(2, "python_wasi_runner", "{'code':'x = 41','session_id':'s'}");
      client.answer(2);
      client.call(3, "python_wasi_runner", "{'code':'print(x + 1)','session_id':'s'}");
      assertEquals("42\n", text(client.answer(3)));

      client.call(4, "python_wasi_runner", "{'code':'1/0'}");
      JsonNode failed = client.answer(4);
      assertTrue(failed.at("/result/isError").asBoolean(), failed.toString());
      assertTrue(text(failed).contains("ZeroDivisionError"), failed.toString());
    }
  }

  private static String text(JsonNode answer) {
    return answer.at("/result/content/0/text").asText();
  }
}
