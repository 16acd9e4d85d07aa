package sandglass.ui.console;

import sandglass.playground.output.Output;

/**
 * Where a console stands in its output: the first row that is seen, which is a line and an index in
 * it. Rows are lines, or, if wrapped, parts of them that are as wide as the view.
 */
final class ConsoleScroll {
  private final Output output;
  private Spot top = Spot.START;
  private boolean atEnd = true;
  private boolean wrapped;
  private int rows = 1;
  private int columns = 80;

  ConsoleScroll(Output output) {
    this.output = output;
  }

  Spot top() {
    return top;
  }

  /** Whether it follows what comes. */
  boolean atEnd() {
    return atEnd;
  }

  boolean wrapped() {
    return wrapped;
  }

  void setWrapped(boolean value) {
    wrapped = value;
    top = new Spot(top.line(), value ? top.index() : 0);
  }

  /** Whole rows that are seen, and whole columns. */
  void resize(int rowCount, int columnCount) {
    rows = Math.max(1, rowCount);
    if (columns != Math.max(1, columnCount)) {
      columns = Math.max(1, columnCount);
      top = new Spot(top.line(), 0);
    }
  }

  int rows() {
    return rows;
  }

  /** Where the row that begins at a spot ends in its line. */
  int rowEnd(Spot row) {
    String line = output.line(row.line());
    return wrapped ? Cells.rowEnd(line, row.index(), columns) : line.length();
  }

  /** The row after a row; null after the last one. */
  Spot after(Spot row) {
    int end = rowEnd(row);
    if (end < output.line(row.line()).length()) {
      return new Spot(row.line(), end);
    }
    long next = row.line() + 1;
    return next < output.extent().get().end() ? new Spot(next, 0) : null;
  }

  /** The row before a row; null before the first one. */
  Spot before(Spot row) {
    if (row.index() > 0) {
      return rowOf(new Spot(row.line(), row.index() - 1));
    }
    long line = row.line() - 1;
    return line < output.extent().get().first() ? null : lastRow(line);
  }

  /** The row that a spot is in. */
  Spot rowOf(Spot spot) {
    var row = new Spot(spot.line(), 0);
    int length = output.line(spot.line()).length();
    for (int end = rowEnd(row); end <= spot.index() && end < length; end = rowEnd(row)) {
      row = new Spot(spot.line(), end);
    }
    return row;
  }

  private Spot lastRow(long line) {
    return rowOf(new Spot(line, Math.max(0, output.line(line).length() - 1)));
  }

  /** The first row seen when the last one is. */
  private Spot bottom() {
    var extent = output.extent().get();
    var row = extent.count() == 0 ? new Spot(extent.first(), 0) : lastRow(extent.end() - 1);
    for (int i = 1; i < rows && extent.count() > 0; i++) {
      var before = before(row);
      if (before == null) {
        break;
      }
      row = before;
    }
    return row;
  }

  /** Adapts to what has come and gone. */
  void update() {
    var bottom = bottom();
    if (atEnd || top.compareTo(bottom) >= 0) {
      top = bottom;
      atEnd = true;
    } else if (top.line() < output.extent().get().first()) {
      top = new Spot(output.extent().get().first(), 0);
    }
  }

  /** Goes to the end, and follows what comes. */
  void toEnd() {
    atEnd = true;
    update();
  }

  /** Goes down by rows, up if negative. */
  void by(int count) {
    for (int i = 0; i < Math.abs(count); i++) {
      var next = count > 0 ? after(top) : before(top);
      if (next == null) {
        break;
      }
      top = next;
    }
    atEnd = false;
    update();
  }

  /** Shows a spot, nearly in the middle if it was not seen. */
  void reveal(Spot spot) {
    var row = rowOf(spot);
    var last = top;
    for (int i = 1; i < rows; i++) {
      var next = after(last);
      if (next == null) {
        break;
      }
      last = next;
    }
    if (row.compareTo(top) < 0 || row.compareTo(last) > 0) {
      boolean near = row.equals(before(top)) || row.equals(after(last));
      int up = !near ? rows / 2 : row.compareTo(top) < 0 ? 0 : rows - 1;
      top = row;
      by(-up);
    }
  }

  /** Lines above the first row, for a scroll bar; a part of one for a part of a line. */
  double value() {
    return value(top);
  }

  /** The value at the end. */
  double max() {
    return value(bottom());
  }

  private double value(Spot row) {
    var extent = output.extent().get();
    if (extent.count() == 0) {
      return 0;
    }
    int length = Math.max(1, output.line(row.line()).length());
    return row.line() - extent.first() + (double) row.index() / length;
  }

  /** Goes where a scroll bar says. */
  void setValue(double value) {
    var extent = output.extent().get();
    if (extent.count() == 0) {
      return;
    }
    int whole = (int) Math.clamp((long) value, 0L, extent.count() - 1L);
    long line = extent.first() + whole;
    int index = (int) ((value - whole) * output.line(line).length());
    top = wrapped ? rowOf(new Spot(line, index)) : new Spot(line, 0);
    atEnd = false;
    update();
  }
}
