package sandglass.program.python;

import java.util.List;

/**
 * What is known of a source before code is written for it.
 *
 * @param module the program; null if it does not parse
 * @param errors CPython's syntax error alone, or all that is outside the subset, by place; empty if
 *     the program compiles
 */
record Analysis(PythonModule module, List<PythonError> errors) {

  /** Analyses a source. Nests as deep as the source does: needs a deep stack. */
  static Analysis of(String source) {
    var parsed = Parser.parse(source);
    if (parsed.error() != null) {
      return new Analysis(null, List.of(parsed.error()));
    }
    try {
      CompileMistakes.checkFeatures(parsed.module());
      ScopeMistakes.check(parsed.module());
      CompileMistakes.check(parsed.module());
    } catch (SyntaxFailure failure) {
      return new Analysis(null, List.of(failure.error()));
    }
    return new Analysis(parsed.module(), Checker.check(parsed));
  }
}
