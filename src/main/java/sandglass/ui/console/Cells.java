package sandglass.ui.console;

/** How many columns characters take in a monospaced grid, as terminals have it. */
final class Cells {
  private static final int TAB = 8;

  // First and last code points of what East Asian fonts and emoji draw twice as wide.
  private static final int[][] WIDE = {
    {0x1100, 0x115f}, {0x231a, 0x231b}, {0x23e9, 0x23f3}, {0x2614, 0x2615}, {0x2648, 0x2653},
    {0x26a1, 0x26a1}, {0x26bd, 0x26be}, {0x26c4, 0x26ce}, {0x26d4, 0x26ea}, {0x26f2, 0x26fd},
    {0x2705, 0x2705}, {0x270a, 0x270b}, {0x2728, 0x2728}, {0x274c, 0x274e}, {0x2753, 0x2757},
    {0x2795, 0x2797}, {0x2b1b, 0x2b1c}, {0x2b50, 0x2b55}, {0x2e80, 0x303e}, {0x3041, 0xa4cf},
    {0xac00, 0xd7a3}, {0xf900, 0xfaff}, {0xfe30, 0xfe6f}, {0xff00, 0xff60}, {0xffe0, 0xffe6},
    {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff}, {0x1f900, 0x1faff}, {0x20000, 0x3fffd}
  };

  private Cells() {}

  /** The column after a character that begins at a column. */
  static int after(int column, int codePoint) {
    if (codePoint == '\t') {
      return column + TAB - column % TAB;
    }
    return column + width(codePoint);
  }

  private static int width(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (codePoint >= range[0] && codePoint <= range[1]) {
        return 2;
      }
    }
    return 1;
  }

  /** Columns that a text takes. */
  static int count(String text) {
    int column = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      column = after(column, c);
      at += Character.charCount(c);
    }
    return column;
  }

  /** Where the row that begins at an index ends, in rows of so many columns. */
  static int rowEnd(String text, int start, int columns) {
    int column = 0;
    int at = start;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      column = after(column, c);
      if (column > columns && at > start) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  /**
   * The last character that begins at or before a column, on a tab stop so that tabs keep their
   * width when a text is shown from there.
   *
   * @return its index, and its column
   */
  static int[] tabStopBefore(String text, int column) {
    int[] best = {0, 0};
    int now = 0;
    for (int at = 0; at < text.length() && now <= column; ) {
      if (now % TAB == 0) {
        best[0] = at;
        best[1] = now;
      }
      int c = text.codePointAt(at);
      now = after(now, c);
      at += Character.charCount(c);
    }
    return best;
  }
}
