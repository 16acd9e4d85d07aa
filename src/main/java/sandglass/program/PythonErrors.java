package sandglass.program;

import java.util.List;
import sandglass.program.python.PythonError;

/** What is wrong with a Python source, its places counted in characters, not in UTF-16 units. */
final class PythonErrors {
  private PythonErrors() {}

  static List<SourceError> inCharacters(List<PythonError> errors, String text) {
    String[] lines = text.replaceFirst("^\uFEFF", "").split("\r\n|\r|\n", -1);
    return errors.stream().map(error -> inCharacters(error, lines)).toList();
  }

  private static SourceError inCharacters(PythonError error, String[] lines) {
    var span = error.span();
    String line = span.line() <= lines.length ? lines[span.line() - 1] : "";
    int column = characters(line, span.column());
    int end = span.endLine() == span.line() ? characters(line, span.endColumn()) : column + 1;
    return new SourceError(
        span.line(),
        column,
        Math.max(1, end - column),
        error.message(),
        error.kind() == PythonError.Kind.REFUSED);
  }

  /** A column in characters for one in UTF-16 units, both from 1. It may be past the line's end. */
  private static int characters(String line, int column) {
    int before = Math.min(column - 1, line.length());
    return line.codePointCount(0, before) + column - before;
  }
}
