package sandglass.interpreter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Random;
import sandglass.sandbox.wasi.Stdin;

/** Interpreters from wherever they come, and what they are told. */
class InterpreterTest {
  private static final long MAX = Limits.DEFAULT.moduleBytes();

  @TempDir private Path folder;

  @Test
  void givesTheScriptAsAFile() {
    try (var sandbox = Sandbox.inMemory()) {
      Capsule sums = Calculator.capsule("1 2 +\n$1 in *\n", "7\n", Limits.DEFAULT, "6");
      Report report = Calculator.now(sandbox, sums);
      assertEquals("3\n42\n", report.stdout().text(), report.stderr().text());
      assertEquals(new Outcome.Exited(0), report.outcome());
      Capsule wrong = Calculator.capsule("1 0 /\n", "", Limits.DEFAULT);
      assertEquals("calc: division by zero\n", Calculator.now(sandbox, wrong).stderr().text());
    }
  }

  @Test
  void givesTheScriptAsAnArgument() throws InterpreterException {
    Interpreter inline = Calculator.load().withCommand(CommandTemplate.parse("-e {script} {args}"));
    var job = new Interpreter.Job("x", "$1 in -", List.of("6"), List.of());
    World world = World.EMPTY.withStdin(Stdin.of("8"));
    Capsule capsule = inline.capsule(job, world, Limits.DEFAULT, Engine.COMPILED);
    assertEquals(List.of("calc.wasm", "-e", "$1 in -", "6"), capsule.world().args());
    try (var sandbox = Sandbox.inMemory()) {
      Report report = Calculator.now(sandbox, capsule);
      assertEquals("-2\n", report.stdout().text());
      assertTrue(report.startup().isEmpty());
    }
  }

  @Test
  void takesBase64() throws InterpreterException {
    String text = Base64.getMimeEncoder().encodeToString(Calculator.bytes());
    Interpreter loaded = Calculator.interpreters(null).load("base64:" + text, MAX);
    assertArrayEquals(Calculator.bytes(), loaded.module());
    assertEquals(Calculator.load().sha256(), loaded.sha256());
  }

  @Test
  void takesABase64File() throws Exception {
    Path file = folder.resolve("calc.b64");
    Files.writeString(file, Base64.getEncoder().encodeToString(Calculator.bytes()));
    assertArrayEquals(
        Calculator.bytes(), Calculator.interpreters(null).load(file.toString(), MAX).module());
  }

  @Test
  void obeysTheVariable() throws InterpreterException {
    Interpreters interpreters = Calculator.interpreters(Calculator.FILE.toString());
    assertArrayEquals(Calculator.bytes(), interpreters.load("cpython", MAX).module());
    assertTrue(interpreters.where(Catalog.CPYTHON).orElseThrow().contains("PYTHON_WASI_WASM_PATH"));
  }

  @Test
  void saysInOneLineWhatIsWrong() throws Exception {
    refuses("cpython", null, "CPython 3.12 (25 MB) is not there yet; fetch it with");
    refuses(
        "cpython", "gone.wasm", "gone.wasm (from PYTHON_WASI_WASM_PATH): there is no such file");
    refuses("gone.wasm", null, "gone.wasm: there is no such file");
    Path text = Files.writeString(folder.resolve("a.wasm"), "no module");
    refuses(text.toString(), null, "not a WebAssembly module but text");
    Path library = folder.resolve("library.wasm");
    Files.write(library, new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    refuses(library.toString(), null, "exports no _start, so it is no WASI command");
    refuses("base64:!", null, "'!' is not a base64 character");
    var large =
        assertThrows(
            InterpreterException.class,
            () -> Calculator.interpreters(null).load(Calculator.FILE.toString(), 1000));
    assertTrue(large.getMessage().contains("raise the module size limit"), large.getMessage());
  }

  private static void refuses(String source, String variable, String message) {
    var e =
        assertThrows(
            InterpreterException.class, () -> Calculator.interpreters(variable).load(source, MAX));
    assertTrue(e.getMessage().contains(message), e.getMessage());
    assertEquals(1, e.getMessage().lines().count());
  }

  @Test
  void refusesAFetchedOneThatIsDamaged() throws Exception {
    Files.write(folder.resolve(Catalog.CPYTHON.fileName()), Calculator.bytes());
    var interpreters = new Interpreters(new Store(folder), _ -> null);
    var e = assertThrows(InterpreterException.class, () -> interpreters.load("cpython", MAX));
    assertTrue(e.getMessage().contains("it is not CPython 3.12 (its sha-256 is"), e.getMessage());
    assertTrue(e.getMessage().contains("fetch --again cpython"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-v", "{script} {script-file}", "x{args} {script}", "{what} {script}"})
  void refusesCommandsThatSayNothing(String template) {
    var e = assertThrows(InterpreterException.class, () -> CommandTemplate.parse(template));
    assertTrue(e.getMessage().contains("write for example"), e.getMessage());
  }

  @Test
  void fillsCommandsIn() throws InterpreterException {
    var template = CommandTemplate.parse("--quiet {module} --run={script-file} -- {args}");
    assertEquals(
        List.of("--quiet", "js", "--run=/script/a$1.js", "--", "{args}", "$1", "b c"),
        template.expand("js", "/script/a$1.js", List.of("{args}", "$1", "b c")));
    assertEquals(
        List.of("js", "/s"),
        CommandTemplate.parse("{script-file}").expand("js", "/s", List.of("a")));
  }

  @Test
  void dropsDebugSectionsOnly() {
    var with = new ByteArrayOutputStream();
    byte[] module = Calculator.bytes();
    with.write(module, 0, 8);
    custom(with, ".debug_info", 300);
    custom(with, ".debugger", 3);
    with.write(module, 8, module.length - 8);
    custom(with, ".debug_line", 5);
    custom(with, "name", 0);
    byte[] without = DebugSections.drop(with.toByteArray());
    var expected = new ByteArrayOutputStream();
    expected.write(module, 0, 8);
    custom(expected, ".debugger", 3);
    expected.write(module, 8, module.length - 8);
    custom(expected, "name", 0);
    assertArrayEquals(expected.toByteArray(), without);
    assertTrue(ModuleLook.isCommand(without));
  }

  private static void custom(ByteArrayOutputStream out, String name, int length) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    int size = 1 + text.length + length;
    out.write(0);
    out.write((size & 0x7f) | 0x80);
    out.write(size >> 7);
    out.write(text.length);
    out.writeBytes(text);
    out.writeBytes(new byte[length]);
  }

  @Test
  void givesPythonWhatMakesRunsEqual() {
    var python =
        new Interpreter("P", "python", "Python", new byte[0], "", true, CommandTemplate.FILE);
    var job = new Interpreter.Job("a.py", "", List.of(), List.of(folder, folder.resolve("b")));
    World world = World.EMPTY.withEnv(Map.of("PYTHONPATH", "/mine"));
    World seen = python.capsule(job, world, Limits.DEFAULT, Engine.COMPILED).world();
    assertEquals("/packages:/packages2:/mine", seen.env().get("PYTHONPATH"));
    assertEquals("0", seen.env().get("PYTHONHASHSEED"));
    assertEquals("1", seen.env().get("PYTHONDONTWRITEBYTECODE"));
    assertEquals("/packages2", seen.folders().getLast().guest());
    assertEquals(List.of("python", "/script/a.py"), seen.args());
    World real = world.withRandom(Random.REAL);
    var free = python.capsule(job, real, Limits.DEFAULT, Engine.COMPILED).world();
    assertEquals(null, free.env().get("PYTHONHASHSEED"));
  }
}
