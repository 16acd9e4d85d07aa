package sandglass.ui.charts;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import sandglass.playground.graph.GraphSeries.Axis;
import sandglass.playground.graph.GraphSeries.Call;
import sandglass.playground.graph.GraphSeries.Mark;

/** Draws the parts of a chart. Lines lie in the middle of pixels, so that they are one wide. */
final class ChartPainter {
  private static final String LONG_LABEL = "888 ms";
  private static final double PAD = 6;
  private static final double MARK = 3.5;
  private static final double CALL = 4;

  private final GraphicsContext g;
  private final ChartColours colours;

  ChartPainter(GraphicsContext g, ChartColours colours) {
    this.g = g;
    this.colours = colours;
  }

  private static double crisp(double pixel) {
    return Math.floor(pixel) + 0.5;
  }

  /** How wide a label is. */
  double width(String text) {
    var measure = new Text(text);
    measure.setFont(colours.font());
    return measure.getLayoutBounds().getWidth();
  }

  /** How high a line of labels is. */
  double lineHeight() {
    var measure = new Text("0");
    measure.setFont(colours.font());
    return Math.ceil(measure.getLayoutBounds().getHeight());
  }

  /** How many of the ticks for this height have room for their labels. */
  static int ticks(double height, double lineHeight) {
    return (int) Math.clamp(height / (2.2 * lineHeight), 1, 6);
  }

  /** Horizontal lines, and their values to the left of the plot. */
  void values(Rectangle2D plot, Scale y, Quantity quantity, long step) {
    g.setFont(colours.font());
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(VPos.CENTER);
    g.setLineWidth(1);
    for (long value = 0; y.shows(value); value += step) {
      double at = crisp(y.at(value));
      g.setStroke(value == 0 ? colours.axis().deriveColor(0, 1, 1, 0.5) : colours.grid());
      g.strokeLine(plot.getMinX(), at, plot.getMaxX(), at);
      g.setFill(colours.axis());
      g.fillText(quantity.brief(value), plot.getMinX() - PAD, at);
      if (value > Long.MAX_VALUE - step) {
        break;
      }
    }
  }

  /** Labels below the lower plot. */
  void along(Rectangle2D plot, Scale x, Quantity quantity) {
    g.setFont(colours.font());
    g.setTextBaseline(VPos.TOP);
    g.setFill(colours.axis());
    g.setStroke(colours.axis().deriveColor(0, 1, 1, 0.5));
    g.setLineWidth(1);
    double room = width(LONG_LABEL) + 20;
    long step = quantity.step(x.to() - x.from(), (int) Math.max(1, plot.getWidth() / room));
    long first = Math.ceilDiv(x.from(), step) * step;
    for (long value = first; x.shows(value); value += step) {
      double at = crisp(x.at(value));
      String text = quantity.brief(value);
      double half = width(text) / 2;
      g.strokeLine(at, plot.getMaxY(), at, plot.getMaxY() + 3);
      g.setTextAlign(TextAlignment.LEFT);
      double left = Math.min(at - half, plot.getMaxX() + PAD - 2 * half);
      g.fillText(text, Math.floor(left), plot.getMaxY() + 5);
    }
  }

  void curve(Rectangle2D plot, Curve curve, Color colour) {
    int n = curve.size();
    if (n == 0) {
      return;
    }
    g.beginPath();
    g.moveTo(curve.x(0), plot.getMaxY());
    for (int i = 0; i < n; i++) {
      g.lineTo(curve.x(i), curve.y(i));
    }
    g.lineTo(curve.x(n - 1), plot.getMaxY());
    g.closePath();
    g.setFill(
        new LinearGradient(
            0,
            plot.getMinY(),
            0,
            plot.getMaxY(),
            false,
            CycleMethod.NO_CYCLE,
            new Stop(0, colour.deriveColor(0, 1, 1, 0.32)),
            new Stop(1, colour.deriveColor(0, 1, 1, 0.06))));
    g.fill();
    g.beginPath();
    g.moveTo(curve.x(0), curve.y(0));
    for (int i = 1; i < n; i++) {
      g.lineTo(curve.x(i), curve.y(i));
    }
    g.setStroke(colour);
    g.setLineWidth(1.75);
    g.stroke();
    dot(curve.x(n - 1), curve.y(n - 1), colour);
  }

