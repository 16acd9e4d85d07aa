package sandglass.program.wat;

/** How WebAssembly text writes numbers. */
final class WatNumber {
  private final String text;
  private final int end;
  private int at;

  private WatNumber(String text, int start, int end) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  /** Whether the characters from one offset to another are a number, and all of them. */
  static boolean is(String text, int start, int end) {
    return new WatNumber(text, start, end).matches();
  }

  private boolean matches() {
    if (at < end && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
      at++;
    }
    if (rest("inf") || rest("nan") || rest("nan:canonical") || rest("nan:arithmetic")) {
      return true;
    }
    if (skip("nan:0x")) {
      return digits(16) && at == end;
    }
    boolean hex = skip("0x");
    if (!digits(hex ? 16 : 10)) {
      return false;
    }
    if (skip(".")) {
      digits(hex ? 16 : 10);
    }
    if (skip(hex ? "p" : "e") || skip(hex ? "P" : "E")) {
      if (!skip("+")) {
        skip("-");
      }
      if (!digits(10)) {
        return false;
      }
    }
    return at == end;
  }

  private boolean rest(String word) {
    return end - at == word.length() && text.startsWith(word, at);
  }

  private boolean skip(String word) {
    boolean there = end - at >= word.length() && text.startsWith(word, at);
    if (there) {
      at += word.length();
    }
    return there;
  }

  // One or more, with single underscores between them.
  private boolean digits(int radix) {
    int start = at;
    while (at < end
        && (Character.digit(text.charAt(at), radix) >= 0
            || (text.charAt(at) == '_'
                && at > start
                && at + 1 < end
                && Character.digit(text.charAt(at + 1), radix) >= 0))) {
      at++;
    }
    return at > start;
  }
}
