package sandglass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A signal in the middle of a run, in a process of its own. */
@DisabledOnOs(OS.WINDOWS)
class InterruptTest {
  private static final String SOURCE =
      """
      (module
        (import "wasi_snapshot_preview1" "fd_write"
          (func $write (param i32 i32 i32 i32) (result i32)))
        (memory (export "memory") 1)
        (data (i32.const 16) "ready")
        (func (export "_start")
          (i32.store (i32.const 0) (i32.const 16))
          (i32.store (i32.const 4) (i32.const 5))
          (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
          (loop $l (br $l))))
      """;

  @TempDir private Path folder;

  // A terminal's Ctrl-C is SIGINT; a test may be run where that is ignored, so this is SIGTERM,
  // which takes the same way through the process.
  @Test
  void aSignalEndsTheRunWithOneLine() throws Exception {
    Path file = folder.resolve("loop.wat");
    Files.writeString(file, SOURCE);
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Duser.home=" + folder,
                "sandglass.Main",
                "run",
                "--fuel",
                "1000000G",
                "--timeout",
                "1h",
                file.toString())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    try {
      var ready = process.getInputStream().readNBytes(5);
      assertEquals("ready", new String(ready, StandardCharsets.UTF_8));
      process.destroy();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it is still running");
      assertEquals(143, process.exitValue());
      var lines = Files.readAllLines(folder.resolve("err.txt"));
      assertEquals(1, lines.size(), lines.toString());
      assertTrue(lines.getFirst().startsWith(file + ": "), lines.toString());
    } finally {
      process.destroyForcibly();
    }
  }
}
