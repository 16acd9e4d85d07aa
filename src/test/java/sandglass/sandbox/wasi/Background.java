package sandglass.sandbox.wasi;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assertions;

/** A call on a thread of its own, to be interrupted. */
final class Background {
  private final FutureTask<?> task;
  private final Thread thread;

  private Background(Callable<?> call) {
    task = new FutureTask<>(call);
    thread = Thread.ofPlatform().daemon().start(task);
  }

  static Background run(Callable<?> call) {
    return new Background(call);
  }

  /** Waits until the thread is blocked or asleep. */
  Background awaitBlocked() throws InterruptedException {
    for (int i = 0; i < 1000; i++) {
      var state = thread.getState();
      if (state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING) {
        return this;
      }
      Thread.sleep(Duration.ofMillis(5));
    }
    throw new AssertionError("never blocked: " + thread.getState());
  }

  /** Interrupts it and gives what it then throws. */
  Throwable interrupted() throws InterruptedException {
    thread.interrupt();
    return failure();
  }

  Throwable failure() throws InterruptedException {
    try {
      task.get(10, TimeUnit.SECONDS);
      throw new AssertionError("it returned");
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (TimeoutException e) {
      return Assertions.fail("it still runs", e);
    }
  }

  Object result() throws Exception {
    return task.get(10, TimeUnit.SECONDS);
  }
}
