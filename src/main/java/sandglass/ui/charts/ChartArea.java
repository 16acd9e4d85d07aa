package sandglass.ui.charts;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;
import sandglass.playground.graph.Graph;
import sandglass.playground.graph.GraphSeries;
import sandglass.playground.graph.GraphSeries.Axis;
import sandglass.playground.graph.GraphSeries.Mark;
import sandglass.sandbox.Timeline.Sample;

/** Two charts, one above the other, with one x-axis and one crosshair. */
final class ChartArea extends Region {
  private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");
  private static final long PAGE = 65_536;
  private static final double GAP = 6;
  private static final double RIGHT = 10;

  /** Pixels around the crosshair within which a mark is meant. */
  private static final double REACH = 5;

  /** A key moves the crosshair by this part of the width. */
  private static final double KEY_STEP = 1 / 50.0;

  private final Graph graph;
  private final ChartColours colours = new ChartColours(this::requestLayout);
  private final Canvas canvas = new Canvas();
  private final Label fuelValue = new Label();
  private final Label memoryValue = new Label();
  private final HBox fuelTitle = title("FUEL", fuelValue, "graph-fuel");
  private final HBox memoryTitle = title("MEMORY", memoryValue, "graph-memory");
  private final Label readout = new Label();
  private final BooleanProperty wholeLimits = new SimpleBooleanProperty(this, "wholeLimits");

  /** Where the crosshair is, as a part of the plots' width; not a number where there is none. */
  private double crosshair = Double.NaN;

  private Rectangle2D fuelPlot = Rectangle2D.EMPTY;
  private Rectangle2D memoryPlot = Rectangle2D.EMPTY;

  ChartArea(Graph graph) {
    this.graph = graph;
    setId("graph-charts");
    getStyleClass().add("graph-charts");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleHelp("Left and right arrow keys read the values along the graphs.");
    readout.setId("graph-readout");
    readout.getStyleClass().addAll("graph-readout", "mono");
    readout.setMouseTransparent(true);
    readout.setVisible(false);
    canvas.setMouseTransparent(true);
    getChildren().addAll(colours, canvas, fuelTitle, memoryTitle, readout);
    graph.series().subscribe(this::changed);
    graph.axis().subscribe(() -> point(Double.NaN));
    wholeLimits.subscribe(this::requestLayout);
    setOnMouseMoved(this::moved);
    setOnMouseDragged(this::moved);
    setOnMouseExited(event -> point(Double.NaN));
    setOnMousePressed(event -> requestFocus());
    setOnKeyPressed(this::pressed);
  }

  private static HBox title(String name, Label value, String styleClass) {
    var label = new Label(name);
    label.setMinWidth(USE_PREF_SIZE);
    label.getStyleClass().addAll("graph-title", styleClass + "-title");
    value.setId(styleClass + "-value");
    value.getStyleClass().addAll("graph-value", "mono");
    var box = new HBox(label, value);
    box.getStyleClass().add("graph-head");
    box.setMouseTransparent(true);
    return box;
  }

  /** Whether the scales reach up to the limits, however little was used. */
  BooleanProperty wholeLimits() {
    return wholeLimits;
  }

  /** A picture of the charts without the crosshair, twice as fine as on the screen. */
  WritableImage picture() {
    double before = crosshair;
    point(Double.NaN);
    layout();
    var parameters = new SnapshotParameters();
    parameters.setFill(colours.ground());
    parameters.setTransform(Transform.scale(2, 2));
    WritableImage image = snapshot(parameters, null);
    point(before);
    return image;
  }

  private void changed(GraphSeries series) {
    fuelValue.setText(Readout.fuel(series));
    memoryValue.setText(Readout.memory(series));
    Sample last = series.last();
    fuelValue.pseudoClassStateChanged(HIT, last.fuel() >= series.limits().fuel());
    memoryValue.pseudoClassStateChanged(
        HIT, series.marks().stream().anyMatch(mark -> !mark.granted()));
    setAccessibleText(Readout.summary(series));
    requestLayout();
  }

  private void moved(MouseEvent event) {
    double part = (event.getX() - fuelPlot.getMinX()) / fuelPlot.getWidth();
    boolean over = part > -0.02 && part < 1.02;
    point(over ? Math.clamp(part, 0, 1) : Double.NaN);
  }

