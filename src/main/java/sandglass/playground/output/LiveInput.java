package sandglass.playground.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Objects;

/** What was typed and not read yet. A read waits for more, and ends on interrupt. */
final class LiveInput extends InputStream {
  /** Most bytes that wait to be read. */
  static final int MAX_WAITING = 1 << 20;

  private final Runnable closed;
  private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
  private int start;
  private int available;
  private boolean ended;

  /**
   * @param closed called once on the thread that closes it
   */
  LiveInput(Runnable closed) {
    this.closed = closed;
  }

  /** Queues bytes; false if too many wait already, or it has ended. */
  synchronized boolean send(byte[] bytes) {
    if (ended || bytes.length > MAX_WAITING - available) {
      return false;
    }
    if (bytes.length > 0) {
      waiting.add(bytes);
      available += bytes.length;
      notifyAll();
    }
    return true;
  }

  /** After what is queued comes the end. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public synchronized int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    try {
      while (available == 0 && !ended) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for input");
    }
    if (available == 0) {
      return -1;
    }
    int count = 0;
    while (count < length && available > 0) {
      byte[] next = waiting.element();
      int part = Math.min(length - count, next.length - start);
      System.arraycopy(next, start, target, offset + count, part);
      count += part;
      start += part;
      available -= part;
      if (start == next.length) {
        waiting.remove();
        start = 0;
      }
    }
    return count;
  }

  @Override
  public synchronized int available() {
    return available;
  }

  @Override
  public void close() {
    synchronized (this) {
      ended = true;
      waiting.clear();
      start = 0;
      available = 0;
      notifyAll();
    }
    closed.run();
  }
}
