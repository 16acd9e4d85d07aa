package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.program.ProgramLoader;

class PrepareAheadTest {
  @TempDir Path cache;

  private static byte[] module(String text) throws Exception {
    return ProgramLoader.fromText("test.wat", text, 1 << 20).wasm();
  }

  private static Outcome run(Sandbox sandbox, byte[] module) {
    var capsule =
        new Capsule("test.wat", module, Entry.START, Limits.DEFAULT, World.EMPTY, Engine.COMPILED);
    return sandbox.start(capsule, Streams.NONE).report().join().outcome();
  }

  @Test
  void compilesBeforeTheRun() throws Exception {
    byte[] module = module("(module (func (export \"_start\")))");
    try (var sandbox = Sandbox.withCache(cache)) {
      sandbox.prepare(module, Engine.COMPILED);
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (isEmpty() && System.nanoTime() < end) {
        Thread.sleep(5);
      }
      assertTrue(!isEmpty(), "compiled, and kept on the disk");
      assertEquals(new Outcome.Exited(0), run(sandbox, module));
    }
  }

  private boolean isEmpty() throws Exception {
    try (var files = Files.list(cache)) {
      return files.findAny().isEmpty();
    }
  }

  @Test
  void leavesItToTheRunToSayWhatIsWrong() {
    byte[] module = {0, 'a', 's', 'm', 1, 0, 0, 0, 99};
    try (var sandbox = Sandbox.inMemory()) {
      var cancel = sandbox.prepare(module, Engine.COMPILED);
      cancel.run();
      cancel.run();
      assertInstanceOf(Outcome.Rejected.class, run(sandbox, module));
    }
  }
}
