package sandglass.cli;

import java.io.IOException;
import java.io.OutputStream;

/** Passes a guest's bytes on, and remembers when nobody reads them any more. */
final class GuestOutput extends OutputStream {
  private final OutputStream out;
  private volatile boolean broken;

  GuestOutput(OutputStream out) {
    this.out = out;
  }

  /** Whether a write has failed, because the reader has gone. */
  boolean isBroken() {
    return broken;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
      out.flush();
    } catch (IOException e) {
      broken = true;
      throw e;
    }
  }
}
