package sandglass.ui.editor;

/**
 * A range of a text that looks different.
 *
 * @param start the first character, in UTF-16 units
 * @param end behind the last one
 * @param style a style class
 */
record Mark(int start, int end, String style) {
  /**
   * Where it is after a change: it moves with its text, and shrinks or grows with what changes
   * inside it. Empty ({@code start == end}) if all of its text is gone.
   */
  Mark after(int position, int removed, int inserted) {
    if (position >= end) {
      return this;
    }
    int change = inserted - removed;
    if (position + removed <= start) {
      return new Mark(start + change, end + change, style);
    }
    int newStart = position < start ? position + inserted : start;
    return new Mark(newStart, Math.max(newStart, end + change), style);
  }

  boolean isEmpty() {
    return start >= end;
  }
}
