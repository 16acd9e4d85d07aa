package sandglass.tool.mcp;

import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.util.Locale;
import java.util.OptionalLong;
import sandglass.sandbox.Gauges;
import sandglass.sandbox.Quantities;

/**
 * Tells a client how far its call is: units of fuel, of the limit where that is known. Each figure
 * is above the last, as the protocol wants it; nothing is sent to a client that did not ask.
 * Belongs to one thread.
 */
final class Progress {
  private final McpAsyncServerExchange exchange;
  private final Object token;
  private double last = -1;

  Progress(McpAsyncServerExchange exchange, CallToolRequest request) {
    this.exchange = exchange;
    this.token = request.progressToken();
  }

  /**
   * Sends the meters, if they moved.
   *
   * @param limit the fuel that it may use
   */
  void report(Gauges gauges, OptionalLong limit) {
    boolean preparing = gauges.phase() == Gauges.Phase.PREPARING;
    // Below the first unit of fuel there is room for what comes before it.
    double now = preparing ? Math.min(gauges.prepared(), 0.999) : Math.max(1, gauges.fuelUsed());
    if (token == null || now <= last || gauges.phase() == Gauges.Phase.ENDED) {
      return;
    }
    last = now;
    exchange
        .progressNotification(
            new ProgressNotification(
                token,
                now,
                limit.isPresent() ? (double) Math.max(limit.getAsLong(), (long) now) : null,
                preparing ? preparing(gauges) : running(gauges),
                null))
        .subscribe(_ -> {}, _ -> {});
  }

  private static String preparing(Gauges gauges) {
    return String.format(Locale.ROOT, "preparing the module, %.0f%%", gauges.prepared() * 100);
  }

  private static String running(Gauges gauges) {
    return Quantities.formatCount(gauges.fuelUsed())
        + " units of fuel, "
        + Quantities.formatBytes(gauges.memoryBytes())
        + " of memory";
  }
}
