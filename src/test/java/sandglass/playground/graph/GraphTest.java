package sandglass.playground.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sandglass.playground.common.TestThreads;
import sandglass.playground.common.Threads;
import sandglass.playground.graph.GraphSeries.Axis;
import sandglass.playground.graph.GraphSeries.Mark;
import sandglass.sandbox.Gauges;
import sandglass.sandbox.Gauges.Phase;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report.Growth;
import sandglass.sandbox.Timeline;
import sandglass.sandbox.Timeline.Sample;
import sandglass.sandbox.wasi.WasiCall;

class GraphTest {
  private static final long PAGE = 65_536;
  private static final Duration TICK = Duration.ofMillis(100);
  private static final Limits LIMITS = Limits.DEFAULT.withFuel(1000);

  /** Waits from 1.0 to 1.5 µs, grows at 300. */
  private static final Timeline TIMELINE =
      new Timeline(
          List.of(
              new Sample(500, 0, PAGE),
              new Sample(1000, 100, PAGE),
              new Sample(1500, 100, PAGE),
              new Sample(1700, 300, PAGE),
              new Sample(1700, 300, 3 * PAGE),
              new Sample(2500, 700, 3 * PAGE)));

  private final TestThreads time = new TestThreads();
  private final Graph graph = new Graph(time.threads());
  private final FakeRun run = new FakeRun();

  private static Gauges running(long elapsed, long fuel) {
    return new Gauges(Phase.RUNNING, 1, fuel, PAGE, elapsed, 0);
  }

  private void end(List<Growth> growths, WasiCall... calls) {
    var report = FakeRun.report(new Outcome.Exited(0), TIMELINE, growths, 0, List.of(calls));
    graph.begin(run, LIMITS);
    graph.end(report, TIMELINE);
  }

  @Test
  void beginsEmpty() {
    assertTrue(graph.series().get().samples().isEmpty());
    assertEquals("", graph.note().get());
    assertFalse(graph.live().get());
    assertEquals(new Sample(0, 0, 0), graph.series().get().at(Axis.TIME, 7));
  }

  @Test
  void pullsTenTimesASecondAndEndsWithTheGaugesOfNow() {
    graph.begin(run, LIMITS);
    assertTrue(graph.live().get());
    time.pass(TICK);
    assertEquals("preparing…", graph.note().get());
    assertTrue(graph.series().get().samples().isEmpty());

    run.show(running(900, 40), new Timeline(List.of(new Sample(500, 0, PAGE))));
    time.pass(TICK);
    assertEquals("live", graph.note().get());
    assertEquals(
        List.of(new Sample(0, 0, PAGE), new Sample(400, 40, PAGE)), graph.series().get().samples());
    assertEquals(LIMITS, graph.series().get().limits());

    run.show(running(1900, 80), new Timeline(List.of(new Sample(500, 0, PAGE))));
    time.pass(TICK);
    assertEquals(new Sample(1400, 80, PAGE), graph.series().get().last());
  }

  @Test
  void gaugesThatLagNeverGoBack() {
    graph.begin(run, LIMITS);
    run.show(running(900, 40), TIMELINE);
    time.pass(TICK);
    assertEquals(new Sample(2000, 700, 3 * PAGE), graph.series().get().last());
  }

  @Test
  void stopsPullingAtTheEnd() {
    graph.begin(run, LIMITS);
    run.show(new Gauges(Phase.ENDED, 1, 700, 3 * PAGE, 2500, 0), TIMELINE);
    time.pass(TICK);
    var last = graph.series().get();
    assertEquals(6, last.samples().size());
    run.show(running(9999, 999), TIMELINE);
    time.pass(TICK.multipliedBy(5));
    assertSame(last, graph.series().get());
  }

  @Test
  void newerRunReplacesTheOlder() {
    var newer = new FakeRun();
    graph.begin(run, LIMITS);
    graph.begin(newer, LIMITS.withFuel(5));
    run.show(running(900, 40), TIMELINE);
    newer.show(running(10, 3), new Timeline(List.of(new Sample(1, 1, 0))));
    time.pass(TICK.multipliedBy(3));
    assertEquals(3, graph.series().get().last().fuel());
    assertEquals(5, graph.series().get().limits().fuel());
  }

