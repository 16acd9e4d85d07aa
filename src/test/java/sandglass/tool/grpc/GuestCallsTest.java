package sandglass.tool.grpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ListValue;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.sandbox.Limits;
import sandglass.tool.grpc.proto.AgentServiceGrpc;
import sandglass.tool.grpc.proto.ToolCallEvent.EventCase;
import sandglass.tool.grpc.proto.ToolCallRequest;
import sandglass.tool.grpc.proto.ToolCallResponse;

/** Real guests, called by a generated client over a real port. */
class GuestCallsTest {
  @TempDir private Path folder;
  private Guests guests;
  private ServedTools served;

  @BeforeEach
  void serve() throws Exception {
    serve(Limits.DEFAULT.withFuel(10_000_000));
  }

  private void serve(Limits limits) throws Exception {
    close();
    guests = new Guests(limits, 2, 8, folder);
    served = new ServedTools(guests.tools());
  }

  @AfterEach
  void close() {
    if (served != null) {
      served.close();
      guests.close();
      assertTrue(served.bugs().isEmpty(), served.bugs().toString());
    }
  }

  private ToolCallResponse run(ToolCallRequest request) {
    return served.blocking().executeTool(request);
  }

  private String kind(ToolCallResponse response) {
    return response
        .getMetadata()
        .getFieldsOrThrow("outcome")
        .getStructValue()
        .getFieldsOrThrow("kind")
        .getStringValue();
  }

  @Test
  void answersTheGuidesCall() throws Exception {
    String base64 = Base64.getEncoder().encodeToString(Guests.sample("hello.wat"));
    // As grpcurl makes a message of what the guide gives it with -d.
    var request = ToolCallRequest.newBuilder();
    JsonFormat.parser()
        .merge(
            """
            {
              "tool_name": "code_executor",
              "parameters": {
                "wasm_base64": "%s",
                "stdin": ""
              }
            }\
            """
                .formatted(base64),
            request);
    var response = run(request.build());
    assertEquals("code_executor", response.getTool());
    assertTrue(response.getSuccess());
    assertEquals("Hello from WASI!\n", response.getOutput());
    assertEquals("", response.getError());
    assertTrue(response.hasExitCode());
    assertEquals(0, response.getExitCode());
    var metadata = response.getMetadata();
    assertEquals(6, metadata.getFieldsOrThrow("fuel_used").getNumberValue());
    assertFalse(metadata.containsFields("stdout"));
  }

  @Test
  void whatGuestsDoWrongIsAResult() throws Exception {
    var trapped = run(Guests.execute(Guests.sample("trap-unreachable.wat")));
    assertFalse(trapped.getSuccess());
    assertFalse(trapped.hasExitCode());
    assertEquals("trapped", kind(trapped));
    assertTrue(trapped.getError().startsWith("trapped: unreachable"), trapped.getError());

    var spent = run(Guests.execute(Guests.sample("loop.wat")));
    assertEquals("out_of_fuel", kind(spent));
    assertTrue(spent.getError().contains("10,000,000"), spent.getError());

    var three =
        run(
            Guests.execute(
                Guests.wat(
                    """
                    (module
                      (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
                      (func (export "_start") (call $exit (i32.const 3))))
                    """)));
    assertEquals(3, three.getExitCode());
    assertFalse(three.getSuccess());

    serve(Guests.ENDLESS.withTimeout(Duration.ofMillis(500)));
    assertEquals("timed_out", kind(run(Guests.execute(Guests.sample("loop.wat")))));
  }

  private void refused(Status.Code code, String field, ToolCallRequest request) {
    var e = assertThrows(StatusRuntimeException.class, () -> run(request));
    assertEquals(code, e.getStatus().getCode(), e.getMessage());
    assertTrue(e.getStatus().getDescription().contains(field), e.getMessage());
  }

  @Test
  void badRequestsNameTheField() throws Exception {
    var module = Guests.text(Base64.getEncoder().encodeToString(Guests.sample("hello.wat")));
    var invalid = Status.Code.INVALID_ARGUMENT;
    refused(invalid, "tool_name", ToolCallRequest.newBuilder().setToolName("rm").build());
    refused(invalid, "wasm_base64", Guests.call());
    refused(invalid, "wasm_path", Guests.call("wasm_base64", module, "wasm_path", module));
    refused(invalid, "wasm_base64", Guests.call("wasm_base64", Guests.text("%%%")));
    refused(
        invalid,
        "wasm_base64",
        Guests.call("wasm_base64", Value.newBuilder().setNumberValue(7).build()));
    refused(invalid, "stdin", Guests.call("wasm_base64", module, "stdin", number()));
    refused(invalid, "argv", Guests.call("wasm_base64", module, "argv", Guests.text("a")));
    refused(
        invalid,
        "argv[0]",
        Guests.call(
            "wasm_base64",
            module,
            "argv",
            Value.newBuilder().setListValue(ListValue.newBuilder().addValues(number())).build()));
    refused(invalid, "wasm", Guests.call("wasm", module));
  }

  private static Value number() {
    return Value.newBuilder().setNumberValue(1).build();
  }

