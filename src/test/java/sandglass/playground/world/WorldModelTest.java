package sandglass.playground.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sandglass.playground.common.TestThreads;
import sandglass.program.ModuleInspection.Export;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.Random;
import sandglass.sandbox.wasi.Stdin;

class WorldModelTest {
  private static final Stdin LIVE = Stdin.of("typed");

  private final TestThreads threads = new TestThreads();
  private WorldModel model;
  @TempDir private Path folder;

  @BeforeEach
  void create() {
    model = new WorldModel(threads.threads());
  }

  @AfterEach
  void nothingWentWrong() {
    assertEquals(List.of(), threads.bugs());
  }

  private World world() {
    return model.world("guest", LIVE);
  }

  @Test
  void grantsNothingAtFirst() {
    assertEquals(World.EMPTY, world());
    assertSame(Entry.START, model.entry());
    assertEquals(Engine.COMPILED, model.engine().get());
    assertEquals("nothing granted", model.summary().get());
    assertEquals(List.of(), model.problems());
  }

  @Test
  void buildsTheWorldThatIsSet() throws IOException {
    model.args().text().set("one 'two three'");
    model.environment().add();
    model.environment().rows().getFirst().name().set("LANG");
    model.environment().rows().getFirst().value().set("a=b");
    model.stdin().text().set("héllo\n");
    model.stdin().mode().set(StdinModel.Mode.TEXT);
    model.folders().add(folder);
    model.folders().rows().getFirst().guest().set("/data");
    model.folders().rows().getFirst().writable().set(true);
    model.clock().set(Clock.REAL);
    model.random().seedText().set("0xBEEF");
    var world = world();
    assertEquals(List.of("guest", "one", "two three"), world.args());
    assertEquals(Map.of("LANG", "a=b"), world.env());
    assertEquals("héllo\n", read(world.stdin()));
    assertEquals(List.of(new Folder(folder, "/data", true)), world.folders());
    assertEquals(Clock.REAL, world.clock());
    assertEquals(Random.seeded(0xBEEF), world.random());
    assertEquals(
        "1 folder (rw), stdin text, real clock, 1 variable, 2 arguments", model.summary().get());
    assertEquals(List.of(), model.problems());
    model.reset();
    assertEquals(World.EMPTY, world());
    assertEquals("nothing granted", model.summary().get());
  }

