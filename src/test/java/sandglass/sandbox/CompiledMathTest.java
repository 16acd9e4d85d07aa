package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.dylibso.chicory.runtime.OpcodeImpl;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompiledMathTest {
  private static final long SIGNALING = 0xfff4_0000_0000_0001L;
  private static final long QUIETED = 0xfffc_0000_0000_0001L;

  /** Calls each function on a signaling NaN, colder and hotter, and expects the same bits. */
  private static final String HOT =
      """
      (module
        (func $unary (param $op i32) (result f64)
          (local $x f64)
          (local.set $x (f64.reinterpret_i64 (i64.const 0xfff4000000000001)))
          (block $max (block $min (block $nearest (block $trunc (block $floor (block $ceil
            (br_table $ceil $floor $trunc $nearest $min $max (local.get $op)))
            (return (f64.ceil (local.get $x))))
            (return (f64.floor (local.get $x))))
            (return (f64.trunc (local.get $x))))
            (return (f64.nearest (local.get $x))))
            (return (f64.min (f64.const 1) (local.get $x))))
          (f64.max (local.get $x) (f64.const nan)))
        (func (export "_start") (local $i i32)
          (loop $again
            (if (i64.ne
                  (i64.reinterpret_f64 (call $unary (i32.rem_u (local.get $i) (i32.const 6))))
                  (i64.const 0xfffc000000000001))
              (then unreachable))
            (local.set $i (i32.add (local.get $i) (i32.const 1)))
            (br_if $again (i32.lt_u (local.get $i) (i32.const 600000))))))
      """;

  @Test
  void givesTheSameBitsHoweverHotItIs() {
    var attack = Attack.by(HOT);
    Attack.assertEnds(Outcome.Exited.class, attack.run(Engine.COMPILED));
  }

  @Test
  void quietsTheFirstNan() {
    double nan = Double.longBitsToDouble(SIGNALING);
    double other = Double.longBitsToDouble(0x7ff0_0000_0000_0002L);
    for (double got :
        List.of(
            CompiledMath.F64_MIN(nan, 1),
            CompiledMath.F64_MIN(1, nan),
            CompiledMath.F64_MAX(nan, other),
            CompiledMath.F64_CEIL(nan),
            CompiledMath.F64_FLOOR(nan),
            CompiledMath.F64_TRUNC(nan),
            CompiledMath.F64_NEAREST(nan))) {
      assertEquals(QUIETED, Double.doubleToRawLongBits(got));
    }
    float small = Float.intBitsToFloat(0xffa0_0001);
    for (float got :
        List.of(
            CompiledMath.F32_MIN(small, 1),
            CompiledMath.F32_MIN(1, small),
            CompiledMath.F32_MAX(small, Float.NaN),
            CompiledMath.F32_CEIL(small),
            CompiledMath.F32_FLOOR(small),
            CompiledMath.F32_TRUNC(small),
            CompiledMath.F32_NEAREST(small))) {
      assertEquals(0xffe0_0001, Float.floatToRawIntBits(got));
    }
  }

  @Test
  void isTheEnginesOnEverythingElse() {
    var random = new Random(1);
    var edges = new double[] {0.0, -0.0, 0.5, -0.5, 1e300, -1e300, 1 / 0.0, -1 / 0.0, 2.5, -1.5};
    for (int i = 0; i < 100_000; i++) {
      double a = i % 3 == 0 ? edges[i % edges.length] : (random.nextDouble() - 0.5) * 1e4;
      double b = i % 7 == 0 ? edges[i / 7 % edges.length] : (random.nextDouble() - 0.5) * 1e4;
      assertEquals(OpcodeImpl.F64_MIN(a, b), CompiledMath.F64_MIN(a, b));
      assertEquals(OpcodeImpl.F64_MAX(a, b), CompiledMath.F64_MAX(a, b));
      assertEquals(OpcodeImpl.F64_CEIL(a), CompiledMath.F64_CEIL(a));
      assertEquals(OpcodeImpl.F64_FLOOR(a), CompiledMath.F64_FLOOR(a));
      assertEquals(OpcodeImpl.F64_TRUNC(a), CompiledMath.F64_TRUNC(a));
      assertEquals(OpcodeImpl.F64_NEAREST(a), CompiledMath.F64_NEAREST(a));
      float c = (float) a;
      float d = (float) b;
      assertEquals(OpcodeImpl.F32_MIN(c, d), CompiledMath.F32_MIN(c, d));
      assertEquals(OpcodeImpl.F32_MAX(c, d), CompiledMath.F32_MAX(c, d));
      assertEquals(OpcodeImpl.F32_CEIL(c), CompiledMath.F32_CEIL(c));
      assertEquals(OpcodeImpl.F32_FLOOR(c), CompiledMath.F32_FLOOR(c));
      assertEquals(OpcodeImpl.F32_TRUNC(c), CompiledMath.F32_TRUNC(c));
      assertEquals(OpcodeImpl.F32_NEAREST(c), CompiledMath.F32_NEAREST(c));
    }
  }
}
