package sandglass.tool;

import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import sandglass.sandbox.Gauges;
import sandglass.sandbox.Report;
import sandglass.sandbox.Run;

/** A call that is a run of a guest. */
final class GuestCall implements RunningCall {
  private final Run run;
  private final long fuelLimit;
  private final CompletableFuture<ToolResult> result;

  /**
   * @param fuelLimit the fuel that it may use
   * @param ended is told the report before the result is there
   */
  GuestCall(String tool, Run run, long fuelLimit, Consumer<Report> ended) {
    this.run = run;
    this.fuelLimit = fuelLimit;
    result =
        run.report()
            .thenApply(
                report -> {
                  try {
                    ended.accept(report);
                  } catch (RuntimeException e) {
                    // Whoever watches has a problem of its own; the caller has none.
                  }
                  return ToolResults.of(tool, report);
                });
  }

  @Override
  public CompletableFuture<ToolResult> result() {
    return result.copy();
  }

  @Override
  public Gauges gauges() {
    return run.gauges();
  }

  @Override
  public OptionalLong fuelLimit() {
    return OptionalLong.of(fuelLimit);
  }

  @Override
  public void cancel() {
    run.cancel();
  }
}
