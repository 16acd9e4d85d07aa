package sandglass.playground.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sandglass.playground.common.TestThreads;
import sandglass.program.Program;
import sandglass.program.ProgramLoader;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Gauges.Phase;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Run;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;
import sandglass.sandbox.World;

class LiveStdinTest {
  private static final int PATIENCE = 30; // seconds

  private final TestThreads time = new TestThreads();
  private final LiveStdin live = new LiveStdin(time.threads());

  private Run start(Sandbox sandbox, Engine engine, Output output) throws Exception {
    var file = Path.of("samples", "input-reader.wat");
    Program program = ProgramLoader.load(file, 1 << 20);
    var world = World.EMPTY.withStdin(live.stdin());
    return sandbox.start(
        new Capsule(program.name(), program.wasm(), Entry.START, Limits.DEFAULT, world, engine),
        new Streams(output.open(), new Output(time.threads()).open()));
  }

  private static void awaitWaiting(Run run) throws InterruptedException {
    for (int i = 0; run.gauges().phase() != Phase.WAITING_FOR_INPUT; i++) {
      assertTrue(i < PATIENCE * 1000, "never waited: " + run.gauges());
      Thread.sleep(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void feedsAGuestThatWaits(Engine engine) throws Exception {
    var output = new Output(time.threads());
    try (var sandbox = Sandbox.inMemory()) {
      var run = start(sandbox, engine, output);
      awaitWaiting(run);
      assertTrue(live.send("Grüße"));
      while (run.gauges().outputBytes() < 8) {
        Thread.sleep(1);
      }
      awaitWaiting(run);
      assertTrue(live.send("two"));
      live.end();
      var report = run.report().get(PATIENCE, TimeUnit.SECONDS);
      assertEquals(new Outcome.Exited(0), report.outcome());
      output.complete();
      assertEquals("Grüße\ntwo\n", output.text());
      assertEquals(List.of("Grüße", "two"), live.entered());
    }
  }

  @Test
  void isCancelledWhileTheGuestWaits() throws Exception {
    try (var sandbox = Sandbox.inMemory()) {
      var run = start(sandbox, Engine.COMPILED, new Output(time.threads()));
      awaitWaiting(run);
      run.cancel();
      var report = run.report().get(PATIENCE, TimeUnit.SECONDS);
      assertInstanceOf(Outcome.Cancelled.class, report.outcome());
      live.runEnded();
      assertFalse(live.send("late"));
    }
  }

  @Test
  void queuesWhatIsTypedAhead() throws IOException {
    var stdin = live.stdin();
    live.send("a");
    live.send("b");
    live.end();
    try (var in = stdin.open().open()) {
      assertEquals(4, in.available());
      assertEquals('a', in.read());
      assertEquals(3, in.available());
      assertArrayEquals("\nb\n".getBytes(StandardCharsets.UTF_8), in.readNBytes(10));
      assertEquals(0, in.available());
      assertEquals(-1, in.read());
    }
  }

  @Test
  void saysWhyALineIsNotTaken() throws IOException {
    assertFalse(live.send("before any run"));
    assertFalse(live.hint().get().isEmpty());
    var stdin = live.stdin();
    assertEquals("", live.hint().get());
    assertTrue(live.send("x"));
    assertFalse(live.send("x".repeat(LiveStdin.MAX_WAITING)), "too much waits");
    assertTrue(live.hint().get().contains("1 MiB"), live.hint().get());
    assertEquals(List.of("x"), live.entered());
    stdin.open().open().close(); // as the sandbox does at the end
    assertFalse(live.open().get());
    assertFalse(live.send("y"));
    assertEquals(List.of("x"), live.entered());
  }

  @Test
  void startsAfreshWithEachRun() throws IOException {
    var first = live.stdin();
    live.send("old");
    var second = live.stdin();
    assertTrue(live.open().get());
    assertEquals(List.of(), live.entered());
    first.open().open().close(); // the old run ends late
    assertTrue(live.open().get());
    live.send("new");
    try (var in = second.open().open()) {
      assertEquals(4, in.available());
    }
    try (var again = live.typed().open().open()) {
      assertEquals("new\n", new String(again.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void bounds() {
    live.stdin();
    for (int i = 0; i < LiveStdin.MAX_ENTERED + 5; i++) {
      assertTrue(live.send(""));
    }
    assertTrue(live.entered().size() <= LiveStdin.MAX_ENTERED);
    time.pass(Duration.ofSeconds(1));
    assertEquals(List.of(), time.bugs());
  }
}
