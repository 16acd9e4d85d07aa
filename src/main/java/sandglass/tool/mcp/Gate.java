package sandglass.tool.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sandglass.program.NearMiss;

/**
 * Checks requests before they reach the session, whose own answers to what is wrong name no field.
 * Pure.
 */
final class Gate {
  /** What the session answers; other methods are unknown, before it begins as well as after. */
  private static final Set<String> METHODS =
      Set.of(
          McpSchema.METHOD_INITIALIZE,
          McpSchema.METHOD_PING,
          McpSchema.METHOD_TOOLS_LIST,
          McpSchema.METHOD_TOOLS_CALL,
          McpSchema.METHOD_LOGGING_SET_LEVEL);

  private final Collection<String> tools;

  /**
   * @param tools the tools' names
   */
  Gate(List<String> tools) {
    this.tools = List.copyOf(tools);
  }

  /**
   * What is wrong with a request.
   *
   * @param initialized whether the session has begun
   */
  Optional<Failure> check(JSONRPCRequest request, boolean initialized) {
    String method = request.method();
    if (!METHODS.contains(method)) {
      return Optional.of(
          new Failure(
              McpSchema.ErrorCodes.METHOD_NOT_FOUND, "method: there is no \"" + method + "\""));
    }
    if (request.params() != null && !(request.params() instanceof Map)) {
      return Optional.of(Failure.parameter("params", "must be an object"));
    }
    if (method.equals(McpSchema.METHOD_INITIALIZE)) {
      return initialize(request.params());
    }
    if (!initialized && !method.equals(McpSchema.METHOD_PING)) {
      return Optional.of(Failure.invalid("the session has not begun; send initialize first"));
    }
    return method.equals(McpSchema.METHOD_TOOLS_CALL) ? call(request.params()) : Optional.empty();
  }

  private static Optional<Failure> initialize(Object params) {
    if (params == null) {
      return Optional.of(Failure.parameter("params", "is missing"));
    }
    var fields = (Map<?, ?>) params;
    if (!(fields.get("protocolVersion") instanceof String)) {
      return Optional.of(Failure.parameter("params.protocolVersion", "must be a text"));
    }
    return object(fields, "capabilities").or(() -> object(fields, "clientInfo"));
  }

  private Optional<Failure> call(Object params) {
    if (params == null) {
      return Optional.of(Failure.parameter("params", "is missing"));
    }
    var fields = (Map<?, ?>) params;
    if (!(fields.get("name") instanceof String name)) {
      return Optional.of(Failure.parameter("params.name", "must be a tool's name"));
    }
    if (!tools.contains(name)) {
      String near = NearMiss.of(name, tools);
      return Optional.of(
          Failure.parameter(
              "params.name",
              "there is no tool \""
                  + name
                  + "\""
                  + (near.isEmpty() ? "; there are " + String.join(", ", tools) : near)));
    }
    return object(fields, "arguments").or(() -> object(fields, "_meta")).or(() -> token(fields));
  }

  private static Optional<Failure> token(Map<?, ?> fields) {
    Object token = fields.get("_meta") instanceof Map<?, ?> meta ? meta.get("progressToken") : null;
    return token == null
            || token instanceof String
            || token instanceof Integer
            || token instanceof Long
        ? Optional.empty()
        : Optional.of(
            Failure.parameter("params._meta.progressToken", "must be a text or a whole number"));
  }

  private static Optional<Failure> object(Map<?, ?> fields, String key) {
    Object value = fields.get(key);
    return value == null || value instanceof Map
        ? Optional.empty()
        : Optional.of(Failure.parameter("params." + key, "must be an object"));
  }
}
