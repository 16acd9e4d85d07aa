package sandglass.ui.editor;

import java.util.BitSet;
import java.util.List;
import javafx.application.Platform;
import org.fxmisc.richtext.CodeArea;
import org.reactfx.Subscription;

/**
 * Gives whole lines a soft ground, and only those that can be seen, so that a long text costs no
 * more than a short one.
 */
final class LineTint {
  private final CodeArea area;
  private final String style;
  private final Subscription viewport;
  private BitSet lines = new BitSet();
  private boolean scheduled;

  /**
   * @param style the class that tinted lines have
   */
  LineTint(CodeArea area, String style) {
    this.area = area;
    this.style = style;
    viewport = area.viewportDirtyEvents().subscribe(e -> schedule());
  }

  void dispose() {
    viewport.unsubscribe();
  }

  /** Tints these lines, counted from 0, and no others. */
  void lines(BitSet wanted) {
    if (!wanted.equals(lines)) {
      lines = (BitSet) wanted.clone();
      schedule();
    }
  }

  /** Those that are tinted, counted from 0. */
  BitSet lines() {
    return lines;
  }

  // Not at once: styles must not change in the middle of a layout or of a change of the text.
  private void schedule() {
    if (!scheduled) {
      scheduled = true;
      Platform.runLater(
          () -> {
            scheduled = false;
            paint();
          });
    }
  }

  private void paint() {
    int visible = area.getVisibleParagraphs().size();
    if (visible == 0) {
      return;
    }
    int first = area.visibleParToAllParIndex(0);
    int end = Math.min(first + visible, area.getParagraphs().size());
    for (int line = first; line < end; line++) {
      boolean has = area.getParagraph(line).getParagraphStyle().contains(style);
      if (has != lines.get(line)) {
        area.setParagraphStyle(line, has ? List.of() : List.of(style));
      }
    }
  }
}
