package sandglass.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sandglass.playground.graph.GraphSeries;
import sandglass.playground.graph.GraphSeries.Axis;
import sandglass.playground.graph.GraphSeries.Call;
import sandglass.playground.graph.GraphSeries.Mark;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.Timeline.Sample;

/** The graphs in words. Pure. */
final class Readout {
  private static final int CALLS = 3;

  private Readout() {}

  /**
   * What is at a place.
   *
   * @param x on the axis
   * @param reach how far from there marks still count
   */
  static String at(GraphSeries series, Axis axis, long x, long reach) {
    Sample at = series.at(axis, x);
    var lines = new ArrayList<String>();
    lines.add(Quantity.TIME.exact(at.nanos()));
    lines.add("fuel " + Quantity.FUEL.exact(at.fuel()));
    lines.add("memory " + Quantity.BYTES.exact(at.memoryBytes()));
    growth(series, axis, x, reach, true, lines);
    growth(series, axis, x, reach, false, lines);
    var calls =
        series.calls().stream()
            .filter(call -> Math.abs(axis.of(call.at()) - x) <= reach)
            .map(Call::function)
            .toList();
    if (!calls.isEmpty()) {
      String first = calls.stream().limit(CALLS).distinct().collect(Collectors.joining(", "));
      lines.add(calls.size() <= CALLS ? first : first + " … " + calls.size() + " calls");
    }
    return String.join("\n", lines);
  }

  private static void growth(
      GraphSeries series, Axis axis, long x, long reach, boolean granted, List<String> lines) {
    Mark nearest = null;
    for (var mark : series.marks()) {
      long distance = Math.abs(axis.of(mark.at()) - x);
      if (mark.granted() == granted
          && distance <= reach
          && (nearest == null || distance < Math.abs(axis.of(nearest.at()) - x))) {
        nearest = mark;
      }
    }
    if (nearest != null) {
      lines.add(text(nearest));
    }
  }

  private static String text(Mark mark) {
    String pages = count(mark.pages(), "page");
    if (mark.count() == 1) {
      return (mark.granted() ? "▲ grew by " : "✕ refused ") + pages;
    }
    return (mark.granted()
            ? "▲ " + count(mark.count(), "growth")
            : "✕ " + mark.count() + " refused")
        + ", "
        + pages;
  }

  /** Both charts, for who cannot see them. */
  static String summary(GraphSeries series) {
    Sample last = series.last();
    var growths = series.growths();
    long refused = growths.stream().filter(mark -> !mark.granted()).count();
    return "Fuel "
        + fuel(series)
        + ". Memory "
        + memory(series)
        + ". "
        + Quantity.TIME.exact(last.nanos())
        + ". "
        + count(growths.size() - refused, "growth")
        + ", "
        + Quantities.formatCount(refused)
        + " refused.";
  }

  static String fuel(GraphSeries series) {
    return Quantity.FUEL.exact(series.last().fuel())
        + " of "
        + Quantity.FUEL.exact(series.limits().fuel());
  }

  static String memory(GraphSeries series) {
    return Quantity.BYTES.exact(series.last().memoryBytes())
        + " of "
        + Quantity.BYTES.exact(series.limits().memoryBytes());
  }

  private static String count(long number, String noun) {
    return Quantities.formatCount(number) + " " + noun + (number == 1 ? "" : "s");
  }
}
