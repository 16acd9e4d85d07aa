package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sandglass.sandbox.Outcome.Exited;
import sandglass.sandbox.Outcome.Rejected;
import sandglass.sandbox.wasi.Folder;

/** Guests that reach for the host's files. Errnos are WASI's numbers. */
class FileAttackTest {
  private static final int OK = 0;
  private static final int NOSPC = 51;
  private static final int PERM = 63;

  private static final String IMPORTS =
      """
      (import "wasi_snapshot_preview1" "path_open" (func $path_open
        (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "fd_write"
        (func $fd_write (param i32 i32 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "fd_close" (func $fd_close (param i32) (result i32)))
      (import "wasi_snapshot_preview1" "fd_allocate"
        (func $fd_allocate (param i32 i64 i64) (result i32)))
      (import "wasi_snapshot_preview1" "fd_pwrite"
        (func $fd_pwrite (param i32 i32 i32 i64 i32) (result i32)))
      (import "wasi_snapshot_preview1" "fd_filestat_set_size"
        (func $fd_filestat_set_size (param i32 i64) (result i32)))
      (import "wasi_snapshot_preview1" "path_unlink_file"
        (func $path_unlink_file (param i32 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "path_remove_directory"
        (func $path_remove_directory (param i32 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "path_create_directory"
        (func $path_create_directory (param i32 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "path_rename"
        (func $path_rename (param i32 i32 i32 i32 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "path_link"
        (func $path_link (param i32 i32 i32 i32 i32 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "path_symlink"
        (func $path_symlink (param i32 i32 i32 i32 i32) (result i32)))
      (import "wasi_snapshot_preview1" "path_filestat_set_times" (func $path_filestat_set_times
        (param i32 i32 i32 i32 i64 i64 i32) (result i32)))
      (memory (export "memory") 17)
      """;

