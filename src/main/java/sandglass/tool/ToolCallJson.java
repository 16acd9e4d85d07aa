package sandglass.tool;

import java.util.Map;
import sandglass.data.DataException;
import sandglass.data.DataReader;
import sandglass.data.Fields;
import sandglass.data.Node;
import sandglass.data.Problems;
import sandglass.tool.ToolException.Kind;

/**
 * Reads calls: {@code {"tool": …, "parameters": {…}}}. Of {@code tool_name}, as gRPC requests have
 * it, the same is understood. Pure.
 */
public final class ToolCallJson {
  private static final String NAME = "tool call";

  private ToolCallJson() {}

  /**
   * Reads a call's JSON.
   *
   * @throws ToolException with what is wrong, and where
   */
  public static ToolCall read(String json) throws ToolException {
    Node root;
    try {
      root = DataReader.json(NAME, json);
    } catch (DataException e) {
      throw ToolException.of(e);
    }
    return of(root);
  }

  /** Takes a call from what was read. */
  public static ToolCall of(Node root) throws ToolException {
    var problems = new Problems(NAME);
    if (!(root instanceof Node.Tree)) {
      problems.add(
          root.place(),
          "",
          "must be an object such as {\"tool\": \"code_executor\", \"parameters\": {…}}, not "
              + root.kind());
      throw new ToolException(Kind.INVALID, problems.list());
    }
    var fields = Fields.of(root, problems);
    String key = fields.has("tool_name") && !fields.has("tool") ? "tool_name" : "tool";
    String tool = fields.requiredText(key);
    if (tool.isEmpty() && problems.isEmpty()) {
      fields.problem(key, "is empty; name a tool, such as " + CodeExecutor.NAME);
    }
    Node parameters = fields.node("parameters").orElse(new Node.Tree(root.place(), Map.of()));
    if (!(parameters instanceof Node.Tree)) {
      fields.problem("parameters", "must be an object, not " + parameters.kind());
    }
    fields.end();
    if (!problems.isEmpty()) {
      throw new ToolException(Kind.INVALID, problems.list());
    }
    return new ToolCall(tool, (Node.Tree) parameters);
  }
}
