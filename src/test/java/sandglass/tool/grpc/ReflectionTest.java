package sandglass.tool.grpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What grpcurl asks before it can call anything. */
class ReflectionTest {
  private final FakeTools tools = new FakeTools((call, live) -> FakeTools.result(""));

  @Test
  void listsTheServices() throws Exception {
    try (var served = new ServedTools(tools)) {
      var response = ask(served, ServerReflectionRequest.newBuilder().setListServices("").build());
      var names =
          response.getListServicesResponse().getServiceList().stream()
              .map(service -> service.getName())
              .sorted()
              .toList();
      assertEquals(
          List.of(
              "grpc.health.v1.Health",
              "grpc.reflection.v1.ServerReflection",
              "grpc.reflection.v1alpha.ServerReflection",
              "shannon.agent.AgentService"),
          names);
    }
  }

  @Test
  void describesTheAgentService() throws Exception {
    try (var served = new ServedTools(tools)) {
      var response =
          ask(
              served,
              ServerReflectionRequest.newBuilder()
                  .setFileContainingSymbol("shannon.agent.AgentService")
                  .build());
      var file =
          FileDescriptorProto.parseFrom(
              response.getFileDescriptorResponse().getFileDescriptorProto(0));
      assertEquals("shannon.agent", file.getPackage());
      var methods =
          file.getService(0).getMethodList().stream().map(method -> method.getName()).toList();
      assertTrue(methods.contains("ExecuteTool"), methods.toString());
      var request =
          file.getMessageTypeList().stream()
              .filter(message -> message.getName().equals("ToolCallRequest"))
              .findFirst()
              .orElseThrow();
      assertEquals("tool_name", request.getField(0).getName());
      assertEquals(1, request.getField(0).getNumber());
      assertEquals(".google.protobuf.Struct", request.getField(1).getTypeName());
      assertEquals(2, request.getField(1).getNumber());
    }
  }

  @Test
  void olderClientsCanAskToo() throws Exception {
    try (var served = new ServedTools(tools)) {
      var answer = new CompletableFuture<io.grpc.reflection.v1alpha.ServerReflectionResponse>();
      var requests =
          io.grpc.reflection.v1alpha.ServerReflectionGrpc.newStub(served.channel())
              .serverReflectionInfo(new First<>(answer));
      requests.onNext(
          io.grpc.reflection.v1alpha.ServerReflectionRequest.newBuilder()
              .setListServices("")
              .build());
      var response = answer.get(30, TimeUnit.SECONDS);
      requests.onCompleted();
      assertEquals(4, response.getListServicesResponse().getServiceCount());
    }
  }

  private static ServerReflectionResponse ask(ServedTools served, ServerReflectionRequest request)
      throws Exception {
    var answer = new CompletableFuture<ServerReflectionResponse>();
    var requests =
        ServerReflectionGrpc.newStub(served.channel()).serverReflectionInfo(new First<>(answer));
    requests.onNext(request);
    var response = answer.get(30, TimeUnit.SECONDS);
    requests.onCompleted();
    return response;
  }

  private record First<T>(CompletableFuture<T> answer) implements StreamObserver<T> {
    @Override
    public void onNext(T value) {
      answer.complete(value);
    }

    @Override
    public void onError(Throwable e) {
      answer.completeExceptionally(e);
    }

    @Override
    public void onCompleted() {}
  }
}
