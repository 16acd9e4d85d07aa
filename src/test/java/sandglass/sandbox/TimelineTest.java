package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sandglass.sandbox.Timeline.Sample;
import sandglass.sandbox.wasi.Stdin;

class TimelineTest {
  private static final long PAGE = 65_536;

  private static final String LOOP =
      """
      (local $n i32)
      (loop $again
        (local.set $n (i32.add (local.get $n) (i32.const 1)))
        (br_if $again (i32.lt_u (local.get $n) (i32.const %d))))
      """;

  private static void assertOrdered(List<Sample> samples) {
    for (int i = 1; i < samples.size(); i++) {
      Sample a = samples.get(i - 1);
      Sample b = samples.get(i);
      assertTrue(
          a.nanos() <= b.nanos() && a.fuel() <= b.fuel() && a.memoryBytes() <= b.memoryBytes(),
          a + " then " + b);
    }
  }

  private static List<Sample> samplesOf(Run run) {
    Report report = Attack.await(run);
    List<Sample> samples = run.timeline().samples();
    assertOrdered(samples);
    assertEquals(
        new Sample(
            (long) (report.elapsedMillis() * 1e6), report.fuelUsed(), report.memoryPeakBytes()),
        samples.getLast());
    assertEquals(run.timeline(), run.timeline());
    return samples;
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void hasStartAndEndOfTheShortestRun(Engine engine) {
    var samples = samplesOf(Attack.by("(memory 2)", "nop").start(engine));
    assertEquals(2, samples.size(), samples.toString());
    assertEquals(0, samples.getFirst().fuel());
    assertEquals(2 * PAGE, samples.getFirst().memoryBytes());
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void isFullForRunsOfMilliseconds(Engine engine) {
    var samples = samplesOf(Attack.by("", LOOP.formatted(10_000)).start(engine));
    long fuel = samples.getLast().fuel();
    assertTrue(samples.size() > 300, samples.size() + " samples");
    for (int i = 1; i < samples.size(); i++) {
      long step = samples.get(i).fuel() - samples.get(i - 1).fuel();
      assertTrue(step <= fuel / 200, "a step of " + step);
    }
  }

  @Test
  void isBoundedAndEvenForLongRuns() {
    var attack = Attack.by("", LOOP.formatted(140_000_000));
    var limits = Limits.DEFAULT.withFuel(2_000_000_000L);
    var samples = samplesOf(attack.with(limits).start(Engine.COMPILED));
    long fuel = samples.getLast().fuel();
    assertTrue(fuel >= 800_000_000L, "used " + fuel);
    assertTrue(samples.size() > 300 && samples.size() <= Timeline.MAX_SAMPLES, "" + samples.size());
    for (int i = 1; i < samples.size(); i++) {
      long step = samples.get(i).fuel() - samples.get(i - 1).fuel();
      assertTrue(step <= fuel / 200, "a step of " + step);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void growsInSteps(Engine engine) {
    String body =
        LOOP.formatted(1000)
            + "(drop (memory.grow (i32.const 3)))"
            + LOOP.formatted(2000).replace("(local $n i32)", "");
    var run = Attack.by("(memory 1)", body).start(engine);
    var samples = samplesOf(run);
    Report.Growth growth = run.report().join().memoryGrowths().getFirst();
    int after =
        IntStream.range(0, samples.size())
            .filter(i -> samples.get(i).memoryBytes() > PAGE)
            .findFirst()
            .orElseThrow();
    assertEquals(4 * PAGE, samples.get(after).memoryBytes());
    assertEquals(growth.fuel(), samples.get(after).fuel());
    assertEquals(growth.fuel(), samples.get(after - 1).fuel());
    assertEquals(PAGE, samples.get(after - 1).memoryBytes());
  }

  @Test
  void isFlatWhileTheGuestWaits() throws InterruptedException {
    var asked = new CountDownLatch(1);
    var typed = new CountDownLatch(1);
    var attack =
        Attack.by(
                """
                (import "wasi_snapshot_preview1" "fd_read"
                  (func $read (param i32 i32 i32 i32) (result i32)))
                (memory 1)
                (data (i32.const 4) "\\08\\00\\00\\00")
                """,
                "(drop (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))")
            .with(World.EMPTY.withStdin(new Stdin(() -> new Keyboard(asked, typed))));
    Run run = attack.start(Engine.COMPILED);
    asked.await();
    var waiting = run.timeline().samples();
    assertEquals(2, waiting.size(), waiting.toString());
    typed.countDown();
    var samples = samplesOf(run);
    assertEquals(4, samples.size(), samples.toString());
    assertEquals(samples.get(1).fuel(), samples.get(2).fuel());
    assertEquals(waiting, samples.subList(0, 2));
  }

  @Test
  void canBeReadWhileTheGuestRuns() throws InterruptedException {
    Run run = Attack.by("", "(loop $l (br $l))").start(Engine.COMPILED);
    Attack.awaitRunning(run);
    int seen = 0;
    for (int i = 0; i < 1000 || seen < 100; i++) {
      var samples = run.timeline().samples();
      assertOrdered(samples);
      seen = samples.size();
      assertTrue(run.report().isDone() || seen <= Timeline.MAX_SAMPLES);
    }
    run.cancel();
    samplesOf(run);
  }

  @Test
  void hasOneSampleWhereThereIsNoGuest() {
    var samples = samplesOf(Attack.by(new byte[] {1, 2, 3}).start(Engine.COMPILED));
    assertEquals(1, samples.size());
  }

  @Test
  void floodOfGrowthsDrivesNothingOut() {
    var recorder = new TimelineRecorder(0);
    for (int i = 0; i < 1000; i++) {
      recorder.record(i, i, 0);
    }
    for (int i = 0; i < 300_000; i++) {
      recorder.record(1000 + i / 1000, 1000 + i / 1000, i * PAGE);
    }
    for (int i = 0; i < 10_000; i++) {
      recorder.record(2000 + i, 2000 + i, 300_000 * PAGE);
    }
    recorder.end(12_000, 12_000, 300_000 * PAGE);
    recorder.record(13_000, 13_000, 400_000 * PAGE);
    var samples = recorder.snapshot().samples();
    assertOrdered(samples);
    assertTrue(samples.size() <= Timeline.MAX_SAMPLES);
    assertTrue(samples.stream().filter(s -> s.fuel() > 2000).count() > 200);
    assertTrue(samples.stream().filter(s -> s.fuel() < 1000).count() > 20);
    assertEquals(new Sample(12_000, 12_000, 300_000 * PAGE), samples.getLast());
  }

  @Test
  void endForgetsWhatCameAfterIt() {
    var recorder = new TimelineRecorder(0);
    recorder.record(1, 1, 0);
    recorder.record(2, 20, PAGE);
    recorder.end(3, 10, 0);
    recorder.end(9, 99, PAGE);
    assertEquals(List.of(new Sample(1, 1, 0), new Sample(3, 10, 0)), recorder.snapshot().samples());
  }

  /** Has nothing to say until something was typed, which is the end. */
  private static final class Keyboard extends InputStream {
    private final CountDownLatch asked;
    private final CountDownLatch typed;

    Keyboard(CountDownLatch asked, CountDownLatch typed) {
      this.asked = asked;
      this.typed = typed;
    }

    @Override
    public int read() throws IOException {
      return read(new byte[1], 0, 1);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      asked.countDown();
      try {
        typed.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      return -1;
    }
  }
}
