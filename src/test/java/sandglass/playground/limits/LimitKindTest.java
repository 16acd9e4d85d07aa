package sandglass.playground.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sandglass.sandbox.Limits;

class LimitKindTest {
  @ParameterizedTest
  @EnumSource(LimitKind.class)
  void changesOneLimitAndNoOther(LimitKind kind) {
    Limits changed = kind.with(Limits.DEFAULT, 12_345);
    assertEquals(12_345, kind.get(changed));
    assertEquals(Limits.DEFAULT, kind.with(changed, kind.get(Limits.DEFAULT)));
  }

  @Test
  void writesValuesInTheirUnits() {
    assertEquals("100,000,000", LimitKind.FUEL.format(LimitKind.FUEL.get(Limits.DEFAULT)));
    assertEquals("256 MiB", LimitKind.MEMORY.format(LimitKind.MEMORY.get(Limits.DEFAULT)));
    assertEquals("30 s", LimitKind.TIMEOUT.format(LimitKind.TIMEOUT.get(Limits.DEFAULT)));
    assertEquals("50 MiB", LimitKind.MODULE.format(LimitKind.MODULE.get(Limits.DEFAULT)));
    assertEquals("64 MiB", LimitKind.OUTPUT.format(LimitKind.OUTPUT.get(Limits.DEFAULT)));
    assertEquals("10,000", LimitKind.TABLES.format(LimitKind.TABLES.get(Limits.DEFAULT)));
  }

  @Test
  void refusesValuesOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> LimitKind.FUEL.with(Limits.DEFAULT, 0));
    assertThrows(IllegalArgumentException.class, () -> LimitKind.TIMEOUT.with(Limits.DEFAULT, -1));
  }

  @Test
  void isCalledDifferently() {
    assertEquals(
        LimitKind.values().length,
        Arrays.stream(LimitKind.values()).map(LimitKind::label).distinct().count());
  }
}
