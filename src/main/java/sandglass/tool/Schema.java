package sandglass.tool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Builds the JSON Schema of a tool's parameters, which allows no others. Belongs to one thread. */
final class Schema {
  private final ObjectNode root = JsonNodeFactory.instance.objectNode();
  private final ObjectNode properties;

  Schema() {
    root.put("type", "object");
    properties = root.putObject("properties");
    root.put("additionalProperties", false);
  }

  /**
   * A parameter.
   *
   * @param type JSON Schema's, such as {@code string}
   * @param description for a language model
   */
  Schema parameter(String name, String type, String description) {
    properties.putObject(name).put("type", type).put("description", description);
    return this;
  }

  /** A parameter that is a list of texts. */
  Schema texts(String name, String description) {
    parameter(name, "array", description);
    properties.withObject(name).putObject("items").put("type", "string");
    return this;
  }

  /** Parameters that must be there. */
  Schema required(String... names) {
    var required = root.putArray("required");
    for (String name : names) {
      required.add(name);
    }
    return this;
  }

  /** The schema. */
  ObjectNode build() {
    return root;
  }
}
