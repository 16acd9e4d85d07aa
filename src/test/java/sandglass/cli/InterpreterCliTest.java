package sandglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.interpreter.Catalog;
import sandglass.interpreter.Interpreter;
import sandglass.interpreter.Interpreters;
import sandglass.interpreter.Store;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;

/** Scripts and interpreters from the command line, with an interpreter of sums. */
class InterpreterCliTest {
  private static final Path CALC = Path.of("src", "test", "resources", "interpreter", "calc.wasm");

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicReference<Capsule> capsule = new AtomicReference<>();
  private byte[] stdin = {};
  private String sums;

  @BeforeEach
  void writeScript() throws IOException {
    sums = Files.writeString(folder.resolve("sums.rpn"), "1 2 +\n$1 in *\n").toString();
  }

  @Test
  void runsAScript() {
    stdin = "7\n".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        0, execute("run", "--interpreter", CALC.toString(), "--stdin", "-", sums, "--", "6"));
    assertEquals("3\n42\n", out());
    assertEquals("", err());
    assertEquals(Interpreter.LIMITS, capsule.get().limits());
    assertEquals(List.of("calc.wasm", "/script/sums.rpn", "6"), capsule.get().world().args());
  }

  @Test
  void runsAScriptFromStdinByBase64() throws IOException {
    stdin = "2 3 *\n".getBytes(StandardCharsets.UTF_8);
    String calc = "base64:" + Base64.getEncoder().encodeToString(Files.readAllBytes(CALC));
    assertEquals(0, execute("run", "--interpreter", calc, "--fuel", "1M", "-"));
    assertEquals("6\n", out());
    assertEquals(1_000_000, capsule.get().limits().fuel());
  }

  @Test
  void givesTheScriptAsTheTemplateSays() {
    String[] args = {
      "run", "--interpreter", CALC.toString(), "--interpreter-args", "-e {script} {args}", "x.rpn"
    };
    assertEquals(65, execute(args));
    assertTrue(err().contains("x.rpn: there is no such file"), err());
    args[5] = sums;
    assertEquals(1, execute(args));
    assertTrue(err().contains("calc: no such argument"), err());
    args[4] = "-e";
    assertEquals(65, execute(args));
    assertTrue(err().contains("does not say where the script goes"), err());
  }

  @Test
  void reportsTheStartApart() {
    stdin = "7\n".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        1, execute("run", "--interpreter", CALC.toString(), "--report", "-", sums, "--", "6"));
    assertTrue(out().contains("\"startup_fuel\" : "), out());
    assertTrue(out().contains("\"stderr\" : \"calc: nothing more on stdin\\n\""), out());
  }

  @Test
  void saysHowToGetCpython() {
    assertEquals(65, execute("run", "--interpreter", "cpython", sums));
    assertTrue(err().contains("fetch it with `sandglass interpreter fetch cpython`"), err());
  }

  @Test
  void refusesWhatDoesNotGoTogether() {
    refuses(64, "need --interpreter", "run", "-c", sums);
    refuses(64, "--invoke is for modules", "run", "--interpreter", "x", "--invoke", "f", sums);
    String calc = CALC.toString();
    refuses(
        64,
        "leave one of them out",
        "run",
        "--interpreter",
        calc,
        "-c",
        "--interpreter-args",
        "{script}",
        sums);
    refuses(65, "-c is Python's way", "run", "--interpreter", calc, "-c", sums);
    refuses(
        65,
        "check the name after --packages",
        "run",
        "--interpreter",
        calc,
        "--packages",
        folder.resolve("no").toString(),
        sums);
    refuses(65, "gone.wasm: there is no such file", "run", "--interpreter", "gone.wasm", sums);
    refuses(64, "say list, fetch or remove", "interpreter");
    refuses(64, "there is no interpreter called perl", "interpreter", "fetch", "perl");
  }

  private void refuses(int status, String message, String... args) {
    err.reset();
    assertEquals(status, execute(args), err());
    assertTrue(err().contains(message), err());
    assertEquals(1, err().lines().count(), err());
  }

  @Test
  void listsAndRemoves() throws IOException {
    assertEquals(0, execute("interpreter", "list"));
    assertEquals(
        "cpython  CPython 3.12 (25 MB)  not fetched; say `sandglass interpreter fetch cpython`\n",
        out());
    Path kept = folder.resolve("kept").resolve(Catalog.CPYTHON.fileName());
    Files.createDirectory(kept.getParent());
    Files.copy(CALC, kept);
    out.reset();
    assertEquals(0, execute("interpreter", "list"));
    assertTrue(out().endsWith(kept + "\n"), out());
    assertEquals(0, execute("interpreter", "fetch", "cpython"));
    assertTrue(err().contains("is there: "), err());
    assertEquals(65, execute("run", "--interpreter", "cpython", sums));
    assertTrue(err().contains("it is not CPython 3.12"), err());
    assertEquals(0, execute("interpreter", "remove", "cpython"));
    assertFalse(Files.exists(kept));
    assertEquals(0, execute("interpreter", "remove", "cpython"));
  }

  private int execute(String... args) {
    var terminal = new Terminal(new ByteArrayInputStream(stdin), out, err);
    var interpreters = new Interpreters(new Store(folder.resolve("kept")), _ -> null);
    try (var sandbox = Sandbox.inMemory()) {
      Launcher launcher =
          (started, stdout, stderr, loading) -> {
            capsule.set(started);
            return sandbox.start(started, new Streams(stdout, stderr), loading);
          };
      return new Cli(terminal, launcher, interpreters, true).execute(args);
    }
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
