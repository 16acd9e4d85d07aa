package sandglass.tool.grpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.rpc.BadRequest;
import io.grpc.CallOptions;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import sandglass.data.Node;
import sandglass.tool.ToolException;
import sandglass.tool.grpc.proto.AgentServiceGrpc;
import sandglass.tool.grpc.proto.DiscoverToolsRequest;
import sandglass.tool.grpc.proto.HealthCheckRequest;
import sandglass.tool.grpc.proto.ToolCallRequest;
import sandglass.tool.grpc.proto.ToolCallResponse;

/** What the service makes of requests, over a real port, before tools that run no guest. */
class AgentServerTest {
  private static final ToolCallRequest REQUEST = request(Struct.getDefaultInstance());

  private static ToolCallRequest request(Struct parameters) {
    return ToolCallRequest.newBuilder().setToolName("fake").setParameters(parameters).build();
  }

  private static Value text(String value) {
    return Value.newBuilder().setStringValue(value).build();
  }

  private static Status.Code code(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(StatusRuntimeException.class, call).getStatus().getCode();
  }

  @Test
  void givesToolsTheParametersAsTheyAre() throws Exception {
    var seen = new CompletableFuture<Node.Tree>();
    try (var served =
        new ServedTools(
            new FakeTools(
                (call, live) -> {
                  seen.complete(call.parameters());
                  return FakeTools.result("done");
                }))) {
      var inner = Struct.newBuilder().putFields("deep", text("ä€😀"));
      var parameters =
          Struct.newBuilder()
              .putFields("text", text("a"))
              .putFields("whole", Value.newBuilder().setNumberValue(3).build())
              .putFields("part", Value.newBuilder().setNumberValue(0.25).build())
              .putFields("flag", Value.newBuilder().setBoolValue(true).build())
              .putFields("nothing", Value.getDefaultInstance())
              .putFields("object", Value.newBuilder().setStructValue(inner).build())
              .putFields(
                  "list",
                  Value.newBuilder()
                      .setListValue(ListValue.newBuilder().addValues(text("x")))
                      .build())
              .build();
      assertEquals("done", served.blocking().executeTool(request(parameters)).getOutput());
      var fields = seen.get().fields();
      assertEquals("a", ((Node.Text) fields.get("text").value()).value());
      assertEquals(3, ((Node.Decimal) fields.get("whole").value()).value().intValueExact());
      assertEquals(0.25, ((Node.Decimal) fields.get("part").value()).value().doubleValue());
      assertTrue(((Node.Flag) fields.get("flag").value()).value());
      assertTrue(fields.get("nothing").value() instanceof Node.Nothing);
      var object = (Node.Tree) fields.get("object").value();
      assertEquals("ä€😀", ((Node.Text) object.fields().get("deep").value()).value());
      assertEquals(1, ((Node.Items) fields.get("list").value()).values().size());
    }
  }

  @Test
  void namesTheFieldThatIsWrong() throws Exception {
    try (var served =
        new ServedTools(
            new FakeTools(
                (call, live) -> {
                  throw new AssertionError("nothing may run");
                }))) {
      var none =
          assertThrows(
              StatusRuntimeException.class,
              () -> served.blocking().executeTool(ToolCallRequest.getDefaultInstance()));
      assertEquals(Status.Code.INVALID_ARGUMENT, none.getStatus().getCode());
      assertTrue(none.getStatus().getDescription().startsWith("tool_name: is missing"));
      assertEquals("tool_name", violation(none).getField());

      var unknown =
          assertThrows(
              StatusRuntimeException.class,
              () ->
                  served
                      .blocking()
                      .executeTool(ToolCallRequest.newBuilder().setToolName("x").build()));
      assertEquals(Status.Code.INVALID_ARGUMENT, unknown.getStatus().getCode());
      assertEquals("tool_name: there is no such tool", unknown.getStatus().getDescription());

      var number =
          Struct.newBuilder()
              .putFields("n", Value.newBuilder().setNumberValue(Double.NaN).build())
              .build();
      var nan =
          assertThrows(
              StatusRuntimeException.class, () -> served.blocking().executeTool(request(number)));
      assertEquals("parameters.n: must be a number, not NaN", nan.getStatus().getDescription());
      assertEquals("parameters.n", violation(nan).getField());
      assertEquals(
          List.of("INVALID_ARGUMENT", "INVALID_ARGUMENT", "INVALID_ARGUMENT"),
          served.answered().stream().map(AnsweredCall::outcome).toList());
    }
  }

