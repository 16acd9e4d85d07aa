package sandglass.tool.grpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import sandglass.tool.grpc.proto.AgentServiceGrpc;
import sandglass.tool.grpc.proto.ToolCallRequest;
import sandglass.tool.grpc.proto.ToolCallResponse;

/** Clients that go away, deadlines that pass, and a server that is to stop. */
class StoppedCallsTest {
  private static final ToolCallRequest REQUEST =
      ToolCallRequest.newBuilder().setToolName("fake").build();

  private final FakeTools endless =
      new FakeTools(
          (call, live) -> {
            new CountDownLatch(1).await();
            throw new AssertionError();
          });

  private static Status.Code failure(Future<ToolCallResponse> call) {
    var e = assertThrows(ExecutionException.class, () -> call.get(30, TimeUnit.SECONDS));
    return ((StatusRuntimeException) e.getCause()).getStatus().getCode();
  }

  @Test
  void aCancelledCallEndsItsGuestAndFreesItsPlace() throws Exception {
    try (var served = new ServedTools(endless)) {
      var stub = AgentServiceGrpc.newFutureStub(served.channel());
      var calls = new ArrayList<Future<ToolCallResponse>>();
      for (int i = 0; i < 4; i++) {
        calls.add(stub.executeTool(REQUEST));
        int sent = i + 1;
        Await.until("it has come", () -> endless.running() + endless.waiting() == sent);
      }
      calls.get(3).cancel(true);
      calls.get(2).cancel(true);
      Await.until("none waits", () -> endless.waiting() == 0);
      assertEquals(2, endless.running());
      calls.get(0).cancel(true);
      calls.get(1).cancel(true);
      Await.until("none runs", () -> endless.running() == 0);
      assertEquals(2, endless.cancelled());
      Await.until("all are accounted for", () -> served.answered().size() == 4);
      assertTrue(served.bugs().isEmpty());
    }
  }

  @Test
  void aDeadlineEndsTheGuest() throws Exception {
    try (var served = new ServedTools(endless)) {
      var stub =
          AgentServiceGrpc.newFutureStub(served.channel())
              .withDeadlineAfter(300, TimeUnit.MILLISECONDS);
      assertEquals(Status.Code.DEADLINE_EXCEEDED, failure(stub.executeTool(REQUEST)));
      Await.until("none runs", () -> endless.running() == 0 && endless.waiting() == 0);
    }
  }

  @Test
  void aClientThatIsGoneEndsItsGuests() throws Exception {
    try (var served = new ServedTools(endless)) {
      var other = served.connect();
      var call = AgentServiceGrpc.newFutureStub(other).executeTool(REQUEST);
      AgentServiceGrpc.newStub(other).executeToolStreaming(REQUEST, new Events());
      Await.until("both run", () -> endless.running() == 2);
      other.shutdownNow();
      Await.until("none runs", () -> endless.running() == 0);
      assertEquals(Status.Code.UNAVAILABLE, failure(call));
    }
  }

  @Test
  void aCancelledStreamEndsAGuestThatWaitsToWrite() throws Exception {
    var flood =
        new FakeTools(
            (call, live) -> {
              while (true) {
                FakeTools.write(live, "x".repeat(1_000));
              }
            });
    try (var served = new ServedTools(flood)) {
      var events = new Events();
      var context = Context.current().withCancellation();
      context.run(
          () ->
              AgentServiceGrpc.newStub(served.channel())
                  .executeToolStreaming(REQUEST, events.reading(1)));
      Await.until("it runs", () -> flood.running() == 1);
      context.cancel(null);
      Await.until("none runs", () -> flood.running() == 0);
    }
  }

  @Test
  void stopsAfterTheCallsUnderWay() throws Exception {
    var go = new CountDownLatch(1);
    var tools =
        new FakeTools(
            (call, live) -> {
              go.await();
              return FakeTools.result("finished");
            });
    try (var served = new ServedTools(tools)) {
      var health = HealthGrpc.newBlockingStub(served.channel());
      var check = io.grpc.health.v1.HealthCheckRequest.newBuilder();
      check.setService(AgentServer.SERVICE);
      assertEquals(ServingStatus.SERVING, health.check(check.build()).getStatus());
      var watched = health.watch(check.build());
      assertEquals(ServingStatus.SERVING, watched.next().getStatus());

      var call = AgentServiceGrpc.newFutureStub(served.channel()).executeTool(REQUEST);
      Await.until("it runs", () -> tools.running() == 1);
      var stopping = CompletableFuture.runAsync(served.server()::close);
      assertEquals(ServingStatus.NOT_SERVING, watched.next().getStatus());
      Await.until(
          "no more calls are taken",
          () -> {
            try {
              served.blocking().executeTool(ToolCallRequest.getDefaultInstance());
              return false;
            } catch (StatusRuntimeException e) {
              return e.getStatus().getCode() == Status.Code.UNAVAILABLE;
            }
          });
      assertFalse(stopping.isDone());
      go.countDown();
      assertEquals("finished", call.get(30, TimeUnit.SECONDS).getOutput());
      stopping.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void stopsCallsThatDoNotEndInTime() throws Exception {
    var options = ServedTools.ANY_PORT.withGrace(Duration.ofMillis(200));
    try (var served = new ServedTools(endless, options)) {
      var call = AgentServiceGrpc.newFutureStub(served.channel()).executeTool(REQUEST);
      Await.until("it runs", () -> endless.running() == 1);
      served.server().close();
      assertEquals("cancelled", call.get(30, TimeUnit.SECONDS).getError());
      assertEquals(0, endless.running());
    }
  }
}
