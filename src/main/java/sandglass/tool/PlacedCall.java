package sandglass.tool;

import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import sandglass.sandbox.Gauges;

/**
 * A call that holds a place.
 *
 * @param call the tool's own
 * @param result completes when the place has been given back: who has the result may call again and
 *     find it free
 */
record PlacedCall(RunningCall call, CompletableFuture<ToolResult> result) implements RunningCall {
  @Override
  public Gauges gauges() {
    return call.gauges();
  }

  @Override
  public OptionalLong fuelLimit() {
    return call.fuelLimit();
  }

  @Override
  public void cancel() {
    call.cancel();
  }
}