  @Test
  void pathsOutsideAreForbidden(@TempDir Path elsewhere) throws Exception {
    Files.write(folder.resolve("in.wasm"), Guests.sample("hello.wat"));
    Files.write(elsewhere.resolve("out.wasm"), Guests.sample("hello.wat"));
    var inside = Guests.call("wasm_path", Guests.text(folder.resolve("in.wasm").toString()));
    assertEquals("Hello from WASI!\n", run(inside).getOutput());

    var denied = Status.Code.PERMISSION_DENIED;
    var outside = elsewhere.resolve("out.wasm").toString();
    refused(denied, "wasm_path", Guests.call("wasm_path", Guests.text(outside)));
    String around = folder + "/../" + elsewhere.getFileName() + "/out.wasm";
    refused(denied, "wasm_path", Guests.call("wasm_path", Guests.text(around)));
    refused(denied, "wasm_path", Guests.call("wasm_path", Guests.text("/etc/passwd")));
    try {
      Files.createSymbolicLink(folder.resolve("link.wasm"), elsewhere.resolve("out.wasm"));
    } catch (UnsupportedOperationException | java.io.IOException e) {
      return; // no links here
    }
    String link = folder.resolve("link.wasm").toString();
    refused(denied, "wasm_path", Guests.call("wasm_path", Guests.text(link)));
  }

  @Test
  void aModuleAboveTheLimitIsRefusedWithItsReason() throws Exception {
    byte[] module = new byte[51 << 20];
    System.arraycopy(Guests.sample("hello.wat"), 0, module, 0, 8);
    refused(Status.Code.INVALID_ARGUMENT, "wasm_base64", Guests.execute(module));
    assertTrue(run(Guests.execute(Guests.sample("hello.wat"))).getSuccess());
  }

  @Test
  void manyAtOnceAreAllAnsweredOrTurnedAway() throws Exception {
    var request = Guests.execute(Guests.sample("hello.wat"));
    var stub =
        AgentServiceGrpc.newFutureStub(served.channel()).withDeadlineAfter(60, TimeUnit.SECONDS);
    var calls = new ArrayList<Future<ToolCallResponse>>();
    for (int i = 0; i < 100; i++) {
      calls.add(stub.executeTool(request));
    }
    int answered = 0;
    for (var call : calls) {
      try {
        assertEquals("Hello from WASI!\n", call.get(60, TimeUnit.SECONDS).getOutput());
        answered++;
      } catch (ExecutionException e) {
        var status = ((StatusRuntimeException) e.getCause()).getStatus();
        assertEquals(Status.Code.RESOURCE_EXHAUSTED, status.getCode(), status.toString());
      }
    }
    assertTrue(answered >= 10, answered + " were answered, though ten may be under way");
    assertTrue(run(request).getSuccess());
    Await.until("all places are free", () -> guests.tools().activeCalls() == 0);
  }

  @Test
  void aCallThatIsGivenUpStopsItsGuest() throws Exception {
    serve(Guests.ENDLESS);
    var request = Guests.execute(Guests.sample("loop.wat"));
    var stub = AgentServiceGrpc.newFutureStub(served.channel());
    var first = stub.executeTool(request);
    var second = stub.withDeadlineAfter(2, TimeUnit.SECONDS).executeTool(request);
    var waiting = stub.executeTool(request);
    Await.until(
        "two run, one waits",
        () -> guests.tools().activeCalls() == 2 && guests.tools().waitingCalls() == 1);
    waiting.cancel(true);
    Await.until("none waits", () -> guests.tools().waitingCalls() == 0);
    first.cancel(true);
    assertThrows(ExecutionException.class, second::get);
    Await.until("no guest runs", () -> guests.tools().activeCalls() == 0);
    var other = served.connect();
    AgentServiceGrpc.newStub(other).executeToolStreaming(request, new Events());
    Await.until("it runs", () -> guests.tools().activeCalls() == 1);
    other.shutdownNow();
    Await.until("no guest runs", () -> guests.tools().activeCalls() == 0);
  }

  @Test
  void streamsBothStreams() throws Exception {
    var events = new Events();
    served.async().executeToolStreaming(Guests.execute(Guests.sample("two-streams.wat")), events);
    var all = events.await();
    assertNull(events.failure());
    assertEquals(
        "6 times 7 is 42\n", new String(events.bytes(EventCase.STDOUT), StandardCharsets.UTF_8));
    assertEquals(
        "warning: nobody asked for this\n",
        new String(events.bytes(EventCase.STDERR), StandardCharsets.UTF_8));
    var response = all.getLast().getResponse();
    assertEquals("6 times 7 is 42\n", response.getOutput());
    assertTrue(response.getSuccess());
  }

  @Test
  void aFloodIsStreamedWholeToASlowReader() throws Exception {
    serve(Guests.ENDLESS.withOutputBytes(8 << 20));
    var request = Guests.execute(Guests.sample("flood.wat"));
    var events = new Events().reading(1);
    served.async().executeToolStreaming(request, events);
    Await.until("the first piece has come", () -> !events.soFar().isEmpty());
    Thread.sleep(300);
    events.readOn();
    var all = events.await();
    assertNull(events.failure());
    assertEquals("output_limit", kind(all.getLast().getResponse()));
    byte[] lines = events.bytes(EventCase.STDOUT);
    assertEquals(8 << 20, lines.length);
    for (int i = 0; i < lines.length / 14; i++) {
      String line = new String(lines, 14 * i, 14, StandardCharsets.US_ASCII);
      assertEquals("line %08d\n".formatted(i + 1), line);
    }
  }

  @Test
  void aFloodForNobodyIsStoppedByItsTimeout() throws Exception {
    serve(Guests.ENDLESS.withTimeout(Duration.ofSeconds(2)).withOutputBytes(1L << 40));
    var events = new Events().reading(1);
    served.async().executeToolStreaming(Guests.execute(Guests.sample("flood.wat")), events);
    Await.until("it runs", () -> guests.tools().activeCalls() == 1);
    Await.until("it is over", () -> guests.tools().activeCalls() == 0);
    events.readOn();
    assertEquals("timed_out", kind(events.await().getLast().getResponse()));
  }
}
