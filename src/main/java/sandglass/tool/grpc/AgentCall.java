package sandglass.tool.grpc;

import sandglass.sandbox.Streams;
import sandglass.tool.RunningCall;
import sandglass.tool.ToolCall;
import sandglass.tool.ToolCaller;
import sandglass.tool.ToolException;

/**
 * One call, from before it has a place until its guest has ended; it can be stopped at any time.
 * {@link #start} is for one thread, the other methods for any.
 */
final class AgentCall {
  private Thread starting;
  private RunningCall running;
  private boolean cancelled;

  /**
   * Starts the call; waits for a place if need be.
   *
   * @throws InterruptedException if it was cancelled before it had started
   */
  RunningCall start(ToolCaller tools, ToolCall call, Streams live)
      throws ToolException, InterruptedException {
    synchronized (this) {
      if (cancelled) {
        throw new InterruptedException();
      }
      starting = Thread.currentThread();
    }
    try {
      RunningCall started = tools.start(call, live);
      synchronized (this) {
        running = started;
        if (cancelled) {
          started.cancel();
        }
      }
      return started;
    } finally {
      synchronized (this) {
        starting = null;
        // An interrupt that came too late must not end the waiting for the result.
        boolean _ = Thread.interrupted();
      }
    }
  }

  /** Stops it, whether it waits or runs. Returns at once. */
  synchronized void cancel() {
    cancelled = true;
    if (running != null) {
      running.cancel();
    } else if (starting != null) {
      starting.interrupt();
    }
  }

  /** Whether its guest has been started. */
  synchronized boolean isStarted() {
    return running != null;
  }
}
