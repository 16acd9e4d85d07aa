package sandglass.ui.console;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** One row of the grid: a part of a line, over the marks on it. */
final class ConsoleRow extends Pane {
  private final Text text = new Text();
  private final List<Region> marks = new ArrayList<>();
  private int used;
  private long line = -1;
  private int start;
  private double shift;
  private boolean goesOn;

  ConsoleRow() {
    text.getStyleClass().addAll("mono", "console-text");
    text.setTextOrigin(VPos.TOP);
    text.setManaged(false);
    getChildren().add(text);
    setManaged(false);
    setMouseTransparent(true);
  }

  /**
   * Shows a part of a line.
   *
   * @param line its number; -1 for none
   * @param part what is seen of it
   * @param start the index in the line where the part begins
   * @param shift pixels from the left edge
   * @param goesOn whether the line was broken behind this part
   */
  void show(long line, String part, int start, double shift, boolean goesOn) {
    this.line = line;
    this.start = start;
    this.shift = shift;
    this.goesOn = goesOn;
    String shown = goesOn ? part + "↩" : part;
    if (!shown.equals(text.getText())) {
      text.setText(shown);
    }
    text.relocate(shift, 0);
    used = 0;
  }

  long line() {
    return line;
  }

  int start() {
    return start;
  }

  int end() {
    return start + text.getText().length() - (goesOn ? 1 : 0);
  }

  /** The index in the line that is nearest to an x in this row. */
  int indexAt(double x) {
    if (text.getText().isEmpty()) {
      return start;
    }
    int hit = text.hitTest(new Point2D(x - shift, 1)).getInsertionIndex();
    return Math.min(end(), start + Math.max(0, hit));
  }

  /** The x of the place before an index; the index is within this row. */
  double xOf(int index) {
    int at = Math.clamp(index - start, 0, text.getText().length());
    if (at == 0) {
      return shift;
    }
    double x = 0;
    for (var part : text.rangeShape(0, at)) {
      x =
          switch (part) {
            case javafx.scene.shape.MoveTo move -> Math.max(x, move.getX());
            case javafx.scene.shape.LineTo to -> Math.max(x, to.getX());
            default -> x;
          };
    }
    return shift + x;
  }

  /** Marks the part of a range that lies in this row. */
  void mark(String styleClass, int from, int to, boolean pastEnd) {
    int first = Math.clamp(from, start, end());
    int last = Math.clamp(to, start, end());
    double left = xOf(first);
    double right = last > first ? xOf(last) : left;
    markAt(styleClass, left, pastEnd ? right + getHeight() / 3 : right);
  }

  /** Draws a caret. */
  void caret(int index) {
    double x = xOf(index);
    markAt("console-caret", x - 0.5, x + 1);
  }

  private void markAt(String styleClass, double left, double right) {
    if (right <= left) {
      return;
    }
    if (used == marks.size()) {
      var added = new Region();
      added.setManaged(false);
      marks.add(added);
      getChildren().add(used, added);
    }
    var mark = marks.get(used++);
    if (!mark.getStyleClass().contains(styleClass)) {
      mark.getStyleClass().setAll(styleClass);
    }
    mark.resizeRelocate(left, 0, right - left, getHeight());
    mark.setVisible(true);
  }

  /** Hides the marks that are not used any more. */
  void marked() {
    for (int i = used; i < marks.size(); i++) {
      marks.get(i).setVisible(false);
    }
  }
}