  @Test
  void shortRunLeavesTheLastOneUntilItIsThere() {
    end(List.of());
    var before = graph.series().get();
    graph.begin(new FakeRun(), LIMITS);
    assertSame(before, graph.series().get());
    time.pass(TICK);
    assertTrue(graph.series().get().samples().isEmpty());
  }

  @Test
  void endIsExact() {
    end(List.of());
    time.pass(TICK.multipliedBy(3));
    assertFalse(graph.live().get());
    assertEquals("exact: 6 samples", graph.note().get());
    assertEquals(new Sample(2000, 700, 3 * PAGE), graph.series().get().last());
    assertEquals(0, graph.series().get().from(Axis.TIME));
  }

  @Test
  void saysThatARejectedModuleDidNotRun() {
    var none = new Timeline(List.of(new Sample(500, 0, 0)));
    graph.begin(run, LIMITS);
    graph.end(FakeRun.report(new Outcome.Rejected("no"), none, List.of(), 0, List.of()), none);
    assertEquals("it did not run", graph.note().get());
    assertEquals(1, graph.series().get().samples().size());
  }

  @Test
  void saysHowManyGrowthsHaveNoMark() {
    graph.begin(run, LIMITS);
    graph.end(
        FakeRun.report(new Outcome.Exited(0), TIMELINE, List.of(), 12_345, List.of()), TIMELINE);
    assertEquals("exact: 6 samples, 12,345 growths without a mark", graph.note().get());
  }

  @Test
  void findsOutWhenGrowthsAndCallsWere() {
    end(
        List.of(new Growth(300, 2, true), new Growth(500, 9, false)),
        new WasiCall(100, "fd_read", List.of(), "ESUCCESS", ""));
    var series = graph.series().get();
    assertEquals(
        List.of(
            new Mark(new Sample(1200, 300, 3 * PAGE), true, 2, 1),
            new Mark(new Sample(1600, 500, 3 * PAGE), false, 9, 1)),
        series.growths());
    assertEquals(series.growths(), series.marks());
    assertEquals(new Sample(500, 100, PAGE), series.calls().getFirst().at());
  }

  @Test
  void readsBetweenSamples() {
    end(List.of());
    var series = graph.series().get();
    assertEquals(new Sample(250, 50, PAGE), series.at(Axis.TIME, 250));
    assertEquals(new Sample(750, 100, PAGE), series.at(Axis.TIME, 750));
    assertEquals(new Sample(1600, 500, 3 * PAGE), series.at(Axis.FUEL, 500));
    assertEquals(series.last(), series.at(Axis.TIME, 99_999));
    assertEquals(series.samples().getFirst(), series.at(Axis.TIME, -5));
  }

  @Test
  void marksOfAFloodOfGrowthsAreFew() {
    var growths = new ArrayList<Growth>();
    for (int i = 0; i < 10_000; i++) {
      growths.add(new Growth(i * 700 / 10_000, 1, i % 2 == 0));
    }
    end(growths);
    var series = graph.series().get();
    assertEquals(10_000, series.growths().size());
    assertTrue(series.marks().size() <= 1100, series.marks().size() + " marks");
    assertEquals(10_000, series.marks().stream().mapToInt(Mark::count).sum());
    assertEquals(5000, series.marks().stream().filter(Mark::granted).mapToLong(Mark::pages).sum());
  }

  @Test
  void csvHasUnitsAndEventsInOrder() {
    end(
        List.of(new Growth(300, 2, true), new Growth(500, 9, false)),
        new WasiCall(100, "fd_read", List.of(), "ESUCCESS", ""));
    assertEquals(
        """
        time (ns),fuel (units),memory (bytes),event
        0,0,65536,
        500,100,65536,
        500,100,65536,fd_read
        1000,100,65536,
        1200,300,65536,
        1200,300,196608,
        1200,300,196608,memory.grow 2
        1600,500,196608,memory.grow refused 9
        2000,700,196608,
        """,
        graph.series().get().csv());
  }

  @Test
  void belongsToTheFxThread() {
    var elsewhere = new boolean[1];
    var threads = time.threads();
    var strict =
        new Graph(
            new Threads(
                threads.fx(), threads.work(), threads.ticker(), () -> elsewhere[0], e -> {}));
    assertThrows(IllegalStateException.class, () -> strict.begin(run, LIMITS));
  }
}