  @TempDir private Path outside;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(outside.resolve("folder"));
    Files.writeString(folder.resolve("file"), "mine");
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(outside.resolve("secret"), "secret");
  }

  private World world(boolean writable) {
    return World.EMPTY.withFolders(List.of(new Folder(folder, "/data", writable)));
  }

  private static String text(String value, int at) {
    var escaped = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      escaped.append("\\%02x".formatted(b));
    }
    return "(data (i32.const " + at + ") \"" + escaped + "\")";
  }

  private static String range(String value, int at) {
    return "(i32.const %d) (i32.const %d)"
        .formatted(at, value.getBytes(StandardCharsets.UTF_8).length);
  }

  /** What a call with these two paths gives; {@code $1} and {@code $2} stand for them. */
  private int errno(String call, String path, String other, boolean writable) {
    String wat =
        IMPORTS
            + text(path, 1000)
            + text(other, 2000)
            + "(func (export \"run\") (result i32) "
            + call.replace("$1", range(path, 1000)).replace("$2", range(other, 2000))
            + ")";
    Report report = Attack.by(wat, "").with(world(writable)).invoking("run").run(Engine.COMPILED);
    Attack.assertEnds(Exited.class, report);
    return Integer.parseInt(report.results().getFirst().substring("i32:".length()));
  }

  private static String open(int oflags, long rights) {
    return "(call $path_open (i32.const 3) (i32.const 1) $1 (i32.const %d) (i64.const %d)"
            .formatted(oflags, rights)
        + " (i64.const 0) (i32.const 0) (i32.const 8))";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret",
        "sub/../../secret",
        "./../secret",
        "..",
        "sub/../..",
        "/etc/passwd",
        "/",
        "//secret",
        "missing/../../secret",
        "file/../../secret"
      })
  void refusesPathsThatLeadOut(String path) {
    String made = "(call $path_symlink $1 (i32.const 3) $2)";
    for (String call :
        List.of(
            open(0, 2),
            open(1, 66),
            "(call $path_unlink_file (i32.const 3) $1)",
            "(call $path_remove_directory (i32.const 3) $1)",
            "(call $path_create_directory (i32.const 3) $1)",
            "(call $path_rename (i32.const 3) $2 (i32.const 3) $1)",
            "(call $path_rename (i32.const 3) $1 (i32.const 3) $2)",
            "(call $path_link (i32.const 3) (i32.const 1) $1 (i32.const 3) $2)")) {
      int errno = errno(call, path, "file", true);
      assertTrue(errno != OK, path + " " + call);
    }
    if (path.startsWith("/") || path.startsWith("..")) {
      assertEquals(PERM, errno(open(0, 2), path, "", true));
    }
    // A guest may make links of its own, but not follow them out.
    int follow = errno("(drop " + made + ") " + open(0, 2).replace("$1", "$2"), path, "link", true);
    assertTrue(follow != OK, path + ": " + follow);
    assertUntouched();
  }

  private void assertUntouched() {
    try {
      assertEquals("secret", Files.readString(outside.resolve("secret")));
      assertEquals("mine", Files.readString(folder.resolve("file")));
      try (var files = Files.walk(outside)) {
        assertEquals(5, files.count());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void refusesEveryChangeOfAReadOnlyFolder() {
    for (String call :
        List.of(
            open(0, 64), // to write
            open(1, 2), // create
            open(8, 2), // truncate
            "(call $path_unlink_file (i32.const 3) $1)",
            "(call $path_remove_directory (i32.const 3) $2)",
            "(call $path_create_directory (i32.const 3) $2)",
            "(call $path_rename (i32.const 3) $1 (i32.const 3) $2)",
            "(call $path_link (i32.const 3) (i32.const 0) $1 (i32.const 3) $2)",
            "(call $path_symlink $1 (i32.const 3) $2)",
            "(call $path_filestat_set_times (i32.const 3) (i32.const 0) $1 (i64.const 1)"
                + " (i64.const 1) (i32.const 10))")) {
      String path = call.equals(open(1, 2)) ? "new" : "file";
      int errno = errno(call, path, "other", false);
      assertTrue(errno != OK, call);
    }
    String resize =
        "(if "
            + open(0, 2)
            + " (then unreachable)) (call $fd_filestat_set_size (i32.const 4) (i64.const 0))";
    assertTrue(errno(resize, "file", "", false) != OK);
    assertEquals(OK, errno(open(0, 2), "file", "", false));
    assertUntouched();
  }

  /** Makes files until one is refused, and gives how many it could. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void stopsAtTenThousandFiles(Engine engine) {
    String create =
        """
        (func (export "run") (result i32) (local $n i32)
          (loop $next
            (i32.store (i32.const 1000) (i32.add (i32.const 0x61616161)
              (i32.or (i32.and (local.get $n) (i32.const 15))
                (i32.or (i32.shl (i32.and (local.get $n) (i32.const 0xf0)) (i32.const 4))
                  (i32.or (i32.shl (i32.and (local.get $n) (i32.const 0xf00)) (i32.const 8))
                    (i32.shl (i32.and (local.get $n) (i32.const 0xf000)) (i32.const 12)))))))
            (if (call $path_open (i32.const 3) (i32.const 1) (i32.const 1000) (i32.const 4)
                  (i32.const 1) (i64.const 66) (i64.const 0) (i32.const 0) (i32.const 8))
              (then (return (local.get $n))))
            (drop (call $fd_close (i32.load (i32.const 8))))
            (local.set $n (i32.add (local.get $n) (i32.const 1)))
            (br_if $next (i32.lt_u (local.get $n) (i32.const 20000))))
          (local.get $n))
        """;
    Report report = Attack.by(IMPORTS + create, "").with(world(true)).invoking("run").run(engine);
    Attack.assertEnds(Exited.class, report);
    // The folder itself is one, and so are its file and its folder.
    int made = Integer.parseInt(report.results().getFirst().substring("i32:".length()));
    assertTrue(made > 9_990 && made <= 10_000, "made " + made);
    assertEquals(made, report.files().size());
    assertUntouched();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void refusesAFileOfAGigabyte(Engine engine) {
    String write =
        """
        (func (export "run") (result i32) (local $n i32) (local $errno i32)
          (drop (call $path_open (i32.const 3) (i32.const 1) (i32.const 1000) (i32.const 3)
            (i32.const 1) (i64.const 0x1fffffff) (i64.const 0) (i32.const 0) (i32.const 8)))
          (i32.store (i32.const 16) (i32.const 65536))
          (i32.store (i32.const 20) (i32.const 1048576))
          (loop $next
            (local.set $errno (call $fd_write (i32.load (i32.const 8)) (i32.const 16)
              (i32.const 1) (i32.const 24)))
            (if (local.get $errno) (then (return (local.get $errno))))
            (local.set $n (i32.add (local.get $n) (i32.const 1)))
            (br_if $next (i32.lt_u (local.get $n) (i32.const 1024))))
          (i32.const 0))
        """;
    Report report =
        Attack.by(IMPORTS + "(data (i32.const 1000) \"big\")" + write, "")
            .with(world(true))
            .with(Limits.DEFAULT.withFileBytes(20 << 20))
            .invoking("run")
            .run(engine);
    Attack.assertEnds(Exited.class, report);
    assertEquals(List.of("i32:" + NOSPC), report.results());
    assertTrue(report.files().getFirst().bytes() <= 20 << 20);
    assertUntouched();
  }

  /** A size is claimed, and nothing written: no memory may be taken for it either. */
  @Test
  void refusesSizesThatAreOnlyClaimed() {
    String file = "(if " + open(1, 0x1fffffff) + " (then unreachable)) ";
    for (long size : new long[] {1L << 30, 1L << 40, Long.MAX_VALUE, -1}) {
      String grow = "(call $fd_filestat_set_size (i32.const 4) (i64.const " + size + "))";
      assertTrue(errno(file + grow, "new", "", true) != OK, "size " + size);
      String allocate = "(call $fd_allocate (i32.const 4) (i64.const 1) (i64.const " + size + "))";
      assertTrue(errno(file + allocate, "new", "", true) != OK, "size " + size);
      String far =
          "(i32.store (i32.const 20) (i32.const 1)) (call $fd_pwrite (i32.const 4) (i32.const 16)"
              + " (i32.const 1) (i64.const "
              + size
              + ") (i32.const 24))";
      assertTrue(errno(file + far, "new", "", true) != OK, "offset " + size);
    }
    assertUntouched();
  }

  @Test
  void rejectsAFolderWithASymlinkThatLeadsOut() throws IOException {
    Files.createSymbolicLink(folder.resolve("link"), outside.resolve("secret"));
    Attack.assertEnds(
        Rejected.class,
        Attack.by("", "").with(world(false)).run(Engine.COMPILED),
        "link",
        "secret",
        "remove it");
  }

  @Test
  void rejectsAFolderLargerThanTheLimit() throws IOException {
    Files.write(folder.resolve("large"), new byte[2 << 20]);
    Report report =
        Attack.by("", "")
            .with(world(false))
            .with(Limits.DEFAULT.withFileBytes(1 << 20))
            .run(Engine.COMPILED);
    Attack.assertEnds(Rejected.class, report, "raise the limit");
  }

  /** Whichever moment the copy takes, the guest reads the file's own bytes or none at all. */
  @Test
  void neverShowsWhatASymlinkSwappedInLeadsTo() throws Exception {
    String read =
        """
        (import "wasi_snapshot_preview1" "fd_read"
          (func $fd_read (param i32 i32 i32 i32) (result i32)))
        """;
    String body =
        """
        (if (call $path_open (i32.const 3) (i32.const 1) (i32.const 1000) (i32.const 4)
              (i32.const 0) (i64.const 2) (i64.const 0) (i32.const 0) (i32.const 8))
          (then (return)))
        (i32.store (i32.const 16) (i32.const 3000))
        (i32.store (i32.const 20) (i32.const 100))
        (drop (call $fd_read (i32.const 4) (i32.const 16) (i32.const 1) (i32.const 20)))
        (drop (call $fd_write (i32.const 1) (i32.const 16) (i32.const 1) (i32.const 24)))
        """;
    Attack attack =
        Attack.by(read + IMPORTS + "(data (i32.const 1000) \"file\")", body).with(world(false));
    var done = new AtomicBoolean();
    var swapper = Thread.ofPlatform().daemon().start(() -> swapUntil(done));
    var seen = new ArrayList<String>();
    for (int i = 0; i < 100; i++) {
      Report report = attack.run(Engine.INTERPRETER);
      seen.add(report.stdout().text());
    }
    done.set(true);
    swapper.join();
    for (String text : seen) {
      assertTrue(text.isEmpty() || text.equals("mine"), text);
    }
  }

  private void swapUntil(AtomicBoolean done) {
    Path file = folder.resolve("file");
    try {
      while (!done.get()) {
        Files.move(file, outside.resolve("away"));
        Files.createSymbolicLink(file, outside.resolve("secret"));
        Files.delete(file);
        Files.move(outside.resolve("away"), file);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
