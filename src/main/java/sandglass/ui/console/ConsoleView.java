package sandglass.ui.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import sandglass.playground.output.LineLinks;
import sandglass.playground.output.Output;
import sandglass.playground.output.OutputFind;

/**
 * A grid of monospaced rows over an output. However much there is, only the rows and columns that
 * are seen have nodes, so a batch of output costs the same whether it is a line or a hundred
 * thousand.
 */
final class ConsoleView extends Region {
  private static final double LEFT = 10; // pixels before the first column
  private static final int PROBE = 20; // characters that are measured

  private final Output output;
  private final OutputFind find;
  private final LineLinks links;
  private final ConsoleScroll scroll;
  private final ConsoleSelection selection;
  private final Pane grid = new Pane();
  private final Rectangle clip = new Rectangle();
  private final Text probe = new Text("0".repeat(PROBE));
  private final ScrollBar vertical = new ScrollBar();
  private final ScrollBar horizontal = new ScrollBar();
  private final List<ConsoleRow> rows = new ArrayList<>();
  private final ReadOnlyBooleanWrapper following =
      new ReadOnlyBooleanWrapper(this, "following", true);
  private double cellWidth = 8;
  private double rowHeight = 16;
  private double widest;
  private double rest;
  private long edition;
  private boolean adjusting;

