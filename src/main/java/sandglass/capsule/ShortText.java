package sandglass.capsule;

/** Texts of guests on one line, short enough for a message. */
final class ShortText {
  private static final int MAX = 120;
  private static final int BEFORE = 30;

  private ShortText() {}

  /** In quotes, with what cannot be seen escaped, and cut short. */
  static String quoted(String text) {
    return quoted(text, 0);
  }

  /**
   * In quotes, cut short so that a place in it can be seen.
   *
   * @param place an index into the text, or its length
   */
  static String quoted(String text, int place) {
    int start =
        text.length() <= MAX ? 0 : Math.max(0, Math.min(place - BEFORE, text.length() - MAX));
    if (start > 0 && Character.isLowSurrogate(text.charAt(start))) {
      start--;
    }
    int end = Math.min(text.length(), start + MAX);
    if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
      end++;
    }
    return (start > 0 ? "…" : "")
        + JsonText.quoted(text.substring(start, end))
        + (end < text.length() ? "…" : "");
  }

  /** On one line and cut short, without quotes. */
  static String plain(String text) {
    String escaped = JsonText.quoted(text);
    String line =
        escaped.substring(1, escaped.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
    return line.length() <= 2 * MAX ? line : line.substring(0, 2 * MAX) + "…";
  }
}
