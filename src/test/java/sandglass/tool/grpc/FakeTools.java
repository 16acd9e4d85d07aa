package sandglass.tool.grpc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import sandglass.sandbox.Gauges;
import sandglass.sandbox.Streams;
import sandglass.tool.RunningCall;
import sandglass.tool.ToolCall;
import sandglass.tool.ToolCaller;
import sandglass.tool.ToolDescription;
import sandglass.tool.ToolException;
import sandglass.tool.ToolResult;

/** Tools that run no guest but some Java, two at once. */
final class FakeTools implements ToolCaller {
  static final ObjectNode NO_METADATA = JsonNodeFactory.instance.objectNode();

  private final Body body;
  private final Semaphore places = new Semaphore(2, true);
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger cancelled = new AtomicInteger();

  /** What a call does; interrupted when it is cancelled. */
  interface Body {
    ToolResult run(ToolCall call, Streams live) throws Exception;
  }

  FakeTools(Body body) {
    this.body = body;
  }

  static ToolResult result(String output) {
    return new ToolResult("fake", true, output, "", Optional.of(0), NO_METADATA);
  }

  static void write(Streams live, String stdout) throws java.io.IOException {
    live.stdout().write(stdout.getBytes(StandardCharsets.UTF_8));
    live.stdout().flush();
  }

  int waiting() {
    return waiting.get();
  }

  int running() {
    return running.get();
  }

  int cancelled() {
    return cancelled.get();
  }

  @Override
  public List<ToolDescription> tools() {
    var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    return List.of(
        new ToolDescription("fake", "Does what the test says", schema),
        new ToolDescription("other", "Does nothing", schema));
  }

  @Override
  public RunningCall start(ToolCall call, Streams live) throws ToolException, InterruptedException {
    if (!call.tool().equals("fake")) {
      throw new ToolException(ToolException.Kind.UNKNOWN_TOOL, "tool", "there is no such tool");
    }
    waiting.incrementAndGet();
    try {
      places.acquire();
    } finally {
      waiting.decrementAndGet();
    }
    running.incrementAndGet();
    var result = new CompletableFuture<ToolResult>();
    var thread = new Thread(() -> run(call, live, result), "fake tool");
    thread.setDaemon(true);
    thread.start();
    return new Running(result, thread);
  }

  private void run(ToolCall call, Streams live, CompletableFuture<ToolResult> result) {
    ToolResult outcome = null;
    Throwable failure = null;
    try {
      outcome = body.run(call, live);
    } catch (InterruptedException | java.io.IOException e) {
      outcome = new ToolResult("fake", false, "", "cancelled", Optional.empty(), NO_METADATA);
    } catch (Throwable e) {
      failure = e;
    }
    running.decrementAndGet();
    places.release();
    if (failure == null) {
      result.complete(outcome);
    } else {
      result.completeExceptionally(failure);
    }
  }

  private final class Running implements RunningCall {
    private final CompletableFuture<ToolResult> result;
    private final Thread thread;

    Running(CompletableFuture<ToolResult> result, Thread thread) {
      this.result = result;
      this.thread = thread;
    }

    @Override
    public CompletableFuture<ToolResult> result() {
      return result;
    }

    @Override
    public Gauges gauges() {
      return new Gauges(Gauges.Phase.RUNNING, 1, 0, 0, 0, 0);
    }

    @Override
    public void cancel() {
      if (!result.isDone()) {
        cancelled.incrementAndGet();
        thread.interrupt();
      }
    }
  }
}
