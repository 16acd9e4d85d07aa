package sandglass.interpreter;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.LinkedBlockingQueue;

/** What a session's guest reads: frame after frame, and never an end. Read by one thread. */
final class SessionInput extends InputStream {
  @SuppressWarnings("ArrayRecordComponent") // handed on once
  private record Frame(byte[] bytes, Runnable taken) {}

  private final LinkedBlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private byte[] frame = {};
  private int at;

  /**
   * @param taken called when the guest begins to read it
   */
  void add(byte[] bytes, Runnable taken) {
    frames.add(new Frame(bytes, taken));
  }

  @Override
  public int read() throws InterruptedIOException {
    await();
    return frame[at++] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws InterruptedIOException {
    if (length == 0) {
      return 0;
    }
    await();
    int count = Math.min(length, frame.length - at);
    System.arraycopy(frame, at, bytes, offset, count);
    at += count;
    return count;
  }

  private void await() throws InterruptedIOException {
    try {
      while (at == frame.length) {
        Frame next = frames.take();
        next.taken().run();
        frame = next.bytes();
        at = 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /** As far as it is known without waiting. */
  @Override
  public int available() {
    Frame next = frames.peek();
    return at < frame.length ? frame.length - at : next == null ? 0 : next.bytes().length;
  }
}
