package sandglass.tool.grpc;

import com.google.protobuf.Message;
import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Locale;
import sandglass.tool.ToolCaller;
import sandglass.tool.grpc.proto.AgentServiceGrpc;
import sandglass.tool.grpc.proto.DiscoverToolsRequest;
import sandglass.tool.grpc.proto.DiscoverToolsResponse;
import sandglass.tool.grpc.proto.HealthCheckRequest;
import sandglass.tool.grpc.proto.HealthCheckResponse;
import sandglass.tool.grpc.proto.ToolDescription;

/** {@code shannon.agent.AgentService}. */
final class AgentService implements BindableService {
  private final ToolCaller tools;
  private final CallHandler calls;
  private final CallsUnderWay underWay;
  private final long startedNanos = System.nanoTime();
  private volatile boolean stopping;

  AgentService(ToolCaller tools, CallHandler calls, CallsUnderWay underWay) {
    this.tools = tools;
    this.calls = calls;
    this.underWay = underWay;
  }

  /** From now on HealthCheck says that no calls are taken. */
  void stopping() {
    stopping = true;
  }

  @Override
  public ServerServiceDefinition bindService() {
    var generated = AgentServiceGrpc.getServiceDescriptor();
    var execute = reading(AgentServiceGrpc.getExecuteToolMethod());
    var streaming = reading(AgentServiceGrpc.getExecuteToolStreamingMethod());
    var discover = AgentServiceGrpc.getDiscoverToolsMethod();
    var health = AgentServiceGrpc.getHealthCheckMethod();
    // The generated one has methods that read requests in another way; reflection needs its schema.
    var service =
        ServiceDescriptor.newBuilder(generated.getName())
            .setSchemaDescriptor(generated.getSchemaDescriptor())
            .addMethod(execute)
            .addMethod(streaming)
            .addMethod(discover)
            .addMethod(health)
            .build();
    return ServerServiceDefinition.builder(service)
        .addMethod(execute, ServerCalls.asyncUnaryCall(calls::execute))
        .addMethod(streaming, ServerCalls.asyncServerStreamingCall(calls::executeStreaming))
        .addMethod(discover, ServerCalls.asyncUnaryCall(this::discoverTools))
        .addMethod(health, ServerCalls.asyncUnaryCall(this::healthCheck))
        .build();
  }

  private static <R extends Message> MethodDescriptor<IncomingCall, R> reading(
      MethodDescriptor<?, R> method) {
    return method.toBuilder(new IncomingCallMarshaller(), method.getResponseMarshaller()).build();
  }

  private void discoverTools(
      DiscoverToolsRequest request, StreamObserver<DiscoverToolsResponse> observer) {
    String query = request.getQuery().toLowerCase(Locale.ROOT);
    var response = DiscoverToolsResponse.newBuilder();
    for (var tool : tools.tools()) {
      String text = (tool.name() + " " + tool.description()).toLowerCase(Locale.ROOT);
      if (text.contains(query)) {
        response.addTools(
            ToolDescription.newBuilder()
                .setName(tool.name())
                .setDescription(tool.description())
                .setInputSchema(Structs.struct(tool.inputSchema())));
      }
    }
    observer.onNext(response.build());
    observer.onCompleted();
  }

  private void healthCheck(
      HealthCheckRequest request, StreamObserver<HealthCheckResponse> observer) {
    String version = AgentService.class.getPackage().getImplementationVersion();
    var counts = underWay.counts();
    observer.onNext(
        HealthCheckResponse.newBuilder()
            .setHealthy(!stopping)
            .setVersion(version == null ? "development build" : version)
            .setUptimeSeconds(Duration.ofNanos(System.nanoTime() - startedNanos).toSeconds())
            .setActiveCalls(counts.active())
            .setWaitingCalls(counts.waiting())
            .build());
    observer.onCompleted();
  }
}
