package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.program.ProgramLoader;
import sandglass.sandbox.Preparation.End;

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
      var preparation = sandbox.prepare(module, Engine.COMPILED);
      assertEquals(End.READY, end(preparation));
      assertEquals(1, preparation.progress());
      assertTrue(!isEmpty(), "compiled, and kept on the disk");
      assertEquals(new Outcome.Exited(0), run(sandbox, module));
    }
  }

  private static End end(Preparation preparation) {
    return preparation.end().orTimeout(30, TimeUnit.SECONDS).join();
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
      var preparation = sandbox.prepare(module, Engine.COMPILED);
      assertEquals(End.REFUSED, end(preparation));
      assertTrue(preparation.progress() < 1);
      assertInstanceOf(Outcome.Rejected.class, run(sandbox, module));
    }
  }

  @Test
  void runsWhatWasGivenUp() throws Exception {
    byte[] module = module("(module (func (export \"_start\") (nop)))");
    try (var sandbox = Sandbox.inMemory()) {
      var preparation = sandbox.prepare(module, Engine.COMPILED);
      preparation.cancel();
      preparation.cancel();
      assertNotEquals(End.REFUSED, end(preparation));
      preparation.cancel();
      assertEquals(new Outcome.Exited(0), run(sandbox, module));
    }
  }
}