  private void pressed(KeyEvent event) {
    boolean none = Double.isNaN(crosshair);
    double step = event.isShiftDown() ? KEY_STEP / 10 : KEY_STEP;
    switch (event.getCode()) {
      case LEFT -> point(none ? 1 : Math.max(0, crosshair - step));
      case RIGHT -> point(none ? 0 : Math.min(1, crosshair + step));
      case HOME -> point(0);
      case END -> point(1);
      case ESCAPE -> {
        if (none) {
          return;
        }
        point(Double.NaN);
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void point(double part) {
    crosshair = part;
    requestLayout();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 160;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 100;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 360;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 240;
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
    }
    draw(width, height);
  }

  private void draw(double width, double height) {
    var series = graph.series().get();
    var g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, width, height);
    var painter = new ChartPainter(g, colours);
    double line = painter.lineHeight();
    double head = Math.ceil(fuelTitle.prefHeight(-1));
    double plotHeight = Math.floor((height - 2 * head - GAP - line - 8) / 2);
    boolean empty = series.samples().isEmpty() || plotHeight < 8 || width < 80;
    fuelTitle.setVisible(!empty);
    memoryTitle.setVisible(!empty);
    if (empty) {
      readout.setVisible(false);
      return;
    }
    Sample last = series.last();
    boolean whole = wholeLimits.get();
    Scale fuel =
        Scale.limited(last.fuel(), series.limits().fuel(), whole, 1, head + plotHeight, head);
    double memoryTop = 2 * head + plotHeight + GAP;
    Scale memory =
        Scale.limited(
            last.memoryBytes(),
            series.limits().memoryBytes(),
            whole,
            PAGE,
            memoryTop + plotHeight,
            memoryTop);
    int ticks = ChartPainter.ticks(plotHeight, line);
    long fuelStep = Quantity.FUEL.step(fuel.to(), ticks);
    long memoryStep = Quantity.BYTES.step(memory.to(), ticks);
    double left =
        Math.ceil(
            Math.max(
                    widest(painter, Quantity.FUEL, fuel, fuelStep),
                    widest(painter, Quantity.BYTES, memory, memoryStep))
                + 12);
    double plotWidth = Math.max(1, width - left - RIGHT);
    fuelPlot = new Rectangle2D(left, head, plotWidth, plotHeight);
    memoryPlot = new Rectangle2D(left, memoryTop, plotWidth, plotHeight);
    Axis axis = graph.axis().get();
    Scale x = new Scale(series.from(axis), series.to(axis), left, left + plotWidth);
    place(fuelTitle, left, 0, head, plotWidth);
    place(memoryTitle, left, memoryTop - head, head, plotWidth);

    painter.values(fuelPlot, fuel, Quantity.FUEL, fuelStep);
    painter.values(memoryPlot, memory, Quantity.BYTES, memoryStep);
    painter.along(memoryPlot, x, axis == Axis.TIME ? Quantity.TIME : Quantity.FUEL);
    var samples = series.samples();
    painter.calls(fuelPlot, series.calls(), axis, x);
    painter.curve(fuelPlot, Curve.of(samples, axis, Sample::fuel, x, fuel, false), colours.fuel());
    painter.curve(
        memoryPlot,
        Curve.of(samples, axis, Sample::memoryBytes, x, memory, true),
        colours.memory());
    List<Mark> marks = series.marks();
    painter.marks(memoryPlot, marks, axis, x, memory);
    long fuelLimit = series.limits().fuel();
    painter.limit(fuelPlot, fuel, Quantity.FUEL.brief(fuelLimit), fuelLimit, right(fuelTitle));
    long memoryLimit = series.limits().memoryBytes();
    painter.limit(
        memoryPlot, memory, Quantity.BYTES.exact(memoryLimit), memoryLimit, right(memoryTitle));
    crosshair(painter, series, axis, x, fuel, memory);
  }

  private static double widest(ChartPainter painter, Quantity quantity, Scale y, long step) {
    double widest = 0;
    for (long value = 0; y.shows(value); value += step) {
      widest = Math.max(widest, painter.width(quantity.brief(value)));
      if (value > Long.MAX_VALUE - step) {
        break;
      }
    }
    return widest;
  }

  private static void place(HBox title, double x, double y, double height, double most) {
    title.resizeRelocate(x, y, Math.min(Math.ceil(title.prefWidth(-1)), most), height);
  }

  private static double right(HBox title) {
    return title.getLayoutX() + title.getWidth();
  }

  private void crosshair(
      ChartPainter painter, GraphSeries series, Axis axis, Scale x, Scale fuel, Scale memory) {
    readout.setVisible(!Double.isNaN(crosshair));
    if (Double.isNaN(crosshair)) {
      return;
    }
    double pixel = fuelPlot.getMinX() + crosshair * fuelPlot.getWidth();
    long value = x.valueAt(pixel);
    long reach = x.valueAt(x.start() + REACH) - x.from();
    Sample at = series.at(axis, value);
    painter.crosshair(pixel, fuelPlot.getMinY(), memoryPlot.getMaxY());
    painter.dot(pixel, fuel.at(at.fuel()), colours.fuel());
    painter.dot(pixel, memory.at(at.memoryBytes()), colours.memory());
    readout.setText(Readout.at(series, axis, value, reach));
    setAccessibleText(Readout.summary(series) + " Here: " + readout.getText());
    double width = Math.ceil(readout.prefWidth(-1));
    double height = Math.ceil(readout.prefHeight(width));
    double left = pixel + 10 + width <= getWidth() ? pixel + 10 : pixel - 10 - width;
    double top = fuelPlot.getMinY() + 4;
    readout.resizeRelocate(
        Math.floor(Math.max(0, left)),
        Math.floor(Math.max(0, Math.min(top, getHeight() - height))),
        width,
        height);
  }
}
