package sandglass.ui.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.reactfx.Subscription;

/**
 * Puts colours and marks on the lines that can be seen, and only on those, so that a large file
 * costs no more than a small one. Lines that nobody writes, of {@value #LONGEST_LINE} characters
 * and more, stay plain: each coloured word is a node.
 */
final class Painter {
  static final int LONGEST_LINE = 5_000;

  /** The layers over the colours, the lowest first. */
  enum Layer {
    /** What find has found. */
    SEARCH,
    /** The bracket at the caret, and its partner. */
    BRACKETS,
    /** What the compiler complains about. */
    ERRORS
  }

  private final CodeArea area;
  private final Map<Layer, List<Mark>> layers = new EnumMap<>(Layer.class);
  private final Subscription viewport;
  private Highlight highlight = Highlight.NONE;
  private boolean stale;
  private boolean scheduled;

  Painter(CodeArea area) {
    this.area = area;
    for (var layer : Layer.values()) {
      layers.put(layer, List.of());
    }
    viewport = area.viewportDirtyEvents().subscribe(e -> schedule());
  }

  void dispose() {
    viewport.unsubscribe();
  }

  /** The colours of the text as it is now. */
  void highlight(Highlight newest) {
    highlight = newest;
    stale = false;
    schedule();
  }

  Highlight highlight() {
    return highlight;
  }

  /** Whether the colours are those of an older text. */
  boolean isStale() {
    return stale;
  }

  List<Mark> marks(Layer layer) {
    return layers.get(layer);
  }

  void mark(Layer layer, List<Mark> marks) {
    if (!marks(layer).equals(marks)) {
      layers.put(layer, List.copyOf(marks));
      schedule();
    }
  }

  /** The text has changed: marks move with it, colours wait for new ones. */
  void changed(int position, int removed, int inserted) {
    stale = true;
    layers.replaceAll(
        (layer, marks) ->
            marks.stream()
                .map(mark -> mark.after(position, removed, inserted))
                .filter(mark -> !mark.isEmpty())
                .toList());
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

  /** Paints what can be seen. */
  void paint() {
    if (stale) {
      return; // what the area has moved by itself is nearer to the truth
    }
    // Counted beforehand: painting can move lines into view or out of it.
    int visible = area.getVisibleParagraphs().size();
    if (visible == 0) {
      return;
    }
    int first = area.visibleParToAllParIndex(0);
    int end = Math.min(first + visible, area.getParagraphs().size());
    for (int line = first; line < end; line++) {
      int length = area.getParagraphLength(line);
      if (length > 0) {
        paint(line, length);
      }
    }
  }

  private void paint(int line, int length) {
    int start = area.getAbsolutePosition(line, 0);
    boolean plain = length > LONGEST_LINE;
    var spans = spans(plain ? List.of() : highlight.between(start, start + length), start, length);
    if (!plain) {
      for (var marks : layers.values()) {
        var here =
            marks.stream()
                .filter(mark -> mark.start() < start + length && mark.end() > start)
                .toList();
        if (!here.isEmpty()) {
          spans = spans.overlay(spans(here, start, length), Painter::both);
        }
      }
    }
    if (!spans.equals(area.getStyleSpans(line))) {
      area.setStyleSpans(line, 0, spans);
    }
  }

  private static Collection<String> both(Collection<String> below, Collection<String> above) {
    if (above.isEmpty()) {
      return below;
    }
    var all = new ArrayList<>(below);
    all.addAll(above);
    return List.copyOf(all);
  }

  private static StyleSpans<Collection<String>> spans(List<Mark> marks, int from, int length) {
    var spans = new StyleSpansBuilder<Collection<String>>();
    int at = from;
    int end = from + length;
    for (var mark : marks) {
      int start = Math.max(at, mark.start());
      int stop = Math.min(end, mark.end());
      if (stop > start) {
        if (start > at) {
          spans.add(List.of(), start - at);
        }
        spans.add(List.of(mark.style()), stop - start);
        at = stop;
      }
    }
    if (at < end) {
      spans.add(List.of(), end - at);
    }
    return spans.create();
  }
}
