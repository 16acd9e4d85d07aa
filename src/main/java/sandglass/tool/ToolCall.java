package sandglass.tool;

import sandglass.data.Node;

/**
 * One call of a tool, not checked yet.
 *
 * @param tool its name, such as {@code code_executor}
 * @param parameters its parameters
 */
public record ToolCall(String tool, Node.Tree parameters) {}
