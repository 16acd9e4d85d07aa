package sandglass.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import sandglass.playground.RunModel;
import sandglass.playground.document.Build;
import sandglass.playground.output.Output;
import sandglass.playground.world.StdinModel;
import sandglass.sandbox.LargeModule;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;

/**
 * The window goes on while guests do their worst. What is measured is printed; what is asserted is
 * far from it, since machines differ.
 */
@ExtendWith(ApplicationExtension.class)
class FluidWindowTest {
  private static final long CEILING_MILLIS = 20_000;
  private static final int LINES = 1_000_000;

  private static final String LOOP =
      "(module (func (export \"_start\") (loop $again (br $again))))";

  /** Writes 64 KiB again and again: lines of 63 letters. */
  private static final String FLOOD =
      """
      (module
        (import "wasi_snapshot_preview1" "fd_write"
          (func $fd_write (param i32 i32 i32 i32) (result i32)))
        (memory (export "memory") 3)
        (data (i32.const 0) "\\00\\00\\01\\00\\00\\00\\01\\00")
        (func (export "_start") (local $i i32)
          (memory.fill (i32.const 65536) (i32.const 120) (i32.const 65536))
          (loop $lines
            (i32.store8 (i32.add (i32.const 65599) (local.get $i)) (i32.const 10))
            (local.set $i (i32.add (local.get $i) (i32.const 64)))
            (br_if $lines (i32.lt_u (local.get $i) (i32.const 65536))))
          (loop $again
            (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
            (br $again))))
      """;

  private static final String GROW =
      """
      (module
        (memory (export "memory") 1)
        (func (export "_start")
          (loop $more
            (br_if $more (i32.ne (memory.grow (i32.const 16)) (i32.const -1))))
          (loop $again (br $again))))
      """;

  private static final String READ =
      """
      (module
        (import "wasi_snapshot_preview1" "fd_read"
          (func $fd_read (param i32 i32 i32 i32) (result i32)))
        (memory (export "memory") 1)
        (data (i32.const 0) "\\10\\00\\00\\00\\40\\00\\00\\00")
        (func (export "_start")
          (drop (call $fd_read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))))
      """;

  @TempDir private Path folder;
  private WholeWindow window;

  @Start
  void start(Stage stage) {
    window = WholeWindow.on(stage);
  }

  @AfterEach
  void close() {
    window.close();
    assertEquals(List.of(), window.bugs());
  }

  private void limit(UnaryOperator<Limits> change) {
    WholeWindow.onFx(
        () -> {
          var limits = window.playground().limits();
          limits.set(change.apply(limits.value().get()));
        });
  }

  private static void say(String what, long millis) {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    System.out.printf("[measured] %s: %d ms (load %.1f)%n", what, millis, load);
  }

  private long stopped(String what) {
    long begun = System.nanoTime();
    WholeWindow.onFx(() -> window.playground().run().stop());
    var report = window.awaitEnd();
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    say("stop of a guest that " + what, took);
    assertInstanceOf(Outcome.Cancelled.class, report.outcome());
    assertTrue(took < CEILING_MILLIS, took + " ms");
    return took;
  }

  private void fluid(String what, Runnable meanwhile) {
    var probe = WholeWindow.onFx(PulseProbe::start);
    meanwhile.run();
    long gap = WholeWindow.onFx(probe::stop);
    say("longest pulse gap while a guest " + what, gap);
    assertTrue(gap < CEILING_MILLIS, gap + " ms");
  }

  private void looksFor(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    WholeWindow.await(() -> System.nanoTime() - until > 0);
  }

  @Test
  void whileAGuestLoops() {
    limit(l -> l.withFuel(Limits.MAX_FUEL).withTimeout(Duration.ofMinutes(5)));
    window.write(LOOP);
    window.runUntil(RunModel.State.RUNNING);
    fluid("loops", () -> looksFor(Duration.ofSeconds(3)));
    stopped("loops");
  }

