package sandglass.tool.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sandglass.tool.ToolException;
import sandglass.tool.ToolResult;

/** What a client, and the language model behind it, gets to read. Pure. */
final class Answers {
  private Answers() {}

  /** What came of a call: the output, or what went wrong and the output; and all of it as JSON. */
  static CallToolResult of(ToolResult result, ObjectNode json) {
    var content = new ArrayList<Content>();
    if (!result.success()) {
      content.add(text(result.error().isEmpty() ? "failed without a word" : result.error()));
    }
    if (!result.output().isEmpty()) {
      content.add(text(result.output()));
    }
    if (result.success() && !result.error().isEmpty()) {
      content.add(text("stderr: " + result.error()));
    }
    if (content.isEmpty()) {
      // Models' interfaces refuse texts of no length.
      content.add(text("done, without output"));
    }
    return CallToolResult.builder(content)
        .isError(!result.success())
        .structuredContent(json)
        .build();
  }

  /** Why a call was not begun; every field that is wrong, a line each. */
  static CallToolResult of(ToolException refused) {
    return failed(
        refused.problems().stream()
            .map(p -> p.path().isEmpty() ? p.message() : p.path() + ": " + p.message())
            .collect(Collectors.joining("\n")));
  }

  /** A call of which there is nothing but a sentence. */
  static CallToolResult failed(String why) {
    return CallToolResult.builder(List.of(text(why))).isError(true).build();
  }

  private static Content text(String text) {
    return TextContent.builder(text).build();
  }
}
