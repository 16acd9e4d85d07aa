package sandglass.playground.graph;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import sandglass.sandbox.Gauges;
import sandglass.sandbox.Gauges.Phase;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.Report.Captured;
import sandglass.sandbox.Report.Growth;
import sandglass.sandbox.Report.ModuleId;
import sandglass.sandbox.Run;
import sandglass.sandbox.Timeline;
import sandglass.sandbox.wasi.WasiCall;

/** A run that shows what a test says. */
public final class FakeRun implements Run {
  private volatile Gauges gauges = new Gauges(Phase.PREPARING, 0, 0, 0, 0, 0);
  private volatile Timeline timeline = Timeline.EMPTY;

  /** What it shows from now on. */
  public void show(Gauges newGauges, Timeline newTimeline) {
    gauges = newGauges;
    timeline = newTimeline;
  }

  /** A report with these figures, and otherwise empty. */
  public static Report report(
      Outcome outcome,
      Timeline timeline,
      List<Growth> growths,
      long dropped,
      List<WasiCall> calls) {
    var none = new Captured(new byte[0], 0);
    var end = timeline.samples().getLast();
    return new Report(
        outcome,
        List.of(),
        end.fuel(),
        end.memoryBytes(),
        growths,
        dropped,
        end.nanos() / 1e6,
        none,
        none,
        List.of(),
        calls,
        0,
        new ModuleId(8, ""));
  }

  @Override
  public Gauges gauges() {
    return gauges;
  }

  @Override
  public Timeline timeline() {
    return timeline;
  }

  @Override
  public void cancel() {}

  @Override
  public CompletableFuture<Report> report() {
    return new CompletableFuture<>();
  }

  @Override
  public Optional<InputStream> changedFile(String path) {
    return Optional.empty();
  }
}
