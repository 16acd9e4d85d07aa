package sandglass.tool.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;

/**
 * Why a message is not answered with a result.
 *
 * @param code JSON-RPC's
 * @param message what is wrong and what to do, in one line
 */
record Failure(int code, String message) {
  /** The server has as much to do as it may; JSON-RPC leaves such codes to the server. */
  static final int BUSY = -32_000;

  /** It is no JSON. */
  static Failure unreadable(String message) {
    return new Failure(ErrorCodes.PARSE_ERROR, message);
  }

  /** It is JSON, but no message. */
  static Failure invalid(String message) {
    return new Failure(ErrorCodes.INVALID_REQUEST, message);
  }

  /** A parameter is wrong. */
  static Failure parameter(String field, String message) {
    return new Failure(ErrorCodes.INVALID_PARAMS, field + ": " + message);
  }

  /** The answer to a request. */
  JSONRPCResponse to(Object id) {
    return JSONRPCResponse.error(id, new JSONRPCError(code, message));
  }

  /** The answer to what had no id that can be read; the SDK's records do not allow that. */
  ObjectNode toNobody() {
    var answer = JsonNodeFactory.instance.objectNode();
    answer.put("jsonrpc", "2.0").putNull("id");
    answer.putObject("error").put("code", code).put("message", message);
    return answer;
  }
}