  ConsoleView(Output output, OutputFind find, LineLinks links, String title) {
    this.output = output;
    this.find = find;
    this.links = links;
    scroll = new ConsoleScroll(output);
    selection = new ConsoleSelection(output, scroll);
    getStyleClass().add("console-view");
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    setAccessibleText(title + ", read only");
    setFocusTraversable(true);
    probe.getStyleClass().addAll("mono", "console-text");
    probe.setVisible(false);
    probe.setManaged(false);
    grid.setManaged(false);
    grid.setClip(clip);
    vertical.setOrientation(Orientation.VERTICAL);
    for (var bar : List.of(vertical, horizontal)) {
      bar.setManaged(false);
      bar.setFocusTraversable(false);
    }
    getChildren().addAll(probe, grid, vertical, horizontal);
    vertical.valueProperty().addListener((o, before, now) -> verticalMoved(now.doubleValue()));
    horizontal.valueProperty().addListener(o -> requestLayout());
    output.extent().addListener(o -> extentChanged());
    find.found().addListener((o, before, now) -> found(before, now));
    probe.layoutBoundsProperty().addListener(o -> requestLayout());
    focusedProperty().addListener(o -> requestLayout());
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    new ConsoleMouse(this, selection).install();
    grid.setPickOnBounds(true);
    grid.setCursor(Cursor.TEXT);
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            var link = linkOn(selection.caret().line());
            link.ifPresent(found -> found.open().run());
            if (link.isPresent()) {
              event.consume();
            }
          } else if (selection.key(event)) {
            event.consume();
            requestLayout();
          }
        });
  }

  ConsoleSelection selection() {
    return selection;
  }

  /** Whether it shows the end, and stays there when more comes. */
  ReadOnlyBooleanProperty following() {
    return following.getReadOnlyProperty();
  }

  void toEnd() {
    scroll.toEnd();
    requestLayout();
  }

  void setWrapped(boolean wrapped) {
    scroll.setWrapped(wrapped);
    horizontal.setValue(0);
    requestLayout();
  }

  /** The rows that are seen, for tests. */
  List<String> shown() {
    return rows.stream()
        .filter(row -> row.isVisible() && row.line() >= 0)
        .map(row -> output.line(row.line()).substring(row.start(), row.end()))
        .toList();
  }

  /** The place at a point of this view; the nearest one if it lies outside of the text. */
  Spot spotAt(double x, double y) {
    Spot last = new Spot(output.extent().get().first(), 0);
    for (var row : rows) {
      if (row.isVisible() && row.line() >= 0) {
        if (y < row.getLayoutY() + rowHeight) {
          return new Spot(row.line(), row.indexAt(x));
        }
        last = new Spot(row.line(), row.end());
      }
    }
    return last;
  }

  /** What the text at a point of this view leads to. */
  Optional<LineLinks.Link> linkAt(double x, double y) {
    var spot = spotAt(x, y);
    return linkOn(spot.line())
        .filter(link -> link.start() <= spot.index() && spot.index() < link.end());
  }

  private Optional<LineLinks.Link> linkOn(long line) {
    var extent = output.extent().get();
    return line < extent.first() || line >= extent.first() + extent.count()
        ? Optional.empty()
        : links.in(output.line(line));
  }

  /** Shows that there is something to click on, or not. */
  void pointing(boolean isAtLink) {
    grid.setCursor(isAtLink ? Cursor.HAND : Cursor.TEXT);
  }

  /** Scrolls by rows, and by pixels to the right. */
  void scrollBy(int rowCount, double right) {
    scroll.by(rowCount);
    horizontal.setValue(Math.clamp(horizontal.getValue() + right, 0, horizontal.getMax()));
    requestLayout();
  }

  double rowHeight() {
    return rowHeight;
  }

  double gridHeight() {
    return clip.getHeight();
  }

  double gridWidth() {
    return clip.getWidth();
  }

  private void extentChanged() {
    long now = output.extent().get().edition();
    if (now != edition) {
      edition = now;
      widest = 0;
      selection.forget();
      scroll.toEnd();
    }
    requestLayout();
  }

  private void found(OutputFind.Found before, OutputFind.Found now) {
    var match = now.currentMatch();
    boolean moved = match != null && !match.equals(before.currentMatch());
    if (moved && match.line() >= output.extent().get().first()) {
      scroll.reveal(new Spot(match.line(), match.start()));
      if (!scroll.wrapped()) {
        revealColumn(match);
      }
    }
    requestLayout();
  }

  private void revealColumn(OutputFind.Match match) {
    String line = output.line(match.line());
    double x = Cells.count(line.substring(0, Math.min(match.start(), line.length()))) * cellWidth;
    double width = gridWidth() - 2 * LEFT;
    if (x < horizontal.getValue() || x > horizontal.getValue() + width * 0.9) {
      double max = Math.max(horizontal.getMax(), x);
      horizontal.setMax(max);
      horizontal.setValue(x < width * 0.9 ? 0 : x - width / 2);
    }
  }

  private void scrolled(ScrollEvent event) {
    if (event.isShortcutDown()) {
      return; // zoom
    }
    boolean sideways = event.isShiftDown() && event.getDeltaX() == 0;
    rest -= sideways ? 0 : event.getDeltaY() / rowHeight;
    int whole = (int) rest;
    rest -= whole;
    scrollBy(whole, -(sideways ? event.getDeltaY() : event.getDeltaX()));
    event.consume();
  }

  private void verticalMoved(double value) {
    if (!adjusting) {
      scroll.setValue(value);
      requestLayout();
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return 480;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 200;
  }

  @Override
  protected void layoutChildren() {
    cellWidth = Math.max(1, probe.getLayoutBounds().getWidth() / PROBE);
    rowHeight = Math.max(4, Math.ceil(probe.getLayoutBounds().getHeight() * 1.15));
    double barWidth = vertical.prefWidth(-1);
    double barHeight = horizontal.prefHeight(-1);
    double width = Math.max(0, getWidth() - barWidth);
    double seen = Math.max(cellWidth, width - 2 * LEFT);
    boolean wide = !scroll.wrapped() && widest > seen;
    double height = Math.max(0, getHeight() - (wide ? barHeight : 0));
    grid.resizeRelocate(0, 0, width, height);
    clip.setWidth(width);
    clip.setHeight(height);
    scroll.resize((int) ((height - 4) / rowHeight), (int) (seen / cellWidth) - 1);
    scroll.update();
    fill(height);
    vertical.resizeRelocate(width, 0, barWidth, getHeight());
    horizontal.resizeRelocate(0, height, width, barHeight);
    horizontal.setVisible(wide);
    adjusting = true;
    double max = scroll.max();
    vertical.setVisible(max > 0);
    vertical.setMax(max);
    vertical.setVisibleAmount(max * scroll.rows() / (max + scroll.rows()));
    vertical.setUnitIncrement(1);
    vertical.setBlockIncrement(scroll.rows());
    vertical.setValue(scroll.value());
    horizontal.setMax(Math.max(0, widest - seen));
    horizontal.setVisibleAmount(horizontal.getMax() * seen / Math.max(1, widest));
    horizontal.setUnitIncrement(cellWidth * 4);
    horizontal.setBlockIncrement(seen / 2);
    horizontal.setValue(Math.clamp(horizontal.getValue(), 0, horizontal.getMax()));
    adjusting = false;
    following.set(scroll.atEnd());
    if (!scroll.wrapped() && widest > seen != wide) {
      requestLayout();
    }
  }

  private void fill(double height) {
    int needed = (int) Math.ceil(height / rowHeight) + 1;
    while (rows.size() < needed) {
      var row = new ConsoleRow();
      rows.add(row);
      grid.getChildren().add(row);
    }
    Spot next = output.extent().get().count() == 0 ? null : scroll.top();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      boolean used = i < needed && next != null;
      row.setVisible(used);
      if (used) {
        row.resizeRelocate(0, 4 + i * rowHeight, clip.getWidth(), rowHeight);
        show(row, next);
        decorate(row);
        next = scroll.after(next);
      } else {
        row.show(-1, "", 0, 0, false);
      }
    }
  }

  private void show(ConsoleRow row, Spot at) {
    String line = output.line(at.line());
    int end = scroll.rowEnd(at);
    int start = at.index();
    double shift = LEFT;
    if (!scroll.wrapped()) {
      widest = Math.max(widest, (Cells.count(line) + 2) * cellWidth);
      int[] from = Cells.tabStopBefore(line, (int) (horizontal.getValue() / cellWidth));
      start = from[0];
      shift += from[1] * cellWidth - horizontal.getValue();
      int columns = (int) ((clip.getWidth() - shift) / cellWidth) + 2;
      end = Cells.rowEnd(line, start, columns);
    }
    boolean goesOn = end == line.length() && output.goesOn(at.line());
    row.show(at.line(), line.substring(start, end), start, shift, goesOn);
  }

  private void decorate(ConsoleRow row) {
    long line = row.line();
    var from = selection.from();
    var to = selection.to();
    if (!from.equals(to) && from.line() <= line && line <= to.line()) {
      int first = from.line() == line ? from.index() : 0;
      int last = to.line() == line ? to.index() : Integer.MAX_VALUE;
      if (first <= row.end() && last >= row.start()) {
        boolean whole = row.end() == output.line(line).length();
        row.mark("console-selection", first, last, to.line() > line && whole);
      }
    }
    var found = find.found().get();
    var current = found.currentMatch();
    var matches = found.matches();
    for (int i = found.firstFrom(line); i < matches.size() && matches.get(i).line() == line; i++) {
      var match = matches.get(i);
      if (match.end() > row.start() && match.start() < row.end()) {
        String style = match.equals(current) ? "console-match-current" : "console-match";
        row.mark(style, match.start(), match.end(), false);
      }
    }
    linkOn(line).ifPresent(link -> row.mark("console-link", link.start(), link.end(), false));
    var caret = selection.caret();
    boolean lineEnd = row.end() == output.line(line).length();
    if (isFocused()
        && caret.line() == line
        && caret.index() >= row.start()
        && (caret.index() < row.end() || (lineEnd && caret.index() == row.end()))) {
      row.caret(caret.index());
    }
    row.marked();
  }
}
