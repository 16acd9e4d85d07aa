/**
 * Tool calls over the Model Context Protocol: JSON-RPC, a message a line, over two streams. The
 * SDK's session speaks the protocol; reading, writing, cancelling and the checks before the session
 * are here, where a client may send anything. May import {@code tool}, {@code data}, {@code
 * sandbox}, the MCP SDK and Jackson.
 */
package sandglass.tool.mcp;
