/**
 * Tool calls: what an agent asks for, made into a capsule, run, and answered. The same calls come
 * as JSON, over gRPC ({@code .grpc}) and over MCP ({@code .mcp}); the settings file that governs
 * them is read in {@code .settings}. May import {@code data}, {@code capsule}, {@code program},
 * {@code sandbox} and {@code interpreter}.
 */
package sandglass.tool;
