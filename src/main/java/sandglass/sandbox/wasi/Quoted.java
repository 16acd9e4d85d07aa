package sandglass.sandbox.wasi;

import java.nio.charset.StandardCharsets;

/** Guest bytes as quoted text: escaped, and cut short. */
final class Quoted {
  /** Most characters between the quotes. */
  static final int MAX_CHARS = 80;

  private Quoted() {}

  /**
   * The bytes as UTF-8 in quotes, {@code …} behind if cut; or their address if they lie outside of
   * the memory.
   *
   * @param length unsigned 32-bit
   */
  static String of(GuestMemory memory, int pointer, long length) {
    long bytes = length & 0xffff_ffffL;
    if (!memory.holds(Integer.toUnsignedLong(pointer), bytes)) {
      return "0x" + Integer.toHexString(pointer) + "+" + bytes;
    }
    // Four bytes a character at most, and one more character to know that there is more.
    int read = (int) Math.min(bytes, 4L * (MAX_CHARS + 1));
    return of(new String(memory.readBytes(pointer, read), StandardCharsets.UTF_8), read < bytes);
  }

  private static String of(String text, boolean more) {
    var quoted = new StringBuilder("\"");
    int end =
        text.offsetByCodePoints(0, Math.min(MAX_CHARS, text.codePointCount(0, text.length())));
    text.codePoints().limit(MAX_CHARS).forEach(c -> escape(quoted, c));
    quoted.append('"');
    return more || end < text.length() ? quoted.append('…').toString() : quoted.toString();
  }

  private static void escape(StringBuilder out, int c) {
    switch (c) {
      case 0 -> out.append("\\0");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      default -> {
        if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
          out.append(String.format("\\u{%x}", c));
        } else {
          out.appendCodePoint(c);
        }
      }
    }
  }
}
