package sandglass.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sandglass.data.Node;
import sandglass.data.Place;
import sandglass.data.Problem;

/** Calls and results as JSON. */
class ToolCallJsonTest {
  @Test
  void readsACall() throws Exception {
    ToolCall call = ToolCallJson.read("{\"tool\": \"t\",\n \"parameters\": {\"a\": \"b\"}}");
    assertEquals("t", call.tool());
    var a = (Node.Text) call.parameters().fields().get("a").value();
    assertEquals("b", a.value());
    assertEquals(new Place(2, 22), a.place());
    assertEquals("t", ToolCallJson.read("{\"tool_name\": \"t\"}").tool());
    assertTrue(ToolCallJson.read("{\"tool\": \"t\"}").parameters().fields().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | is empty",
        "{} | tool: is missing",
        "[] | must be an object such as",
        "null | must be an object such as",
        "{'tool': 3} | tool: must be a text, not a number",
        "{'tool': ''} | tool: is empty",
        "{'tool': 't', 'parameters': []} | parameters: must be an object, not a list",
        "{'tool': 't', 'params': {}} | params: is not known",
        "{'tool': 't', 'parametrs': {}} | did you mean parameters?",
        "{'tool': 't', 'tool_name': 't'} | tool_name: is not known",
        "{'tool': 't', 'tool': 'u'} | tool: is there twice",
        "{'tool': 't'} {} | there is more after the end",
        "{'tool': 't' | 1:",
        "{tool: 1} | 1:",
      })
  void saysWhatIsWrong(String json, String message) {
    var e = assertThrows(ToolException.class, () -> ToolCallJson.read(json.replace('\'', '"')));
    assertEquals(ToolException.Kind.INVALID, e.kind());
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertEquals(1, e.getMessage().lines().count());
  }

  @Test
  void refusesDeepJson() {
    String deep = "{\"tool\": \"t\", \"parameters\": " + "[".repeat(100_000);
    var e = assertThrows(ToolException.class, () -> ToolCallJson.read(deep));
    assertTrue(e.getMessage().contains("more than 100 objects and lists"), e.getMessage());
  }

  @Test
  void writesAResult() {
    var metadata = JsonNodeFactory.instance.objectNode().put("fuel_used", 6);
    var result = new ToolResult("t", true, "a\"\n", "", Optional.of(0), metadata);
    assertEquals(
        "{\"tool\":\"t\",\"success\":true,\"output\":\"a\\\"\\n\",\"error\":\"\",\"exit_code\":0,"
            + "\"metadata\":{\"fuel_used\":6}}",
        ToolResultJson.line(result));
    assertTrue(ToolResultJson.pretty(result).contains("\n  \"exit_code\" : 0,"));
  }

  @Test
  void writesWhatWasRefused() {
    var e =
        new ToolException(
            ToolException.Kind.FORBIDDEN,
            List.of(
                new Problem(new Place(2, 5), "parameters.wasm_path", "lies outside"),
                new Problem(Place.NONE, "", "is wrong")));
    ToolResult result = ToolResultJson.refused("t", e);
    assertFalse(result.success());
    assertEquals("line 2, column 5: parameters.wasm_path: lies outside\nis wrong", result.error());
    assertEquals(
        "{\"refused\":\"forbidden\",\"problems\":[{\"field\":\"parameters.wasm_path\",\"message\":"
            + "\"lies outside\",\"line\":2,\"column\":5},{\"field\":\"\",\"message\":\"is wrong\"}]}",
        result.metadata().toString());
    assertTrue(ToolResultJson.line(result).contains("\"exit_code\":null"));
  }
}
