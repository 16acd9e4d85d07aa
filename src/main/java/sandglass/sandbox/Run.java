package sandglass.sandbox;

import java.util.concurrent.CompletableFuture;

/** One execution. Every method may be called from any thread and returns at once. */
public interface Run {

  /** The meters now. */
  Gauges gauges();

  /** Stops the run within 250 ms, whatever the guest does. Does nothing once it has ended. */
  void cancel();

  /**
   * What happened. Never completes exceptionally because of the guest; it completes on the run's
   * own thread or the watchdog's, so dependents that do much belong on an executor.
   */
  CompletableFuture<Report> report();
}
