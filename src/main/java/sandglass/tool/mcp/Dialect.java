package sandglass.tool.mcp;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.ListToolsResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.ProtocolVersions;

/** Says the session's answers in the version of the protocol that the client speaks. Pure. */
final class Dialect {
  private Dialect() {}

  /**
   * The message as it is to be sent.
   *
   * @param version the agreed version, such as {@code 2025-06-18}
   */
  static JSONRPCMessage of(JSONRPCMessage message, String version) {
    if (!(message instanceof JSONRPCResponse response)) {
      return message;
    }
    if (response.error() != null) {
      return error(response);
    }
    // Versions are dates. Structured results came with this one.
    return version.compareTo(ProtocolVersions.MCP_2025_06_18) < 0
        ? unstructured(response)
        : response;
  }

  private static JSONRPCResponse error(JSONRPCResponse response) {
    var error = response.error();
    if (error.code() != ErrorCodes.INTERNAL_ERROR) {
      return response;
    }
    // The session puts stack traces into the data.
    String line = error.message().lines().findFirst().orElse("internal error");
    return new Failure(error.code(), line).to(response.id());
  }

  private static JSONRPCResponse unstructured(JSONRPCResponse response) {
    return switch (response.result()) {
      case CallToolResult result ->
          JSONRPCResponse.result(
              response.id(),
              CallToolResult.builder(result.content()).isError(result.isError()).build());
      case ListToolsResult result ->
          JSONRPCResponse.result(
              response.id(),
              ListToolsResult.builder(result.tools().stream().map(Dialect::plain).toList())
                  .build());
      default -> response;
    };
  }

  private static Tool plain(Tool tool) {
    return Tool.builder(tool.name(), tool.inputSchema())
        .description(tool.description())
        .annotations(tool.annotations())
        .build();
  }
}
