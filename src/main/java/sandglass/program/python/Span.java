package sandglass.program.python;

/**
 * A stretch of source.
 *
 * @param line its first line, from 1
 * @param column its first column on that line, from 1, in UTF-16 units
 * @param endLine the line that it ends on
 * @param endColumn the column after its last character
 */
public record Span(int line, int column, int endLine, int endColumn) {
  /** From the start of this one to the end of that one. */
  Span to(Span end) {
    return new Span(line, column, end.endLine, end.endColumn);
  }

  /** The empty place where this one starts. */
  Span start() {
    return new Span(line, column, line, column);
  }

  /** The empty place where this one ends. */
  Span end() {
    return new Span(endLine, endColumn, endLine, endColumn);
  }
}
