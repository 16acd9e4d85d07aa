package sandglass.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import sandglass.sandbox.Report.Captured;
import sandglass.sandbox.wasi.Output;

/**
 * One of a guest's two output streams: kept up to {@value Report#CAPTURED_BYTES} bytes, passed on
 * live, and counted together with the other against the limit. Written by the guest's thread.
 */
final class GuestOutput implements Output {
  private final AtomicLong written;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private OutputStream live;
  private long limit;
  private long dropped;

  /**
   * @param live gets every byte up to the limit
   * @param written bytes of both streams so far
   * @param limit for both together
   */
  GuestOutput(OutputStream live, AtomicLong written, long limit) {
    this.live = live;
    this.written = written;
    this.limit = limit;
  }

  /** Passes on to another stream, what was kept first, and under another limit. */
  void restart(OutputStream newLive, long newLimit) {
    live = newLive;
    limit = newLimit;
    byte[] kept = captured().bytes();
    if (kept.length > 0) {
      passOn(kept, 0, kept.length);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    long before = written.get();
    int allowed = Math.clamp(limit - before, 0, length);
    written.set(before + allowed);
    capture(bytes, offset, length, allowed);
    passOn(bytes, offset, allowed);
    if (allowed < length) {
      throw new LimitException();
    }
  }

  private void passOn(byte[] bytes, int offset, int length) {
    try {
      live.write(bytes, offset, length);
      live.flush();
    } catch (IOException | RuntimeException e) { // the consumer's fault, whichever it is
      throw new ClosedException(e);
    }
  }

  private synchronized void capture(byte[] bytes, int offset, int length, int allowed) {
    int kept = Math.min(allowed, Report.CAPTURED_BYTES - head.size());
    head.write(bytes, offset, kept);
    dropped += length - kept;
  }

  synchronized Captured captured() {
    return new Captured(head.toByteArray(), dropped);
  }

  /** Ends a guest that has written too much. */
  static final class LimitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LimitException() {
      super("output limit", null, false, false);
    }
  }

  /** Ends a guest whose output nobody takes any more. */
  static final class ClosedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ClosedException(Exception cause) {
      super("output closed", cause, false, false);
    }
  }
}
