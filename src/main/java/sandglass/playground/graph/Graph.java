package sandglass.playground.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import sandglass.playground.common.Threads;
import sandglass.playground.common.Ticker;
import sandglass.playground.graph.GraphSeries.Axis;
import sandglass.sandbox.Gauges;
import sandglass.sandbox.Gauges.Phase;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.Report;
import sandglass.sandbox.Run;
import sandglass.sandbox.Timeline;
import sandglass.sandbox.Timeline.Sample;

/**
 * The fuel and memory of the current or last run. While it goes on they are pulled ten times a
 * second; at its end they become final.
 */
public final class Graph {
  private static final Duration PERIOD = Duration.ofMillis(100);
  private static final String PREPARING = "preparing…";

  private final Threads threads;
  private final ReadOnlyObjectWrapper<GraphSeries> series =
      new ReadOnlyObjectWrapper<>(this, "series", GraphSeries.EMPTY);
  private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(this, "live", false);
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
  private final ObjectProperty<Axis> axis = new SimpleObjectProperty<>(this, "axis", Axis.TIME);
  private Ticker.Tick tick = () -> {};
  private Limits limits = Limits.DEFAULT;

  /**
   * @param threads whose ticker it is pulled by
   */
  public Graph(Threads threads) {
    this.threads = threads;
  }

  /** What is to be drawn; replaced as a whole. */
  public ReadOnlyObjectProperty<GraphSeries> series() {
    return series.getReadOnlyProperty();
  }

  /** Whether a run goes on. */
  public ReadOnlyBooleanProperty live() {
    return live.getReadOnlyProperty();
  }

  /** What the figures are, in a few words: such as {@code live}; empty before the first run. */
  public ReadOnlyStringProperty note() {
    return note.getReadOnlyProperty();
  }

  /** What is on the x-axis. */
  public ObjectProperty<Axis> axis() {
    return axis;
  }

  /** Follows a run from now on, and no other. */
  public void begin(Run run, Limits runLimits) {
    threads.assertFx();
    tick.stop();
    limits = runLimits;
    live.set(true);
    note.set(PREPARING);
    // What the last run left stays until then: most runs are over before it would have gone.
    tick = threads.ticker().every(PERIOD, () -> pull(run));
  }

  /** Shows the final figures of the run that was followed. */
  public void end(Report report, Timeline timeline) {
    threads.assertFx();
    tick.stop();
    var plain = GraphSeries.live(sinceStart(timeline.samples()), limits);
    var marks = new GraphMarks(plain);
    var growths = marks.growths(report.memoryGrowths());
    series.set(
        new GraphSeries(
            plain.samples(), growths, marks.thinned(growths), marks.calls(report), limits));
    live.set(false);
    note.set(finalNote(report));
  }

  private String finalNote(Report report) {
    if (report.outcome() instanceof Outcome.Rejected) {
      return "it did not run";
    }
    int samples = series.get().samples().size();
    String exact =
        "exact: " + Quantities.formatCount(samples) + (samples == 1 ? " sample" : " samples");
    long dropped = report.memoryGrowthsDropped();
    return dropped == 0
        ? exact
        : exact + ", " + Quantities.formatCount(dropped) + " growths without a mark";
  }

  private void pull(Run run) {
    Gauges gauges = run.gauges();
    var samples = run.timeline().samples();
    if (gauges.phase() == Phase.ENDED) {
      tick.stop(); // end() is on its way
    }
    if (samples.isEmpty()) {
      series.set(GraphSeries.live(samples, limits));
      note.set(PREPARING);
      return;
    }
    var all = new ArrayList<>(samples);
    if (gauges.phase() != Phase.ENDED) {
      all.add(now(gauges, samples.getLast()));
    }
    series.set(GraphSeries.live(sinceStart(all), limits));
    note.set(gauges.phase() == Phase.WAITING_FOR_INPUT ? "live, waiting for input" : "live");
  }

  /** The gauges were read before the samples, and are not exact. */
  private static Sample now(Gauges gauges, Sample last) {
    return new Sample(
        Math.max(gauges.elapsedNanos(), last.nanos()),
        Math.max(gauges.fuelUsed(), last.fuel()),
        Math.max(gauges.memoryBytes(), last.memoryBytes()));
  }

  private static List<Sample> sinceStart(List<Sample> samples) {
    if (samples.isEmpty()) {
      return samples;
    }
    long start = samples.getFirst().nanos();
    return samples.stream()
        .map(sample -> new Sample(sample.nanos() - start, sample.fuel(), sample.memoryBytes()))
        .toList();
  }
}
