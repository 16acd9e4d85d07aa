package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sandglass.sandbox.Outcome.Exited;
import sandglass.sandbox.Outcome.OutOfFuel;
import sandglass.sandbox.Outcome.Rejected;
import sandglass.sandbox.Outcome.Trapped;
import sandglass.sandbox.meter.WasmBytes;

/** Guests that want more memory, or more table elements, than they may have. */
class MemoryAttackTest {
  private static final long PAGE = 65_536;

  /** Bulk operations cost fuel by their length, even those that then trap. */
  private static Limits ample() {
    return Limits.DEFAULT.withFuel(Attack.ENDLESS);
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void growsToTheLimitAndNoFurther(Engine engine) {
    Attack attack =
        Attack.by(
            "(memory 1)",
            "(loop (br_if 0 (i32.ne (memory.grow (i32.const 1)) (i32.const -1)))) unreachable");
    Report report = attack.with(Limits.DEFAULT.withMemoryBytes(100 * PAGE + 1)).run(engine);
    Attack.assertEnds(
        Trapped.class, report, "unreachable", "memory.grow was refused", "raise that limit");
    assertEquals(100 * PAGE, report.memoryPeakBytes());
    assertEquals(100, report.memoryGrowths().size());
    assertTrue(report.memoryGrowths().get(98).granted());
    assertFalse(report.memoryGrowths().get(99).granted());
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void refusesHugeGrowthOverAndOver(Engine engine) {
    for (String pages : List.of("65536", "65535", "-1", "0x7fffffff", "0x80000000")) {
      Attack attack =
          Attack.by("(memory 1)", "(loop (drop (memory.grow (i32.const " + pages + "))) (br 0))");
      Report report = attack.with(Limits.DEFAULT.withFuel(60_000)).run(engine);
      Attack.assertEnds(OutOfFuel.class, report);
      assertEquals(PAGE, report.memoryPeakBytes());
      assertEquals(Report.MAX_GROWTHS, report.memoryGrowths().size());
      assertTrue(report.memoryGrowths().stream().noneMatch(Report.Growth::granted));
      assertTrue(report.memoryGrowthsDropped() > 0);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void growsByNothingWithoutEnd(Engine engine) {
    Attack attack = Attack.by("(memory 1)", "(loop (drop (memory.grow (i32.const 0))) (br 0))");
    Report report = attack.with(Limits.DEFAULT.withFuel(200_000)).run(engine);
    Attack.assertEnds(OutOfFuel.class, report);
    assertEquals(PAGE, report.memoryPeakBytes());
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void rejectsAMemoryThatBeginsAboveTheLimit(Engine engine) {
    Attack.assertEnds(
        Rejected.class,
        Attack.by("(memory 65536)", "").run(engine),
        "4,294,967,296",
        "raise that limit");
    Limits most = Limits.DEFAULT.withMemoryBytes(Long.MAX_VALUE);
    Attack.assertEnds(
        Rejected.class, Attack.by("(memory 65536)", "").with(most).run(engine), "this engine");
    Attack.assertEnds(
        Rejected.class, Attack.by("(memory 3000) (memory 3000)", "").run(engine), "393,216,000");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void allMemoriesShareOneLimit(Engine engine) {
    Attack attack =
        Attack.by(
            "(memory $a 1) (memory $b 1)",
            "(if (i32.eq (memory.grow $a (i32.const 2)) (i32.const -1)) (then unreachable))"
                + "(if (i32.ne (memory.grow $b (i32.const 1)) (i32.const -1)) (then unreachable))");
    Report report = attack.with(Limits.DEFAULT.withMemoryBytes(4 * PAGE)).run(engine);
    Attack.assertEnds(Exited.class, report);
    assertEquals(4 * PAGE, report.memoryPeakBytes());
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void trapsAccessBeyondTheMemory(Engine engine) {
    for (String access :
        List.of(
            "(drop (i32.load (i32.const 65533)))",
            "(drop (i64.load offset=4294967295 (i32.const -1)))",
            "(i64.store offset=2147483647 (i32.const 1) (i64.const 1))",
            "(drop (i32.load8_u offset=4294967295 (i32.const 1)))",
            "(i32.store (i32.const -4) (i32.const 1))",
            "(memory.fill (i32.const 1) (i32.const 1) (i32.const -1))",
            "(memory.fill (i32.const -1) (i32.const 1) (i32.const 2))",
            "(memory.copy (i32.const 0x7fffffff) (i32.const 0) (i32.const 0x7fffffff))",
            "(memory.copy (i32.const 0) (i32.const -1) (i32.const 1))",
            "(memory.init $d (i32.const 0) (i32.const 0) (i32.const -1))",
            "(memory.init $d (i32.const 0) (i32.const -1) (i32.const 2))",
            "(memory.init $d (i32.const 65535) (i32.const 0) (i32.const 2))")) {
      Report report = Attack.by("(memory 1) (data $d \"abc\")", access).with(ample()).run(engine);
      Trapped trapped = Attack.assertEnds(Trapped.class, report);
      assertEquals("out of bounds memory access", trapped.reason(), access);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void trapsAccessBeyondATable(Engine engine) {
    String declarations = "(type $t (func)) (table $t 2 10 funcref) (elem $e func $f) (func $f)";
    for (String access :
        List.of(
            "(drop (table.get $t (i32.const 2)))",
            "(table.set $t (i32.const -1) (ref.null func))",
            "(table.fill $t (i32.const 1) (ref.null func) (i32.const 2))",
            "(table.copy $t $t (i32.const 0x7fffffff) (i32.const 0) (i32.const 1))",
            "(table.copy $t $t (i32.const 1) (i32.const 0) (i32.const 0x7fffff))",
            "(table.init $t $e (i32.const 0) (i32.const 1) (i32.const 1))")) {
      Trapped trapped =
          assertInstanceOf(
              Trapped.class,
              Attack.by(declarations, access).with(ample()).run(engine).outcome(),
              access);
      assertTrue(trapped.reason().startsWith("out of bounds"), access + ": " + trapped);
    }
    for (String index : List.of("1", "2", "-1")) {
      Report report =
          Attack.by(declarations, "(call_indirect (type $t) (i32.const " + index + "))")
              .run(engine);
      Attack.assertEnds(Trapped.class, report, "element");
    }
  }

  /**
   * The engine's own check overflows here, and nothing is written: not the trap that the
   * specification demands, and no harm.
   */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void writesNothingBeyondATableWhereTheEngineForgetsToTrap(Engine engine) {
    String declarations =
        "(type $t (func)) (table $t 2 10 funcref) (elem $e func $f) (func $f)"
            + " (func (export \"size\") (result i32) ";
    for (String access :
        List.of(
            "(table.fill $t (i32.const 0x7fffffff) (ref.null func) (i32.const 1))",
            "(table.init $t $e (i32.const 0x7fffffff) (i32.const 0) (i32.const 1))")) {
      Report report =
          Attack.by(declarations + access + " (table.size $t))", "").invoking("size").run(engine);
      if (report.outcome() instanceof Exited) {
        assertEquals(List.of("i32:2"), report.results());
      } else {
        Attack.assertEnds(Trapped.class, report, "out of bounds");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void copiesIntoALongerTable(Engine engine) {
    String declarations =
        "(type $t (func)) (table $short 1 funcref) (table $long 9 funcref)"
            + " (elem (table $short) (i32.const 0) func $f) (func $f)";
    String body =
        "(table.copy $long $short (i32.const 8) (i32.const 0) (i32.const 1))"
            + " (call_indirect $long (type $t) (i32.const 8))";
    Attack.assertEnds(Exited.class, Attack.by(declarations, body).run(engine));
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void growsTablesToTheLimitAndNoFurther(Engine engine) {
    Attack attack =
        Attack.by(
            "(table $a 1 externref) (table $b 1 funcref)"
                + "(func (export \"size\") (result i32)"
                + " (loop (br_if 0 (i32.ne (table.grow $a (ref.null extern) (i32.const 1))"
                + " (i32.const -1))))"
                + " (loop (br_if 0 (i32.ne (table.grow $b (ref.null func) (i32.const 1))"
                + " (i32.const -1))))"
                + " (drop (table.grow $a (ref.null extern) (i32.const -1)))"
                + " (drop (table.grow $a (ref.null extern) (i32.const 0x7fffffff)))"
                + " (i32.add (table.size $a) (table.size $b)))",
            "");
    Report report = attack.invoking("size").run(engine);
    Attack.assertEnds(Exited.class, report);
    assertEquals(List.of("i32:10000"), report.results());
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void rejectsATableThatBeginsAboveTheLimit(Engine engine) {
    Attack.assertEnds(
        Rejected.class,
        Attack.by("(table 4294967295 funcref)", "").run(engine),
        "10,000,000 elements");
    Attack.assertEnds(
        Rejected.class, Attack.by("(table 9999999 funcref)", "").run(engine), "above the limit");
    Attack.assertEnds(Rejected.class, Attack.by("(table 10001 externref)", "").run(engine));
    Attack.assertEnds(Exited.class, Attack.by("(table 10000 externref)", "").run(engine));
    Limits most = Limits.DEFAULT.withTableElements(Long.MAX_VALUE);
    Attack.assertEnds(
        Rejected.class,
        Attack.by("(table 4294967295 funcref)", "").with(most).run(engine),
        "this engine");
  }

  @Test
  void addsUpWhatManyTablesClaim() {
    var tables = new WasmBytes().u(10);
    for (int i = 0; i < 10; i++) {
      tables.raw(0x70, 0).u(9_000_000);
    }
    byte[] module =
        new WasmBytes().raw(0, 'a', 's', 'm', 1, 0, 0, 0, 4).sized(tables).toByteArray();
    Attack.assertEnds(
        Rejected.class, Attack.by(module).run(Engine.COMPILED), "90,000,000 elements");
  }
}
