package sandglass.capsule;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Where a stream first differs from what was expected: the line, with both texts. */
final class StreamDifference {
  private static final String NOTHING = "nothing more";

  private StreamDifference() {}

  static Optional<Difference> of(String field, byte[] expected, byte[] actual) {
    int at = Arrays.mismatch(expected, actual);
    if (at < 0) {
      return Optional.empty();
    }
    int line = 1;
    int start = 0;
    for (int i = 0; i < at; i++) {
      if (expected[i] == '\n') {
        line++;
        start = i + 1;
      }
    }
    String wanted = shown(expected, start, at);
    String found = shown(actual, start, at);
    if (wanted.equals(found)) {
      wanted = isLastByte(expected, at) ? "a line end" : "no line end";
      found = isLastByte(actual, at) ? "a line end" : "no line end";
      if (wanted.equals(found)) {
        wanted = hex(expected, at);
        found = hex(actual, at);
      }
    }
    String place = "line " + line + ": ";
    return Optional.of(new Difference(field, place + wanted, place + found));
  }

  /** Only a line feed is there, at the very end. */
  private static boolean isLastByte(byte[] bytes, int at) {
    return at == bytes.length - 1 && bytes[at] == '\n';
  }

  private static String hex(byte[] bytes, int at) {
    return at < bytes.length ? "byte 0x%02x".formatted(bytes[at] & 0xff) : NOTHING;
  }

  /** The line that begins at {@code start}, so that what stands at {@code at} can be seen. */
  private static String shown(byte[] bytes, int start, int at) {
    if (start == bytes.length) {
      return NOTHING;
    }
    int end = start;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    // The bytes before the place may be half a character; then it is one place off.
    int place =
        new String(bytes, start, Math.min(at, end) - start, StandardCharsets.UTF_8).length();
    return ShortText.quoted(new String(bytes, start, end - start, StandardCharsets.UTF_8), place);
  }
}
