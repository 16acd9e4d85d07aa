package sandglass.sandbox.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimdMachineTest {
  private static final String HALVES =
      """
        (func $halves (param v128) (result i64 i64)
          (i64x2.extract_lane 0 (local.get 0)) (i64x2.extract_lane 1 (local.get 0)))
      """;

  private static long[] call(Instance instance, String name, long... arguments) {
    return instance.export(name).apply(arguments);
  }

  @ParameterizedTest
  @CsvSource({
    "(local.set $v (v128.const i64x2 1 2)) (call $halves (local.get $v))",
    "(call $halves (local.tee $v (v128.const i64x2 1 2)))",
    "(drop (local.tee $v (v128.const i64x2 1 2))) (call $halves (local.get $v))",
    "(local.set $p (v128.const i64x2 1 2)) (call $halves (local.get $p))",
    "(global.set $g (v128.const i64x2 1 2)) (call $halves (global.get $g))",
    "(call $halves (select (v128.const i64x2 1 2) (local.get $v) (i32.const 1)))",
    "(call $halves (block (result v128) (br 0 (v128.const i64x2 1 2))))",
    "(v128.store $m (i32.const 9) (v128.const i64x2 1 2)) (call $halves (v128.load $m (i32.const 9)))",
    "(call $halves (v128.const i64x2 1 2)) (v128.const i64x2 3 4) (drop)",
  })
  void keepsTheOrderOfHalves(String body) {
    Instance instance =
        VectorModules.wat(
            """
            (module (memory $m 1) (global $g (mut v128) (v128.const i64x2 0 0))
              %s
              (func $main (param $p v128) (result i64 i64) (local $x i32) (local $v v128) %s)
              (func (export "main") (result i64 i64) (call $main (v128.const i64x2 7 8))))
            """
                .formatted(HALVES, body));
    assertArrayEquals(new long[] {1, 2}, call(instance, "main"));
  }

  @Test
  void returnsVectorsThroughLoopsAndTailCalls() {
    Instance instance =
        VectorModules.wat(
            """
            (module
              %s
              (func $times (param $v v128) (param $n i32) (result v128) (local $sum v128)
                (loop $again
                  (local.set $sum (i64x2.add (local.get $sum) (local.get $v)))
                  (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
                (return_call $same (local.get $sum)))
              (func $same (param v128) (result v128) (local.get 0))
              (func (export "main") (result i64 i64)
                (call $halves (call $times (v128.const i64x2 3 -5) (i32.const 4)))))
            """
                .formatted(HALVES));
    assertArrayEquals(new long[] {12, -20}, call(instance, "main"));
  }

  private static final String BOUNDS =
      """
      (module (memory 1)
        (func (export "load") (param i32) (drop (v128.load offset=8 (local.get 0))))
        (func (export "lane") (param i32)
          (drop (v128.load16_lane offset=0xffffffff 0 (local.get 0) (v128.const i64x2 0 0))))
        (func (export "splat") (param i32) (drop (v128.load64_splat (local.get 0))))
        (func (export "store") (param i32)
          (v128.store (local.get 0) (v128.const i64x2 -1 -1)))
        (func (export "store-lane") (param i32)
          (v128.store32_lane offset=2 3 (local.get 0) (v128.const i64x2 -1 -1)))
        (func (export "last") (result i64) (i64.load (i32.const 65528))))
      """;

  @ParameterizedTest
  @CsvSource({
    "load,65513",
    "load,-1",
    "load,-8",
    "load,2147483647",
    "lane,0",
    "lane,1",
    "lane,-1",
    "splat,65529",
    "splat,-4",
    "store,65521",
    "store,-16",
    "store-lane,65531",
    "store-lane,-2",
  })
  void trapsOutOfBounds(String name, int address) {
    Instance instance = VectorModules.wat(BOUNDS);
    var e = assertThrows(WasmRuntimeException.class, () -> call(instance, name, address));
    assertTrue(e.getMessage().contains("out of bounds memory access"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"load,65512", "splat,65528", "store,65520", "store-lane,65530"})
  void reachesTheLastByte(String name, int address) {
    call(VectorModules.wat(BOUNDS), name, address);
  }

  @Test
  void writesNothingWhereAStoreTraps() {
    Instance instance = VectorModules.wat(BOUNDS);
    assertThrows(WasmRuntimeException.class, () -> call(instance, "store", 65528));
    assertEquals(0, call(instance, "last")[0]);
  }

  @Test
  void reachesTheMemoryThatIsNamed() {
    Instance instance =
        VectorModules.wat(
            """
            (module (memory $a 1) (memory $b 1) (data (memory $b) (i32.const 0) "\\01\\02\\03\\04\\05\\06\\07\\08")
              (func (export "main") (result i64 i64)
                (v128.store $a (i32.const 16) (v128.load8x8_u $b (i32.const 0)))
                (v128.store8_lane $b 4 (i32.const 1) (v128.load $a (i32.const 16)))
                (i64.load $a (i32.const 16)) (i64.load $b (i32.const 0))))
            """);
    assertArrayEquals(
        new long[] {0x0004_0003_0002_0001L, 0x0807_0605_0403_0301L}, call(instance, "main"));
  }
}
