package sandglass.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.Content;
import sandglass.capsule.ExpectedReport;
import sandglass.data.DataException;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;

/** The folder that calls are recorded in, and that nobody waits for it. */
class CallRecorderTest {
  private static final Instant TIME = Instant.parse("2026-11-26T17:45:01Z");

  @TempDir private Path temporary;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private static CapsuleFile capsule(int moduleBytes) {
    return new CapsuleFile(
        "module",
        new CapsuleFile.Code.Module(Content.of(new byte[moduleBytes])),
        Entry.START,
        Limits.DEFAULT,
        CapsuleFile.GivenWorld.EMPTY,
        Engine.COMPILED,
        Optional.empty());
  }

  private static Report report(Outcome outcome) {
    var nothing = new Report.Captured(new byte[0], 0);
    return new Report(
        outcome,
        List.of(),
        12,
        65_536,
        List.of(),
        0,
        1.5,
        new Report.Captured(new byte[] {'h', 'i'}, 0),
        nothing,
        List.of(),
        List.of(),
        0,
        new Report.ModuleId(8, "0".repeat(64)));
  }

  private List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesACapsuleThatReadsAgainWithWhatItsRunDid() throws IOException, DataException {
    Path folder = temporary.resolve("a/runs");
    var file = capsule(8);
    var report = report(new Outcome.Trapped("unreachable", List.of()));
    try (var recorder = CallRecorder.open(folder, RecordLimit.DEFAULT, complaints::add)) {
      recorder.ended("code_executor", file, report);
    }
    var names = names(folder);
    assertEquals(1, names.size());
    String name = names.getFirst();
    assertTrue(name.matches("\\d{8}-\\d{6}-0001-code_executor-trapped\\.sandglass\\.json"), name);
    var read = sandglass.capsule.CapsuleReader.read(name, Files.readString(folder.resolve(name)));
    assertEquals(file.withExpected(Optional.of(ExpectedReport.of(report))), read);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))));
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    }
    assertEquals(List.of(), complaints);
  }

  @Test
  void removesTheOldestOfItsOwnOnly() throws IOException {
    Files.writeString(temporary.resolve("20200101-000000-0001-mine.sandglass.json"), "kept");
    Files.writeString(temporary.resolve("notes.txt"), "kept");
    Files.writeString(
        temporary.resolve("20200101-000000-0001-code_executor-exited.sandglass.json"), "old");
    var folder = RecordFolder.open(temporary, new RecordLimit(3, 1_000));
    for (int i = 0; i < 4; i++) {
      folder.write(TIME.plusSeconds(i), "code_executor", "exited", "x".repeat(100));
    }
    assertEquals(
        List.of(
            "20200101-000000-0001-mine.sandglass.json",
            "20261126-174502-0002-code_executor-exited.sandglass.json",
            "20261126-174503-0003-code_executor-exited.sandglass.json",
            "20261126-174504-0004-code_executor-exited.sandglass.json",
            "notes.txt"),
        names(temporary));
    folder.write(TIME.plusSeconds(9), "Odd/..\\Tool é", "timed_out", "y".repeat(950));
    assertEquals(
        List.of(
            "20200101-000000-0001-mine.sandglass.json",
            "20261126-174510-0005-odd____tool__-timed_out.sandglass.json",
            "notes.txt"),
        names(temporary));
    assertThrows(
        IOException.class, () -> folder.write(TIME, "code_executor", "exited", "z".repeat(1_001)));
    assertEquals(3, names(temporary).size());
  }

  @Test
  void removesWhatAKilledServerHadBegun() throws IOException {
    String name = "20261126-174501-0007-code_executor-trapped.sandglass.json";
    long nobody = 999_999_999L;
    long living = ProcessHandle.current().parent().orElseThrow().pid();
    Files.writeString(temporary.resolve("." + name + "." + nobody + ".tmp"), "half");
    Files.writeString(temporary.resolve("." + name + "." + living + ".tmp"), "another's");
    Files.writeString(temporary.resolve(".mine.tmp"), "kept");
    RecordFolder.open(temporary, RecordLimit.DEFAULT);
    assertEquals(List.of("." + name + "." + living + ".tmp", ".mine.tmp"), names(temporary));
  }

  @Test
  void nobodyWaitsForASlowDiskAndWhatIsLeftOutIsSaid() throws Exception {
    var go = new CountDownLatch(1);
    var recorder =
        CallRecorder.open(
            temporary,
            RecordLimit.DEFAULT,
            (_, _) -> {
              try {
                assertTrue(go.await(30, TimeUnit.SECONDS));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return "{}";
            },
            complaints::add);
    for (int i = 0; i < 200; i++) {
      recorder.ended("code_executor", capsule(1), report(new Outcome.Exited(0)));
    }
    go.countDown();
    recorder.close();
    int written = names(temporary).size();
    assertTrue(written >= 64 && written <= 65, written + " were written");
    assertEquals(1, complaints.size(), complaints.toString());
    assertTrue(
        complaints.getFirst().contains((200 - written) + " calls were not recorded"),
        complaints.getFirst());
  }

  @Test
  void largeCapsulesDoNotPileUp() throws Exception {
    var go = new CountDownLatch(1);
    var recorder =
        CallRecorder.open(
            temporary,
            RecordLimit.DEFAULT,
            (_, _) -> {
              try {
                assertTrue(go.await(30, TimeUnit.SECONDS));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return "{}";
            },
            complaints::add);
    var large = capsule(50 << 20);
    for (int i = 0; i < 20; i++) {
      recorder.ended("code_executor", large, report(new Outcome.Exited(0)));
    }
    go.countDown();
    recorder.close();
    assertEquals(2, names(temporary).size());
    assertTrue(complaints.getFirst().contains("18 calls"), complaints.toString());
  }

  @Test
  void saysAFailureOnceAndGoesOn() throws Exception {
    Path folder = temporary.resolve("runs");
    try (var recorder =
        CallRecorder.open(folder, RecordLimit.DEFAULT, (_, _) -> "{}", complaints::add)) {
      recorder.ended("code_executor", capsule(1), report(new Outcome.Exited(0)));
      while (names(folder).isEmpty() || names(folder).getFirst().startsWith(".")) {
        Thread.sleep(5);
      }
      for (String name : names(folder)) {
        Files.delete(folder.resolve(name));
      }
      Files.delete(folder);
      recorder.ended("code_executor", capsule(1), report(new Outcome.Exited(0)));
      recorder.ended("code_executor", capsule(1), report(new Outcome.Exited(0)));
    }
    assertEquals(1, complaints.size(), complaints.toString());
    assertTrue(complaints.getFirst().contains("there is no such folder"), complaints.getFirst());
  }

  @Test
  void aFolderThatCannotBeIsAnException() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");
    assertThrows(
        IOException.class,
        () -> CallRecorder.open(file.resolve("runs"), RecordLimit.DEFAULT, complaints::add));
  }
}
