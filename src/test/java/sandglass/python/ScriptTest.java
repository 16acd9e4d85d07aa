package sandglass.python;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.interpreter.CommandTemplate;
import sandglass.interpreter.Interpreter;
import sandglass.interpreter.PythonTraceback;
import sandglass.interpreter.Session;
import sandglass.interpreter.Workers;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Standby;
import sandglass.sandbox.Streams;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Random;
import sandglass.sandbox.wasi.Stdin;

/** Scripts run by CPython: started now, or ahead of the run. */
class ScriptTest {
  private static final String ALL_KINDS =
      """
      import random, sys, time

      print({"one", "two", "three", b"four", "five"}, random.random(), time.time(), hash("x"))
      print(__name__, __file__, sys.argv, sys.path[0])
      print(repr(sys.stdin.read()))

      def fail(x):
          return 1 / x

      fail(0)
      """;

  private static Interpreter python;
  private static Sandbox sandbox;

  @BeforeAll
  static void skipWithoutTheModule() {
    python = CPython.interpreter();
    sandbox = CPython.sandbox();
  }

  @Test
  void isAsPythonSaysOfAFile() {
    Report report = now(capsule(ALL_KINDS, "a", "b c"));
    List<String> lines = report.stdout().text().lines().toList();
    assertEquals("__main__ /script/main.py ['/script/main.py', 'a', 'b c'] /script", lines.get(1));
    assertEquals("'typed\\n'", lines.get(2));
    assertEquals(
        """
        Traceback (most recent call last):
          File "/script/main.py", line 10, in <module>
            fail(0)
          File "/script/main.py", line 8, in fail
            return 1 / x
                   ~~^~~
        ZeroDivisionError: division by zero
        """,
        report.stderr().text());
    assertEquals(new Outcome.Exited(1), report.outcome());
    PythonTraceback traceback = PythonTraceback.find(report.stderr().text()).orElseThrow();
    assertEquals(8, traceback.innermostIn("/script/main.py").orElseThrow().line());
    assertEquals("ZeroDivisionError: division by zero", traceback.message());
  }

  @Test
  void isTheSameWhetherStartedAheadOrNow() throws Exception {
    Capsule capsule = capsule(ALL_KINDS, "a");
    Report one = now(capsule);
    Report two = now(capsule);
    Report ahead = ahead(capsule("pass", "a"), capsule);
    for (Report other : List.of(two, ahead)) {
      assertEquals(one.stdout().text(), other.stdout().text());
      assertEquals(one.stderr().text(), other.stderr().text());
      assertEquals(one.fuelUsed(), other.fuelUsed());
      assertEquals(one.startup().orElseThrow().fuel(), other.startup().orElseThrow().fuel());
      assertEquals(one.memoryGrowths(), other.memoryGrowths());
      assertEquals(one.memoryPeakBytes(), other.memoryPeakBytes());
      assertEquals(one.calls(), other.calls());
    }
    assertFalse(one.startup().orElseThrow().ahead());
    assertTrue(ahead.startup().orElseThrow().ahead());
  }

  @Test
  void countsTheScriptsFuelApartFromTheStarts() throws Exception {
    Report report = now(capsule("print(1)"));
    assertTrue(report.startup().orElseThrow().fuel() > 100_000_000, report.startup().toString());
    // Most of it is CPython taking itself down again.
    assertTrue(report.fuelUsed() < 60_000_000, "used " + report.fuelUsed());
    Capsule little = capsule("while True: pass", Limits.DEFAULT.withFuel(30_000_000));
    Report out = ahead(little, little);
    assertInstanceOf(Outcome.OutOfFuel.class, out.outcome());
    assertTrue(out.fuelUsed() >= 30_000_000 && out.fuelUsed() < 31_000_000, "" + out.fuelUsed());
  }

