package sandglass.sandbox.wasi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads the guest's stdin so that the guest's thread can always be interrupted. Bytes that are at
 * hand are read at once. Where a read could block, a daemon thread of this run does it, because
 * some streams, {@code System.in} for one, ignore interruption; the thread ends with {@link
 * #close}, at the latest when its read returns.
 */
final class StdinReader implements AutoCloseable {
  /** Most bytes of one read. */
  static final int MAX_READ = 1 << 20;

  private static final int PUMP_BYTES = 1 << 16;
  private static final byte[] NOTHING = {};

  private final Consumer<Boolean> waiting;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  private Supplier<InputStream> source;
  private volatile InputStream in;

  // Guarded by the lock.
  private byte[] buffer = NOTHING;
  private int start;
  private boolean requested;
  private boolean ended;
  private boolean failed;
  private boolean closed;
  private Thread pump;

  StdinReader(InputStream in, Consumer<Boolean> waiting) {
    this.in = in;
    this.waiting = waiting;
  }

  /**
   * @param source gives the stream when the guest first asks for it, on the guest's thread
   */
  StdinReader(Supplier<InputStream> source, Consumer<Boolean> waiting) {
    this.source = source;
    this.waiting = waiting;
  }

  /** Has the stream there; before the lock is taken, for it may wait long. */
  private void open() {
    if (source != null) {
      in = source.get();
      source = null;
    }
  }

  /**
   * Reads some bytes; none at the end. Waits until there are some.
   *
   * @param max 1 or more
   */
  byte[] read(int max) {
    int count = Math.min(max, MAX_READ);
    open();
    lock.lock();
    try {
      if (!ready()) {
        await(Long.MAX_VALUE);
      }
      if (start < buffer.length) {
        int end = Math.min(buffer.length, start + count);
        var bytes = Arrays.copyOfRange(buffer, start, end);
        start = end;
        return bytes;
      }
      if (failed) {
        throw Errno.EIO.thrown();
      }
      return ended ? NOTHING : readAtHand(count);
    } finally {
      lock.unlock();
    }
  }

  /** Whether a read would return at once. */
  boolean ready() {
    open();
    lock.lock();
    try {
      return pumped() || (!requested && atHand());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until a read would return at once.
   *
   * @param nanos how long at most
   * @return whether it would
   */
  boolean await(long nanos) {
    open();
    lock.lock();
    try {
      if (ready()) {
        return true;
      }
      request();
      waiting.accept(true);
      try {
        long left = nanos;
        while (!pumped() && left > 0) {
          left = changed.awaitNanos(left);
        }
      } finally {
        waiting.accept(false);
      }
      return pumped();
    } catch (InterruptedException e) {
      throw Clocks.interrupted(e);
    } finally {
      lock.unlock();
    }
  }

  private boolean pumped() {
    return start < buffer.length || ended || failed;
  }

  private boolean atHand() {
    try {
      return in instanceof ByteArrayInputStream || in.available() > 0;
    } catch (IOException | RuntimeException e) {
      failed = true;
      return true;
    }
  }

  private byte[] readAtHand(int count) {
    try {
      var bytes =
          new byte[in instanceof ByteArrayInputStream ? Math.min(count, in.available()) : count];
      int read = bytes.length == 0 ? -1 : in.read(bytes);
      ended = read < 0;
      return ended ? NOTHING : read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
    } catch (IOException | RuntimeException e) {
      failed = true;
      throw Errno.EIO.thrown();
    }
  }

  private void request() {
    requested = true;
    if (pump == null) {
      pump = Thread.ofPlatform().daemon().name("sandglass-stdin").unstarted(this::pump);
      pump.start();
    }
    changed.signalAll();
  }

  /** Reads once for each request, until the end of the stream or of the run. */
  private void pump() {
    try {
      var bytes = new byte[PUMP_BYTES];
      while (awaitRequest()) {
        int count = in.read(bytes);
        deliver(count < 0 ? NOTHING : Arrays.copyOf(bytes, count), count < 0, false);
        if (count < 0) {
          break;
        }
      }
    } catch (IOException | RuntimeException e) {
      // The guest learns of it as EIO; whether the stream broke or was closed is all the same.
      deliver(NOTHING, false, true);
    } finally {
      leave();
    }
  }

  /** The last to use the stream closes it. */
  private void leave() {
    boolean last;
    lock.lock();
    try {
      pump = null;
      last = closed;
    } finally {
      lock.unlock();
    }
    if (last) {
      closeStream();
    }
  }

  private boolean awaitRequest() {
    lock.lock();
    try {
      while (!requested && !closed) {
        changed.await();
      }
      return !closed;
    } catch (InterruptedException e) {
      return false; // by close
    } finally {
      lock.unlock();
    }
  }

  private void deliver(byte[] bytes, boolean end, boolean failure) {
    lock.lock();
    try {
      buffer = bytes;
      start = 0;
      ended |= end;
      failed |= failure;
      requested = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets the reading thread go and closes the stream, unless that is the process's own stdin. */
  @Override
  public void close() {
    Thread reader;
    boolean reading;
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      reader = pump;
      reading = requested;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (reader == null) {
      closeStream();
      return;
    }
    reader.interrupt();
    try {
      // So that as a rule it is gone by then; one whose stream ignores it is not waited for.
      reader.join(reading ? 20 : 1000); // milliseconds
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeStream() {
    if (in != null && in != System.in) {
      try {
        in.close();
      } catch (IOException | RuntimeException e) {
        // Nothing was written to it, so nothing is lost.
      }
    }
  }
}
