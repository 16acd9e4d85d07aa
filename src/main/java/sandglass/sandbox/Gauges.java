package sandglass.sandbox;

/**
 * A run's meters at one moment, for a display; the {@link Report} has the exact figures.
 *
 * @param phase what the run is doing
 * @param prepared how far the module is on its way to the engine, from 0 to 1; 1 once the guest
 *     runs
 * @param fuelUsed units used; may lag behind by a slice while a loop makes no calls
 * @param memoryBytes bytes of linear memory now
 * @param elapsedNanos nanoseconds since the run was started
 * @param outputBytes bytes written to stdout and stderr
 */
public record Gauges(
    Phase phase,
    double prepared,
    long fuelUsed,
    long memoryBytes,
    long elapsedNanos,
    long outputBytes) {

  /** What a run is doing. */
  public enum Phase {
    /**
     * Reading, checking, metering and compiling the module, and copying folders; for an interpreter
     * also its start, until it asks for its script.
     */
    PREPARING,
    /** Executing the guest. */
    RUNNING,
    /** The guest waits for stdin. */
    WAITING_FOR_INPUT,
    /** Over; the report is there. */
    ENDED
  }
}
