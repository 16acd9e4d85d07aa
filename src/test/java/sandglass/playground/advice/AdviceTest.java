package sandglass.playground.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sandglass.playground.advice.Advice.Tone;
import sandglass.playground.advice.AdviceAction.AddFolder;
import sandglass.playground.advice.AdviceAction.AllowWriting;
import sandglass.playground.advice.AdviceAction.CallExport;
import sandglass.playground.advice.AdviceAction.GoTo;
import sandglass.playground.advice.AdviceAction.RaiseLimit;
import sandglass.playground.advice.AdviceAction.ShowCalls;
import sandglass.playground.advice.AdviceAction.ShowStderr;
import sandglass.playground.advice.AdviceAction.TurnOnClock;
import sandglass.playground.advice.AdviceAction.TurnOnRandom;
import sandglass.playground.limits.LimitKind;
import sandglass.program.ModuleInspector;
import sandglass.program.ProgramException;
import sandglass.program.wat.WatCompiler;
import sandglass.program.wat.WatResult;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.Random;
import sandglass.sandbox.wasi.Stdin;

class AdviceTest {
  private static final Sandbox SANDBOX = Sandbox.inMemory();
  private static final Path SAMPLES = Path.of("samples");

  private static final String WRITE =
      """
      (import "wasi_snapshot_preview1" "fd_write"
        (func $write (param i32 i32 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
      (memory (export "memory") 1) (data (i32.const 0) "\\10\\00\\00\\00\\05\\00\\00\\00")
      (data (i32.const 16) "oops\\n")
      """;

  @AfterAll
  static void closeSandbox() {
    SANDBOX.close();
  }

  private static EndedRun run(String wat, Entry entry, Limits limits, World world, Engine engine) {
    byte[] module =
        switch (WatCompiler.compile(wat)) {
          case WatResult.Compiled compiled -> compiled.wasm();
          case WatResult other -> throw new AssertionError(other);
        };
    var capsule = new Capsule("test.wat", module, entry, limits, world, engine);
    Report report = SANDBOX.start(capsule, Streams.NONE).report().join();
    try {
      var inspection = ModuleInspector.inspect(module);
      return new EndedRun(report, capsule, Optional.of(wat), Optional.of(inspection));
    } catch (ProgramException e) {
      throw new AssertionError(e);
    }
  }

  private static Advice advice(String wat) {
    return advice(wat, Limits.DEFAULT, World.EMPTY);
  }

  private static Advice advice(String wat, Limits limits, World world) {
    return Advice.of(run(wat, Entry.START, limits, world, Engine.COMPILED));
  }

  private static String sample(String name) throws IOException {
    return Files.readString(SAMPLES.resolve(name + ".wat"));
  }

  private static String start(String declarations, String body) {
    return "(module\n" + declarations + "\n(func $main (export \"_start\")\n" + body + "))";
  }

  private static EndedRun ended(Outcome outcome) {
    var empty = new Report.Captured(new byte[0], 0);
    var report =
        new Report(
            outcome,
            List.of(),
            5,
            65_536,
            List.of(),
            0,
            1.5,
            empty,
            empty,
            List.of(),
            List.of(),
            0,
            new Report.ModuleId(8, ""));
    var capsule =
        new Capsule("m", new byte[8], Entry.START, Limits.DEFAULT, World.EMPTY, Engine.COMPILED);
    return new EndedRun(report, capsule, Optional.empty(), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "trap-divide-by-zero, integer divide by zero, $divide, 11",
    "trap-integer-overflow, integer overflow, $divide, 11",
    "trap-invalid-conversion, invalid conversion to integer, $truncate, 11",
    "trap-out-of-bounds, out of bounds memory access, $main, 11",
    "trap-stack-exhausted, call stack exhausted, $down, 12",
    "trap-type-mismatch, indirect call type mismatch, $main, 15",
    "trap-undefined-element, undefined element, $main, 13",
    "trap-uninitialized-element, uninitialized element, $main, 13",
    "trap-unreachable, unreachable, $main, 8"
  })
  void leadsFromATrapToItsLine(String name, String reason, String function, int line)
      throws IOException {
    for (Engine engine : Engine.values()) {
      var advice = Advice.of(run(sample(name), Entry.START, Limits.DEFAULT, World.EMPTY, engine));
      assertEquals("trapped: " + reason, advice.headline());
      assertEquals(Tone.ERROR, advice.tone());
      assertTrue(
          advice.sentence().startsWith("It trapped in " + function + " at line " + line),
          advice.sentence());
      assertEquals(line, ((GoTo) advice.fixes().getFirst()).line(), advice.toString());
    }
  }

  @Test
  void namesTheCaller() throws IOException {
    assertEquals(
        "It trapped in $divide at line 11, called from $main: integer divide by zero. It divided an"
            + " integer by zero, which has no result. Only integers trap; a float would become"
            + " infinity. Check the divisor before dividing.",
        advice(sample("trap-divide-by-zero")).sentence());
  }

