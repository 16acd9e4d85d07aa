package sandglass.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import sandglass.sandbox.Quantities;

/**
 * The lines of a stream, each when it is there, the next not before it is asked for. A line that is
 * too long is passed over, and said to be. For one thread.
 */
final class BoundedLines {
  private final InputStream in;
  private final long maxBytes;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private int number;

  /**
   * @param maxBytes of a line
   */
  BoundedLines(InputStream in, long maxBytes) {
    this.in = in;
    this.maxBytes = Math.min(maxBytes, Integer.MAX_VALUE - 64);
  }

  /**
   * A line.
   *
   * @param number from 1
   * @param text without its end; what there was of it where it has a problem
   * @param problem why it cannot be read, or null
   */
  record Line(int number, String text, String problem) {
    boolean isBlank() {
      return problem == null && text.isBlank();
    }
  }

  /** The next line; empty at the end. */
  Optional<Line> next() throws IOException {
    var line = new ByteArrayOutputStream(0);
    long dropped = 0;
    boolean any = false;
    while (fill()) {
      any = true;
      int stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      int length = stop - at;
      if (line.size() + (long) length <= maxBytes && dropped == 0) {
        line.write(buffer, at, length);
      } else {
        dropped += length;
      }
      at = stop;
      if (stop < end) {
        at++;
        break;
      }
    }
    return any ? Optional.of(line(line, dropped)) : Optional.empty();
  }

  private Line line(ByteArrayOutputStream bytes, long dropped) {
    number++;
    if (dropped > 0) {
      return new Line(
          number,
          "",
          "has more than the %s that a call may have; send less, or raise the module size limit"
              .formatted(Quantities.formatBytes(maxBytes)));
    }
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer given = ByteBuffer.wrap(bytes.toByteArray());
    try {
      return new Line(number, decoder.decode(given).toString(), null);
    } catch (CharacterCodingException e) {
      return new Line(
          number, "", "is not UTF-8 from byte %,d on; send UTF-8".formatted(given.position()));
    }
  }

  private boolean fill() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, in.read(buffer));
    }
    return at < end;
  }
}
