package sandglass.playground.graph;

import java.util.ArrayList;
import java.util.List;
import sandglass.playground.graph.GraphSeries.Axis;
import sandglass.playground.graph.GraphSeries.Call;
import sandglass.playground.graph.GraphSeries.Mark;
import sandglass.sandbox.Report;
import sandglass.sandbox.Timeline.Sample;

/** Finds out when a run's growths and calls were, which the report gives in fuel alone. Pure. */
final class GraphMarks {
  /** Growths closer than this part of both the time and the fuel share a mark. */
  private static final int PARTS = 256;

  private static final long PAGE = 65_536;

  private final GraphSeries series;

  /**
   * @param series the run's samples
   */
  GraphMarks(GraphSeries series) {
    this.series = series;
  }

  List<Mark> growths(List<Report.Growth> growths) {
    var marks = new ArrayList<Mark>();
    long memory = series.samples().isEmpty() ? 0 : series.samples().getFirst().memoryBytes();
    for (var growth : growths) {
      if (growth.granted()) {
        memory += growth.pages() * PAGE;
      }
      Sample when = first(growth.fuel());
      marks.add(
          new Mark(
              new Sample(when.nanos(), growth.fuel(), memory),
              growth.granted(),
              growth.pages(),
              1));
    }
    return marks;
  }

  List<Call> calls(Report report) {
    return report.calls().stream()
        .map(
            call -> {
              Sample when = first(call.fuel());
              return new Call(
                  new Sample(when.nanos(), call.fuel(), when.memoryBytes()), call.function());
            })
        .toList();
  }

  /** Of several samples with that fuel the first: what follows is the wait for an answer. */
  private Sample first(long fuel) {
    int before = series.lastUpTo(Axis.FUEL, fuel - 1);
    var samples = series.samples();
    return before + 1 < samples.size() && samples.get(before + 1).fuel() == fuel
        ? samples.get(before + 1)
        : series.at(Axis.FUEL, fuel);
  }

  /** One mark for many that are close together; grants and refusals apart. */
  List<Mark> thinned(List<Mark> growths) {
    long nanosApart = series.to(Axis.TIME) / PARTS;
    long fuelApart = (series.to(Axis.FUEL) - series.from(Axis.FUEL)) / PARTS;
    var marks = new ArrayList<Mark>();
    int[] open = {-1, -1};
    for (var growth : growths) {
      int kind = growth.granted() ? 1 : 0;
      Mark group = open[kind] < 0 ? null : marks.get(open[kind]);
      if (group != null
          && growth.at().nanos() - group.at().nanos() < nanosApart
          && growth.at().fuel() - group.at().fuel() < fuelApart) {
        Sample at = new Sample(group.at().nanos(), group.at().fuel(), growth.at().memoryBytes());
        marks.set(
            open[kind],
            new Mark(at, group.granted(), group.pages() + growth.pages(), group.count() + 1));
      } else {
        open[kind] = marks.size();
        marks.add(growth);
      }
    }
    return marks;
  }
}
