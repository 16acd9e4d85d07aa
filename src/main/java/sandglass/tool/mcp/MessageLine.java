package sandglass.tool.mcp;

import java.io.IOException;
import java.io.InputStream;

/**
 * One line of a stream as a stream of its own, so that a message of many megabytes is parsed while
 * it comes and never held as text. Belongs to one thread.
 */
final class MessageLine extends InputStream {
  /** A line that is longer than allowed. */
  static final class TooLongException extends IOException {
    TooLongException(long max) {
      super("a message may have at most " + max + " bytes");
    }
  }

  private final InputStream in;
  private final long max;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long length;
  private boolean lineEnded = true;
  private boolean streamEnded;

  /**
   * @param max the most bytes that a line may have
   */
  MessageLine(InputStream in, long max) {
    this.in = in;
    this.max = max;
  }

  /**
   * Goes on to the next line, past what was not read of this one; waits for its first byte.
   *
   * @return false at the end of the stream
   */
  boolean next() throws IOException {
    while (!lineEnded) {
      at = untilLineEnd();
      if (at < end) {
        at++;
        lineEnded = true;
      } else if (!fill()) {
        return false;
      }
    }
    if (at == end && !fill()) {
      return false;
    }
    lineEnded = false;
    length = 0;
    return true;
  }

  /** Bytes of this line so far. */
  long length() {
    return length;
  }

  /** Whether the stream ended, with this line or before it. */
  boolean isLast() {
    return streamEnded;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (lineEnded || (at == end && !fill())) {
      return -1;
    }
    int available = Math.min(count, untilLineEnd() - at);
    if (available == 0) {
      at++;
      lineEnded = true;
      return -1;
    }
    length += available;
    if (length > max) {
      throw new TooLongException(max);
    }
    System.arraycopy(buffer, at, into, offset, available);
    at += available;
    return available;
  }

  private int untilLineEnd() {
    int i = at;
    while (i < end && buffer[i] != '\n') {
      i++;
    }
    return i;
  }

  private boolean fill() throws IOException {
    if (streamEnded) {
      return false;
    }
    at = 0;
    end = Math.max(0, in.read(buffer));
    streamEnded = end == 0;
    lineEnded |= streamEnded;
    return !streamEnded;
  }
}
