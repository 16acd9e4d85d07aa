package sandglass.capsule;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import sandglass.sandbox.wasi.Stdin;

/**
 * A stdin that remembers what was read from it, so that what came live or through a pipe gets into
 * a capsule. What was read ahead for the guest counts as read. Safe for use from any thread.
 */
public final class RecordedStdin {
  /** More is seldom wanted, and too much for a capsule that people look at. */
  public static final int MAX_BYTES = 16 << 20;

  private final Stdin from;
  private final int maxBytes;
  private ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean whole = true;

  /**
   * @param from where the bytes come from
   * @param maxBytes how many are remembered
   */
  public RecordedStdin(Stdin from, int maxBytes) {
    this.from = from;
    this.maxBytes = maxBytes;
  }

  /** For the guest. What it opens again is remembered from its beginning. */
  public Stdin stdin() {
    return new Stdin(
        () -> {
          InputStream in = from.open().open();
          restart();
          return new Recording(in);
        });
  }

  /** What was read so far, the first {@code maxBytes} bytes. */
  public synchronized byte[] bytes() {
    return kept.toByteArray();
  }

  /** Whether all that was read was remembered. */
  public synchronized boolean isWhole() {
    return whole;
  }

  private synchronized void restart() {
    kept = new ByteArrayOutputStream();
    whole = true;
  }

  private synchronized void keep(byte[] bytes, int offset, int length) {
    int count = Math.min(length, maxBytes - kept.size());
    kept.write(bytes, offset, count);
    whole &= count == length;
  }

  private final class Recording extends FilterInputStream {
    Recording(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read >= 0) {
        keep(new byte[] {(byte) read}, 0, 1);
      }
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      if (count > 0) {
        keep(bytes, offset, count);
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      if (in != System.in) { // which is the process's, and not the guest's to close
        super.close();
      }
    }
  }
}
