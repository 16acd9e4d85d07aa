package sandglass.program.python;

import java.math.BigInteger;
import java.util.List;
import sandglass.program.python.Expression.Construct;
import sandglass.program.python.Expression.FloatLiteral;
import sandglass.program.python.Expression.IntLiteral;
import sandglass.program.python.Expression.Outside;

/** Values of numbers, and of the text within quotes. */
final class Literals {
  private static final int MAX_DIGITS = 4300;

  private Literals() {}

  static Expression number(Token token) {
    var digits = token.text().replace("_", "");
    char last = Character.toLowerCase(digits.charAt(digits.length() - 1));
    boolean based =
        digits.length() > 2
            && Character.isLetter(digits.charAt(1))
            && digits.charAt(0) == '0'
            && "xob".indexOf(Character.toLowerCase(digits.charAt(1))) >= 0;
    if (based) {
      int base =
          switch (Character.toLowerCase(digits.charAt(1))) {
            case 'x' -> 16;
            case 'o' -> 8;
            default -> 2;
          };
      return new IntLiteral(token.span(), new BigInteger(digits.substring(2), base));
    }
    if (last == 'j') {
      return new Outside(token.span(), Construct.COMPLEX, List.of());
    }
    if (digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      if (digits.length() > MAX_DIGITS) {
        throw new SyntaxFailure(
            token.span(),
            "Exceeds the limit (4300 digits) for integer string conversion: value has "
                + digits.length()
                + " digits; use sys.set_int_max_str_digits() to increase the limit - Consider"
                + " hexadecimal for huge integer literals to avoid decimal conversion limits.",
            false);
      }
      return new IntLiteral(token.span(), new BigInteger(digits));
    }
    return new FloatLiteral(token.span(), Double.parseDouble(digits));
  }

  /** Text whose escapes are decoded. */
  static final class Decoder {
    private final String text;
    private final StringBuilder result = new StringBuilder();
    private int at;
    // Where it is in what CPython decodes: there a character beyond ASCII takes ten bytes.
    private int bytes;
    private boolean surrogates;
    private String error;

    private boolean warned;

    Decoder(String text) {
      this.text = text;
    }

    /** The text, or null if there is an error. */
    String decode() {
      while (at < text.length() && error == null) {
        char c = text.charAt(at);
        if (c == '\\' && at + 1 < text.length()) {
          escape();
        } else {
          warned |= c == '\\'; // before the brace of a field
          int point = text.codePointAt(at);
          result.appendCodePoint(point);
          at += Character.charCount(point);
          bytes += point < 128 ? 1 : 10;
        }
      }
      return error == null ? result.toString() : null;
    }

    String error() {
      return error;
    }

    /** Whether an escape gave half of a pair, which no text in UTF-8 can hold. */
    boolean surrogates() {
      return surrogates;
    }

    /** Whether CPython warns of an escape. */
    boolean warned() {
      return warned;
    }

    private void escape() {
      char c = text.charAt(at + 1);
      int simple = "\n\\'\"abfnrtv".indexOf(c);
      if (simple >= 0) {
        if (simple > 0) {
          result.append("\0\\'\"\u0007\b\f\n\r\t\u000b".charAt(simple));
        }
        advance(2);
      } else if (c >= '0' && c <= '7') {
        int end = at + 1;
        while (end < text.length()
            && end < at + 4
            && text.charAt(end) >= '0'
            && text.charAt(end) <= '7') {
          end++;
        }
        int code = Integer.parseInt(text, at + 1, end, 8);
        warned |= code > 0377;
        result.append((char) code);
        advance(end - at);
      } else if (c == 'x') {
        hex(2, "truncated \\xXX escape");
      } else if (c == 'u') {
        hex(4, "truncated \\uXXXX escape");
      } else if (c == 'U') {
        hex(8, "truncated \\UXXXXXXXX escape");
      } else if (c == 'N') {
        named();
      } else {
        result.append('\\');
        warned = true;
        advance(1);
      }
    }

    private void advance(int count) {
      at += count;
      bytes += count;
    }

    private void fail(int length, String message) {
      error =
          "(unicode error) 'unicodeescape' codec can't decode bytes in position "
              + bytes
              + "-"
              + (bytes + length - 1)
              + ": "
              + message;
    }

    private void hex(int digits, String message) {
      int end = at + 2;
      long value = 0;
      while (end < text.length() && end < at + 2 + digits) {
        int digit = text.charAt(end) < 128 ? Character.digit(text.charAt(end), 16) : -1;
        if (digit < 0) {
          break;
        }
        value = value * 16 + digit;
        end++;
      }
      if (end < at + 2 + digits) {
        fail(end - at, message);
      } else if (value > Character.MAX_CODE_POINT) {
        fail(end - at, "illegal Unicode character");
      } else {
        surrogates |= value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
        result.appendCodePoint((int) value);
        advance(end - at);
      }
    }

    private void named() {
      int close = text.startsWith("{", at + 2) ? text.indexOf('}', at + 2) : -1;
      if (close < 0) {
        int length = text.startsWith("{", at + 2) ? text.length() - at : 2;
        fail(length, "malformed \\N character escape");
        return;
      }
      if (close == at + 3) {
        fail(4, "malformed \\N character escape");
        return;
      }
      int c = CharacterNames.find(text.substring(at + 3, close));
      if (c < 0) {
        fail(close + 1 - at, "unknown Unicode character name");
        return;
      }
      result.appendCodePoint(c);
      advance(close + 1 - at);
    }
  }
}
