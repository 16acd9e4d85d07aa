package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.sandbox.wasi.Folder;

/** What a guest wrote can be had when it has ended. */
class ChangedFileTest {
  private static final String DECLARATIONS =
      """
      (import "wasi_snapshot_preview1" "path_open" (func $path_open
        (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "path_unlink_file"
        (func $unlink (param i32 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "path_create_directory"
        (func $mkdir (param i32 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "fd_pwrite"
        (func $fd_pwrite (param i32 i32 i32 i64 i32) (result i32)))
      (memory (export "memory") 1)
      (data (i32.const 0) "\\40\\00\\00\\00\\05\\00\\00\\00")
      (data (i32.const 64) "hello")
      (data (i32.const 100) "new")
      (data (i32.const 110) "old")
      (data (i32.const 120) "gone")
      (data (i32.const 130) "sub")
      (func $write (param $name i32) (param $at i64)
        (drop (call $path_open (i32.const 3) (i32.const 0) (local.get $name) (i32.const 3)
          (i32.const 1) (i64.const 64) (i64.const 0) (i32.const 0) (i32.const 8)))
        (drop (call $fd_pwrite (i32.load (i32.const 8)) (i32.const 0) (i32.const 1)
          (local.get $at) (i32.const 12))))
      """;
  private static final String CHANGES =
      """
      (call $write (i32.const 100) (i64.const 9000))
      (call $write (i32.const 110) (i64.const 3))
      (drop (call $unlink (i32.const 3) (i32.const 120) (i32.const 4)))
      (drop (call $mkdir (i32.const 3) (i32.const 130) (i32.const 3)))
      """;

  @TempDir private Path folder;

  @BeforeEach
  void fill() throws IOException {
    Files.writeString(folder.resolve("old"), "old text");
    Files.writeString(folder.resolve("gone"), "gone");
    Files.writeString(folder.resolve("same"), "same");
  }

  private Run start(String body) {
    var world = World.EMPTY.withFolders(List.of(new Folder(folder, "/data", true)));
    return Attack.by(DECLARATIONS, body).with(world).start(Engine.COMPILED);
  }

  private static byte[] content(Run run, String path) throws IOException {
    try (InputStream in = run.changedFile(path).orElseThrow()) {
      return in.readAllBytes();
    }
  }

  @Test
  void keepsWhatWasCreatedAndChanged() throws IOException {
    Run run = start(CHANGES);
    assertEquals(4, Attack.await(run).files().size());
    byte[] expected = new byte[9005];
    System.arraycopy("hello".getBytes(StandardCharsets.UTF_8), 0, expected, 9000, 5);
    assertArrayEquals(expected, content(run, "/data/new"));
    assertEquals("oldhello", new String(content(run, "/data/old"), StandardCharsets.UTF_8));
  }

  @Test
  void keepsNothingElse() {
    Run run = start(CHANGES);
    Attack.await(run);
    for (String path : List.of("/data/gone", "/data/same", "/data/sub", "/data", "new", "")) {
      assertEquals(Optional.empty(), run.changedFile(path), path);
    }
  }

  @Test
  void keepsWhatAGuestWroteBeforeItFailed() throws IOException {
    Run run = start(CHANGES + "unreachable");
    Attack.assertEnds(Outcome.Trapped.class, Attack.await(run));
    assertEquals("oldhello", new String(content(run, "/data/old"), StandardCharsets.UTF_8));
  }

  @Test
  void keepsWhatAGuestWroteBeforeItWasStopped() throws Exception {
    Run run = start(CHANGES + "(loop (br 0))");
    Attack.awaitRunning(run);
    assertEquals(Optional.empty(), run.changedFile("/data/old"));
    Report report = Attack.cancel(run);
    for (var file : report.files()) {
      // It may be stopped between making a file and writing to it.
      if (file.bytes() > 0) {
        assertTrue(run.changedFile(file.path()).isPresent(), file.path());
      }
    }
  }

  @Test
  void letsGoOfTheFilesWithTheRun() throws InterruptedException {
    var run = new WeakReference<>(start(CHANGES));
    Attack.await(run.get());
    for (int i = 0; run.get() != null && i < Attack.PATIENCE * 10; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertEquals(null, run.get());
    assertTrue(Files.exists(folder.resolve("gone")), "the host's own folder stays as it is");
  }
}
