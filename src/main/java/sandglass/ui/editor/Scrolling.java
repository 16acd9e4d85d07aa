package sandglass.ui.editor;

import org.fxmisc.richtext.CodeArea;

/** Brings lines into view. */
final class Scrolling {
  private Scrolling() {}

  /** Shows a line, counted from 0, in the middle, unless it can be seen whole as it is. */
  static void show(CodeArea area, int line) {
    if (line < 0 || line >= area.getParagraphs().size()) {
      return;
    }
    int seen = area.getVisibleParagraphs().size();
    if (seen > 2
        && line > area.firstVisibleParToAllParIndex()
        && line < area.lastVisibleParToAllParIndex()) {
      return;
    }
    area.showParagraphAtCenter(line);
  }
}