  private static String read(Stdin stdin) throws IOException {
    try (var in = stdin.open().open()) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  @Test
  void appliesWhatASampleNeedsAndNoMore() throws IOException {
    model.clock().set(Clock.REAL);
    model.random().mode().set(Random.Mode.REAL);
    model.environment().add();
    model.apply(
        List.of("it's", ""),
        Map.of("A", "1"),
        "in",
        List.of(new Folder(folder, "/d", true), new Folder(folder, "bad", false)));
    var world = world();
    assertEquals(List.of("guest", "it's", ""), world.args());
    assertEquals(Map.of("A", "1"), world.env());
    assertEquals("in", read(world.stdin()));
    assertEquals(List.of(new Folder(folder, "/d", true)), world.folders());
    assertEquals(Clock.VIRTUAL, world.clock());
    assertEquals(Random.seeded(0), world.random());
    assertEquals(1, model.problems().size());
  }

  @Test
  void keepsTheLastGoodArguments() {
    model.args().text().set("one two");
    model.args().text().set("one 'two");
    assertEquals(List.of("guest", "one", "two"), world().args());
    assertEquals(
        List.of("The quote ' at character 5 is never closed; close it, or write \\'"),
        model.problems());
    model.args().text().set("");
    assertEquals(List.of(), model.problems());
    assertEquals(List.of("guest"), world().args());
  }

  @ParameterizedTest
  @CsvSource({"'', name", "a=b, =", "'a\0b', NUL"})
  void givesNoVariableWithABadName(String name, String said) {
    model.environment().add();
    var row = model.environment().rows().getFirst();
    row.name().set(name);
    row.value().set("x");
    assertTrue(row.error().get().contains(said), row.error().get());
    assertEquals(Map.of(), world().env());
    assertEquals(List.of(row.error().get()), model.problems());
    row.enabled().set(false);
    assertEquals("", row.error().get());
    row.enabled().set(true);
    model.environment().remove(row);
    assertEquals(List.of(), model.problems());
  }

  @Test
  void givesTheFirstOfTwoVariablesWithOneName() {
    for (var value : List.of("first", "second")) {
      model.environment().add();
      model.environment().rows().getLast().name().set("A");
      model.environment().rows().getLast().value().set(value);
    }
    assertEquals("There is a row for A already; remove one", model.problems().getFirst());
    assertEquals(Map.of("A", "first"), world().env());
    model.environment().rows().getFirst().enabled().set(false);
    assertEquals(Map.of("A", "second"), world().env());
    assertEquals(List.of(), model.problems());
  }

  @Test
  void boundsRows() {
    for (int i = 0; i < 300; i++) {
      model.environment().add();
      model.folders().add(folder.resolve("f" + i));
    }
    assertEquals(EnvironmentModel.MAX_ROWS, model.environment().rows().size());
    assertEquals(FoldersModel.MAX_ROWS, model.folders().rows().size());
    assertFalse(model.environment().hasRoom());
    assertFalse(model.folders().hasRoom());
  }

  @Test
  void keepsTheLastGoodFile() throws IOException {
    var good = Files.writeString(folder.resolve("good.txt"), "good");
    model.stdin().mode().set(StdinModel.Mode.FILE);
    assertEquals("Choose the file that the guest reads", model.stdin().error().get());
    assertEquals("", read(world().stdin()));
    model.stdin().fileText().set(good.toString());
    assertEquals("", model.stdin().error().get());
    assertEquals("good", read(world().stdin()));
    model.stdin().fileText().set(folder.resolve("none.txt").toString());
    assertEquals("There is no such file; check the path", model.stdin().error().get());
    model.stdin().fileText().set(folder.toString());
    assertEquals("This is a folder; choose a file", model.stdin().error().get());
    model.stdin().fileText().set("a\0b");
    assertTrue(model.stdin().error().get().startsWith("This is not a path"));
    assertEquals("good", read(world().stdin()));
    assertEquals(1, model.problems().size());
    model.stdin().mode().set(StdinModel.Mode.LIVE);
    assertEquals(List.of(), model.problems());
    assertSame(LIVE, world().stdin());
    assertEquals("live stdin", model.summary().get());
  }

  @Test
  void noticesWhenAFileIsGone() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");
    model.stdin().mode().set(StdinModel.Mode.FILE);
    model.stdin().fileText().set(file.toString());
    assertEquals(List.of(), model.problems());
    Files.delete(file);
    model.recheck();
    assertEquals(List.of("There is no such file; check the path"), model.problems());
  }

