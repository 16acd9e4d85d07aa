package sandglass.program.python;

/** Finds the end of a number, as CPython's tokenizer does. */
final class NumberScanner {
  private final SourceText source;
  private final String text;
  private int at;

  NumberScanner(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Where the number that starts there ends; the next character is a digit, or a point and one. */
  int end(int start) {
    at = start;
    if (peek() == '0') {
      at++;
      switch (peek()) {
        case 'x', 'X' -> based("hexadecimal", 16);
        case 'o', 'O' -> based("octal", 8);
        case 'b', 'B' -> based("binary", 2);
        default -> zero(start);
      }
      return at;
    }
    if (peek() != '.') {
      decimals();
    }
    fraction(false, start, start);
    return at;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  // The place is the last character that was read.
  private SyntaxFailure fail(String message) {
    return new SyntaxFailure(source.span(at - 1, at), message, true);
  }

  private void based(String name, int base) {
    at++;
    do {
      if (peek() == '_') {
        at++;
      }
      if (Character.digit(peek(), base) < 0 || peek() >= 128) {
        if (base < 10 && isDigit(peek())) {
          throw wrongDigit(name);
        }
        throw fail("invalid " + name + " literal");
      }
      while (Character.digit(peek(), base) >= 0 && peek() < 128) {
        at++;
      }
    } while (peek() == '_');
    if (base < 10 && isDigit(peek())) {
      throw wrongDigit(name);
    }
    checkEnd(name);
  }

  private SyntaxFailure wrongDigit(String name) {
    at++;
    return fail("invalid digit '" + text.charAt(at - 1) + "' in " + name + " literal");
  }

  private void zero(int start) {
    while (peek() == '0' || peek() == '_') {
      if (peek() == '_') {
        at++;
        if (!isDigit(peek())) {
          throw fail("invalid decimal literal");
        }
      }
      if (peek() != '0') {
        break;
      }
      at++;
    }
    int zerosEnd = at;
    boolean nonzero = isDigit(peek());
    if (nonzero) {
      decimals();
    }
    fraction(nonzero, start, zerosEnd);
  }

  private void decimals() {
    while (true) {
      while (isDigit(peek())) {
        at++;
      }
      if (peek() != '_') {
        return;
      }
      at++;
      if (!isDigit(peek())) {
        throw fail("invalid decimal literal");
      }
    }
  }

  private void fraction(boolean leadingZeros, int start, int zerosEnd) {
    boolean real = false;
    if (peek() == '.') {
      real = true;
      at++;
      if (isDigit(peek())) {
        decimals();
      }
    }
    if (peek() == 'e' || peek() == 'E') {
      int mark = at;
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
        if (!isDigit(peek())) {
          throw fail("invalid decimal literal");
        }
        real = true;
        decimals();
      } else if (isDigit(peek())) {
        real = true;
        decimals();
      } else {
        at = mark;
        checkEnd("decimal");
        return;
      }
    }
    if (peek() == 'j' || peek() == 'J') {
      at++;
      checkEnd("imaginary");
      return;
    }
    if (leadingZeros && !real) {
      throw new SyntaxFailure(
          source.span(start, zerosEnd),
          "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal"
              + " integers",
          true);
    }
    checkEnd("decimal");
  }

  // A keyword may follow without a space, anything else that makes a word may not.
  private void checkEnd(String kind) {
    char c = peek();
    boolean keyword =
        switch (c) {
          case 'a' -> text.startsWith("and", at);
          case 'e' -> text.startsWith("else", at);
          case 'f' -> text.startsWith("for", at);
          case 'i' ->
              text.startsWith("in", at) || text.startsWith("if", at) || text.startsWith("is", at);
          case 'n' -> text.startsWith("not", at);
          case 'o' -> text.startsWith("or", at);
          default -> false;
        };
    if (!keyword && c < 128 && (Scanner.isNameStart(c) || isDigit(c))) {
      throw fail("invalid " + kind + " literal");
    }
  }
}
