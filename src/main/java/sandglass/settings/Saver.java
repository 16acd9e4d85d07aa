package sandglass.settings;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Writes values in the background: the latest wins, and never are two written at once. May be used
 * from any thread.
 *
 * @param <T> a value that does not change
 */
public final class Saver<T> {
  private final Executor background;
  private final Consumer<? super T> write;
  private T waiting;
  private boolean writing;

  /**
   * A saver with nothing to do.
   *
   * @param background runs the writing
   * @param write writes a value, and deals with whatever goes wrong
   */
  public Saver(Executor background, Consumer<? super T> write) {
    this.background = background;
    this.write = write;
  }

  /** Has it written soon, in place of any other that still waits. */
  public void save(T value) {
    synchronized (this) {
      waiting = value;
    }
    try {
      background.execute(this::drain);
    } catch (RejectedExecutionException e) {
      // The executor is closed, so the window is closing: flush() has a thread of its own.
    }
  }

  private void drain() {
    while (true) {
      T next;
      synchronized (this) {
        if (writing || waiting == null) {
          return; // whoever is writing comes back for what waits
        }
        next = waiting;
        waiting = null;
        writing = true;
      }
      try {
        write.accept(next);
      } finally {
        synchronized (this) {
          writing = false;
          notifyAll();
        }
      }
    }
  }

  /**
   * Waits until all is written, however busy the background is.
   *
   * @return false if it took longer, or the thread was interrupted
   */
  public boolean flush(Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    Thread.ofPlatform().daemon().name("sandglass-flush").start(this::drain);
    synchronized (this) {
      while (writing || waiting != null) {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
          return false;
        }
        try {
          wait(millis);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
      return true;
    }
  }
}