  @Test
  void givesNoFolderThatIsNone() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");
    model.folders().add(file);
    model.folders().add(folder.resolve("none"));
    assertEquals(
        List.of(
            "This is not a folder; choose the folder that holds it",
            "There is no such folder any more; choose another"),
        model.problems());
    assertEquals(List.of(), world().folders());
    assertEquals("nothing granted", model.summary().get());
    Files.createDirectory(folder.resolve("none"));
    model.recheck();
    assertEquals(1, world().folders().size());
  }

  @Test
  void namesFoldersAfterThemselvesAndNeverTwice() throws IOException {
    var one = Files.createDirectories(folder.resolve("a/data"));
    var two = Files.createDirectories(folder.resolve("b/data"));
    model.folders().add(one);
    model.folders().add(two);
    model.folders().add(one);
    model.folders().add(folder.getRoot());
    assertEquals(
        List.of("/data", "/data-2", "/host"),
        world().folders().stream().map(Folder::guest).toList());
    assertEquals("3 folders (ro)", model.summary().get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"data", "", "/a/../b", "/other", "/a\0"})
  void keepsAFoldersLastGoodName(String guest) throws IOException {
    model.folders().add(Files.createDirectories(folder.resolve("other")));
    model.folders().add(Files.createDirectories(folder.resolve("mine")));
    var row = model.folders().rows().get(1);
    row.guest().set(guest);
    assertEquals(List.of(row.error().get()), model.problems());
    assertEquals(
        List.of("/other", "/mine"), world().folders().stream().map(Folder::guest).toList());
  }

  @Test
  void givesAKeptNameToOneFolderOnly() throws IOException {
    model.folders().add(Files.createDirectories(folder.resolve("a")));
    model.folders().add(Files.createDirectories(folder.resolve("b")));
    model.folders().rows().get(0).guest().set("bad");
    model.folders().rows().get(1).guest().set("/a");
    assertEquals(List.of(new Folder(folder.resolve("b"), "/a", false)), world().folders());
  }

  @ParameterizedTest
  @CsvSource({
    "42,42",
    "-1,-1",
    "0xff,255",
    "007,7",
    "0,0",
    " 9 ,9",
    "-9223372036854775808,-9223372036854775808"
  })
  void takesSeeds(String text, long seed) {
    model.random().seedText().set(text);
    assertEquals("", model.random().error().get());
    assertEquals(Random.seeded(seed), world().random());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "1e9", "9223372036854775808", "1.5"})
  void keepsTheLastGoodSeed(String text) {
    model.random().seedText().set("7");
    model.random().seedText().set(text);
    assertTrue(model.random().error().get().contains("write for example"));
    assertEquals(Random.seeded(7), world().random());
    model.random().mode().set(Random.Mode.OFF);
    assertEquals(List.of(), model.problems());
    assertEquals(Random.OFF, world().random());
    assertEquals("no random", model.summary().get());
  }

  private static Export function(String name, String type) {
    return new Export(name, "function", 0, type);
  }

  @Test
  void beginsWithAnExportedFunction() {
    model.setExports(
        List.of(
            function("_start", "() -> ()"),
            function("add", "(i32, i64) -> (i64)"),
            new Export("memory", "memory", 0, "1")));
    assertEquals(
        List.of("_start", "add"),
        model.entryModel().targets().stream().map(EntryModel.Target::export).toList());
    model.entryModel().choose(model.entryModel().targets().get(1));
    assertEquals(List.of("It takes 2 arguments (i32, i64), not 0"), model.problems());
    model.entryModel().args().text().set("1 '0xff'");
    assertEquals(new Entry.Invoke("add", List.of("1", "0xff")), model.entry());
    assertEquals(List.of(), model.problems());
  }

  @Test
  void fallsBackToStartWhileTheFunctionIsGone() {
    var start = function("_start", "() -> ()");
    model.setExports(List.of(start, function("f", "() -> ()")));
    model.entryModel().choose(model.entryModel().targets().get(1));
    model.setExports(List.of(start));
    assertEquals(Entry.START, model.entry());
    model.setExports(List.of(start, function("f", "(i32) -> ()")));
    assertEquals("It takes 1 argument (i32), not 0", model.entryModel().error().get());
    model.reset();
    assertEquals(Entry.START, model.entry());
  }

  @Test
  void saysWhenThereIsNoStart() {
    model.setExports(List.of(function("f", "() -> ()")));
    assertEquals(
        List.of("The module has no _start; choose one of its functions"), model.problems());
    model.setExports(List.of());
    assertEquals(
        List.of("The module has no _start and exports no function to run"), model.problems());
  }

  @Test
  void changesNoChoicesWhileTheExportsStay() {
    var changes = new ArrayList<Object>();
    model.setExports(List.of(function("f", "() -> ()")));
    model.entryModel().targets().addListener((javafx.beans.Observable list) -> changes.add(list));
    model.setExports(List.of(function("f", "() -> ()")));
    assertEquals(List.of(), changes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(i32)|42|",
        "(i32)|-2147483648|",
        "(i32)|4294967295|",
        "(i32)|4294967296|i32",
        "(i32)|-2147483649|i32",
        "(i32)|1_000|",
        "(i32)|1.5|i32",
        "(i32)|0x|i32",
        "(i32)|_|i32",
        "(i64)|0xFFFFFFFFFFFFFFFF|",
        "(i64)|0x1FFFFFFFFFFFFFFFF|i64",
        "(f64)|1.5e3|",
        "(f64)|-inf|",
        "(f32)|nan|",
        "(f32)|abc|f32",
        "(f32)|.|f32",
        "((ref null 3), externref)|null null|",
        "()|1|no arguments",
      })
  void checksArguments(String parameters, String line, String said) {
    String message =
        EntryArguments.check(
            EntryArguments.parameters(parameters + " -> ()"), ArgsLine.parse(line));
    if (said == null) {
      assertEquals("", message);
    } else {
      assertTrue(message.contains(said), message);
    }
  }

  @Test
  void readsParametersOfAnyType() {
    assertEquals(
        List.of("i32", "(ref null 3)", "f64"),
        EntryArguments.parameters("(i32, (ref null 3), f64) -> (i32)"));
    assertEquals(List.of(), EntryArguments.parameters("() -> (i32)"));
    assertArrayEquals(new Object[0], EntryArguments.parameters("").toArray());
  }
}