  @Test
  void countsTimeFromTheHandOver() throws Exception {
    Capsule loop =
        capsule("while True: pass", Interpreter.LIMITS.withTimeout(Duration.ofMillis(300)));
    Standby standby = sandbox.startAhead(loop);
    assertTrue(standby.waiting().get(2, TimeUnit.MINUTES));
    Thread.sleep(400);
    Report report = standby.take(loop, Streams.NONE).orElseThrow().report().join();
    assertInstanceOf(Outcome.TimedOut.class, report.outcome());
    assertTrue(report.elapsedMillis() >= 300 && report.elapsedMillis() < 5_000);
  }

  @Test
  void holdsMemoryAndOutputLimits() throws Exception {
    Limits limits = Interpreter.LIMITS;
    Capsule large = capsule("b = bytearray(100 << 20)", limits.withMemoryBytes(64L << 20));
    Report refused = ahead(large, large);
    assertTrue(refused.stderr().text().endsWith("MemoryError\n"), refused.stderr().text());
    Capsule tiny = capsule("print(1)", limits.withMemoryBytes(1L << 20));
    assertInstanceOf(Outcome.OutOfMemory.class, ahead(tiny, tiny).outcome());
    Capsule loud = capsule("print('x' * 1000)", limits.withOutputBytes(100));
    Report cut = ahead(loud, loud);
    assertInstanceOf(Outcome.OutputLimit.class, cut.outcome());
    assertEquals(100, cut.stdout().bytes().length);
  }

  @Test
  void takesTheStatusOfSystemExit() {
    assertEquals(new Outcome.Exited(3), now(capsule("raise SystemExit(3)")).outcome());
    Report said = now(capsule("import sys; sys.exit('bad')"));
    assertEquals(new Outcome.Exited(1), said.outcome());
    assertEquals("bad\n", said.stderr().text());
    Report wrong = now(capsule("print(1\n"));
    assertEquals(
        1, PythonTraceback.find(wrong.stderr().text()).orElseThrow().frames().getFirst().line());
  }

  @Test
  void importsPackages(@TempDir Path folder) throws Exception {
    Files.createDirectory(folder.resolve("box"));
    Files.writeString(folder.resolve("box/__init__.py"), "def open(): return 'opened'");
    var job =
        new Interpreter.Job(
            "main.py", "import box; print(box.open(), box.__file__)", List.of(), List.of(folder));
    Report report = now(python.capsule(job, World.EMPTY, Interpreter.LIMITS, Engine.COMPILED));
    assertEquals("opened /packages/box/__init__.py\n", report.stdout().text());
  }

  @Test
  void runsTextAsAnArgument() {
    Interpreter inline = python.withCommand(CommandTemplate.INLINE);
    var job = new Interpreter.Job("x.py", "import sys; print(sys.argv)", List.of("a"), List.of());
    Report report = now(inline.capsule(job, World.EMPTY, Interpreter.LIMITS, Engine.COMPILED));
    assertEquals("['-c', 'a']\n", report.stdout().text());
    assertTrue(report.startup().isEmpty());
    assertTrue(inline.warning(Limits.DEFAULT).orElseThrow().contains("to start"));
    assertTrue(python.warning(Limits.DEFAULT).isEmpty());
  }

  @Test
  void startsWithoutClockAndRandomNumbers() {
    var job = new Interpreter.Job("main.py", "print(1)", List.of(), List.of());
    World bare = World.EMPTY.withRandom(Random.OFF).withClock(Clock.OFF);
    Report report = now(python.capsule(job, bare, Interpreter.LIMITS, Engine.COMPILED));
    assertEquals("1\n", report.stdout().text(), report.stderr().text());
  }

