package sandglass.ui.editor;

import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.fxmisc.richtext.CodeArea;

/** Brings lines into view. */
final class Scrolling {
  private static final Text PROBE = new Text("0");

  private Scrolling() {}

  /** Scrolls sideways so that this column, counted from 0, is the first; or as far as that goes. */
  static void showColumn(CodeArea area, int column) {
    PROBE.setFont(font(area));
    area.scrollXToPixel(column * PROBE.getLayoutBounds().getWidth());
  }

  /** That of a word on the screen; before there is one, the usual one. */
  private static Font font(CodeArea area) {
    return area.lookup(".text") instanceof Text text ? text.getFont() : Font.getDefault();
  }

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