  private static BadRequest.FieldViolation violation(StatusRuntimeException e)
      throws InvalidProtocolBufferException {
    var status = StatusProto.fromThrowable(e);
    return status.getDetails(0).unpack(BadRequest.class).getFieldViolations(0);
  }

  @Test
  void refusesWhatIsTooDeep() throws Exception {
    try (var served = new ServedTools(new FakeTools((call, live) -> FakeTools.result("ok")))) {
      assertEquals("ok", served.blocking().executeTool(request(nested(100))).getOutput());
      for (int depth : new int[] {101, 150, 400}) {
        var deep =
            assertThrows(
                StatusRuntimeException.class,
                () -> served.blocking().executeTool(request(nested(depth))));
        assertEquals(Status.Code.INVALID_ARGUMENT, deep.getStatus().getCode(), "" + depth);
        String message = deep.getStatus().getDescription();
        assertTrue(message.startsWith("parameters"), message);
        assertTrue(message.contains("more than 100 objects and lists"), message);
      }
    }
  }

  /** Structs within each other. */
  private static Struct nested(int depth) {
    var struct = Struct.getDefaultInstance();
    for (int i = 1; i < depth; i++) {
      struct =
          Struct.newBuilder()
              .putFields("a", Value.newBuilder().setStructValue(struct).build())
              .build();
    }
    return struct;
  }

  @Test
  void refusesAMessageThatIsNoRequest() throws Exception {
    try (var served = new ServedTools(new FakeTools((call, live) -> FakeTools.result("ok")))) {
      var bytes =
          AgentServiceGrpc.getExecuteToolMethod().toBuilder(
                  new RawMarshaller(),
                  AgentServiceGrpc.getExecuteToolMethod().getResponseMarshaller())
              .build();
      var damaged =
          assertThrows(
              StatusRuntimeException.class,
              () ->
                  ClientCalls.blockingUnaryCall(
                      served.channel(), bytes, CallOptions.DEFAULT, new byte[] {0x0a, 0x7f, 1, 2}));
      assertEquals(Status.Code.INVALID_ARGUMENT, damaged.getStatus().getCode());
      assertEquals("ok", served.blocking().executeTool(REQUEST).getOutput());
    }
  }

  @Test
  void refusesMessagesBeyondTheBound() throws Exception {
    var options = ServedTools.ANY_PORT.withMaxMessageBytes(100_000);
    try (var served =
        new ServedTools(new FakeTools((call, live) -> FakeTools.result("ok")), options)) {
      var large = Struct.newBuilder().putFields("x", text("x".repeat(100_001))).build();
      assertEquals(
          Status.Code.RESOURCE_EXHAUSTED,
          code(() -> served.blocking().executeTool(request(large))));
      assertEquals("ok", served.blocking().executeTool(REQUEST).getOutput());
    }
  }

  @Test
  void keepsAnswersWithinWhatClientsTake() throws Exception {
    try (var served =
        new ServedTools(
            new FakeTools((call, live) -> FakeTools.result("\uFFFD".repeat(3 << 20))))) {
      var response = served.blocking().executeTool(REQUEST);
      assertTrue(response.getSerializedSize() <= Responses.MAX_BYTES);
      assertEquals(3 << 19, response.getOutputBytes().size());
      assertEquals(
          "output",
          response
              .getMetadata()
              .getFieldsOrThrow("shortened")
              .getListValue()
              .getValues(0)
              .getStringValue());
    }
  }

