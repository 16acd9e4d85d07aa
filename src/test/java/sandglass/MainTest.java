package sandglass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.cli.Terminal;
import sandglass.sandbox.Sandbox;

/** Command lines to exit statuses through the real sandbox. */
class MainTest {
  private static final String SOURCE =
      """
      (module
        (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
        (import "wasi_snapshot_preview1" "fd_write"
          (func $write (param i32 i32 i32 i32) (result i32)))
        (import "wasi_snapshot_preview1" "fd_read"
          (func $read (param i32 i32 i32 i32) (result i32)))
        (memory (export "memory") 1 1)
        (func (export "_start") (call $exit (i32.const 42)))
        (func (export "add") (param i32 i32) (result i32)
          (i32.add (local.get 0) (local.get 1)))
        (func (export "trap") unreachable)
        (func (export "loop") (loop $l (br $l)))
        (func (export "spam")
          (i32.store (i32.const 4) (i32.const 60000))
          (loop $l
            (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
            (br $l)))
        (func (export "echo")
          (i32.store (i32.const 0) (i32.const 16))
          (i32.store (i32.const 4) (i32.const 100))
          (drop (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 4)))
          (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))
      """;

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private byte[] stdin = {};
  private String file;

  @BeforeEach
  void writeProgram() throws IOException {
    file = folder.resolve("main.wat").toString();
    Files.writeString(Path.of(file), SOURCE);
  }

  @Test
  void passesTheGuestsStatusOn() {
    assertEquals(42, launch("run", file));
    assertEquals("", err());
  }

  @Test
  void invokesAnExport() {
    assertEquals(0, launch("run", file, "--invoke", "add", "-3", "5"));
    assertEquals("2", out().strip());
  }

  @Test
  void reportsATrap() {
    assertEquals(134, launch("run", file, "--invoke", "trap"));
    assertTrue(err().contains("trapped: unreachable"), err());
  }

  @Test
  void stopsOnFuelTimeAndOutput() {
    assertEquals(137, launch("run", file, "--invoke", "loop", "--fuel", "1M"));
    assertEquals(
        124, launch("run", file, "--invoke", "loop", "--fuel", "1000G", "--timeout", "300ms"));
    assertEquals(137, launch("run", file, "--invoke", "spam", "--output", "1MiB"));
    assertEquals(137, launch("run", file, "--invoke", "spam", "--fuel", "1M", "--output", "9GiB"));
    assertEquals(4, err().lines().count(), err());
  }

  @Test
  void rejectsWhatCannotBegin() {
    assertEquals(65, launch("run", file, "--invoke", "none"));
    assertTrue(err().contains("add (i32, i32) -> (i32)"), err());
    assertEquals(65, launch("run", file, "--invoke", "add", "1"));
    assertEquals(65, launch("run", file, "--memory", "1"));
  }

  @Test
  void saysHowToRunAModuleWithoutStart() throws IOException {
    Files.writeString(Path.of(file), "(module (func (export \"f\")))");
    assertEquals(65, launch("run", file));
    String advice = "it exports: f () -> (); name one of them with --invoke";
    assertTrue(err().contains(advice), err());
  }

  @Test
  void echoesStdin() {
    stdin = "live".getBytes(StandardCharsets.UTF_8);
    assertEquals(0, launch("run", file, "--invoke", "echo", "--stdin", "-"));
    assertEquals("live", out());
    out.reset();
    assertEquals(0, launch("run", file, "--invoke", "echo"));
    assertEquals("", out());
  }

  @Test
  void reportsTheSameTwice() {
    launch("run", file, "--report", "-");
    String first = out();
    out.reset();
    launch("run", file, "--report", "-");
    assertEquals(withoutTime(first), withoutTime(out()));
    assertTrue(first.contains("\"exit_code\" : 42"), first);
  }

  private static String withoutTime(String json) {
    return json.replaceAll("\"elapsed_ms\" : [0-9.]+", "");
  }

  @Test
  void wantsTheWindowForNothingAndForAFileAlone() throws IOException {
    assertTrue(Main.wantsWindow());
    assertTrue(Main.wantsWindow(file));
    assertTrue(Main.wantsWindow("not-yet-there.WASM"));
    assertTrue(Main.wantsWindow("not-yet-there.sandglass.json"));
    Path capsule = Files.writeString(folder.resolve("capsule.json"), "{}");
    assertTrue(Main.wantsWindow(capsule.toString()));
    assertTrue(Main.wantsWindow(Files.writeString(folder.resolve("bare"), "").toString()));
  }

  @Test
  void wantsACommandForAllElse() {
    assertFalse(Main.wantsWindow("run"));
    assertFalse(Main.wantsWindow("src"), "a bare word is a command, also where it exists");
    assertFalse(Main.wantsWindow("--help"));
    assertFalse(Main.wantsWindow("-.wat"));
    assertFalse(Main.wantsWindow("run", file));
    assertFalse(Main.wantsWindow(file, file));
    assertFalse(Main.wantsWindow(folder.toString()));
    assertFalse(Main.wantsWindow(folder.resolve("none.txt").toString()));
    assertFalse(Main.wantsWindow(""));
    assertFalse(Main.wantsWindow("a\0.b"));
  }

  @Test
  void runsABinaryThatItCompiled() {
    Path binary = folder.resolve("main.wasm");
    assertEquals(0, launch("compile", file));
    assertEquals(42, launch("run", binary.toString()));
    assertEquals(0, launch("inspect", binary.toString()));
  }

  private int launch(String... args) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () ->
            Main.command(
                new Terminal(new ByteArrayInputStream(stdin), out, err), Sandbox::inMemory, args));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
