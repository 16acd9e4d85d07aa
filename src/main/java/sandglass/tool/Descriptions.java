package sandglass.tool;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Reads what tools say of themselves: {@code NAME.json} among the resources. */
final class Descriptions {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Descriptions() {}

  /**
   * A tool's description.
   *
   * @param most how long a call may take, which the schema says too
   */
  static ToolDescription read(String name, Duration most) {
    try (InputStream in = Descriptions.class.getResourceAsStream(name + ".json")) {
      var root = MAPPER.readTree(in);
      var schema = (ObjectNode) root.required("inputSchema");
      if (schema.required("properties").get("timeout_seconds") instanceof ObjectNode timeout) {
        timeout.put("maximum", most.getSeconds() + (most.getNano() > 0 ? 1 : 0));
      }
      return new ToolDescription(name, root.required("description").asText(), schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
