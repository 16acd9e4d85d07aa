package sandglass.tool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import sandglass.sandbox.Report;

/** Passes a stream on, and keeps its head as a report does. Written by one thread at a time. */
final class Capture extends OutputStream {
  private final OutputStream live;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long dropped;

  Capture(OutputStream live) {
    this.live = live;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    synchronized (this) {
      int count = Math.min(length, Report.CAPTURED_BYTES - kept.size());
      kept.write(bytes, offset, count);
      dropped += length - count;
    }
    live.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    live.flush();
  }

  synchronized Report.Captured captured() {
    return new Report.Captured(kept.toByteArray(), dropped);
  }
}
