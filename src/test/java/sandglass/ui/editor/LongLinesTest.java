package sandglass.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class LongLinesTest {
  private static final String LONGEST = "x".repeat(LongLines.LONGEST);

  @Test
  void leavesWhatCanBeShown() {
    String text = "a\n" + LONGEST + "\n\n" + LONGEST;
    assertSame(text, LongLines.cut(text));
  }

  @Test
  void cutsWhatIsTooLong() {
    String cut = LONGEST.substring(1) + "\u2026";
    assertEquals("a\n" + cut + "\nb\n", LongLines.cut("a\n" + LONGEST + "yz\nb\n"));
    assertEquals(cut, LongLines.cut(LONGEST + "y"));
    assertSame(cut, LongLines.cut(cut));
  }

  @Test
  void cutsNoCharacterInTwo() {
    String almost = LONGEST.substring(2);
    assertEquals(almost + "\u2026", LongLines.cut(almost + "\uD83D\uDE00y"));
  }
}