  /** A value on its curve. */
  void dot(double x, double y, Color colour) {
    g.setFill(colours.ground());
    g.fillOval(x - 4, y - 4, 8, 8);
    g.setFill(colour);
    g.fillOval(x - 3, y - 3, 6, 6);
  }

  /** The limit: a dashed line in the plot, or a pointer to where it is above. */
  void limit(Rectangle2D plot, Scale y, String label, long limit, double titleRight) {
    String text = "limit " + label;
    double line = lineHeight();
    g.setFont(colours.font());
    g.setFill(colours.limit());
    if (!y.shows(limit)) {
      String above = text + " ↑";
      if (plot.getMaxX() - width(above) > titleRight + 2 * PAD) {
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.BOTTOM);
        g.fillText(above, plot.getMaxX(), plot.getMinY() - 2);
      }
      return;
    }
    double at = crisp(y.at(limit));
    g.setStroke(colours.limit());
    g.setLineWidth(1);
    g.setLineDashes(5, 4);
    g.strokeLine(plot.getMinX(), at, plot.getMaxX(), at);
    g.setLineDashes();
    if (plot.getHeight() < 3 * line) {
      return; // no room, and the title has it too
    }
    g.setTextAlign(TextAlignment.LEFT);
    if (at - line >= plot.getMinY() - 3) {
      g.setTextBaseline(VPos.BOTTOM);
      g.fillText(text, plot.getMinX() + PAD, at - 1);
    } else {
      g.setTextBaseline(VPos.TOP);
      g.fillText(text, plot.getMinX() + PAD, at + 2);
    }
  }

  /** Growths as triangles, refusals as crosses; those that would cover one another once. */
  void marks(Rectangle2D plot, List<Mark> marks, Axis axis, Scale x, Scale y) {
    double lastGrant = Double.NEGATIVE_INFINITY;
    double lastRefusal = Double.NEGATIVE_INFINITY;
    for (var mark : marks) {
      double at = x.at(axis.of(mark.at()));
      double height = y.at(mark.at().memoryBytes());
      if (mark.granted() && at - lastGrant >= MARK) {
        lastGrant = at;
        triangle(at, Math.min(height + 4, plot.getMaxY() - 7));
      } else if (!mark.granted() && at - lastRefusal >= 2 * MARK) {
        lastRefusal = at;
        cross(at, height);
      }
    }
  }

  private void triangle(double x, double top) {
    g.setFill(colours.memory());
    g.fillPolygon(new double[] {x, x - MARK, x + MARK}, new double[] {top, top + 6, top + 6}, 3);
  }

  private void cross(double x, double y) {
    g.setStroke(colours.ground());
    g.setLineWidth(4.5);
    strokeCross(x, y);
    g.setStroke(colours.refusal());
    g.setLineWidth(2);
    strokeCross(x, y);
  }

  private void strokeCross(double x, double y) {
    g.strokeLine(x - MARK, y - MARK, x + MARK, y + MARK);
    g.strokeLine(x - MARK, y + MARK, x + MARK, y - MARK);
  }

  /** WASI calls as short strokes that stand on the axis. */
  void calls(Rectangle2D plot, List<Call> calls, Axis axis, Scale x) {
    g.setStroke(colours.axis());
    g.setLineWidth(1);
    double last = Double.NEGATIVE_INFINITY;
    for (var call : calls) {
      double at = crisp(x.at(axis.of(call.at())));
      if (at - last >= 2) {
        last = at;
        g.strokeLine(at, plot.getMaxY() - CALL, at, plot.getMaxY());
      }
    }
  }

  /** A line across both charts. */
  void crosshair(double x, double top, double bottom) {
    g.setStroke(colours.crosshair().deriveColor(0, 1, 1, 0.6));
    g.setLineWidth(1);
    g.strokeLine(crisp(x), top, crisp(x), bottom);
  }
}
