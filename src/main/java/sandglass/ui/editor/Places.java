package sandglass.ui.editor;

import org.fxmisc.richtext.CodeArea;

/** Between lines and columns as compilers count them and offsets as the area does. */
final class Places {
  private Places() {}

  /**
   * The offset of a place, in UTF-16 units. What lies outside of the text is moved to its edge.
   *
   * @param line from 1
   * @param column in code points, from 1; the end of the line is one behind its last character
   */
  static int offset(CodeArea area, int line, int column) {
    int paragraph = Math.clamp(line - 1, 0, area.getParagraphs().size() - 1);
    if (line - 1 > paragraph) {
      return area.getLength();
    }
    String text = area.getText(paragraph);
    return area.getAbsolutePosition(paragraph, inLine(text, column - 1));
  }

  /** The offset in a line of the character that so many code points precede. */
  static int inLine(String line, int codePoints) {
    int all = line.codePointCount(0, line.length());
    return line.offsetByCodePoints(0, Math.clamp(codePoints, 0, all));
  }

  /**
   * The range to underline for an error. Never empty in a text that has a visible character: what
   * is missing at the end of a line, or of the text, is shown on the last character before it.
   *
   * @return its style class is {@code code-squiggle}
   */
  static Mark squiggle(CodeArea area, int line, int column, int length) {
    int start = offset(area, line, column);
    int paragraph = Math.clamp(line - 1, 0, area.getParagraphs().size() - 1);
    int lineStart = area.getAbsolutePosition(paragraph, 0);
    String text = area.getText(paragraph);
    int lineEnd = lineStart + text.length();
    int end =
        Math.max(
            start,
            lineStart
                + inLine(
                    text,
                    text.codePointCount(0, Math.min(text.length(), start - lineStart)) + length));
    end = Math.min(end, lineEnd);
    if (start < end) {
      return new Mark(start, end, "code-squiggle");
    }
    return before(area, paragraph, start);
  }

  private static Mark before(CodeArea area, int paragraph, int end) {
    for (int p = paragraph; p >= 0; p--) {
      int lineStart = area.getAbsolutePosition(p, 0);
      String text = area.getText(p);
      String kept =
          text.substring(0, Math.clamp(end - lineStart, 0, text.length())).stripTrailing();
      if (!kept.isEmpty()) {
        int start = kept.offsetByCodePoints(kept.length(), -1);
        return new Mark(lineStart + start, lineStart + kept.length(), "code-squiggle");
      }
    }
    return new Mark(0, Math.min(1, area.getLength()), "code-squiggle");
  }
}
