package sandglass.program.python;

import java.util.List;

/** What came of compiling a Python source. */
public sealed interface PythonResult {
  /**
   * It compiled.
   *
   * @param text a module in WebAssembly text
   * @param map how the two belong together
   * @param shortModule the same for compiling quickly
   */
  record Compiled(String text, PythonMap map, ShortModule shortModule) implements PythonResult {}

  /**
   * It did not.
   *
   * @param errors at least one: the first syntax error, or everything outside the subset
   */
  record Failed(List<PythonError> errors) implements PythonResult {}
}
