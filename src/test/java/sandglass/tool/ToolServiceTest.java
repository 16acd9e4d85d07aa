package sandglass.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sandglass.tool.Calls.call;
import static sandglass.tool.Calls.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;
import sandglass.tool.ToolException.Kind;

/** Places for calls: how many run, wait, and are refused. */
class ToolServiceTest {
  private final GatedTool tool = new GatedTool();
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void stop() {
    callers.shutdownNow();
  }

  private static ToolCall named(String name) {
    return call("gated", parameters().put("name", name));
  }

  private Future<ToolResult> submit(ToolService service, String name) {
    return callers.submit(() -> service.start(named(name), Streams.NONE).result().get());
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 6_000 && !condition.getAsBoolean(); i++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertTrue(condition.getAsBoolean());
  }

  @Test
  void runsSoManyAtOnceAndTheOthersInTheirOrder() throws Exception {
    var service = new ToolService(List.of(tool), 2, 5);
    var results = new ArrayList<Future<ToolResult>>();
    for (int i = 0; i < 7; i++) {
      results.add(submit(service, "c" + i));
      int expected = i + 1;
      await(() -> service.activeCalls() + service.waitingCalls() == expected);
      await(() -> service.waitingCalls() == Math.max(0, expected - 2));
      TimeUnit.MILLISECONDS.sleep(20); // until the last one queues
    }
    assertEquals(2, service.activeCalls());
    assertEquals(5, service.waitingCalls());
    ToolException busy =
        assertThrows(ToolException.class, () -> service.start(named("more"), Streams.NONE));
    assertEquals(Kind.BUSY, busy.kind());
    assertTrue(busy.getMessage().contains("try again later"), busy.getMessage());
    for (int i = 0; i < 7; i++) {
      int started = Math.min(7, i + 2);
      await(() -> tool.calls.size() == started); // one place at a time comes free
      tool.finish(i);
    }
    for (int i = 0; i < 7; i++) {
      assertEquals("c" + i, results.get(i).get(1, TimeUnit.MINUTES).output());
    }
    assertEquals(IntStream.range(0, 7).mapToObj(i -> "c" + i).toList(), tool.started);
    await(() -> service.activeCalls() == 0 && service.waitingCalls() == 0);
  }

  @Test
  void servesAHundredAtOnce() throws Exception {
    tool.open = true;
    var service = new ToolService(List.of(tool), 3, 100);
    var results = new ArrayList<Future<ToolResult>>();
    for (int i = 0; i < 100; i++) {
      results.add(submit(service, "c" + i));
    }
    for (int i = 0; i < 100; i++) {
      assertEquals("c" + i, results.get(i).get(1, TimeUnit.MINUTES).output());
    }
    assertTrue(tool.most.get() <= 3, "at once: " + tool.most);
    await(() -> service.activeCalls() == 0);
  }

  @Test
  void refusesWhatIsBeyondTheQueueAndServesTheRest() throws Exception {
    var service = new ToolService(List.of(tool), 2, 8);
    var results = new ArrayList<Future<ToolResult>>();
    for (int i = 0; i < 100; i++) {
      results.add(submit(service, "c" + i));
    }
    await(() -> results.stream().filter(Future::isDone).count() == 90);
    for (int i = 0; i < 10; i++) {
      int next = i;
      await(() -> tool.calls.size() > next);
      tool.finish(i);
    }
    int refused = 0;
    for (Future<ToolResult> result : results) {
      try {
        assertTrue(result.get(1, TimeUnit.MINUTES).success());
      } catch (ExecutionException e) {
        assertEquals(Kind.BUSY, assertInstanceOf(ToolException.class, e.getCause()).kind());
        refused++;
      }
    }
    assertEquals(90, refused);
  }

  @Test
  void letsAWaitingCallGo() throws Exception {
    var service = new ToolService(List.of(tool), 1, 1);
    var first = submit(service, "first");
    await(() -> service.activeCalls() == 1);
    var second = submit(service, "second");
    await(() -> service.waitingCalls() == 1);
    assertTrue(second.cancel(true));
    await(() -> service.waitingCalls() == 0);
    var third = submit(service, "third");
    await(() -> service.waitingCalls() == 1);
    tool.finish(0);
    await(() -> tool.calls.size() == 2);
    tool.finish(1);
    assertEquals("first", first.get(1, TimeUnit.MINUTES).output());
    assertEquals("third", third.get(1, TimeUnit.MINUTES).output());
    assertEquals(List.of("first", "third"), tool.started);
  }

  @Test
  void givesThePlaceBackWhereACallIsWrong() throws Exception {
    var service = new ToolService(List.of(tool), 1, 0);
    for (int i = 0; i < 3; i++) {
      var wrong = call("gated", parameters().put("nam", "x"));
      var refused = assertThrows(ToolException.class, () -> service.start(wrong, Streams.NONE));
      assertEquals(Kind.INVALID, refused.kind());
      assertEquals(
          List.of("parameters.name", "parameters.nam"),
          refused.problems().stream().map(problem -> problem.path()).toList());
    }
    assertEquals(0, service.activeCalls());
  }

  @Test
  void givesThePlaceBackBeforeItTellsTheResult() throws Exception {
    var service = new ToolService(List.of(tool), 1, 0);
    var taken = new CompletableFuture<Integer>();
    var call = service.start(named("first"), Streams.NONE);
    var told = call.result().thenRun(() -> taken.complete(service.activeCalls()));
    tool.finish(0);
    told.get();
    assertEquals(0, taken.get());
  }

  @Test
  void knowsItsTools() {
    var service = new ToolService(List.of(tool), 1, 0);
    assertEquals(List.of("gated"), service.tools().stream().map(ToolDescription::name).toList());
    var near =
        assertThrows(
            ToolException.class, () -> service.start(call("gatet", parameters()), Streams.NONE));
    assertEquals(Kind.UNKNOWN_TOOL, near.kind());
    assertEquals("tool", near.problems().getFirst().path());
    assertTrue(near.getMessage().contains("did you mean gated?"), near.getMessage());
    var far =
        assertThrows(
            ToolException.class,
            () -> service.start(call("x".repeat(9_999), parameters()), Streams.NONE));
    assertTrue(far.getMessage().endsWith("…\"; there are gated"), far.getMessage());
  }

  @Test
  void stopsItsCallsWhenItIsClosed() throws Exception {
    var service = new ToolService(List.of(tool), 1, 5);
    var first = submit(service, "first");
    await(() -> service.activeCalls() == 1);
    var second = submit(service, "second");
    await(() -> service.waitingCalls() == 1);
    service.close();
    assertTrue(tool.closed);
    assertEquals("cancelled", first.get(1, TimeUnit.MINUTES).output());
    var refused =
        assertThrows(ExecutionException.class, () -> second.get(1, TimeUnit.MINUTES)).getCause();
    assertTrue(refused.getMessage().contains("being closed"), refused.getMessage());
    assertEquals(List.of("first"), tool.started);
  }

  @Test
  void endsGuestsWhenItIsClosed() throws Exception {
    try (var sandbox = Sandbox.inMemory()) {
      var service = Calls.service(sandbox, ToolPolicy.DEFAULT);
      var spin = Calls.module(Calls.base64(Calls.SPIN));
      CompletableFuture<ToolResult> result = service.start(spin, Streams.NONE).result();
      service.close();
      assertTrue(result.isDone());
      assertFalse(result.join().success());
    }
  }
}
