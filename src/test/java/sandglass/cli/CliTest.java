package sandglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Gauges;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.Run;
import sandglass.sandbox.Timeline;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.Random;
import sandglass.sandbox.wasi.WasiCall;

/** Options, messages and exit statuses, before a launcher that runs nothing. */
class CliTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicReference<Capsule> capsule = new AtomicReference<>();
  private Outcome outcome = new Outcome.Exited(0);
  private List<String> results = List.of();
  private List<WasiCall> calls = List.of();
  private byte[] stdin = {};
  private OutputStream stdout = out;
  private String file;

  @BeforeEach
  void writeProgram() throws IOException {
    file = folder.resolve("main.wat").toString();
    Files.writeString(Path.of(file), "(module (func (export \"_start\")))");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "7, 7", "255, 255", "256, 0", "-1, 255"})
  void givesTheGuestsOwnStatus(int code, int status) {
    outcome = new Outcome.Exited(code);
    assertEquals(status, execute("run", file));
    assertEquals(code == 0 ? "guest err\n" : "", err());
  }

  @Test
  void givesEachOutcomeItsStatusAndOneLine() {
    check(new Outcome.Trapped("unreachable", List.of()), 134, "trapped: unreachable");
    check(new Outcome.OutOfFuel("no fuel"), 137, "no fuel");
    check(new Outcome.OutOfMemory("no memory"), 137, "no memory");
    check(new Outcome.OutputLimit("too much"), 137, "too much");
    check(new Outcome.TimedOut("late"), 124, "late");
    check(new Outcome.Cancelled("stopped"), 130, "stopped");
    check(new Outcome.Rejected("no entry"), 65, "no entry");
  }

  private void check(Outcome how, int status, String message) {
    outcome = how;
    err.reset();
    assertEquals(status, execute("run", file));
    assertEquals(file + ": " + message + System.lineSeparator(), err());
  }

  @Test
  void setsEveryLimit() {
    execute(
        "run --fuel 2M --memory 1MiB --timeout 2s --module-size 1k --output 2k --files 3k"
            + " --table-elements 5 "
            + file);
    var expected = new Limits(2_000_000, 1 << 20, Duration.ofSeconds(2), 1024, 2048, 3072, 5);
    assertEquals(expected, capsule.get().limits());
  }

  @Test
  void showsTheGuestNothingByDefault() {
    execute("run", file);
    var world = capsule.get().world();
    assertEquals(List.of("main.wat"), world.args());
    assertTrue(world.env().isEmpty() && world.folders().isEmpty());
    assertEquals(Clock.VIRTUAL, world.clock());
    assertEquals(Random.seeded(0), world.random());
    assertEquals(Engine.COMPILED, capsule.get().engine());
    assertEquals(Limits.DEFAULT, capsule.get().limits());
    assertEquals(Entry.START, capsule.get().entry());
  }

  @Test
  void buildsTheWorld() throws IOException {
    execute(
        "run",
        file,
        "--env",
        "A=1",
        "--env",
        "B=x=y",
        "--dir",
        folder + "::/data:rw",
        "--dir",
        folder.toString(),
        "--clock",
        "real",
        "--seed",
        "0x10",
        "--engine",
        "interpreter",
        "--",
        "--fuel",
        "-1",
        "");
    var world = capsule.get().world();
    assertEquals(List.of("main.wat", "--fuel", "-1", ""), world.args());
    assertEquals("{A=1, B=x=y}", world.env().toString());
    assertEquals(
        List.of(new Folder(folder, "/data", true), new Folder(folder, folder.toString(), false)),
        world.folders());
    assertEquals(Clock.REAL, world.clock());
    assertEquals(Random.seeded(16), world.random());
    assertEquals(Engine.INTERPRETER, capsule.get().engine());
    assertEquals(0, world.stdin().open().open().readAllBytes().length);
  }

  @Test
  void readsStdinFromAFileOrLive() throws IOException {
    Path input = folder.resolve("in.txt");
    Files.writeString(input, "from a file");
    execute("run", file, "--stdin", input.toString());
    assertEquals("from a file", read());
    stdin = "live".getBytes(StandardCharsets.UTF_8);
    execute("run", file, "--stdin", "-");
    assertEquals("live", read());
  }

  private String read() throws IOException {
    var bytes = capsule.get().world().stdin().open().open().readAllBytes();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void invokesWithNegativeNumbersAndPrintsResults() {
    results = List.of("i32:-3", "f64:nan");
    assertEquals(0, execute("run", file, "--invoke", "add", "1", "-2", "-inf", "-0x1p3"));
    assertEquals(
        new Entry.Invoke("add", List.of("1", "-2", "-inf", "-0x1p3")), capsule.get().entry());
    assertEquals(List.of("main.wat"), capsule.get().world().args());
    assertEquals(List.of("-3", "nan"), out().lines().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run --feul 3 FILE | unknown option --feul; did you mean --fuel?",
        "run FILE --fuel abc | --fuel: \"abc\" is not a count; write for example 1M",
        "run FILE --fuel 0 | fuel must be between 1 and 10^18; write for example",
        "run FILE --memory 9999999TiB | --memory: \"9999999TiB\" is too large",
        "run FILE --memory -1 | --memory: \"-1\" is negative",
        "run FILE --timeout 5 | --timeout: \"5\" lacks its unit",
        "run FILE --timeout 400d | timeout must be at most 365 days",
        "run FILE --module-size 7 | a module has at least 8 bytes",
        "run FILE --engine warp | --engine: \"warp\" is not one of compiled, interpreter",
        "run FILE --clock sun | --clock: \"sun\" is not one of virtual, real, off",
        "run FILE --random dice | --random: \"dice\" is not one of seeded, real, off",
        "run FILE --seed x | --seed: \"x\" is not a 64-bit number",
        "run FILE --seed 1 --random real | --seed needs --random seeded",
        "run FILE --env A | --env: \"A\" is not NAME=VALUE; write for example LANG=en",
        "run FILE --dir ::x | --dir: \"::x\" is not HOST[::GUEST][:rw]",
        "run FILE --fuel 1 --fuel 2 | option '--fuel' (COUNT) should be specified only once",
        "run - --stdin - | both want stdin",
        "run | missing required parameter: 'FILE'; say for example",
        "run FILE --invoke | option '--invoke'",
        "comple x | unknown command comple; did you mean compile?",
        "inspect a b | unexpected argument b",
        "compile - | say where to write with -o FILE",
        "'' | no command given",
      })
  void refusesWrongUsageInOneLine(String command, String message) {
    assertEquals(64, execute(command.replace("FILE", file)));
    assertTrue(err().contains(message), err());
    assertEquals(1, err().lines().count(), err());
    assertEquals("", out());
  }

  @Test
  void refusesProgramsThatAreNone() throws IOException {
    assertEquals(65, execute("run", folder.resolve("none.wat").toString()));
    assertTrue(err().contains("none.wat: there is no such file"), err());
    Files.writeString(Path.of(file), "(module\n (func bogus)\n (func bogus))");
    err.reset();
    assertEquals(65, execute("run", file));
    assertEquals(2, err().lines().count());
    assertTrue(err().startsWith(file + ":2:8: error: "), err());
    err.reset();
    assertEquals(65, execute("run", "a\0b"));
    assertEquals(1, err().lines().count(), err());
  }

  @Test
  void refusesAWorldThatIsNotThere() {
    assertEquals(65, execute("run", file, "--dir", folder + "/none"));
    assertTrue(err().contains("/none: there is no such folder"), err());
    err.reset();
    assertEquals(65, execute("run", file, "--stdin", folder.toString()));
    assertTrue(err().contains("is a folder"), err());
  }

  @Test
  void readsTheModuleFromStdin() {
    stdin = "(module (func (export \"_start\")))".getBytes(StandardCharsets.UTF_8);
    assertEquals(0, execute("run", "-"));
    assertEquals("stdin", capsule.get().name());
  }

  @Test
  void passesOutputThroughUnlessTheReportIsOnStdout() throws IOException {
    execute("run", file);
    assertEquals("guest out\n", out());
    assertEquals("guest err\n", err());
    out.reset();
    err.reset();
    execute("run", file, "--report", "-");
    assertTrue(out().startsWith("{") && out().endsWith("}\n"), out());
    assertEquals("", err());
    Path report = folder.resolve("report.json");
    execute("run", file, "--report", report.toString());
    assertTrue(Files.readString(report).contains("\"fuel_used\""));
  }

  @Test
  void saysWhereAReportCannotBeWritten() {
    assertEquals(74, execute("run", file, "--report", folder + "/none/r.json"));
    assertTrue(err().contains("r.json: there is no such folder"), err());
  }

  @Test
  void tracesCalls() {
    calls = List.of(new WasiCall(1, "fd_close", List.of(), "EBADF", ""));
    execute("run", file, "--trace");
    assertTrue(err().contains("fd_close() = EBADF"), err());
  }

  @Test
  void endsQuietlyWhenNobodyReads() {
    stdout =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    outcome = new Outcome.Cancelled("stopped");
    assertEquals(141, execute("run", file));
    assertEquals("guest err\n", err());
  }

  @Test
  void compilesBesideTheSourceOrWhereTold() throws IOException {
    assertEquals(0, execute("compile", file));
    assertTrue(Files.size(folder.resolve("main.wasm")) > 8);
    Path target = folder.resolve("other.wasm");
    assertEquals(0, execute("compile", file, "-o", target.toString()));
    assertEquals(0, execute("compile", file, "-o", "-"));
    assertEquals(Files.size(target), out.size());
    try (var left = Files.list(folder)) {
      assertEquals(3, left.count());
    }
  }

  @Test
  void runsPythonUnderItsName() throws IOException {
    assertEquals(0, execute("run", python("print(1)\n"), "--", "a"));
    assertEquals(List.of("main.py", "a"), capsule.get().world().args());
    assertTrue(capsule.get().module().length > 1000);
  }

  @Test
  void compilesPythonToTextOrToAModule() throws IOException {
    String source = python("def double(x):\n    return x * 2\nprint(double(4))\n");
    assertEquals(0, execute("compile", source));
    byte[] module = Files.readAllBytes(folder.resolve("main.wasm"));
    assertEquals("\0asm", new String(module, 0, 4, StandardCharsets.US_ASCII));
    assertEquals(0, execute("compile", source, "--text"));
    String text = Files.readString(folder.resolve("main.wat"));
    assertTrue(text.contains("(func $double (param $x i64) (result i64)"), text);
    Path named = folder.resolve("Named.WAT");
    assertEquals(0, execute("compile", source, "-o", named.toString()));
    assertEquals(text, Files.readString(named));
    assertEquals(0, execute("compile", source, "-o", "-", "--text"));
    assertEquals(text, out());
    assertEquals("", err());
  }

  @Test
  void hasNoOtherTextOfWhatIsNotPython() throws IOException {
    String wat = folder.resolve("other.wat").toString();
    assertEquals(64, execute("compile", file, "-o", wat));
    assertTrue(err().startsWith(file + ": is WebAssembly text already; name a file"), err());
    err.reset();
    assertEquals(0, execute("compile", file));
    assertEquals(64, execute("compile", folder.resolve("main.wasm").toString(), "--text"));
    assertTrue(err().contains("main.wasm: has no text; name a file"), err());
    assertFalse(Files.exists(Path.of(wat)));
  }

  @Test
  void saysHowToRunPythonThatDoesNotCompile() throws IOException {
    String source = python("x = '😀'; y = {1, 2}\nf = lambda: x\n");
    for (String command : List.of("run", "compile")) {
      err.reset();
      assertEquals(65, execute(command, source));
      List<String> lines = err().lines().toList();
      assertEquals(3, lines.size(), err());
      assertTrue(lines.getFirst().startsWith(source + ":1:14: error: sets are"), err());
      assertTrue(lines.get(1).startsWith(source + ":2:5: error: lambda"), err());
      assertEquals(
          source + ": run it with CPython: sandglass run --interpreter cpython " + source,
          lines.getLast());
    }
  }

  @Test
  void offersNoOtherWayToRunWrongPython() throws IOException {
    String source = python("if True\n    pass\n");
    assertEquals(65, execute("run", source));
    assertEquals(source + ":1:8: error: expected ':'" + System.lineSeparator(), err());
  }

  private String python(String source) throws IOException {
    return Files.writeString(folder.resolve("main.py"), source).toString();
  }

  @Test
  void neverOverwritesTheSource() throws IOException {
    String before = Files.readString(Path.of(file));
    Path link = folder.resolve("link.wasm");
    Files.createLink(link, Path.of(file));
    assertEquals(64, execute("compile", file, "-o", folder + "/./main.wat"));
    assertEquals(64, execute("compile", file, "-o", link.toString()));
    assertEquals(before, Files.readString(Path.of(file)));
    assertEquals(2, err().lines().count());
  }

  @Test
  void inspects() {
    assertEquals(0, execute("inspect", file));
    assertTrue(out().contains("command: run it as it is"), out());
    out.reset();
    assertEquals(0, execute("inspect", "--json", file));
    assertTrue(out().contains("\"kind\" : \"command\""), out());
  }

  @Test
  void marksImportsThatAreNotThere() throws IOException {
    Files.writeString(
        Path.of(file),
        """
        (module (import "env" "\\1b[31mred" (func))
          (import "wasi_snapshot_preview1" "fd_close" (func (param i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_close" (func (param i64) (result i32)))
          (import "wasi_snapshot_preview1" "fd_open" (func)))
        """);
    assertEquals(0, execute("inspect", file));
    assertTrue(out().contains("only wasi_snapshot_preview1 can be imported"), out());
    assertTrue(out().contains("WASI has it as (i32) -> (i32)"), out());
    assertTrue(out().contains("no such function"), out());
    assertFalse(out().contains("\u001b"), "escape sequences reach the terminal");
    out.reset();
    execute("inspect", "--json", file);
    assertEquals(1, out().split("\"supported\" : true", -1).length - 1);
    assertEquals(3, out().split("\"supported\" : false", -1).length - 1);
  }

  @Test
  void tellsABugInOneLine() {
    var cli =
        new Cli(
            terminal(),
            (c, o, e, t) -> {
              throw new IllegalStateException("oops\nmore");
            },
            false);
    assertEquals(70, cli.execute("run", file));
    assertEquals(1, err().lines().count(), err());
    assertTrue(err().contains("SANDGLASS_TRACE=1"), err());
  }

  @Test
  void helpsOnStdout() {
    assertEquals(0, execute("--help"));
    assertTrue(out().contains("inspect"), out());
    out.reset();
    assertEquals(0, execute("run", "--help"));
    assertTrue(out().contains("--table-elements"), out());
    assertEquals(0, execute("--version"));
    assertEquals("", err());
  }

  private int execute(String line) {
    return execute(line.isEmpty() ? new String[0] : line.split(" ", -1));
  }

  private int execute(String... args) {
    return new Cli(terminal(), this::start, false).execute(args);
  }

  private Terminal terminal() {
    return new Terminal(new ByteArrayInputStream(stdin), stdout, err);
  }

  private Run start(Capsule given, OutputStream guestOut, OutputStream guestErr, Duration loading) {
    capsule.set(given);
    boolean plain = outcome.equals(new Outcome.Exited(0)) && results.isEmpty();
    if ((plain && calls.isEmpty()) || stdout != out) {
      try {
        guestErr.write("guest err\n".getBytes(StandardCharsets.UTF_8));
        guestOut.write("guest out\n".getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // The reader has gone: the sandbox would end the run.
      }
    }
    var none = new Report.Captured(new byte[0], 0);
    var report =
        new Report(
            outcome,
            results,
            1,
            0,
            List.of(),
            0,
            1.0,
            none,
            none,
            List.of(),
            calls,
            0,
            new Report.ModuleId(8, ""));
    return new Run() {
      @Override
      public Gauges gauges() {
        return new Gauges(Gauges.Phase.ENDED, 1, 0, 0, 0, 0);
      }

      @Override
      public Timeline timeline() {
        return Timeline.EMPTY;
      }

      @Override
      public void cancel() {}

      @Override
      public CompletableFuture<Report> report() {
        return CompletableFuture.completedFuture(report);
      }

      @Override
      public Optional<InputStream> changedFile(String path) {
        return Optional.empty();
      }
    };
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
