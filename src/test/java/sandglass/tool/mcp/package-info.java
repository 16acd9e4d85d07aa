/** MCP over real pipes and a real process, by raw lines and by the SDK's client. */
package sandglass.tool.mcp;
