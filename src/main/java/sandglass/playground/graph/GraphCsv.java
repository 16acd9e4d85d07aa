package sandglass.playground.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sandglass.playground.graph.GraphSeries.Mark;
import sandglass.sandbox.Timeline.Sample;

/** A series as comma-separated values: samples and events by time. Pure. */
final class GraphCsv {
  private static final String HEADER = "time (ns),fuel (units),memory (bytes),event\n";

  private record Row(Sample at, String event) {}

  private GraphCsv() {}

  static String of(GraphSeries series) {
    List<Row> rows = new ArrayList<>();
    series.samples().forEach(sample -> rows.add(new Row(sample, "")));
    series.growths().forEach(growth -> rows.add(new Row(growth.at(), event(growth))));
    series.calls().forEach(call -> rows.add(new Row(call.at(), call.function())));
    rows.sort(
        Comparator.comparingLong((Row row) -> row.at().fuel())
            .thenComparingLong(row -> row.at().nanos()));
    var text = new StringBuilder(HEADER);
    for (var row : rows) {
      text.append(row.at().nanos()).append(',');
      text.append(row.at().fuel()).append(',');
      text.append(row.at().memoryBytes()).append(',');
      text.append(row.event()).append('\n');
    }
    return text.toString();
  }

  private static String event(Mark growth) {
    return (growth.granted() ? "memory.grow " : "memory.grow refused ") + growth.pages();
  }
}
