package sandglass.sandbox.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WasiTest {
  @TempDir Path folder;

  @Test
  void offersAllOfPreviewOne() throws Exception {
    try (var guest = Guest.world().start()) {
      assertEquals(46, guest.wasi.hostFunctions().length);
    }
    var i32 = ValType.I32;
    var i64 = ValType.I64;
    assertEquals(
        Optional.of(
            FunctionType.of(List.of(i32, i32, i32, i32, i32, i64, i64, i32, i32), List.of(i32))),
        Wasi.signature("wasi_snapshot_preview1", "path_open"));
    assertEquals(
        Optional.of(FunctionType.of(List.of(i32), List.of())),
        Wasi.signature("wasi_snapshot_preview1", "proc_exit"));
    assertEquals(Optional.empty(), Wasi.signature("wasi_snapshot_preview1", "fd_dup"));
    assertEquals(Optional.empty(), Wasi.signature("wasi_unstable", "path_open"));
  }

  @Test
  void leavesNothingBehind() throws Exception {
    Files.writeString(folder.resolve("f"), "x");
    int threads = Thread.activeCount();
    for (int i = 0; i < 1_000; i++) {
      var guest = Guest.world().writable(folder, "/").start();
      guest.create(3, "new", "text");
      guest.close();
      guest.close();
    }
    assertTrue(Thread.activeCount() <= threads + 2, "threads " + Thread.activeCount());
    assertEquals(List.of("f"), names());
  }

  private List<String> names() throws Exception {
    try (var entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).toList();
    }
  }

  @Test
  void twoRunsOfOneWorldAreTheSame() throws Exception {
    Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(folder.resolve("a/f"), "x");
    assertEquals(story(), story());
  }

  private List<WasiCall> story() throws Exception {
    try (var guest = Guest.world().writable(folder, "/").start()) {
      guest.create(3, "a/g", "text");
      guest.stat(3, 0, "a/g");
      guest.stat(3, 0, "a/f");
      guest.names(guest.opened(3, "a", Flags.O_DIRECTORY, 0));
      guest.call("clock_time_get", 0, 0, 0);
      guest.call("random_get", 0, 8);
      guest.call("fd_seek", 4, guest.longResult(), 0, 0);
      return guest.wasi.calls();
    }
  }
}
