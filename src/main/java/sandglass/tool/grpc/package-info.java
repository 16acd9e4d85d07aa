/**
 * Tool calls over gRPC: {@code shannon.agent.AgentService} as the guide's platform calls it, with
 * the standard health service and server reflection. {@link sandglass.tool.grpc.AgentServer} is the
 * way in. May import {@code tool}, {@code data}, {@code sandbox}'s streams, and gRPC; the generated
 * messages are in {@code .proto}.
 */
package sandglass.tool.grpc;
