package sandglass.tool;

import java.util.concurrent.CompletableFuture;
import sandglass.sandbox.Gauges;

/** A tool call under way. Methods may be called from any thread and return at once. */
public interface RunningCall {
  /** Its result; never completes exceptionally because of the guest. */
  CompletableFuture<ToolResult> result();

  /** Fuel and memory now; all zero before the guest runs, and for tools that run none. */
  Gauges gauges();

  /** Stops it within a quarter of a second. Does nothing once it has ended. */
  void cancel();
}
