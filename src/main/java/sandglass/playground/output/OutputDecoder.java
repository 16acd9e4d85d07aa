package sandglass.playground.output;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Makes lines of a guest's bytes, however they are cut. They are read as UTF-8; what is none
 * becomes U+FFFD. {@code \n} and {@code \r\n} end a line, and {@code \r} alone lets what follows
 * take the line's place, as progress bars want it. Tabs stay; other control characters become their
 * pictures (␀ ␛ ␡), and those that would break lines or turn the direction of text become such as
 * {@code <U+202E>}. Not safe for use by several threads.
 */
final class OutputDecoder {
  /** Longest line, nearly: a longer one is broken, and goes on in the next. */
  static final int MAX_LINE_CHARS = 10_000;

  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final CharBuffer chars = CharBuffer.allocate(1024);
  private byte[] split = {};
  private final StringBuilder line = new StringBuilder();
  private long lineBytes;
  private boolean returned;

  /** Adds the lines that end in these bytes. */
  void decode(byte[] bytes, int offset, int length, LineRing lines) {
    int at = offset;
    int end = offset + length;
    while (at < end) {
      int next = split.length == 0 ? plainEnd(bytes, at, end) : at;
      if (next > at) {
        plain(bytes, at, next, lines);
      } else if (split.length == 0 && (bytes[at] == '\n' || bytes[at] == '\r')) {
        next = at + 1;
        lineBytes++;
        put((char) bytes[at], lines);
      } else {
        next = strangeEnd(bytes, at, end);
        strange(bytes, at, next, lines);
      }
      at = next;
    }
  }

  /** The bytes are over: what is left of an unfinished character is none. */
  void finish(LineRing lines) {
    lineBytes += split.length;
    var in = ByteBuffer.wrap(split);
    utf8.decode(in, chars, true);
    utf8.flush(chars);
    put(lines);
    utf8.reset();
    split = new byte[0];
  }

  /** The line that has not ended yet, as far as it is known. */
  String open() {
    return line.toString();
  }

  /** Forgets the line that has not ended yet. */
  void forgetLine() {
    line.setLength(0);
    lineBytes = 0;
    returned = false;
  }

  private static int plainEnd(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && isPlain(bytes[at])) {
      at++;
    }
    return at;
  }

  private static int strangeEnd(byte[] bytes, int from, int end) {
    int at = from + 1;
    while (at < end && !isPlain(bytes[at]) && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }

  private static boolean isPlain(byte b) {
    return (b >= ' ' && b < 0x7f) || b == '\t';
  }

  private void plain(byte[] bytes, int from, int end, LineRing lines) {
    if (returned) {
      startAnew();
    }
    int at = from;
    while (at < end) {
      if (line.length() >= MAX_LINE_CHARS) {
        endLine(lines, true);
      }
      int count = Math.min(end - at, MAX_LINE_CHARS - line.length());
      line.append(new String(bytes, at, count, StandardCharsets.ISO_8859_1));
      lineBytes += count;
      at += count;
    }
  }

  private void strange(byte[] bytes, int from, int end, LineRing lines) {
    var in = ByteBuffer.allocate(split.length + end - from);
    in.put(split).put(bytes, from, end - from).flip();
    boolean more = true;
    while (more) {
      int before = in.position();
      more = utf8.decode(in, chars, false).isOverflow();
      lineBytes += in.position() - before;
      put(lines);
    }
    split = new byte[in.remaining()];
    in.get(split);
  }

  private void put(LineRing lines) {
    chars.flip();
    while (chars.hasRemaining()) {
      put(chars.get(), lines);
    }
    chars.clear();
  }

  private void put(char c, LineRing lines) {
    if (c == '\n') {
      endLine(lines, false);
    } else if (c == '\r') {
      returned = true;
    } else {
      if (returned) {
        startAnew();
      }
      if (line.length() >= MAX_LINE_CHARS && !Character.isLowSurrogate(c)) {
        endLine(lines, true);
      }
      appendVisibly(c);
    }
  }

  private void startAnew() {
    line.setLength(0);
    returned = false;
  }

  private void endLine(LineRing lines, boolean goesOn) {
    lines.add(line.toString(), lineBytes, goesOn);
    forgetLine();
  }

  private void appendVisibly(char c) {
    if (c < ' ' && c != '\t') {
      line.append((char) (0x2400 + c));
    } else if (c == 0x7f) {
      line.append('\u2421');
    } else if (isMisleading(c)) {
      line.append("<U+%04X>".formatted((int) c));
    } else {
      line.append(c);
    }
  }

  private static boolean isMisleading(char c) {
    return (c >= 0x80 && c < 0xa0) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  }
}
