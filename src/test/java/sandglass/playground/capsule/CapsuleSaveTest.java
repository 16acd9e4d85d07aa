package sandglass.playground.capsule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleFile.GivenInterpreter;
import sandglass.capsule.CapsuleFile.GivenInterpreter.Source;
import sandglass.capsule.CapsuleFile.GivenWorld;
import sandglass.capsule.CapsuleReader;
import sandglass.capsule.CapsuleWriter;
import sandglass.capsule.Content;
import sandglass.capsule.Expected;
import sandglass.capsule.FolderDigest;
import sandglass.capsule.GivenFolder;
import sandglass.interpreter.TestInterpreters;
import sandglass.playground.TestPlayground;
import sandglass.playground.document.Document.Runner;
import sandglass.playground.samples.Sample;
import sandglass.playground.world.StdinModel;
import sandglass.program.ProgramLoader;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Random;

class CapsuleSaveTest {
  private static final String EXIT_3 =
      """
      (module
        (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
        (memory (export "memory") 1)
        (func (export "seven") (param i32) (result i32) (i32.const 7))
        (func (export "_start") (call $exit (i32.const 3))))
      """;

  @TempDir Path folder;
  private final TestPlayground window = new TestPlayground();

  @AfterEach
  void close() {
    window.close();
  }

  private Path save(CapsuleFile file) throws Exception {
    return Files.writeString(
        folder.resolve(file.name() + CapsuleFile.SUFFIX), CapsuleWriter.write(file));
  }

  private CapsuleFile read(Path file) throws Exception {
    return CapsuleReader.read(file.toString(), Files.readString(file));
  }

  private Path saveAs(String name) {
    Path file = folder.resolve(name);
    window.prompts.chosen = Optional.of(file);
    window.playground().capsules().saveAs(window.front(), () -> {});
    return file;
  }

  private GivenWorld everything() throws Exception {
    Path named = Files.createDirectories(folder.resolve("named"));
    Files.writeString(named.resolve("x"), "y");
    Files.writeString(folder.resolve("input.txt"), "from a file");
    var items =
        List.<GivenFolder.Item>of(
            new GivenFolder.Item.File("a", (Content.Here) Content.of(new byte[] {0, -1})),
            new GivenFolder.Item.Folder("b"),
            new GivenFolder.Item.Link("c", "a"));
    return new GivenWorld(
        List.of("", "a b", "new\nline", "tab\there", "\\ \"' $", "\u0001"),
        Map.of("A", "1 = 2"),
        new Content.There(
            "input.txt",
            CodeOf.sha256("from a file".getBytes(java.nio.charset.StandardCharsets.UTF_8))),
        List.of(
            new GivenFolder("/v", true, new GivenFolder.Files.Here(items), List.of(".")),
            new GivenFolder(
                "/n", false, new GivenFolder.Files.There("named", FolderDigest.of(named)))),
        Clock.REAL,
        Random.OFF);
  }

  private static CapsuleFile capsule(String name, Code code, Entry entry, GivenWorld world) {
    var limits =
        new Limits(12_345, 65_536, java.time.Duration.ofNanos(1_500_000), 9_999_999, 1, 2, 3);
    return new CapsuleFile(name, code, entry, limits, world, Engine.INTERPRETER, Optional.empty());
  }

  @Test
  void savesEveryCapsuleAsTheFileThatItWas() throws Exception {
    byte[] wasm = ProgramLoader.fromText("x", EXIT_3, 1 << 20).wasm();
    Files.write(folder.resolve("m.wasm"), wasm);
    var seven = new Entry.Invoke("seven", List.of("0x10"));
    var cpython = new Source.Catalogued("cpython", Optional.of("ab".repeat(32)));
    var own = new Source.Own(Content.of(Files.readAllBytes(TestInterpreters.CALCULATOR)));
    var packages =
        List.<GivenFolder.Files>of(
            new GivenFolder.Files.Here(
                List.of(new GivenFolder.Item.File("p.py", (Content.Here) Content.of("x = 1\n")))));
    var world = everything();
    var all =
        List.of(
            capsule("a.wat", new Code.Wat(EXIT_3), seven, world),
            capsule("crlf.wat", new Code.Wat(EXIT_3.replace("\n", "\r\n")), seven, world),
            capsule("gone.wat", new Code.Wat(EXIT_3), new Entry.Invoke("gone", List.of()), world),
            capsule("oops.wat", new Code.Wat("(oops"), Entry.START, world),
            capsule("a.py", new Code.Python("print(1)\r\n"), Entry.START, world),
            capsule("a.wasm", new Code.Module(Content.of(wasm)), seven, world),
            capsule(
                "b.wasm",
                new Code.Module(new Content.There("m.wasm", CodeOf.sha256(wasm))),
                Entry.START,
                world),
            capsule(
                "c.py",
                new Code.Script("1", new GivenInterpreter(cpython, Optional.empty()), List.of()),
                Entry.START,
                world),
            capsule(
                "d.py",
                new Code.Script(
                    "1", new GivenInterpreter(own, Optional.of("{script-file} {args}")), packages),
                Entry.START,
                world));
    for (var file : all) {
      Path path = save(file);
      String before = Files.readString(path);
      Files.setLastModifiedTime(path, FileTime.fromMillis(0));
      var document = window.open(path);
      assertEquals(file.name(), document.name().get(), window.notice());
      window.playground().documents().save(document);
      assertTrue(window.notice().startsWith("Saved as "), window.notice());
      assertEquals(before, Files.readString(path), file.name());
      assertTrue(Files.getLastModifiedTime(path).toMillis() > 0, "it was written");
    }
  }

