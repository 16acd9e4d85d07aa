package sandglass.playground.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Arguments on one line, as a POSIX shell splits them, without expansions: words between blanks;
 * {@code 'as it is'}; {@code "with \" and \\"}; a backslash before any character; and {@code $'with
 * \n \t \r'} for what has no other way into one line. Pure.
 */
final class ArgsLine {
  static final int MAX_CHARS = 100_000;

  private final String line;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int at;

  private ArgsLine(String line) {
    this.line = line;
  }

  /**
   * The words of a line.
   *
   * @throws IllegalArgumentException with one sentence: what is wrong, and where
   */
  static List<String> parse(String line) {
    if (line.length() > MAX_CHARS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The line is longer than %,d characters; hand long text over by stdin or a file",
              MAX_CHARS));
    }
    if (line.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("An argument cannot hold a NUL; remove it");
    }
    return new ArgsLine(line).words();
  }

  /** A line that {@link #parse} takes back to the same words. */
  static String format(List<String> words) {
    return words.stream().map(ArgsLine::quote).collect(Collectors.joining(" "));
  }

  private List<String> words() {
    while (at < line.length()) {
      char c = line.charAt(at);
      if (isBlank(c)) {
        endWord();
        at++;
      } else {
        inWord = true;
        piece(c);
      }
    }
    endWord();
    return words;
  }

  private void piece(char c) {
    switch (c) {
      case '\'' -> quoted('\'', at + 1, "");
      case '"' -> quoted('"', at + 1, "\"\\");
      case '$' -> {
        if (line.startsWith("$'", at)) {
          quoted('\'', at + 2, null);
        } else {
          plain();
        }
      }
      case '\\' -> {
        at++;
        if (at == line.length()) {
          throw new IllegalArgumentException(
              "The backslash at the end stands before nothing; write two for one");
        }
        plain();
      }
      default -> plain();
    }
  }

  private void plain() {
    word.append(line.charAt(at));
    at++;
  }

  /**
   * @param escaped what a backslash may stand before; elsewhere it is itself; null for {@code $'…'}
   */
  private void quoted(char quote, int start, String escaped) {
    int opened = at;
    at = start;
    while (at < line.length() && line.charAt(at) != quote) {
      boolean escape = line.charAt(at) == '\\' && at + 1 < line.length();
      if (escape && escaped == null) {
        word.append(control(line.charAt(at + 1)));
        at += 2;
      } else if (escape && escaped.indexOf(line.charAt(at + 1)) >= 0) {
        at++;
        plain();
      } else {
        plain();
      }
    }
    if (at >= line.length()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The quote %s at character %,d is never closed; close it, or write \\%s",
              quote,
              line.codePointCount(0, opened) + 1,
              quote));
    }
    at++;
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static char control(char letter) {
    return switch (letter) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> letter;
    };
  }

  private static String quote(String word) {
    if (!word.isEmpty() && word.chars().noneMatch(c -> " \t\n\r'\"\\$".indexOf(c) >= 0)) {
      return word;
    }
    if (word.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t')) {
      return "$'"
          + word.replace("\\", "\\\\")
              .replace("'", "\\'")
              .replace("\n", "\\n")
              .replace("\t", "\\t")
              .replace("\r", "\\r")
          + "'";
    }
    return word.indexOf('\'') < 0
        ? "'" + word + "'"
        : "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
