package sandglass.tool.mcp;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import sandglass.tool.ToolDescription;

/**
 * Tools as the protocol describes them: in the same words and order each time, for clients keep
 * what language models have read of them. Pure.
 */
final class ToolList {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> SCHEMA = new TypeReference<>() {};

  private ToolList() {}

  /** A tool. */
  static Tool of(ToolDescription tool) {
    return Tool.builder(tool.name(), MAPPER.convertValue(tool.inputSchema(), SCHEMA))
        .description(tool.description())
        .outputSchema(result())
        // Nothing outside of the sandbox is changed or reached.
        .annotations(ToolAnnotations.builder().readOnlyHint(true).openWorldHint(false).build())
        .build();
  }

  /** The schema of results, which all tools share. */
  private static Map<String, Object> result() {
    try (InputStream in = ToolList.class.getResourceAsStream("result.json")) {
      return MAPPER.readValue(in, SCHEMA);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
