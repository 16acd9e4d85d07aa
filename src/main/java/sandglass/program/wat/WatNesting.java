package sandglass.program.wat;

import java.util.Optional;
import java.util.Set;

/**
 * How deeply a text nests. The compiler descends once for each level, so its stack sets a limit;
 * this finds where a text passes it, before the compiler does.
 */
final class WatNesting {
  /** Far beyond what any compiler writes, well within the stack that the compiler is given. */
  static final int LIMIT = 10_000;

  private static final Set<String> OPENERS = Set.of("block", "loop", "if", "try", "try_table");

  private final String text;
  private int at;
  private int line = 1;
  private int lineStart;

  private WatNesting(String text) {
    this.text = text;
  }

  /** The place of the first level beyond {@link #LIMIT}. */
  static Optional<WatResult.WatError> tooDeep(String text) {
    return new WatNesting(text).scan();
  }

  private Optional<WatResult.WatError> scan() {
    int parens = 0;
    int blocks = 0;
    boolean afterParen = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean opened = false;
      if (c == '(' && follows(';')) {
        skipBlockComment();
      } else if (c == ';' && follows(';')) {
        skipLine();
      } else if (c == '"') {
        skipString();
      } else if (c == '(') {
        parens++;
        opened = true;
        at++;
      } else if (c == ')') {
        parens = Math.max(0, parens - 1);
        at++;
      } else if (c >= 'a' && c <= 'z') {
        int start = at;
        skipWord();
        String word = text.substring(start, Math.min(at, start + 12));
        if (word.equals("end")) {
          blocks = Math.max(0, blocks - 1);
        } else if (!afterParen && OPENERS.contains(word)) {
          blocks++;
        }
        if (parens + blocks > LIMIT) {
          at = start;
          return Optional.of(error());
        }
      } else if (c == '$') {
        skipWord();
      } else {
        newLine(c);
        opened = afterParen && Character.isWhitespace(c);
        at++;
      }
      afterParen = opened;
      if (parens + blocks > LIMIT) {
        at--;
        return Optional.of(error());
      }
    }
    return Optional.empty();
  }

  private WatResult.WatError error() {
    int column = text.codePointCount(lineStart, at) + 1;
    return new WatResult.WatError(
        line,
        column,
        1,
        "nested more than " + LIMIT + " levels deep; move inner parts into functions");
  }

  private boolean follows(char c) {
    return at + 1 < text.length() && text.charAt(at + 1) == c;
  }

  private void newLine(char c) {
    if (c == '\n') {
      line++;
      lineStart = at + 1;
    }
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  private void skipWord() {
    while (at < text.length() && isWordCharacter(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isWordCharacter(char c) {
    return c > ' ' && c < 0x7f && c != '(' && c != ')' && c != '"' && c != ';';
  }

  private void skipString() {
    at++;
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      at++;
    }
    at = Math.min(at, text.length());
  }

  // Block comments nest without recursion in the compiler.
  private void skipBlockComment() {
    int depth = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '(' && follows(';')) {
        depth++;
        at += 2;
      } else if (text.charAt(at) == ';' && follows(')')) {
        depth--;
        at += 2;
      } else {
        newLine(text.charAt(at));
        at++;
      }
      if (depth == 0) {
        return;
      }
    }
  }
}
