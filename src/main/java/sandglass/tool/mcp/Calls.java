package sandglass.tool.mcp;

import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import sandglass.sandbox.Streams;
import sandglass.tool.ToolCall;
import sandglass.tool.ToolCaller;
import sandglass.tool.ToolException;
import sandglass.tool.ToolResultJson;

/**
 * The calls under way, each on a thread of its own, which an interrupt ends: whether it waits for
 * its place, loads the module or waits for the guest. May be used from any thread.
 */
final class Calls {
  /** Four times a second the client is told how far it is. */
  private static final long PROGRESS_MILLIS = 250;

  private final ToolCaller caller;
  private final BooleanSupplier progressing;
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  /**
   * @param progressing whether the client keeps up with being told how far its calls are
   */
  Calls(ToolCaller caller, BooleanSupplier progressing) {
    this.caller = caller;
    this.progressing = progressing;
  }

  /** One call, made when it is subscribed to, and stopped when nobody waits for it any more. */
  Mono<CallToolResult> call(McpAsyncServerExchange exchange, CallToolRequest request) {
    return Mono.create(
        sink -> {
          var thread =
              Thread.ofPlatform()
                  .name("sandglass-mcp-call")
                  .daemon()
                  .unstarted(() -> work(exchange, request, sink));
          threads.add(thread);
          sink.onCancel(thread::interrupt);
          thread.start();
        });
  }

  /** Stops all calls, and waits until they are answered or the time is over. */
  void cancelAll(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    var all = Set.copyOf(threads);
    all.forEach(Thread::interrupt);
    try {
      for (var thread : all) {
        boolean _ = thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(
      McpAsyncServerExchange exchange, CallToolRequest request, MonoSink<CallToolResult> sink) {
    try {
      sink.success(answer(exchange, request));
    } catch (ToolException e) {
      if (e.kind() == ToolException.Kind.UNKNOWN_TOOL) {
        sink.error(
            McpError.builder(McpSchema.ErrorCodes.INVALID_PARAMS).message(e.getMessage()).build());
      } else {
        sink.success(Answers.of(ToolResultJson.refused(request.name(), e)));
      }
    } catch (InterruptedException e) {
      sink.success(Answers.failed("cancelled before it ran"));
    } catch (ExecutionException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
      sink.error(
          McpError.builder(McpSchema.ErrorCodes.INTERNAL_ERROR)
              .message("internal error: " + cause)
              .build());
    } finally {
      threads.remove(Thread.currentThread());
    }
  }

  private CallToolResult answer(McpAsyncServerExchange exchange, CallToolRequest request)
      throws ToolException, InterruptedException, ExecutionException {
    var arguments = request.arguments() == null ? Map.<String, Object>of() : request.arguments();
    var running =
        caller.start(new ToolCall(request.name(), MapNodes.tree(arguments)), Streams.NONE);
    var progress = new Progress(exchange, request);
    boolean wanted = true;
    while (true) {
      try {
        return Answers.of(running.result().get(PROGRESS_MILLIS, TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        if (wanted && progressing.getAsBoolean()) {
          progress.report(running.gauges(), running.fuelLimit());
        }
      } catch (InterruptedException e) {
        wanted = false;
        running.cancel(); // its result says so
      }
    }
  }
}
