package sandglass.playground.capsule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SideBySideTest {
  @Test
  void beginsShortlyBeforeTheFirstLineThatDiffers() {
    var lines = SideBySide.of("a\nb\nc\nd\ne\nf\n", "a\nb\nc\nd\nE\nf\n");
    assertEquals(2, lines.getFirst().number());
    var differing = lines.get(3);
    assertEquals(new SideBySide.Line(5, "e", "E", true), differing);
    assertFalse(lines.get(4).differs());
  }

  @Test
  void showsWhatIsMissing() {
    var lines = SideBySide.of("1\n2", "1");
    assertEquals(new SideBySide.Line(2, "2", "", true), lines.getLast());
  }

  @Test
  void showsALongLineWhereItDiffers() {
    String same = "x".repeat(100_000);
    var lines = SideBySide.of(same + "left", same + "right");
    assertTrue(lines.getFirst().expected().endsWith("xleft"), lines.getFirst().expected());
    assertTrue(lines.getFirst().actual().endsWith("xright"));
    assertTrue(lines.getFirst().actual().length() < 50);
  }

  @Test
  void isBounded() {
    String many = "line\n".repeat(100_000);
    assertTrue(SideBySide.of("other\n" + many, many).size() <= 300);
  }
}
