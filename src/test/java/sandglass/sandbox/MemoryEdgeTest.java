package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sandglass.sandbox.Outcome.Exited;
import sandglass.sandbox.Outcome.Trapped;

/** Loads and stores of each width at the edges of the memory, in compiled code. */
class MemoryEdgeTest {
  private static final long SIZE = 65_536;

  /** An access: its instruction without {@code load} or {@code store}, and its bytes. */
  private record Access(String type, String suffix, int width) {}

  static List<Access> accesses() {
    var accesses = new ArrayList<Access>();
    for (String type : List.of("i32", "i64")) {
      accesses.add(new Access(type, "8", 1));
      accesses.add(new Access(type, "16", 2));
    }
    accesses.add(new Access("i64", "32", 4));
    accesses.add(new Access("i32", "", 4));
    accesses.add(new Access("i64", "", 8));
    accesses.add(new Access("f32", "", 4));
    accesses.add(new Access("f64", "", 8));
    return accesses;
  }

  @ParameterizedTest
  @MethodSource("accesses")
  void trapsFromTheFirstAddressBeyond(Access access) {
    for (long offset : new long[] {0, 1, 8, 1000, SIZE, 0x7FFF_FFFEL, 0xFFFF_FFFFL}) {
      Attack attack = Attack.by(module(access, offset));
      long last = SIZE - access.width() - offset;
      if (last >= 0) {
        assertFits(attack, last);
      }
      for (long base :
          new long[] {last + 1, last + access.width(), SIZE, 1L << 31, (1L << 32) - offset, -1}) {
        if ((base + offset > SIZE - access.width() && base < 1L << 32) || base < 0) {
          assertTraps(attack, (int) base);
        }
      }
    }
  }

  private static String module(Access access, long offset) {
    String type = access.type();
    String sign = access.suffix().isEmpty() ? "" : "_u";
    return """
        (module (memory 1)
          (func (export "access") (param i32) (result %1$s)
            (%1$s.store%2$s offset=%4$d (local.get 0) (%1$s.const 77))
            (%1$s.load%2$s%3$s offset=%4$d (local.get 0)))
          (func (export "load") (param i32) (result %1$s)
            (%1$s.load%2$s%3$s offset=%4$d (local.get 0)))
          (func (export "store") (param i32)
            (%1$s.store%2$s offset=%4$d (local.get 0) (%1$s.const 77))))
        """
        .formatted(type, access.suffix(), sign, offset);
  }

  private static void assertFits(Attack attack, long base) {
    Report report = attack.invoking("access", Long.toString(base)).run(Engine.COMPILED);
    assertEquals(new Exited(0), report.outcome());
  }

  private static void assertTraps(Attack attack, int base) {
    for (String export : List.of("load", "store")) {
      Report report = attack.invoking(export, Integer.toString(base)).run(Engine.COMPILED);
      Attack.assertEnds(Trapped.class, report, "out of bounds memory access");
    }
  }
}
