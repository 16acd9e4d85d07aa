package sandglass.tool.mcp;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.ArrayList;
import java.util.List;
import sandglass.tool.ToolResult;
import sandglass.tool.ToolResultJson;

/** What a client, and the language model behind it, gets to read. Pure. */
final class Answers {
  private Answers() {}

  /** What came of a call: the output, or what went wrong and the output; and all of it as JSON. */
  static CallToolResult of(ToolResult result) {
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
        .structuredContent(ToolResultJson.tree(result))
        .build();
  }

  /** A call of which there is nothing but a sentence. */
  static CallToolResult failed(String why) {
    return CallToolResult.builder(List.of(text(why))).isError(true).build();
  }

  private static Content text(String text) {
    return TextContent.builder(text).build();
  }
}
