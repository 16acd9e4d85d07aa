package sandglass.capsule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleFile.GivenWorld;
import sandglass.capsule.GivenFolder.Item;
import sandglass.interpreter.Interpreters;
import sandglass.interpreter.Store;
import sandglass.program.ProgramException;
import sandglass.program.ProgramLoader;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Report;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Random;

class CapsuleOpenerTest {
  @TempDir private Path temporary;

  private Opened open(CapsuleFile file) throws Exception {
    var interpreters = new Interpreters(new Store(temporary.resolve("store")), name -> null);
    return new CapsuleOpener(interpreters).open(file, Optional.of(temporary));
  }

  private Report run(CapsuleFile file) throws Exception {
    try (var sandbox = Sandbox.inMemory()) {
      return sandbox.start(open(file).capsule(), Streams.NONE).report().get();
    }
  }

  private static CapsuleFile capsule(Code program, GivenWorld world) {
    return new CapsuleFile(
        "guest", program, Entry.START, Limits.DEFAULT, world, Engine.COMPILED, Optional.empty());
  }

  private static GivenWorld world(Content stdin, GivenFolder... folders) {
    return new GivenWorld(
        List.of("one"),
        Map.of("NAME", "value"),
        stdin,
        List.of(folders),
        Clock.VIRTUAL,
        Random.seeded(7));
  }

  private static Item.File file(String path, String text) {
    return new Item.File(path, new Content.Here(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void runsTextPythonAndModules() throws Exception {
    String hello = Files.readString(Path.of("samples/hello.wat"));
    byte[] module = ProgramLoader.fromText("hello", hello, 1 << 20).wasm();

    assertEquals(
        "Hello from WASI!\n", run(capsule(new Code.Wat(hello), GivenWorld.EMPTY)).stdout().text());
    assertEquals(
        "Hello from WASI!\n",
        run(capsule(new Code.Module(Content.of(module)), GivenWorld.EMPTY)).stdout().text());
    assertEquals(
        "['guest', 'one'] 6\n",
        run(capsule(
                new Code.Python("import sys\nprint(sys.argv, len(input()))"),
                world(Content.of("stdin!\n"))))
            .stdout()
            .text());
  }

  @Test
  void showsFoldersByValueToTheGuest() throws Exception {
    var reader = new Code.Wat(Files.readString(Path.of("samples/file-reader.wat")));
    var files =
        new GivenFolder.Files.Here(
            List.of(
                file("verse.txt", "three little words\n"),
                new Item.Link("deep/er/link.txt", "../../verse.txt"),
                new Item.Folder("empty")));

    var report =
        run(capsule(reader, world(Content.NONE, new GivenFolder("/library", false, files))));

    assertEquals("three little words\n", report.stdout().text());
  }

  @Test
  void refusesFilesAndFoldersThatHaveChanged() throws Exception {
    Files.writeString(temporary.resolve("in.txt"), "before");
    Files.createDirectory(temporary.resolve("data"));
    String stdin = ContentReader.sha256(Files.readAllBytes(temporary.resolve("in.txt")));
    String folder = FolderDigest.of(temporary.resolve("data"));
    var code = new Code.Wat("(module (func (export \"_start\")))");
    var files = new GivenFolder("/data", false, new GivenFolder.Files.There("data", folder));
    open(capsule(code, world(new Content.There("in.txt", stdin), files)));

    Files.writeString(temporary.resolve("data").resolve("new.txt"), "");
    var changed =
        assertThrows(CapsuleException.class, () -> open(capsule(code, world(Content.NONE, files))));
    assertEquals("world.folders[0]", changed.field());
    assertTrue(changed.getMessage().contains("not what the capsule was made with"));

    Files.writeString(temporary.resolve("in.txt"), "after");
    var other =
        assertThrows(
            CapsuleException.class,
            () -> open(capsule(code, world(new Content.There("in.txt", stdin)))));
    assertEquals("world.stdin", other.field());

    var missing =
        assertThrows(
            CapsuleException.class,
            () ->
                open(
                    capsule(
                        new Code.Module(new Content.There("no.wasm", stdin)),
                        world(Content.NONE))));
    assertEquals("program.module", missing.field());
    assertTrue(missing.getMessage().contains("there is no such file"), missing.getMessage());
  }

  @Test
  void refusesFilesWithinFiles() {
    var files = new GivenFolder.Files.Here(List.of(file("a", ""), file("a/b", "")));

    var refused =
        assertThrows(
            CapsuleException.class,
            () ->
                open(
                    capsule(
                        new Code.Python("print()"),
                        world(Content.NONE, new GivenFolder("/d", false, files)))));

    assertTrue(refused.getMessage().startsWith("a/b: "), refused.getMessage());
  }

  @Test
  void passesErrorsInTheTextOn() {
    var wrong =
        assertThrows(
            CapsuleException.class,
            () -> open(capsule(new Code.Wat("(module (func (cal 1)))"), GivenWorld.EMPTY)));

    assertEquals("program.wat", wrong.field());
    assertTrue(wrong.getCause() instanceof ProgramException.InSource);
    assertTrue(wrong.getMessage().startsWith("guest:1:"), wrong.getMessage());
  }
}
