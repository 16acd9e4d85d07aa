package sandglass.sandbox;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * An interpreter that was started ahead of its run, up to the moment at which it wants its {@link
 * Script}. Serves one run. Every method may be called from any thread and returns at once.
 */
public interface Standby {
  /**
   * Whether a capsule can be run by it: all that is decided before the hand-over is equal, which is
   * everything but the script's content, stdin, the limits and the capsule's name.
   */
  boolean fits(Capsule capsule);

  /** Completes with true when it waits for its script, with false if it never will. */
  CompletableFuture<Boolean> waiting();

  /** Bytes of linear memory that it holds. */
  long memoryBytes();

  /**
   * Runs a capsule that {@link #fits}. If the interpreter is not there yet the run begins as soon
   * as it is.
   *
   * @return empty if it has been taken, or has ended or failed
   */
  Optional<Run> take(Capsule capsule, Streams streams);

  /** Gives it up, unless it was taken. */
  void close();
}