  @Test
  void leadsToTheFunctionWhereTheLineIsNotSure() {
    var advice =
        advice(
            start(
                "(memory 1)",
                "(drop (i32.load (i32.const -1)))(drop (i32.load8_u (i32.const -1)))"));
    assertTrue(
        advice.sentence().startsWith("It trapped in $main, which begins at line 3: out of"),
        advice.sentence());
    assertEquals("Open line 3", advice.fixes().getFirst().text());
  }

  @ParameterizedTest
  @EnumSource(TrapKind.class)
  void explainsEveryTrap(TrapKind kind) {
    var advice = Advice.of(ended(new Outcome.Trapped(kind.words(), List.of())));
    assertEquals("trapped: " + kind.words(), advice.headline());
    assertTrue(advice.sentence().contains(kind.meaning()), advice.sentence());
    assertTrue(advice.sentence().endsWith(kind.hint()), advice.sentence());
    assertFalse(kind.by("nop"));
  }

  @ParameterizedTest
  @CsvSource({
    "'uncaught exception, tag 3', UNCAUGHT_EXCEPTION",
    "'Trapped on call_ref on null function reference', NULL_FUNCTION",
    "'Trapped on ref_as_non_null on null reference', NULL_REFERENCE",
    "'unreachable, after memory.grow was refused at the memory limit of 5 bytes', UNREACHABLE"
  })
  void knowsTheEnginesWordsForTraps(String reason, TrapKind kind) {
    assertEquals(Optional.of(kind), TrapKind.of(reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"something new", "", "engine failure: java.lang.Error", "%s %n 100%"})
  void hasASentenceForUnknownTraps(String reason) {
    var frame = new Outcome.Frame(7, "a\nb");
    var advice = Advice.of(ended(new Outcome.Trapped(reason, List.of(frame))));
    assertTrue(advice.sentence().startsWith("It trapped in $a\\u{a}b: "), advice.sentence());
    assertFalse(advice.sentence().contains("java."), advice.sentence());
  }

  @Test
  void hasNothingToAddToAGoodEnd() throws IOException {
    var advice = advice(sample("hello"));
    assertEquals("exited 0", advice.headline());
    assertEquals("", advice.sentence());
    assertEquals(Tone.OK, advice.tone());
    assertEquals(List.of(), advice.fixes());
    assertEquals(4, advice.figures().size());
    assertEquals("6 fuel of 100,000,000", advice.figures().get(0));
    assertEquals("64 KiB of 256 MiB", advice.figures().get(1));
    assertEquals("compiled", advice.figures().get(3));
  }

  @Test
  void saysWhatAnExportReturned() throws IOException {
    var entry = new Entry.Invoke("factorial", List.of("5"));
    var run = run(sample("factorial"), entry, Limits.DEFAULT, World.EMPTY, Engine.INTERPRETER);
    assertEquals("It returned i64:120.", Advice.of(run).sentence());
    assertEquals("interpreted", Advice.of(run).figures().getLast());
  }

  @Test
  void raisesFuel() throws IOException {
    var advice = advice(sample("loop"), Limits.DEFAULT.withFuel(1_000_000), World.EMPTY);
    assertEquals("out of fuel", advice.headline());
    assertEquals(Tone.WARNING, advice.tone());
    assertEquals(Optional.of(LimitKind.FUEL), advice.limit());
    assertEquals(List.of(new RaiseLimit(LimitKind.FUEL, 10_000_000)), advice.fixes());
    assertEquals("Raise fuel to 10 M and run again", advice.fixes().getFirst().text());
  }

  @Test
  void raisesTheTimeout() throws IOException {
    var limits = Limits.DEFAULT.withFuel(Limits.MAX_FUEL).withTimeout(Duration.ofMillis(700));
    var advice = advice(sample("loop"), limits, World.EMPTY);
    assertEquals("timed out", advice.headline());
    assertTrue(advice.sentence().startsWith("It ran longer than its timeout of 700 ms."));
    assertEquals("Raise timeout to 2 s and run again", advice.fixes().getFirst().text());
  }

  @Test
  void saysWhatAGuestWaitedForWhenItTimedOut() throws IOException {
    String wat = sample("input-reader");
    var world =
        World.EMPTY.withStdin(new Stdin(() -> new PipedInputStream(new PipedOutputStream())));
    var advice = advice(wat, Limits.DEFAULT.withTimeout(Duration.ofSeconds(1)), world);
    assertTrue(advice.sentence().startsWith("It was waiting in fd_read"), advice.sentence());
  }

  @Test
  void raisesTheOutputLimit() {
    String body =
        "(loop (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))) (br 0))";
    var advice = advice(start(WRITE, body), Limits.DEFAULT.withOutputBytes(4 << 20), World.EMPTY);
    assertEquals("output limit reached", advice.headline());
    assertEquals("Raise output to 8 MiB and run again", advice.fixes().getFirst().text());
    assertTrue(
        advice.sentence().contains("The report keeps the first 1 MiB of stdout; 3 MiB more"),
        advice.sentence());
  }

  @Test
  void saysThatMemoryWasRefused() throws IOException {
    var advice =
        advice(sample("memory-hog"), Limits.DEFAULT.withMemoryBytes(16 << 20), World.EMPTY);
    assertEquals("exited 1", advice.headline());
    assertEquals(Tone.WARNING, advice.tone());
    assertTrue(
        advice
            .sentence()
            .endsWith(
                "memory.grow was refused at 16 MiB: 64 KiB more would exceed the memory limit of 16"
                    + " MiB."),
        advice.sentence());
    assertEquals(Optional.of(LimitKind.MEMORY), advice.limit());
    assertTrue(advice.fixes().contains(new RaiseLimit(LimitKind.MEMORY, 32 << 20)));
  }

  @Test
  void doesNotRaiseTheLimitForTheModulesOwnMaximum() {
    var advice = advice(start("(memory 1 2)", "(drop (memory.grow (i32.const 5)))"));
    assertEquals(Tone.OK, advice.tone());
    assertTrue(advice.sentence().contains("the module itself allows"), advice.sentence());
    assertEquals(List.of(), advice.fixes());
  }

  @Test
  void pointsToStderrAfterAFailure() {
    String body =
        "(drop (call $write (i32.const 2) (i32.const 0) (i32.const 1) (i32.const 8))) (call $exit (i32.const 101))";
    var advice = advice(start(WRITE, body));
    assertEquals("exited 101", advice.headline());
    assertEquals(
        "The program itself ended with code 101. What it wrote to stderr may say why.",
        advice.sentence());
    assertEquals(List.of(new ShowStderr(), new ShowCalls()), advice.fixes());
  }

  @Test
  void saysThatAFolderIsMissing() throws IOException {
    var advice = advice(sample("file-reader"));
    assertEquals("exited 8", advice.headline());
    assertTrue(
        advice
            .sentence()
            .contains("It wanted to open \"verse.txt\", but no folder is given to it."),
        advice.sentence());
    assertEquals(new AddFolder(), advice.fixes().getFirst());
  }

  @Test
  void saysThatAFileIsMissing() throws IOException {
    var folder = new Folder(SAMPLES.resolve("data"), "/data", false);
    var world = World.EMPTY.withFolders(List.of(folder));
    var advice = advice(sample("file-reader"), Limits.DEFAULT, world);
    assertTrue(
        advice
            .sentence()
            .contains("It wanted to open \"verse.txt\" in /data, but there is no such file."),
        advice.sentence());
  }

  @Test
  void saysThatAFolderIsReadOnly() throws IOException {
    var folder = new Folder(SAMPLES.resolve("data").resolve("library"), "/out", false);
    var world = World.EMPTY.withFolders(List.of(folder));
    var advice = advice(sample("file-writer"), Limits.DEFAULT, world);
    assertTrue(advice.sentence().contains("in /out, which is read-only."), advice.sentence());
    assertEquals(new AllowWriting("/out"), advice.fixes().getFirst());
  }

  @Test
  void saysThatTheClockOrRandomNumbersAreOff() {
    String time =
        """
        (import "wasi_snapshot_preview1" "clock_time_get"
          (func $time (param i32 i64 i32) (result i32)))
        """;
    var off = World.EMPTY.withClock(Clock.OFF).withRandom(Random.OFF);
    String ask = "(call $exit (call $time (i32.const 0) (i64.const 0) (i32.const 64)))";
    assertTrue(
        advice(start(time + WRITE, ask), Limits.DEFAULT, off).fixes().contains(new TurnOnClock()));
    String random =
        """
        (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
        """;
    String draw = "(if (call $random (i32.const 64) (i32.const 4)) (then unreachable))";
    assertTrue(
        advice(start(random + WRITE, draw), Limits.DEFAULT, off)
            .fixes()
            .contains(new TurnOnRandom()));
  }

  @Test
  void suggestsExportsWhereThereIsNoStart() {
    var advice =
        advice("(module (func (export \"factorial\") (param i64) (result i64) (i64.const 1)))");
    assertEquals("rejected", advice.headline());
    assertEquals(
        "Nothing ran: the module has no _start, where a program begins. Call one of its exports"
            + " instead: factorial (i64) -> (i64).",
        advice.sentence());
    assertEquals(List.of(new CallExport("factorial", true)), advice.fixes());
    assertEquals("Call factorial…", advice.fixes().getFirst().text());
    assertTrue(
        advice("(module)")
            .sentence()
            .endsWith("Export a function as _start, one that takes and gives nothing."));
  }

  @Test
  void leadsToAnImportThatNobodyProvides() {
    var advice =
        advice(
            start(
                "(import \"wasi_snapshot_preview1\" \"proc_exit\" (func (param i32)))\n(import \"env\" \"launch\" (func $launch))",
                ""));
    assertTrue(
        advice
            .sentence()
            .startsWith(
                "Nothing ran: it imports what no WASI preview 1 host provides: env.launch."),
        advice.sentence());
    assertEquals(3, ((GoTo) advice.fixes().getFirst()).line());
  }

  @Test
  void raisesWhatAModuleBeginsWith() {
    var small = Limits.DEFAULT.withMemoryBytes(65_536).withTableElements(5);
    assertEquals(
        List.of(new RaiseLimit(LimitKind.MEMORY, 64 << 20), new GoTo(2, 1, 7)),
        advice(start("(memory 1000)", ""), small, World.EMPTY).fixes());
    assertEquals(
        List.of(new RaiseLimit(LimitKind.TABLES, 2_000), new GoTo(2, 1, 6)),
        advice(start("(table 1234 funcref)", ""), small, World.EMPTY).fixes());
    assertEquals(
        new RaiseLimit(LimitKind.MODULE, 1 << 20),
        advice(start("", ""), small.withModuleBytes(8), World.EMPTY).fixes().getFirst());
    var files = World.EMPTY.withFolders(List.of(new Folder(SAMPLES, "/", false)));
    var advice = advice(start("", ""), small.withFileBytes(10), files);
    assertEquals(Optional.of(LimitKind.FILES), advice.limit(), advice.sentence());
    assertTrue(advice.fixes().getFirst() instanceof RaiseLimit, advice.toString());
  }

  @Test
  void passesOtherRefusalsOn() {
    var missing = new Folder(Path.of("no-such-folder"), "/", false);
    var advice = advice(start("", ""), Limits.DEFAULT, World.EMPTY.withFolders(List.of(missing)));
    assertTrue(advice.sentence().startsWith("Nothing ran: folder "), advice.sentence());
    assertTrue(advice.sentence().endsWith("create it."), advice.sentence());
    assertEquals(2, advice.figures().size());
  }

  @Test
  void saysWhoStoppedIt() {
    var advice = Advice.of(ended(new Outcome.Cancelled("stopped by the user")));
    assertEquals("stopped", advice.headline());
    assertEquals(Tone.NEUTRAL, advice.tone());
    assertEquals("You stopped it after 1.5 ms.", advice.sentence());
  }

  @Test
  void saysWhatTheMachineCannotGive() {
    var advice = Advice.of(ended(new Outcome.OutOfMemory("needed more; start Java with more")));
    assertEquals("out of memory", advice.headline());
    assertEquals("It needed more; start Java with more.", advice.sentence());
  }

  @Test
  void neverRaisesBeyondWhatThereIs() {
    var most = Limits.DEFAULT.withFuel(Limits.MAX_FUEL).withMemoryBytes(2L << 30);
    assertEquals(Optional.empty(), Raise.fuel(most, Long.MAX_VALUE));
    assertEquals(Optional.empty(), Raise.bytes(LimitKind.MEMORY, most, 0));
    assertEquals(Optional.empty(), Raise.bytes(LimitKind.MEMORY, Limits.DEFAULT, 4L << 30));
    assertEquals(Optional.empty(), Raise.timeout(most.withTimeout(Duration.ofDays(365))));
    assertEquals(Optional.empty(), Raise.elements(Limits.DEFAULT, 1L << 40));
    var half = Limits.DEFAULT.withFuel(Limits.MAX_FUEL / 2);
    assertEquals(Optional.of(new RaiseLimit(LimitKind.FUEL, Limits.MAX_FUEL)), Raise.fuel(half, 0));
    assertEquals(
        Optional.of(new RaiseLimit(LimitKind.FUEL, 20_000_000)),
        Raise.fuel(Limits.DEFAULT.withFuel(1_234_567), 0));
    assertEquals(Optional.of(new RaiseLimit(LimitKind.FUEL, 50)), Raise.fuel(half.withFuel(1), 25));
  }

  @Test
  void copesWithTextThatIsNotTheModules() {
    var trapped = new Outcome.Trapped("unreachable", List.of(new Outcome.Frame(40, "")));
    var run = ended(trapped);
    for (String text : List.of("", "((((", new String(new byte[99], StandardCharsets.UTF_8))) {
      var advice =
          Advice.of(new EndedRun(run.report(), run.capsule(), Optional.of(text), run.module()));
      assertTrue(advice.sentence().startsWith("It trapped in function 40: "), advice.sentence());
      assertEquals(List.of(), advice.fixes());
    }
  }
}
