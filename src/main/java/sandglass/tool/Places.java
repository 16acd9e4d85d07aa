package sandglass.tool;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places for calls: so many at once, and so many that wait, first come first served. Safe for use
 * from any thread.
 */
final class Places {
  private final Semaphore free;
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger taken = new AtomicInteger();
  private final int count;
  private final int queue;

  /**
   * @param count how many may be taken at once; 1 or more
   * @param queue how many may wait; 0 or more
   */
  Places(int count, int queue) {
    if (count < 1 || queue < 0) {
      throw new IllegalArgumentException(
          "at least one call at a time, and no fewer than 0 waiting");
    }
    this.count = count;
    this.queue = queue;
    free = new Semaphore(count, true);
  }

  /**
   * Takes a place, and waits for it if need be. Give it back with {@link #give}.
   *
   * @throws ToolException {@link ToolException.Kind#BUSY} if too many wait already
   */
  void take() throws ToolException, InterruptedException {
    if (inside.incrementAndGet() > count + queue) {
      inside.decrementAndGet();
      throw new ToolException(
          ToolException.Kind.BUSY,
          "",
          "%d calls are under way and %d wait, as many as may; try again later"
              .formatted(count, queue));
    }
    try {
      free.acquire();
    } catch (InterruptedException e) {
      inside.decrementAndGet();
      throw e;
    }
    taken.incrementAndGet();
  }

  void give() {
    taken.decrementAndGet();
    inside.decrementAndGet();
    free.release();
  }

  int taken() {
    return taken.get();
  }

  int waiting() {
    return Math.max(0, inside.get() - taken.get());
  }
}
