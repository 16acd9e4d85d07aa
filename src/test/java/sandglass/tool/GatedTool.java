package sandglass.tool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import sandglass.data.Fields;
import sandglass.sandbox.Gauges;
import sandglass.sandbox.Streams;

/** A tool whose calls take a name, and are over when the test says so or they are cancelled. */
final class GatedTool implements Tool {
  final List<String> started = new CopyOnWriteArrayList<>();
  final List<CompletableFuture<ToolResult>> calls = new CopyOnWriteArrayList<>();
  final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger now = new AtomicInteger();
  volatile boolean open;
  volatile boolean closed;

  @Override
  public ToolDescription description() {
    return new ToolDescription("gated", "Waits.", JsonNodeFactory.instance.objectNode());
  }

  @Override
  public RunningCall start(Fields parameters, Streams live) throws ToolException {
    String name = parameters.requiredText("name");
    ToolException.check(parameters);
    started.add(name);
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    var result = new CompletableFuture<ToolResult>();
    var _ = result.whenComplete((_, _) -> now.decrementAndGet());
    calls.add(result);
    if (open) {
      result.completeAsync(() -> made(name, true));
    }
    return new RunningCall() {
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
        result.complete(made("cancelled", false));
      }
    };
  }

  /** Ends a call. */
  void finish(int index) {
    calls.get(index).complete(made(started.get(index), true));
  }

  private static ToolResult made(String output, boolean success) {
    return new ToolResult(
        "gated", success, output, "", Optional.empty(), JsonNodeFactory.instance.objectNode());
  }

  @Override
  public void close() {
    closed = true;
  }
}