  @Test
  void whileAGuestFloods() {
    limit(
        l ->
            l.withFuel(Limits.MAX_FUEL)
                .withTimeout(Duration.ofMinutes(5))
                .withOutputBytes(100L << 20));
    window.write(FLOOD);
    fluid(
        "prints 100 MiB",
        () -> assertInstanceOf(Outcome.OutputLimit.class, window.runToEnd().outcome()));
    var extent = WholeWindow.onFx(() -> window.playground().stdout().extent().get());
    assertEquals(100L << 20, extent.bytes());
    assertTrue(extent.count() <= Output.MAX_LINES);
    limit(l -> l.withOutputBytes(1L << 40));
    window.runUntil(RunModel.State.RUNNING);
    stopped("prints without end");
  }

  @Test
  void whileAGuestTakesMemory() {
    limit(l -> l.withTimeout(Duration.ofMinutes(5)));
    window.write(GROW);
    fluid(
        "grows to 256 MiB, the usual limit",
        () -> assertInstanceOf(Outcome.OutOfFuel.class, window.runToEnd().outcome()));
  }

  @Test
  void whileAGuestWaitsForInput() {
    limit(l -> l.withTimeout(Duration.ofMinutes(5)));
    WholeWindow.onFx(() -> window.playground().world().stdin().mode().set(StdinModel.Mode.LIVE));
    window.write(READ);
    window.runUntil(RunModel.State.WAITING);
    stopped("waits for input");
  }

  /** A module as large as CPython's. */
  @Test
  void whileALargeModuleLoads() throws Exception {
    Path file = Files.write(folder.resolve("large.wasm"), LargeModule.of(20_000));
    limit(l -> l.withFuel(Limits.MAX_FUEL).withTimeout(Duration.ofMinutes(5)));
    fluid("of 26 MB loads", () -> open(file));
    WholeWindow.onFx(window.playground()::runCurrent);
    WholeWindow.await(() -> window.playground().run().state().get() == RunModel.State.PREPARING);
    fluid("of 26 MB is prepared", () -> looksFor(Duration.ofSeconds(1)));
    if (WholeWindow.onFx(() -> window.playground().run().running().get())) {
      stopped("is being prepared");
    }
  }

  /** Measures with a module of one's own: {@code -Dsandglass.large=python.wasm}. */
  @Test
  void whileANamedModuleLoads() {
    String name = System.getProperty("sandglass.large");
    assumeTrue(name != null, "no module is named");
    fluid("named " + name + " loads", () -> open(Path.of(name)));
    WholeWindow.onFx(window.playground()::runCurrent);
    WholeWindow.await(() -> window.playground().run().state().get() == RunModel.State.PREPARING);
    fluid("named " + name + " is prepared", () -> looksFor(Duration.ofSeconds(3)));
    stopped("is being prepared");
  }

  private void open(Path file) {
    WholeWindow.onFx(() -> window.playground().documents().open(file));
    WholeWindow.await(
        () -> {
          var document = window.playground().documents().current().get();
          return document != null && document.build().get() instanceof Build.Good;
        });
    looksFor(Duration.ofSeconds(1));
  }

  @Test
  void aMillionLinesAreDroppedAgain() throws Exception {
    limit(
        l ->
            l.withFuel(Limits.MAX_FUEL)
                .withTimeout(Duration.ofMinutes(5))
                .withOutputBytes(14L * LINES));
    window.write(Files.readString(Path.of("samples", "flood.wat")));
    long before = used();
    window.runToEnd();
    var extent = WholeWindow.onFx(() -> window.playground().stdout().extent().get());
    assertEquals(LINES, extent.end());
    assertTrue(extent.count() <= Output.MAX_LINES, extent.toString());
    long grown = used() - before;
    System.out.printf("[measured] heap after a million lines: %,d KiB more%n", grown >> 10);
    assertTrue(grown < 100L << 20, "grew by " + grown);
  }

  private static long used() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
