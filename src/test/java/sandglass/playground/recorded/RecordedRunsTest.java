package sandglass.playground.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleWriter;
import sandglass.capsule.Expected;
import sandglass.playground.common.TestThreads;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;

class RecordedRunsTest {
  private final TestThreads threads = new TestThreads();
  private final RecordedRuns runs = new RecordedRuns(threads.threads());

  @TempDir Path folder;

  @AfterEach
  void noBugs() {
    assertEquals(List.of(), threads.bugs());
  }

  private static String capsule(String program, String outcome, Optional<Integer> code, long fuel) {
    var none = Optional.<String>empty();
    var expected =
        new Expected(
            Optional.of(outcome),
            code,
            none,
            Optional.empty(),
            OptionalLong.of(fuel),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            none);
    return CapsuleWriter.write(
        new CapsuleFile(
            program,
            new CapsuleFile.Code.Wat("(module)"),
            Entry.START,
            Limits.DEFAULT,
            CapsuleFile.GivenWorld.EMPTY,
            Engine.COMPILED,
            Optional.of(expected)));
  }

  private Path write(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content);
  }

  private void watch() {
    runs.watched().set(true);
    runs.open(folder);
  }

  private List<String> names() {
    return runs.rows().stream().map(RecordedRun::name).toList();
  }

  @Test
  void listsTheNewestFirstWithWhatIsInThem() throws Exception {
    write(
        "20261126-174501-0007-code_executor-trapped.sandglass.json",
        capsule("a.wasm", "trapped", Optional.empty(), 1234));
    write(
        "20261126-174502-0008-python_wasi_runner-exited.sandglass.json",
        capsule("main.py", "exited", Optional.of(0), 5));
    watch();
    var newest = runs.rows().getFirst();
    assertEquals("2026-11-26 17:45:02", newest.when());
    assertEquals("python_wasi_runner", newest.tool());
    assertEquals("main.py", newest.program());
    assertEquals("exited 0", newest.outcome());
    assertFalse(newest.failed());
    var older = runs.rows().get(1);
    assertEquals("code_executor", older.tool());
    assertEquals("trapped", older.outcome());
    assertTrue(older.failed());
    assertTrue(older.content().toString().contains("1234"), older.content().toString());
  }

  @Test
  void readsWhatANameDoesNotSay() throws Exception {
    Path file = write("mine.sandglass.json", capsule("b.wat", "out_of_fuel", Optional.empty(), 9));
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
    write("other.txt", "nothing to do with it");
    write(".20261126-174501-0007-x-exited.sandglass.json", "still being written");
    watch();
    assertEquals(List.of("mine.sandglass.json"), names());
    assertEquals("out of fuel", runs.rows().getFirst().outcome());
    assertTrue(runs.rows().getFirst().when().startsWith("2001-09-0"));
  }

  @Test
  void showsDamagedOnesWithTheReason() throws Exception {
    write("20261126-174501-0001-code_executor-exited.sandglass.json", "{ \"sandglass\": ");
    write("20261126-174501-0002-code_executor-exited.sandglass.json", "[]");
    Files.createDirectory(folder.resolve("folder.sandglass.json"));
    watch();
    assertEquals(2, runs.rows().size());
    for (var run : runs.rows()) {
      assertEquals("damaged", run.outcome());
      assertTrue(run.failed());
      assertFalse(run.reason().isEmpty());
    }
  }

  @Test
  void filtersToWhatFailed() throws Exception {
    write(
        "20261126-174501-0001-t-exited.sandglass.json", capsule("a", "exited", Optional.of(0), 1));
    write(
        "20261126-174501-0002-t-exited.sandglass.json", capsule("b", "exited", Optional.of(3), 1));
    write(
        "20261126-174501-0003-t-rejected.sandglass.json",
        capsule("c", "rejected", Optional.empty(), 1));
    watch();
    runs.failedOnly().set(true);
    assertEquals(List.of("c", "b"), runs.rows().stream().map(RecordedRun::program).toList());
    runs.failedOnly().set(false);
    assertEquals(3, runs.rows().size());
  }

  @Test
  void followsTheFolderWhileSomebodyLooks() throws Exception {
    watch();
    assertEquals(List.of(), names());
    String name = "20261126-174501-0001-t-exited.sandglass.json";
    Path file = write(name, capsule("a", "exited", Optional.of(0), 1));
    threads.pass(RecordedRuns.PERIOD);
    assertEquals(List.of(name), names());
    Files.writeString(file, capsule("a", "trapped", Optional.empty(), 22));
    threads.pass(RecordedRuns.PERIOD);
    assertEquals("trapped", runs.rows().getFirst().outcome());
    runs.watched().set(false);
    Files.delete(file);
    threads.pass(Duration.ofMinutes(1));
    assertEquals(List.of(name), names(), "nobody looks");
    runs.watched().set(true);
    assertEquals(List.of(), names());
  }

  @Test
  void keepsWhatHasNotChanged() throws Exception {
    write(
        "20261126-174501-0001-t-exited.sandglass.json", capsule("a", "exited", Optional.of(0), 1));
    watch();
    var before = runs.rows().getFirst();
    threads.pass(RecordedRuns.PERIOD.multipliedBy(3));
    assertSame(before, runs.rows().getFirst(), "it is not read again");
  }

  @Test
  void saysWhenTheFolderIsGoneOrNone() throws Exception {
    runs.watched().set(true);
    runs.open(folder.resolve("nowhere"));
    assertEquals("There is no such folder any more", runs.message().get());
    runs.open(write("file", ""));
    assertTrue(runs.message().get().startsWith("This is not a folder"), runs.message().get());
    runs.close();
    assertEquals(Optional.empty(), runs.folder().get());
  }

  @Test
  void listsTenThousandAndSaysHowManyItLeavesOut() throws Exception {
    String content = capsule("many.wat", "exited", Optional.of(0), 7);
    int more = 25;
    for (int i = 0; i < RecordedRuns.MAX_ROWS + more; i++) {
      write("20261126-%06d-0001-t-exited.sandglass.json".formatted(i % 60 + i / 60 * 100), content);
    }
    watch();
    assertEquals(RecordedRuns.MAX_ROWS, runs.rows().size());
    assertEquals("25 older ones are not listed", runs.message().get());
    assertEquals("many.wat", runs.rows().getLast().program());
  }
}
