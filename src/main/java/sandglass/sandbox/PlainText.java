package sandglass.sandbox;

/**
 * Text for a person's one line. Names in a module may hold anything, line ends and escape sequences
 * included, and a hundred thousand of them.
 */
public final class PlainText {
  private static final int MAX_NAME = 100;
  private static final int MAX_MESSAGE = 1_000;

  private PlainText() {}

  /** A name from a module: on one line, and cut short where it is long. */
  public static String name(String name) {
    return line(name, MAX_NAME);
  }

  /** A whole message, on one line. */
  public static String message(String message) {
    return line(message, MAX_MESSAGE);
  }

  private static String line(String text, int max) {
    var line = new StringBuilder();
    text.codePoints().limit(max).forEach(c -> append(line, c));
    return text.codePoints().skip(max).findAny().isPresent() ? line + "…" : line.toString();
  }

  private static void append(StringBuilder line, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          line.append("\\u{%x}".formatted(c));
      default -> line.appendCodePoint(c);
    }
  }
}
