package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandglass.program.ProgramLoader;

/** What becomes of modules on their way to the engine. */
class ModulePreparerTest {
  @TempDir private Path folder;

  /** A method near the JVM's 64 KB must not outgrow them as its accesses to the fuel change. */
  @ParameterizedTest
  @ValueSource(ints = {200, 1_000, 1_400, 1_600, 1_800, 2_000, 2_200, 2_600})
  void compilesFunctionsOfAnyLength(int calls) throws Exception {
    byte[] module =
        wasm(
            """
            (module
              (import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))
              (memory (export "memory") 1)
              (func (export "_start")
                %s))
            """
                .formatted("(drop (call $yield))".repeat(calls)));
    var preparer = new ModulePreparer(Optional.empty());
    assertTrue(prepare(preparer, module).compiled().isPresent());
    try (var sandbox = Sandbox.inMemory()) {
      Report report = run(sandbox, module);
      assertEquals(new Outcome.Exited(0), report.outcome());
      assertEquals(1 + calls, report.fuelUsed());
    }
  }

  @Test
  void preparesAModuleOnce() throws Exception {
    byte[] module = wasm("(module (memory 1) (func (export \"_start\")))");
    var preparer = new ModulePreparer(Optional.empty());
    assertSame(prepare(preparer, module), prepare(preparer, module));
  }

  @Test
  void saysThatItDoesNotReadAnImportByAnyName() throws Exception {
    byte[] module = wasm("(module (import \"a\" \"c\u20ac\" (func)) (func (export \"_start\")))");
    try (var sandbox = Sandbox.inMemory()) {
      String message = run(sandbox, module).outcome().message();
      assertTrue(
          message.contains("a name with characters that this engine does not read"), message);
    }
  }

  @Test
  void compilesAgainWhatWasDamagedOnDisk() throws Exception {
    byte[] module = wasm("(module (memory 1) (func (export \"_start\") (nop)))");
    runOnce(module);
    List<Path> entries = entries();
    assertEquals(1, entries.size());
    byte[] good = Files.readAllBytes(entries.getFirst());
    byte[] bad = good.clone();
    bad[bad.length / 2] ^= 1;
    Files.write(entries.getFirst(), bad);
    runOnce(module);
    assertEquals(good.length, Files.size(entries().getFirst()));
    Files.write(entries.getFirst(), new byte[3]);
    runOnce(module);
    assertEquals(good.length, Files.size(entries().getFirst()));
  }

  @Test
  void keepsCompiledModulesFromOthers() throws Exception {
    runOnce(wasm("(module (memory 1) (func (export \"_start\")))"));
    var view = Files.getFileAttributeView(folder.resolve("cache"), PosixFileAttributeView.class);
    assumeTrue(view != null, "no POSIX permissions here");
    assertEquals("[OWNER_EXECUTE, OWNER_READ, OWNER_WRITE]", sorted(folder.resolve("cache")));
    assertEquals("[OWNER_READ, OWNER_WRITE]", sorted(entries().getFirst()));
  }

  @Test
  void keepsTheDiskWithinItsBound() throws Exception {
    var cache = DiskCache.open(folder.resolve("cache"), 10_000).orElseThrow();
    for (int i = 0; i < 20; i++) {
      cache.put("key" + i, ofSize(2_900));
    }
    assertTrue(entries().size() <= 3, entries().toString());
    assertEquals(2_900, cache.get("key19").orElseThrow().skeleton().length);
  }

  private static CompiledModule ofSize(int bytes) {
    return new CompiledModule(new byte[bytes], Map.of(), "", 0, 0, 0, Map.of());
  }

  private static String sorted(Path file) throws Exception {
    return Files.getPosixFilePermissions(file).stream()
        .map(Enum::name)
        .sorted()
        .toList()
        .toString();
  }

  private List<Path> entries() throws Exception {
    try (var files = Files.list(folder.resolve("cache"))) {
      return files.toList();
    }
  }

  private void runOnce(byte[] module) {
    try (var sandbox = Sandbox.withCache(folder.resolve("cache"))) {
      assertEquals(new Outcome.Exited(0), run(sandbox, module).outcome());
    }
  }

  private static Report run(Sandbox sandbox, byte[] module) {
    var capsule =
        new Capsule("test", module, Entry.START, Limits.DEFAULT, World.EMPTY, Engine.COMPILED);
    return sandbox.start(capsule, Streams.NONE).report().join();
  }

  private static PreparedModule prepare(ModulePreparer preparer, byte[] module) throws Exception {
    return preparer.prepare(module, Sha256.hex(module), Engine.COMPILED, progress -> {});
  }

  private static byte[] wasm(String text) throws Exception {
    return ProgramLoader.fromText("test.wat", text, 1 << 20).wasm();
  }
}