  @Test
  void saysWhyACallWasNotTaken() throws Exception {
    var kinds =
        List.of(ToolException.Kind.INVALID, ToolException.Kind.FORBIDDEN, ToolException.Kind.BUSY);
    var codes = new ArrayList<Status.Code>();
    for (var kind : kinds) {
      codes.add(
          Statuses.of(new ToolException(kind, "parameters.x", "is wrong")).getStatus().getCode());
    }
    assertEquals(
        List.of(
            Status.Code.INVALID_ARGUMENT,
            Status.Code.PERMISSION_DENIED,
            Status.Code.RESOURCE_EXHAUSTED),
        codes);
    var huge = Statuses.of(new ToolException(ToolException.Kind.INVALID, "f", "ö".repeat(90_000)));
    assertTrue(huge.getStatus().getDescription().length() < 1_100);
  }

  @Test
  void saysABugIsOneWithoutTellingTheClientMore() throws Exception {
    try (var served =
        new ServedTools(
            new FakeTools(
                (call, live) -> {
                  throw new IllegalStateException("a secret");
                }))) {
      var failure =
          assertThrows(StatusRuntimeException.class, () -> served.blocking().executeTool(REQUEST));
      assertEquals(Status.Code.INTERNAL, failure.getStatus().getCode());
      assertFalse(failure.getStatus().getDescription().contains("secret"));
      assertEquals("a secret", served.bugs().getFirst().getMessage());
    }
  }

  @Test
  void discoversTools() throws Exception {
    try (var served = new ServedTools(new FakeTools((call, live) -> FakeTools.result("")))) {
      var all = served.blocking().discoverTools(DiscoverToolsRequest.getDefaultInstance());
      assertEquals(2, all.getToolsCount());
      assertEquals(
          "object", all.getTools(0).getInputSchema().getFieldsOrThrow("type").getStringValue());
      var some =
          served
              .blocking()
              .discoverTools(DiscoverToolsRequest.newBuilder().setQuery("NOTHING").build());
      assertEquals("other", some.getTools(0).getName());
      assertEquals(1, some.getToolsCount());
    }
  }

  @Test
  void countsCallsUnderWay() throws Exception {
    var go = new CountDownLatch(1);
    try (var served =
        new ServedTools(
            new FakeTools(
                (call, live) -> {
                  go.await();
                  return FakeTools.result("");
                }))) {
      var stub = AgentServiceGrpc.newFutureStub(served.channel());
      var calls = new ArrayList<java.util.concurrent.Future<ToolCallResponse>>();
      for (int i = 0; i < 5; i++) {
        calls.add(stub.executeTool(REQUEST));
      }
      Await.until(
          "two run and three wait",
          () -> {
            var health = served.blocking().healthCheck(HealthCheckRequest.getDefaultInstance());
            return health.getHealthy()
                && health.getActiveCalls() == 2
                && health.getWaitingCalls() == 3;
          });
      go.countDown();
      for (var call : calls) {
        assertTrue(call.get(30, TimeUnit.SECONDS).getSuccess());
      }
      Await.until(
          "none is left",
          () ->
              served
                      .blocking()
                      .healthCheck(HealthCheckRequest.getDefaultInstance())
                      .getActiveCalls()
                  == 0);
    }
  }

  @Test
  void bindsOnlyTheAddressThatItWasGiven() throws Exception {
    try (var served = new ServedTools(new FakeTools((call, live) -> FakeTools.result("")))) {
      int port = served.server().port();
      assertThrows(
          IOException.class,
          () ->
              AgentServer.start(
                  new FakeTools((call, live) -> FakeTools.result("")),
                  AgentOptions.DEFAULT.withPort(port),
                  AnsweredCall.UNWATCHED,
                  _ -> {}));
      // Another loopback address of the same port is free, as it is not where none was named.
      try (var socket = new java.net.ServerSocket()) {
        socket.bind(new java.net.InetSocketAddress("127.0.0.2", port));
      } catch (java.net.BindException e) {
        // Not every system has more than one.
        assertTrue(e.getMessage().contains("assign"), e.getMessage());
      }
    }
  }

  /** Bytes as they are. */
  private static final class RawMarshaller implements io.grpc.MethodDescriptor.Marshaller<byte[]> {
    @Override
    public java.io.InputStream stream(byte[] value) {
      return ByteString.copyFrom(value).newInput();
    }

    @Override
    public byte[] parse(java.io.InputStream stream) {
      throw new UnsupportedOperationException();
    }
  }
}
