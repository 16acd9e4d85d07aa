package sandglass.tool.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import sandglass.data.Node;
import sandglass.sandbox.Gauges;
import sandglass.sandbox.Streams;
import sandglass.tool.RunningCall;
import sandglass.tool.ToolCall;
import sandglass.tool.ToolCaller;
import sandglass.tool.ToolDescription;
import sandglass.tool.ToolException;
import sandglass.tool.ToolResult;

/**
 * Tools that do as the test says: {@code echo} gives its {@code text} back, {@code spin} runs until
 * it is cancelled, {@code fail} fails, {@code break} throws. Two places for all of them.
 */
final class FakeTools implements ToolCaller {
  final Semaphore places = new Semaphore(2);
  final CountDownLatch spinning = new CountDownLatch(1);
  final CountDownLatch cancelled = new CountDownLatch(1);
  private final AtomicLong fuel = new AtomicLong();

  @Override
  public List<ToolDescription> tools() {
    return List.of(tool("echo"), tool("spin"), tool("fail"), tool("break"));
  }

  private static ToolDescription tool(String name) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    return new ToolDescription(name, "A tool that is called " + name + ".", schema);
  }

  @Override
  public RunningCall start(ToolCall call, Streams live) throws ToolException, InterruptedException {
    return switch (call.tool()) {
      case "echo" -> RunningCall.done(resultOf("echo", true, text(call), ""));
      case "fail" -> RunningCall.done(resultOf("fail", false, "half of it", "the guest trapped"));
      case "break" -> throw new IllegalStateException("broken\nin two lines");
      default -> spin();
    };
  }

  private static String text(ToolCall call) throws ToolException {
    var field = call.parameters().fields().get("text");
    if (field == null || !(field.value() instanceof Node.Text text)) {
      throw new ToolException(
          ToolException.Kind.INVALID, "parameters.text", "must be a text; give one");
    }
    return text.value();
  }

  private RunningCall spin() throws InterruptedException {
    places.acquire();
    var result = new CompletableFuture<ToolResult>();
    spinning.countDown();
    return new RunningCall() {
      @Override
      public CompletableFuture<ToolResult> result() {
        return result;
      }

      @Override
      public Gauges gauges() {
        return new Gauges(Gauges.Phase.RUNNING, 1, fuel.addAndGet(1_000), 65_536, 0, 0);
      }

      @Override
      public OptionalLong fuelLimit() {
        return OptionalLong.of(1_000_000);
      }

      @Override
      public void cancel() {
        if (result.complete(resultOf("spin", false, "", "cancelled"))) {
          places.release();
          cancelled.countDown();
        }
      }
    };
  }

  private static ToolResult resultOf(String tool, boolean success, String output, String error) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode().put("fuel_used", 12);
    return new ToolResult(
        tool, success, output, error, success ? Optional.of(0) : Optional.empty(), metadata);
  }
}
