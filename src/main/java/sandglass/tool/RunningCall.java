package sandglass.tool;

import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import sandglass.sandbox.Gauges;

/** A tool call under way. Methods may be called from any thread and return at once. */
public interface RunningCall {
  /** Its result; never completes exceptionally because of the guest. */
  CompletableFuture<ToolResult> result();

  /** Fuel and memory now; all zero before the guest runs, and for tools that run none. */
  Gauges gauges();

  /** The fuel that it may use, so that a display can say how far it is; empty where none runs. */
  default OptionalLong fuelLimit() {
    return OptionalLong.empty();
  }

  /** Stops it within a quarter of a second. Does nothing once it has ended. */
  void cancel();

  /** A call that is over already, of a tool that runs no guest. */
  static RunningCall done(ToolResult result) {
    return new RunningCall() {
      @Override
      public CompletableFuture<ToolResult> result() {
        return CompletableFuture.completedFuture(result);
      }

      @Override
      public Gauges gauges() {
        return new Gauges(Gauges.Phase.ENDED, 1, 0, 0, 0, 0);
      }

      @Override
      public void cancel() {}
    };
  }
}
