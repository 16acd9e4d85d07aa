package sandglass.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a tool is for and takes, for programs that look for tools.
 *
 * @param name such as {@code code_executor}
 * @param description for a language model: what it does, what it is good for, what it returns
 * @param inputSchema the parameters, as JSON Schema; not to be changed
 */
public record ToolDescription(String name, String description, ObjectNode inputSchema) {}
