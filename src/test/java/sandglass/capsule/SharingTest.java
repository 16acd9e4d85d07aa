package sandglass.capsule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleFile.GivenInterpreter;
import sandglass.capsule.CapsuleFile.GivenInterpreter.Source;
import sandglass.capsule.CapsuleFile.GivenWorld;
import sandglass.interpreter.Interpreter;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Random;

class SharingTest {
  private static final String DIGEST = "0".repeat(64);
  private static final Code MODULE = new Code.Module(new Content.There("/m/tool.wasm", DIGEST));
  private static final GivenFolder.Files DATA = new GivenFolder.Files.There("my data", DIGEST);

  @Test
  void saysAShortRunShortly() {
    var shared = Sharing.commandLine(capsule("tool.wasm", MODULE, GivenWorld.EMPTY));
    assertEquals("sandglass run /m/tool.wasm", shared.text());
    assertEquals(List.of(), shared.notes());
  }

  @Test
  void saysEverythingThatIsNotAsUsual() {
    var world =
        new GivenWorld(
            List.of("it's", "--x", "$HOME", ""),
            Map.of("A", "b c"),
            Content.of("two\nlines"),
            List.of(
                new GivenFolder("/data", true, DATA),
                new GivenFolder(
                    "/lib", false, new GivenFolder.Files.Here(List.of()), List.of("."))),
            Clock.REAL,
            Random.seeded(-5));
    var limits = new Limits(7, 3 << 20, Duration.ofMillis(1500), 50 << 20, 1000, 256 << 20, 10_000);
    var file =
        new CapsuleFile(
            "tool.wasm", MODULE, Entry.START, limits, world, Engine.INTERPRETER, Optional.empty());

    var shared = Sharing.commandLine(file);

    assertEquals(
        "printf %s 'two\nlines' | sandglass run --fuel 7 --memory 3MiB --timeout 1500ms"
            + " --output 1000 --dir 'my data::/data:rw' --dir lib::/lib --env 'A=b c' --clock real"
            + " --seed=-5 --stdin - --engine interpreter /m/tool.wasm -- 'it'\\''s' --x '$HOME' ''",
        shared.text());
    assertEquals(
        List.of(
            "save the files of the folder /lib in lib first: they are in the capsule",
            "the folder's other names (.) are lost"),
        shared.notes());

    assertEquals(
        "printf %s 'two\nlines' | wasmtime run -W"
            + " fuel=7,max-memory-size=3145728,max-table-elements=10000,timeout=1500ms"
            + " --dir 'my data::/data' --dir lib::/lib --dir lib::. --env 'A=b c'"
            + " /m/tool.wasm 'it'\\''s' --x '$HOME' ''",
        Sharing.wasmtime(file).text());
  }

  @Test
  void namesTheFilesThatMustBeSavedFirst() {
    var wat = capsule("hello", new Code.Wat("(module)"), GivenWorld.EMPTY);
    var shared = Sharing.commandLine(wat);
    assertEquals("sandglass run hello.wat", shared.text());
    assertEquals(
        List.of(
            "save the program as hello.wat first: it is in the capsule",
            "the guest is told that its name is hello.wat, not hello"),
        shared.notes());
    assertTrue(
        Sharing.wasmtime(wat).text().endsWith(" --argv0=hello hello.wat < /dev/null"),
        Sharing.wasmtime(wat).text());

    var python = capsule("main.py", new Code.Python("print(1)"), GivenWorld.EMPTY);
    var other = Sharing.wasmtime(python);
    assertTrue(other.text().endsWith(" --argv0=main.py main.wasm < /dev/null"), other.text());
    assertTrue(
        other.notes().contains("compile it first: sandglass compile main.py -o main.wasm"),
        other.notes().toString());
  }

  @Test
  void callsAnExport() {
    var file =
        new CapsuleFile(
            "math.wat",
            new Code.Wat("(module)"),
            new Entry.Invoke("add", List.of("1", "-2")),
            Limits.DEFAULT,
            GivenWorld.EMPTY,
            Engine.COMPILED,
            Optional.empty());
    assertEquals("sandglass run --invoke add math.wat -- 1 -2", Sharing.commandLine(file).text());
    assertTrue(Sharing.wasmtime(file).text().contains("--invoke add math.wat 1 -2"));
  }

  @Test
  void givesScriptsTheirInterpreter() throws Exception {
    var inline =
        new GivenInterpreter(
            new Source.Catalogued("cpython", Optional.empty()), Optional.of("-c {script} {args}"));
    var file =
        new CapsuleFile(
            "main.py",
            new Code.Script("print('x')", inline, List.of(DATA)),
            Entry.START,
            Interpreter.LIMITS,
            world("a"),
            Engine.COMPILED,
            Optional.empty());
    assertEquals(
        "sandglass run --interpreter cpython '--interpreter-args=-c {script} {args}'"
            + " --packages 'my data' main.py -- a",
        Sharing.commandLine(file).text());
    assertTrue(
        Sharing.wasmtime(file)
            .text()
            .contains(
                " --dir 'my data::/packages' --env PYTHONPATH=/packages --argv0=cpython"
                    + " cpython.wasm -c 'print('\\''x'\\'')' a < /dev/null"),
        Sharing.wasmtime(file).text());
    var call = Sharing.toolCall(file);
    assertEquals(
        "{\"tool\": \"python_wasi_runner\", \"parameters\": {\"code\": \"print('x')\", \"argv\":"
            + " [\"a\"]}}",
        call.text());
    assertEquals(
        List.of("the interpreter's command is lost", "the packages are lost"), call.notes());
  }

  @Test
  void saysAToolCallOnOneLine() throws Exception {
    var wat = capsule("x.wat", new Code.Wat("(module)"), world("a\nb"));
    assertEquals(
        "{\"tool\": \"code_executor\", \"parameters\": {\"wasm_base64\": \"AGFzbQEAAAAACARuYW1lAgEA\","
            + " \"argv\": [\"a\\nb\"]}}",
        Sharing.toolCall(wat).text());
    var path =
        new CapsuleFile(
            "tool.wasm",
            MODULE,
            new Entry.Invoke("f", List.of()),
            Limits.DEFAULT.withFuel(5),
            new GivenWorld(
                List.of(),
                Map.of("A", "b"),
                new Content.Here(new byte[] {(byte) 0xff}),
                List.of(new GivenFolder("/d", false, DATA)),
                Clock.OFF,
                Random.OFF),
            Engine.INTERPRETER,
            Optional.empty());
    var call = Sharing.toolCall(path);
    assertEquals(
        "{\"tool\": \"code_executor\", \"parameters\": {\"wasm_path\": \"/m/tool.wasm\"}}",
        call.text());
    assertEquals(7, call.notes().size(), call.notes().toString());
  }

  @Test
  void refusesTextThatDoesNotCompile() {
    var wrong = capsule("x.wat", new Code.Wat("(module (fun))"), GivenWorld.EMPTY);
    var e = assertThrows(CapsuleException.class, () -> Sharing.toolCall(wrong));
    assertEquals("program.wat", e.field());
  }

  private static GivenWorld world(String arg) {
    return new GivenWorld(
        List.of(arg), Map.of(), Content.NONE, List.of(), Clock.VIRTUAL, Random.seeded(0));
  }

  private static CapsuleFile capsule(String name, Code program, GivenWorld world) {
    return new CapsuleFile(
        name, program, Entry.START, Limits.DEFAULT, world, Engine.COMPILED, Optional.empty());
  }
}
