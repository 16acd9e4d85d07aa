package sandglass.program.wat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WatIndentTest {
  private static String after(String text) {
    return WatIndent.after(text, text.length());
  }

  @Test
  void stepsInBehindWhatIsOpen() {
    assertEquals("  ", after("(module"));
    assertEquals("    ", after("(module\n  (func $f (param i32)"));
    assertEquals("      ", after("(module\n  (func\n    block"));
  }

  @Test
  void staysAsDeepBehindAWholeLine() {
    assertEquals("    ", after("(module\n  (func\n    (nop)"));
    assertEquals("    ", after("    block end"));
    assertEquals("        ", after("(module\n        local.get 0"));
  }

  @Test
  void goesBackToWhatIsStillOpen() {
    assertEquals("  ", after("(module\n  (func\n    (nop))"));
    assertEquals("", after("(module\n  (func\n    (nop)))"));
  }

  @Test
  void takesNoNoticeOfCommentsAndStrings() {
    assertEquals("", after(";; (("));
    assertEquals("", after("(data \"((\")"));
    assertEquals("   ", after("(; (\n   (a"));
  }
}
