package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sandglass.sandbox.Outcome.Exited;
import sandglass.sandbox.Outcome.Rejected;
import sandglass.sandbox.meter.WasmBytes;

/** Bytes that are not UTF-8, and text that is no name, wherever text goes. */
class OddTextTest {
  private static final int[] NOT_UTF8 = {0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80};

  private static WasmBytes badName() {
    return new WasmBytes().u(NOT_UTF8.length).raw(NOT_UTF8);
  }

  private static byte[] module(WasmBytes imports, WasmBytes exports) {
    return HostileModules.header()
        .append(HostileModules.section(1, s -> s.u(1).raw(0x60, 0, 0)))
        .append(imports)
        .append(HostileModules.section(3, s -> s.u(1).u(0)))
        .append(exports)
        .append(HostileModules.section(10, s -> s.u(1).u(2).raw(0, 0x0b)))
        .toByteArray();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void rejectsNamesThatAreNotUtf8(Engine engine) {
    WasmBytes none = new WasmBytes();
    byte[] exported =
        module(
            none,
            HostileModules.section(
                7, s -> s.u(2).append(badName()).raw(0, 0).name("_start").raw(0, 0)));
    byte[] imported =
        module(
            HostileModules.section(2, s -> s.u(1).append(badName()).append(badName()).raw(0, 0)),
            none);
    byte[] custom =
        HostileModules.header()
            .append(HostileModules.section(0, s -> s.append(badName())))
            .toByteArray();
    for (byte[] module : List.of(exported, imported, custom)) {
      Attack.assertEnds(Rejected.class, Attack.by(module).run(engine), "UTF-8");
    }
  }

  /** A name section is only a help: a bad one must not matter, or be refused in plain words. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void toleratesANameSectionOfRubbish(Engine engine) {
    byte[] start = HostileModules.start(new WasmBytes().raw(0));
    for (int seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      var rubbish = new WasmBytes();
      for (int i = random.nextInt(20); i >= 0; i--) {
        rubbish.raw(random.nextInt(4) == 0 ? random.nextInt(256) : random.nextInt(8));
      }
      var module = new WasmBytes();
      for (byte b : start) {
        module.raw(b & 0xff);
      }
      module.append(HostileModules.section(0, s -> s.name("name").append(rubbish)));
      Report report = Attack.by(module.toByteArray()).run(engine);
      Attack.assertEnds(Outcome.class, report);
      assertTrue(
          report.outcome() instanceof Rejected || report.outcome() instanceof Outcome.Trapped,
          report.outcome().toString());
    }
  }

  @Test
  void keepsItsMessagesShortAndOnOneLine() {
    String odd = "\n\u001b[31m\u202e" + "x".repeat(100_000);
    byte[] imported =
        module(
            HostileModules.section(2, s -> s.u(1).name(odd).name(odd).raw(0, 0)), new WasmBytes());
    byte[] exported =
        module(
            new WasmBytes(),
            HostileModules.section(
                7,
                s -> {
                  s.u(1000);
                  for (int i = 0; i < 1000; i++) {
                    s.name(i + odd.substring(0, 20)).raw(0, 0);
                  }
                }));
    byte[] twice =
        module(
            new WasmBytes(),
            HostileModules.section(7, s -> s.u(2).name(odd).raw(0, 0).name(odd).raw(0, 0)));
    for (byte[] module : List.of(imported, exported, twice)) {
      Report report = Attack.by(module).run(Engine.COMPILED);
      Attack.assertEnds(Rejected.class, report);
      String message = report.outcome().message();
      assertTrue(message.length() < 2_000, message.length() + " characters");
      assertTrue(message.chars().noneMatch(c -> c < ' ' || c == 0x202e), message);
    }
  }

  @Test
  void keepsOutputThatIsNotUtf8ByteForByte() {
    String imports =
        """
        (import "wasi_snapshot_preview1" "fd_write"
          (func $fd_write (param i32 i32 i32 i32) (result i32)))
        (memory (export "memory") 1)
        (data (i32.const 0) "\\10\\00\\00\\00\\06\\00\\00\\00")
        (data (i32.const 16) "\\ff\\c0\\80\\ed\\a0\\80")
        """;
    Report report =
        Attack.by(
                imports,
                "(drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))")
            .run(Engine.COMPILED);
    Attack.assertEnds(Exited.class, report);
    byte[] expected = new byte[NOT_UTF8.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = (byte) NOT_UTF8[i];
    }
    assertArrayEquals(expected, report.stdout().bytes());
    assertTrue(report.stdout().text().contains("\uFFFD"));
  }

  /** Lone surrogates have no UTF-8: the guest gets something for them, and its sizes agree. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void givesArgumentsAndEnvironmentOfAnyText(Engine engine) {
    String declarations =
        """
        (import "wasi_snapshot_preview1" "args_get" (func $args_get (param i32 i32) (result i32)))
        (import "wasi_snapshot_preview1" "args_sizes_get"
          (func $args_sizes_get (param i32 i32) (result i32)))
        (import "wasi_snapshot_preview1" "environ_get"
          (func $environ_get (param i32 i32) (result i32)))
        (import "wasi_snapshot_preview1" "environ_sizes_get"
          (func $environ_sizes_get (param i32 i32) (result i32)))
        (memory (export "memory") 1)
        (func (export "run") (result i32)
          (drop (call $args_sizes_get (i32.const 0) (i32.const 4)))
          (drop (call $environ_sizes_get (i32.const 8) (i32.const 12)))
          (drop (call $args_get (i32.const 100) (i32.const 1000)))
          (drop (call $environ_get (i32.const 200) (i32.const 2000)))
          (i32.or (i32.load8_u (i32.add (i32.const 999) (i32.load (i32.const 4))))
            (i32.load8_u (i32.add (i32.const 1999) (i32.load (i32.const 12))))))
        """;
    var world =
        World.EMPTY
            .withArgs(List.of("a\uD800b", "\uDC00", "", "\u00e9\uD83D\uDE00"))
            .withEnv(Map.of("N\uD800", "\uDFFF=\n"));
    Report report = Attack.by(declarations, "").with(world).invoking("run").run(engine);
    Attack.assertEnds(Exited.class, report);
    assertEquals(List.of("i32:0"), report.results(), "each text ends with its NUL, at its size");
  }

  @Test
  void rejectsInvokingWhatHasAnOddName() {
    for (String name : List.of("", "\uD800", "no such\nname", "sandglass:fuel", "\0")) {
      Report report = Attack.by("", "").invoking(name).run(Engine.COMPILED);
      Attack.assertEnds(Rejected.class, report, "_start");
    }
  }
}