  @Test
  void servesEachRunByAWorkerOfItsOwn() throws Exception {
    var threads = Executors.newSingleThreadExecutor();
    try (var workers = new Workers(sandbox, Workers.Bounds.DEFAULT, threads)) {
      Capsule script = capsule("import sys; print(getattr(sys, 'mark', None)); sys.mark = 1");
      workers.warm(script);
      for (int i = 0; i < 3; i++) {
        while (workers.status().waiting() == 0) {
          Thread.sleep(5);
        }
        assertTrue(workers.status().memoryBytes() >= 10 << 20);
        Report report = workers.run(script, Streams.NONE).report().join();
        assertEquals("None\n", report.stdout().text());
        assertTrue(report.startup().orElseThrow().ahead());
      }
      Capsule others = capsule("print(2)", "other", "arguments");
      Report report = workers.run(others, Streams.NONE).report().join();
      assertFalse(report.startup().orElseThrow().ahead());
      assertEquals("2\n", report.stdout().text());
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void keepsVariablesInASession() throws Exception {
    var threads = Executors.newSingleThreadExecutor();
    try (var workers = new Workers(sandbox, Workers.Bounds.DEFAULT, threads);
        var session = Session.start(python, World.EMPTY, Interpreter.LIMITS, workers)) {
      assertEquals("", say(session, "import sys\nx = 20\ndef f(n):\n  return 1 / n\n", 0));
      String seen = "print(x + 1, __name__, __file__, sys.argv, input())";
      assertEquals(
          "21 __main__ /script/cell.py ['/script/cell.py', 'a'] typed\n", say(session, seen, 0));
      assertEquals("bad\n", say(session, "sys.exit('bad')", 1));
      assertEquals("", say(session, "sys.exit(300)", 300 & 255));
      assertEquals(
          """
          Traceback (most recent call last):
            File "/script/cell.py", line 2, in <module>
              1 / y
              ~~^~~
          ZeroDivisionError: division by zero
          """,
          say(session, "y = 0\n1 / y", 1));
      assertEquals(
          """
            File "/script/cell.py", line 1
              print(
                   ^
          SyntaxError: '(' was never closed
          """,
          say(session, "print(", 1));
      assertEquals("20 0\n", say(session, "print(x, y)", 0));
      assertFalse(session.isOver());
    } finally {
      threads.shutdown();
    }
  }

  private static String say(Session session, String text, int status) throws Exception {
    var out = new ByteArrayOutputStream();
    var job = new Interpreter.Job("cell.py", text, List.of("a"), List.of());
    Session.End end =
        session.run(job, "typed\n".getBytes(UTF_8), new Streams(out, out)).get(2, TimeUnit.MINUTES);
    assertEquals(new Outcome.Exited(status), end.outcome());
    assertTrue(end.fuelUsed() > 0);
    return out.toString(UTF_8);
  }

  @Test
  void endsASessionAtItsLimits() throws Exception {
    var threads = Executors.newSingleThreadExecutor();
    Limits limits = Interpreter.LIMITS.withTimeout(Duration.ofSeconds(2));
    try (var workers = new Workers(sandbox, Workers.Bounds.DEFAULT, threads);
        var session = Session.start(python, World.EMPTY, limits, workers)) {
      var job = new Interpreter.Job("cell.py", "while True: pass", List.of(), List.of());
      Session.End end = session.run(job, new byte[0], Streams.NONE).get(2, TimeUnit.MINUTES);
      assertInstanceOf(Outcome.TimedOut.class, end.outcome());
      Session.End next = session.run(job, new byte[0], Streams.NONE).get(1, TimeUnit.MINUTES);
      assertInstanceOf(Outcome.Cancelled.class, next.outcome());
      assertTrue(session.isOver());
    } finally {
      threads.shutdown();
    }
  }

  private static Capsule capsule(String text, String... args) {
    return capsule(text, Interpreter.LIMITS, args);
  }

  private static Capsule capsule(String text, Limits limits, String... args) {
    var job = new Interpreter.Job("main.py", text.getBytes(UTF_8), List.of(args), List.of());
    World world = World.EMPTY.withStdin(Stdin.of("typed\n")).withEnv(Map.of("LANG", "en"));
    return python.capsule(job, world, limits, Engine.COMPILED);
  }

  private static Report now(Capsule capsule) {
    return sandbox.start(capsule, Streams.NONE).report().join();
  }

  private static Report ahead(Capsule first, Capsule capsule) throws Exception {
    Standby standby = sandbox.startAhead(first);
    assertTrue(standby.waiting().get(2, TimeUnit.MINUTES));
    return standby.take(capsule, Streams.NONE).orElseThrow().report().join();
  }
}
