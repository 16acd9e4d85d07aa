package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.sandbox.Outcome.Exited;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.Stdin;

/** Runs that go at the same time, and runs that must be the same. */
class ConcurrencyTest {
  private static final Path MODULES = Path.of("src/test/resources/fuel");

  /** Uses all there is in a world: arguments, clock, random numbers, stdin, a folder. */
  private static final Attack NOSY =
      Attack.by(
          """
          (import "wasi_snapshot_preview1" "fd_write"
            (func $fd_write (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_read"
            (func $fd_read (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "random_get"
            (func $random_get (param i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "clock_time_get"
            (func $clock_time_get (param i32 i64 i32) (result i32)))
          (import "wasi_snapshot_preview1" "args_get"
            (func $args_get (param i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "environ_get"
            (func $environ_get (param i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_readdir"
            (func $fd_readdir (param i32 i32 i32 i64 i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_filestat_get"
            (func $fd_filestat_get (param i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "path_create_directory"
            (func $path_create_directory (param i32 i32 i32) (result i32)))
          (memory (export "memory") 1)
          """,
          """
          (local $i i32)
          (loop $again
            (drop (call $random_get (i32.const 1000) (i32.const 64)))
            (drop (call $clock_time_get (i32.const 0) (i64.const 1) (i32.const 1064)))
            (drop (call $clock_time_get (i32.const 1) (i64.const 1) (i32.const 1072)))
            (drop (call $args_get (i32.const 1100) (i32.const 1200)))
            (drop (call $environ_get (i32.const 1300) (i32.const 1400)))
            (i32.store (i32.const 0) (i32.const 1500))
            (i32.store (i32.const 4) (i32.const 7))
            (drop (call $fd_read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 1600)))
            (drop (call $fd_readdir (i32.const 3) (i32.const 1700) (i32.const 300) (i64.const 0)
              (i32.const 1604)))
            (drop (call $fd_filestat_get (i32.const 3) (i32.const 2008)))
            (drop (call $path_create_directory (i32.const 3) (i32.const 1000) (i32.const 1)))
            (drop (memory.grow (i32.const 1)))
            (i32.store (i32.const 0) (i32.const 1000))
            (i32.store (i32.const 4) (i32.const 1200))
            (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
            (drop (call $fd_write (i32.const 2) (i32.const 0) (i32.const 1) (i32.const 8)))
            (local.set $i (i32.add (local.get $i) (i32.const 1)))
            (br_if $again (i32.lt_u (local.get $i) (i32.const 50))))
          unreachable
          """);

  @TempDir private Path folder;

  private static String text(Report report) {
    return String.join(
        "\n",
        report.outcome().kind() + " " + reason(report),
        "fuel " + report.fuelUsed(),
        "peak " + report.memoryPeakBytes(),
        report.memoryGrowths().toString(),
        HexFormat.of().formatHex(report.stdout().bytes()),
        HexFormat.of().formatHex(report.stderr().bytes()),
        report.files().toString(),
        report.calls().toString(),
        report.module().toString());
  }

  private static String reason(Report report) {
    return report.outcome() instanceof Outcome.Trapped(String reason, var frames)
        ? reason
        : report.outcome().message();
  }

  private Attack nosy() throws IOException {
    for (String name : List.of("b", "a", "c")) {
      Files.writeString(folder.resolve(name), name);
    }
    var world =
        World.EMPTY
            .withArgs(List.of("guest", "x"))
            .withEnv(Map.of("A", "1"))
            .withStdin(Stdin.of("some text on stdin".repeat(5)))
            .withFolders(List.of(new Folder(folder, "/data", true)));
    return NOSY.with(world).with(Limits.DEFAULT.withMemoryBytes(20 << 16));
  }

  @Test
  void oneCapsuleGivesTheSameReportInEveryRunAndEngine() throws Exception {
    Attack attack = nosy();
    String first = text(attack.run(Engine.COMPILED));
    // A host's file times and order must not show through.
    Files.delete(folder.resolve("a"));
    Thread.sleep(20);
    for (Engine engine : Engine.values()) {
      attack = nosy();
      assertEquals(first, text(attack.run(engine)), engine.toString());
      assertEquals(first, text(attack.run(engine)), engine.toString());
    }
  }

  @Test
  void runsOfTheSameModuleDoNotDisturbEachOther() throws Exception {
    Attack attack = nosy();
    String alone = text(attack.run(Engine.COMPILED));
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      runs.add(attack.start(i % 2 == 0 ? Engine.COMPILED : Engine.INTERPRETER));
    }
    for (Run run : runs) {
      assertEquals(alone, text(Attack.await(run)));
    }
  }

  @Test
  void runsOfDifferentModulesDoNotDisturbEachOther() throws Exception {
    List<Attack> attacks = new ArrayList<>();
    for (String name : List.of("c/fib-O2.wasm", "c/matrix-O2.wasm", "c/memory-O2.wasm")) {
      attacks.add(Attack.by(Files.readAllBytes(MODULES.resolve(name))));
    }
    List<String> alone = new ArrayList<>();
    for (Attack attack : attacks) {
      Report report = attack.run(Engine.COMPILED);
      Attack.assertEnds(Exited.class, report);
      alone.add(text(report));
    }
    try (var sandbox = Sandbox.inMemory()) {
      List<Run> runs = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        runs.add(sandbox.start(attacks.get(i % 3).capsule(Engine.COMPILED), Streams.NONE));
      }
      for (int i = 0; i < 9; i++) {
        assertEquals(alone.get(i % 3), text(Attack.await(runs.get(i))));
      }
    }
  }

  @Test
  void aGuestThatIsStoppedDoesNotStopAnother() throws Exception {
    Limits endless = Limits.DEFAULT.withFuel(Attack.ENDLESS);
    Attack loop = Attack.by("", "(loop (br 0))").with(endless);
    Run bad = loop.start(Engine.COMPILED);
    Run other = loop.start(Engine.COMPILED);
    String alone = text(nosy().run(Engine.COMPILED));
    Run good = nosy().start(Engine.COMPILED);
    Attack.awaitRunning(bad);
    Attack.assertEnds(Outcome.Cancelled.class, Attack.cancel(bad));
    assertEquals(alone, text(Attack.await(good)));
    assertEquals(Gauges.Phase.RUNNING, running(other).gauges().phase());
    Attack.cancel(other);
  }

  private static Run running(Run run) throws InterruptedException {
    Attack.awaitRunning(run);
    return run;
  }
}
