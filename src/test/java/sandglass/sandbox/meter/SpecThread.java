package sandglass.sandbox.meter;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A thread to run guests on. Compiled tail calls are calls to the JVM, so that a script which makes
 * a million of them needs a deep stack; one that means to exhaust the stack needs a shallow one.
 */
final class SpecThread {
  static final long DEEP = 1L << 30;
  static final long SHALLOW = 2L << 20;

  private static final long SECONDS = 120;

  private SpecThread() {}

  static <T> T call(long stackBytes, Callable<T> work) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(null, task, "spec", stackBytes);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new AssertionError("still running after " + SECONDS + " s", e);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }
}