  @Test
  void savesWhatWasChanged() throws Exception {
    Path path = save(capsule("a.wat", new Code.Wat(EXIT_3), Entry.START, everything()));
    var document = window.open(path);
    document.text().set("(module)");
    window.playground().limits().set(Limits.DEFAULT.withFuel(99));
    window.playground().world().args().text().set("other");
    window.playground().documents().save(document);
    var saved = read(path);
    assertEquals(new Code.Wat("(module)"), saved.program());
    assertEquals(99, saved.limits().fuel());
    assertEquals(List.of("other"), saved.world().args());
    assertFalse(document.dirty().get());
  }

  @Test
  void doesNotSaveOneCapsuleWithTheWorldOfAnother() throws Exception {
    Path first = save(capsule("a.wat", new Code.Wat(EXIT_3), Entry.START, everything()));
    String before = Files.readString(first);
    var document = window.open(first);
    window.open(save(capsule("b.wat", new Code.Wat(EXIT_3), Entry.START, GivenWorld.EMPTY)));
    window.playground().documents().save(document);
    assertEquals(before, Files.readString(first));
  }

  @Test
  void makesACapsuleOfASampleThatRunsAsExpectedWhenItIsOpened() throws Exception {
    window.playground().openSample(Sample.read(Path.of("samples", "file-reader.wat")));
    window.run();
    Path file = saveAs("reader.sandglass.json");
    var saved = read(file);
    assertEquals(Optional.of("exited"), saved.expected().orElseThrow().outcome());
    assertInstanceOf(GivenFolder.Files.Here.class, saved.world().folders().getFirst().files());
    assertTrue(window.notice().contains("with what its run did"), window.notice());
    try (var other = new TestPlayground()) {
      other.open(file);
      assertTrue(other.playground().capsules().hasExpected().get());
      other.run();
      var check = other.playground().capsules().check().get().orElseThrow();
      assertEquals(List.of(), check.differences());
      assertTrue(check.isAsExpected());
      assertFalse(check.edited());
    }
  }

  @Test
  void saysWhatIsNotAsExpected() throws Exception {
    var file =
        new CapsuleFile(
            "a.wat",
            new Code.Wat(EXIT_3),
            Entry.START,
            Limits.DEFAULT,
            GivenWorld.EMPTY,
            Engine.COMPILED,
            Optional.empty());
    window.open(save(file));
    window.run();
    saveAs("b.sandglass.json");
    window.front().text().set(EXIT_3.replace("i32.const 3", "i32.const 4"));
    assertEquals(new Outcome.Exited(4), window.run().outcome());
    var check = window.playground().capsules().check().get().orElseThrow();
    var code = check.differences().stream().filter(d -> d.what().equals("exit code")).findFirst();
    assertEquals("3", code.orElseThrow().expected());
    assertEquals("4", code.orElseThrow().actual());
    assertTrue(check.edited());
    assertTrue(check.sentence().startsWith("Not as expected: "), check.sentence());
    window.playground().capsules().takeAsExpected();
    window.run();
    assertTrue(window.playground().capsules().check().get().orElseThrow().isAsExpected());
    assertEquals(
        Optional.of(4),
        read(folder.resolve("b.sandglass.json")).expected().orElseThrow().exitCode());
  }

  @Test
  void showsAComparisonOnlyWithTheTabThatItIsOf() throws Exception {
    var file =
        new CapsuleFile(
            "a.wat",
            new Code.Wat(EXIT_3),
            Entry.START,
            Limits.DEFAULT,
            GivenWorld.EMPTY,
            Engine.COMPILED,
            Optional.of(onlyExitCode(4)));
    var document = window.open(save(file));
    var capsules = window.playground().capsules();
    assertTrue(capsules.summary().get().startsWith("The capsule expects: "));
    window.run();
    assertEquals(
        "Not as expected: exit code differs.", capsules.check().get().orElseThrow().sentence());
    window.write(EXIT_3);
    assertEquals(Optional.empty(), capsules.check().get());
    assertFalse(capsules.hasExpected().get());
    window.playground().documents().current().set(document);
    assertTrue(capsules.check().get().isPresent());
    window.run();
    assertEquals(1, capsules.check().get().orElseThrow().differences().size());
  }

