package sandglass.program.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PythonIndentTest {
  private static String after(String text) {
    return PythonIndent.after(text, text.length());
  }

  @Test
  void stepsInBehindAColon() {
    assertEquals("    ", after("if x:"));
    assertEquals("        ", after("    while x: # why"));
    assertEquals("", after("x = ':'"));
  }

  @Test
  void stepsOutBehindWhatLeavesABlock() {
    assertEquals("", after("if x:\n    return 1"));
    assertEquals("    ", after("if x:\n    y = 1"));
  }

  @Test
  void stepsInInsideOfBracketsAndBackBehindThem() {
    assertEquals("    ", after("f("));
    assertEquals("", after("f(\n    1,\n    2)"));
    assertEquals("    ", after("def f(\n    a):"));
  }

  @Test
  void staysAsDeepInsideOfAString() {
    assertEquals("  ", after("x = '''\n  if a:"));
  }
}
