package sandglass.tool.mcp;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.List;
import java.util.Map;
import sandglass.tool.ToolDescription;

/** Tools as the protocol describes them. Pure. */
final class ToolList {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> SCHEMA = new TypeReference<>() {};

  private ToolList() {}

  /** A tool. */
  static Tool of(ToolDescription tool) {
    return Tool.builder(tool.name(), MAPPER.convertValue(tool.inputSchema(), SCHEMA))
        .description(tool.description())
        .outputSchema(output())
        // Nothing outside of the sandbox is changed or reached.
        .annotations(ToolAnnotations.builder().readOnlyHint(true).openWorldHint(false).build())
        .build();
  }

  private static Map<String, Object> output() {
    return Map.of(
        "type",
        "object",
        "properties",
        Map.of(
            "tool", field("string", "The tool's name."),
            "success",
                field("boolean", "Whether the guest exited with 0, or the tool did its work."),
            "output", field("string", "What the guest wrote to stdout, or the tool's result."),
            "error", field("string", "What went wrong; else what the guest wrote to stderr."),
            "exit_code",
                field(List.of("integer", "null"), "The guest's exit status; null without one."),
            "metadata",
                field("object", "The run's report: outcome, fuel used, memory, time, WASI calls.")),
        "required",
        List.of("tool", "success", "output", "error", "metadata"));
  }

  private static Map<String, Object> field(Object type, String description) {
    return Map.of("type", type, "description", description);
  }
}