  @Test
  void keepsWhatAnAuthorLeftOutOfWhatIsExpected() throws Exception {
    var file =
        new CapsuleFile(
            "a.wat",
            new Code.Wat(EXIT_3),
            Entry.START,
            Limits.DEFAULT,
            GivenWorld.EMPTY,
            Engine.COMPILED,
            Optional.of(onlyExitCode(3)));
    Path path = save(file);
    String before = Files.readString(path);
    window.open(path);
    window.run();
    assertTrue(window.playground().capsules().check().get().orElseThrow().isAsExpected());
    window.playground().documents().save(window.front());
    assertEquals(before, Files.readString(path));
  }

  private static Expected onlyExitCode(int code) {
    return new Expected(
        Optional.empty(),
        Optional.of(code),
        Optional.empty(),
        Optional.empty(),
        java.util.OptionalLong.empty(),
        java.util.OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        java.util.OptionalLong.empty(),
        java.util.OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void forgetsTheRunOfSomethingElse() throws Exception {
    window.write(EXIT_3);
    window.run();
    window.playground().world().args().text().set("changed since");
    assertEquals(Optional.empty(), read(saveAs("a.sandglass.json")).expected());
    assertTrue(window.notice().contains("Run it and save it again"), window.notice());
  }

  @Test
  void keepsWhatWasTypedAsStdin() throws Exception {
    window.playground().openSample(Sample.read(Path.of("samples", "input-reader.wat")));
    window.playground().world().stdin().mode().set(StdinModel.Mode.LIVE);
    window.type("Ada");
    window.run();
    Path file = saveAs("typed.sandglass.json");
    var saved = read(file);
    assertEquals(Content.of("Ada\n"), saved.world().stdin());
    try (var other = new TestPlayground()) {
      other.open(file);
      other.run();
      assertTrue(other.playground().capsules().check().get().orElseThrow().isAsExpected());
    }
  }

  @Test
  void offersPathsWhereFoldersAreTooLarge() throws Exception {
    Path large = Files.createDirectory(folder.resolve("large"));
    try (var file = new RandomAccessFile(large.resolve("big").toFile(), "rw")) {
      file.setLength(20L << 20);
    }
    window.write(EXIT_3);
    window.playground().world().folders().add(large);
    Path file = saveAs("a.sandglass.json");
    assertFalse(Files.exists(file));
    assertTrue(window.notice().contains("by value"), window.notice());
    window.fix("Save it with paths");
    assertEquals(
        new GivenFolder.Files.There("large", FolderDigest.of(large)),
        read(file).world().folders().getFirst().files());
  }

  @Test
  void addsTheEndingAndKeepsAPlainDocumentPlain() throws Exception {
    Path wat = Files.writeString(folder.resolve("p.wat"), EXIT_3);
    window.open(wat);
    saveAs("p");
    assertTrue(Files.exists(folder.resolve("p.sandglass.json")));
    assertEquals(Optional.of(wat), window.front().path().get());
    assertTrue(window.settings.recentFiles().contains(folder.resolve("p.sandglass.json")));
  }

  @Test
  void namesPathsAnewWhereACapsuleIsSavedElsewhere() throws Exception {
    window.open(save(capsule("a.wat", new Code.Wat(EXIT_3), Entry.START, everything())));
    Path file = Files.createDirectory(folder.resolve("else")).resolve("b.sandglass.json");
    window.prompts.chosen = Optional.of(file);
    window.playground().documents().saveAs(window.front());
    var saved = read(file);
    assertEquals(
        folder.resolve("named").toString(),
        ((GivenFolder.Files.There) saved.world().folders().get(1).files()).path());
    assertEquals(
        folder.resolve("input.txt").toString(), ((Content.There) saved.world().stdin()).path());
    assertEquals(Optional.of(file), window.front().path().get());
  }

  @Test
  void asksBeforeItOverwritesWhatSomebodyElseHasChanged() throws Exception {
    Path path = save(capsule("a.wat", new Code.Wat(EXIT_3), Entry.START, GivenWorld.EMPTY));
    window.open(path);
    Files.writeString(path, "changed by another program");
    window.playground().documents().save(window.front());
    assertEquals("changed by another program", Files.readString(path));
    window.fix("Overwrite");
    assertEquals(new Code.Wat(EXIT_3), read(path).program());
  }

  @Test
  void doesNotExpectARunThatWasStopped() throws Exception {
    window.write(EXIT_3.replace("(call $exit (i32.const 3))", "(loop (br 0))"));
    window
        .playground()
        .limits()
        .set(Limits.DEFAULT.withTimeout(java.time.Duration.ofMillis(50)).withFuel(Limits.MAX_FUEL));
    window.run();
    var expected = read(saveAs("t.sandglass.json")).expected().orElseThrow();
    assertEquals(Optional.of("timed_out"), expected.outcome());
    assertTrue(expected.fuelUsed().isEmpty());
  }

  @Test
  void keepsTheRunnerThatAPersonChose() throws Exception {
    window.playground().createPython();
    window.front().text().set("print(1)\n");
    window.front().runner().set(Runner.CPYTHON);
    var saved = read(saveAs("s.sandglass.json"));
    var script = assertInstanceOf(Code.Script.class, saved.program());
    assertEquals(new Source.Catalogued("cpython", Optional.empty()), script.interpreter().source());
  }
}
