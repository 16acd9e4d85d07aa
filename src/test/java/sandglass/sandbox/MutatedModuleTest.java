package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sandglass.sandbox.Outcome.Rejected;
import sandglass.sandbox.meter.ModuleStructure;

/** Modules that were damaged on their way, by accident or on purpose. */
class MutatedModuleTest {
  private static final Path MODULES = Path.of("src/test/resources/fuel/c");
  private static final Limits LIMITS =
      Limits.DEFAULT
          .withFuel(300_000)
          .withMemoryBytes(16 << 20)
          .withTimeout(Duration.ofSeconds(20));

  @ParameterizedTest
  @EnumSource(Engine.class)
  void rejectsAModuleThatIsCutOffAnywhere(Engine engine) {
    byte[] module =
        Attack.compile(
            """
            (module
              (type $t (func (param i32 i64) (result f64)))
              (import "wasi_snapshot_preview1" "fd_write"
                (func $fd_write (param i32 i32 i32 i32) (result i32)))
              (table 2 funcref) (memory (export "memory") 1 2)
              (global $g (mut i32) (i32.const 7))
              (start $init)
              (elem (i32.const 0) $init $init)
              (func $init (local i32 i64 f32) (global.set $g (i32.const 300)))
              (func $f (type $t)
                (block (br_table 0 0 0 (local.get 0)))
                (f64.const 3.25))
              (func (export "_start") (drop (call $f (i32.const 1) (i64.const -1))))
              (data (i32.const 8) "hello"))
            """);
    Attack.assertEnds(Outcome.Exited.class, Attack.by(module).run(engine));
    // Between two sections it may be a module of its own, as without its data.
    var ends = new HashSet<Integer>();
    ModuleStructure.listSections(module).forEach(s -> ends.add(s.offset() + s.size()));
    for (int length = 0; length < module.length; length++) {
      Report report = Attack.by(Arrays.copyOf(module, length)).run(engine);
      assertSane(report, "cut off at " + length);
      if (!ends.contains(length)) {
        Attack.assertEnds(Rejected.class, report);
      }
    }
  }

  /** Some bytes of a real C program changed: it may run, and always ends as something. */
  @ParameterizedTest
  @ValueSource(strings = {"arguments-O2.wasm", "memory-O0.wasm", "input-O2.wasm"})
  void givesEveryDamagedModuleAnOutcome(String name) throws IOException {
    byte[] module = Files.readAllBytes(MODULES.resolve(name));
    try (var sandbox = Sandbox.inMemory()) {
      for (int seed = 0; seed < 120; seed++) {
        byte[] damaged = damage(module, new Random(seed));
        Engine engine = seed % 4 == 0 ? Engine.COMPILED : Engine.INTERPRETER;
        Attack attack = Attack.by(damaged).with(LIMITS);
        Report report = Attack.await(sandbox.start(attack.capsule(engine), Streams.NONE));
        assertSane(report, name + " seed " + seed + " " + engine);
      }
    }
  }

  private static byte[] damage(byte[] module, Random random) {
    byte[] damaged = module.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = 8 + random.nextInt(damaged.length - 8);
      damaged[at] =
          random.nextBoolean()
              ? (byte) (damaged[at] ^ 1 << random.nextInt(8))
              : (byte) random.nextInt();
    }
    return damaged;
  }

  private static void assertSane(Report report, String what) {
    assertNotNull(report.outcome(), what);
    String message = report.outcome().message();
    assertFalse(message.isBlank(), what);
    assertFalse(report.outcome() instanceof Outcome.TimedOut, what);
    assertFalse(message.contains("could not prepare"), what + ": " + message);
    assertFalse(message.contains("the parser failed"), what + ": " + message);
    assertFalse(message.contains("engine failure"), what + ": " + message);
  }

  /** The bytes of one function's code, at random. */
  @Test
  void givesRandomCodeAnOutcome() {
    var random = new Random(2);
    for (int i = 0; i < 400; i++) {
      byte[] code = new byte[1 + random.nextInt(12)];
      random.nextBytes(code);
      var bytes = new sandglass.sandbox.meter.WasmBytes();
      for (byte b : code) {
        bytes.raw(b & 0xff);
      }
      Report report =
          Attack.by(HostileModules.start(4, bytes)).with(LIMITS).run(Engine.INTERPRETER);
      assertSane(report, Arrays.toString(code));
    }
  }
}
