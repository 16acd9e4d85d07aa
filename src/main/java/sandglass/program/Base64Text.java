package sandglass.program;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads base64 as people paste it: standard or URL-safe alphabet, padding or none, white space
 * anywhere, a {@code data:} prefix.
 */
final class Base64Text {
  private static final String HINT =
      "; paste the base64 text of a .wasm file, such as `base64 FILE.wasm` prints";

  /** Characters that are decoded at once; a multiple of four. */
  private static final int PIECE = 1 << 16;

  private final CharSequence text;
  private int line = 1;
  private int column;

  private Base64Text(CharSequence text) {
    this.text = text;
  }

  /**
   * The bytes.
   *
   * @param maxBytes refused beyond this many bytes, before they are decoded
   */
  static byte[] decode(String name, CharSequence text, long maxBytes) throws ProgramException {
    return new Base64Text(text).decode(name, maxBytes);
  }

  /** Whether the text consists of base64 characters and white space, and of at least one. */
  static boolean looksLike(CharSequence text) {
    boolean some = false;
    for (int i = start(text); i < text.length(); i++) {
      char c = text.charAt(i);
      if (value(c) < 0 && c != '=' && !Character.isWhitespace(c)) {
        return false;
      }
      some |= value(c) >= 0;
    }
    return some;
  }

  private byte[] decode(String name, long maxBytes) throws ProgramException {
    int start = start(text);
    for (int i = 0; i < start; i++) {
      advance(text.charAt(i));
    }
    if ((text.length() - (long) start) / 4 * 3 > maxBytes && decodedBytes(start) > maxBytes) {
      throw InputFile.tooLarge(name, decodedBytes(start), maxBytes);
    }
    if (text instanceof String whole) {
      var fast = fast(whole, start);
      if (fast.isPresent()) {
        return fast.get();
      }
    }
    var out = new ByteArrayOutputStream((text.length() - start) / 4 * 3 + 3);
    int bits = 0;
    int digits = 0;
    int padding = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      advance(c);
      if (Character.isWhitespace(c)) {
        continue;
      }
      int value = value(c);
      if (c == '=') {
        padding++;
        if (padding > 2 || digits < 2 || digits + padding > 4) {
          throw refuse(name, "padding (=) where none belongs");
        }
        continue;
      }
      if (value < 0) {
        throw refuse(name, describe(i) + " is not a base64 character");
      }
      if (padding > 0) {
        throw refuse(name, "'" + c + "' follows the padding (=), which ends the text");
      }
      bits = bits << 6 | value;
      if (++digits == 4) {
        out.write(bits >> 16);
        out.write(bits >> 8);
        out.write(bits);
        digits = 0;
        bits = 0;
      }
    }
    finish(name, out, bits, digits, padding);
    return out.toByteArray();
  }

  /**
   * What programs write: the standard alphabet and no white space. A module of 50 MB takes a tenth
   * of the time, and no copy but in pieces; empty where the text is any other.
   */
  private static Optional<byte[]> fast(String text, int start) {
    int end = text.length();
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int length = end - start;
    if (length == 0 || length % 4 != 0) {
      return Optional.empty();
    }
    int padding = text.charAt(end - 1) != '=' ? 0 : text.charAt(end - 2) != '=' ? 1 : 2;
    var out = new byte[length / 4 * 3 - padding];
    int at = 0;
    try {
      for (int from = start; from < end; from += PIECE) {
        int to = Math.min(from + PIECE, end);
        byte[] piece =
            Base64.getDecoder()
                .decode(text.substring(from, to).getBytes(StandardCharsets.ISO_8859_1));
        if (to < end && piece.length != PIECE / 4 * 3) {
          return Optional.empty(); // padding before the end
        }
        System.arraycopy(piece, 0, out, at, piece.length);
        at += piece.length;
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // the careful way says what is wrong
    }
    return Optional.of(out);
  }

  private void finish(String name, ByteArrayOutputStream out, int bits, int digits, int padding)
      throws ProgramException {
    if (digits == 1 || (padding > 0 && digits + padding != 4)) {
      throw refuse(name, "the base64 text ends in the middle of a byte, some of it is missing");
    }
    if (digits >= 2) {
      bits <<= 6 * (4 - digits);
      out.write(bits >> 16);
      if (digits == 3) {
        out.write(bits >> 8);
      }
    }
    if (out.size() == 0) {
      throw new ProgramException.Rejected(name, "the base64 text is empty" + HINT);
    }
  }

  private long decodedBytes(int start) {
    long digits = 0;
    for (int i = start; i < text.length(); i++) {
      if (value(text.charAt(i)) >= 0) {
        digits++;
      }
    }
    return digits * 3 / 4;
  }

  private ProgramException refuse(String name, String cause) {
    int shown = Math.max(column, 1);
    return new ProgramException.InSource(
        name, List.of(new SourceError(line, shown, 1, cause + HINT)));
  }

  private String describe(int index) {
    int c = Character.codePointAt(text, index);
    return c < ' ' || Character.getType(c) == Character.CONTROL
        ? String.format(Locale.ROOT, "U+%04X", c)
        : "'" + Character.toString(c) + "'";
  }

  private void advance(char c) {
    if (newLine) {
      line++;
      column = 0;
    }
    newLine = c == '\n';
    if (!Character.isLowSurrogate(c)) {
      column++;
    }
  }

  private boolean newLine;

  /** Behind a byte order mark, white space and a {@code data:} prefix. */
  private static int start(CharSequence text) {
    int at = 0;
    while (at < text.length()
        && (text.charAt(at) == '\uFEFF' || Character.isWhitespace(text.charAt(at)))) {
      at++;
    }
    int head = Math.min(text.length(), at + 200);
    String prefix = text.subSequence(at, head).toString();
    int comma = prefix.indexOf(',');
    boolean data = prefix.regionMatches(true, 0, "data:", 0, 5);
    return data && comma >= 0 && prefix.substring(0, comma).endsWith(";base64")
        ? at + comma + 1
        : at;
  }

  private static int value(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return switch (c) {
      case '+', '-' -> 62;
      case '/', '_' -> 63;
      default -> -1;
    };
  }
}
