package sandglass.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for SIGTERM or Ctrl+C, and lets the process end with status 0 after what is to be done
 * then. For one thread.
 */
final class StopSignal {
  private static final long MAX_MINUTES = 60;

  private final CountDownLatch told = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "sandglass-stop");

  StopSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stop() {
    told.countDown();
    try {
      if (over.await(MAX_MINUTES, TimeUnit.MINUTES)) {
        // A process that ends by a signal has a status that says so; this one did as it was told.
        Runtime.getRuntime().halt(ExitStatus.OK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the signal. */
  void await() throws InterruptedException {
    told.await();
  }

  /** All is done; to be called in any case. */
  void over() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      over.countDown(); // the machine is stopping, and the hook waits for this
    }
  }
}
