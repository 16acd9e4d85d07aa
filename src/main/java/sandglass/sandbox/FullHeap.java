package sandglass.sandbox;

import java.util.concurrent.locks.LockSupport;

/**
 * Gets by with a Java heap that a guest has used up. What the guest held goes when it ends, but not
 * at once, and another guest may be using up the heap meanwhile; the end of a run must not be lost
 * to that.
 */
final class FullHeap {
  private static final int TRIES = 250;
  private static final long PAUSE_NANOS = 20_000_000;

  private FullHeap() {}

  /**
   * Does some work, and does it again for up to some five seconds while the heap has no room for
   * it.
   *
   * @param work may be done in part and again
   * @throws OutOfMemoryError where there was no room to the end
   */
  static void outlast(Runnable work) {
    outlast(work, TRIES);
  }

  static void outlast(Runnable work, int most) {
    for (int tries = 1; ; tries++) {
      try {
        work.run();
        return;
      } catch (OutOfMemoryError e) {
        if (tries == most) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() {
    boolean interrupted = Thread.interrupted(); // or there would be no pause
    LockSupport.parkNanos(PAUSE_NANOS);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
