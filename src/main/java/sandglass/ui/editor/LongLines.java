package sandglass.ui.editor;

/**
 * Cuts lines that are too long to be laid out: nobody writes them by hand, and each would hold up
 * the window for seconds. A text that is shown cut cannot be edited.
 */
final class LongLines {
  /** Most characters of a line that are shown, in UTF-16 units. */
  static final int LONGEST = 20_000;

  private LongLines() {}

  /** The text as it can be shown; the same object if no line is too long. */
  static String cut(String text) {
    if (!any(text)) {
      return text;
    }
    var shown = new StringBuilder();
    for (int start = 0; start <= text.length(); ) {
      int found = text.indexOf('\n', start);
      int end = found < 0 ? text.length() : found;
      if (end - start > LONGEST) {
        int stop = start + LONGEST - 1; // and the ellipsis
        shown.append(
            text, start, Character.isHighSurrogate(text.charAt(stop - 1)) ? stop - 1 : stop);
        shown.append('\u2026');
      } else {
        shown.append(text, start, end);
      }
      if (found >= 0) {
        shown.append('\n');
      }
      start = end + 1;
    }
    return shown.toString();
  }

  // Whether a line of this text is too long.
  static boolean any(String text) {
    int start = 0;
    while (text.length() - start > LONGEST) {
      int end = text.indexOf('\n', start);
      if ((end < 0 ? text.length() : end) - start > LONGEST) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }
}
