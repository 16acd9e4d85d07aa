package sandglass.cli;

/**
 * Text that a terminal can show. Names in a module may hold anything, escape sequences included.
 */
final class Printable {
  private Printable() {}

  /** The text, its control characters and direction marks as {@code \}{@code u001b}. */
  static String of(String text) {
    var safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isHarmful(c)) {
                safe.append("\\u%04x".formatted(c));
              } else {
                safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  private static boolean isHarmful(int c) {
    int type = Character.getType(c);
    boolean layout = c == '\n' || c == '\r' || c == '\t';
    return type == Character.CONTROL ? !layout : type == Character.FORMAT || isUnpaired(c);
  }

  private static boolean isUnpaired(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
