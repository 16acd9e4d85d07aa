package sandglass.program.python;

import java.util.ArrayDeque;
import java.util.Set;

/** How deep the next line of Python stands. */
public final class PythonIndent {
  private static final int STEP = 4;
  private static final Set<String> LEAVES = Set.of("return", "pass", "break", "continue", "raise");

  private PythonIndent() {}

  /**
   * The white space for a new line begun at an offset: a step more behind a colon or inside of a
   * bracket that has just been opened, a step less behind a statement that leaves its block.
   *
   * @param offset in UTF-16 units
   */
  public static String after(String text, int offset) {
    String before = text.substring(0, offset);
    int lineStart = before.lastIndexOf('\n') + 1;
    String same = whiteSpace(before, lineStart);
    var open = new ArrayDeque<Integer>();
    int statement = lineStart;
    PythonToken first = null;
    PythonToken last = null;
    for (var token : PythonLexer.tokens(before)) {
      switch (token.kind()) {
        case OPEN -> open.push(token.offset());
        case CLOSE -> {
          if (!open.isEmpty()) {
            int opened = open.pop();
            if (token.offset() >= lineStart && opened < statement) {
              statement = before.lastIndexOf('\n', opened) + 1;
            }
          }
        }
        default -> {}
      }
      if (token.kind() != PythonToken.Kind.COMMENT) {
        if (token.offset() >= lineStart && first == null) {
          first = token;
        }
        last = token;
      }
    }
    if (last == null || last.end() <= lineStart) {
      return same;
    }
    if (last.kind() == PythonToken.Kind.STRING && last.offset() < lineStart) {
      return same; // inside of a string of several lines, or behind it
    }
    if (!open.isEmpty()) {
      return open.peek() >= lineStart ? same + " ".repeat(STEP) : same;
    }
    String indentation = whiteSpace(before, statement);
    if (last.in(before).equals(":")) {
      return indentation + " ".repeat(STEP);
    }
    boolean leaves = first != null && LEAVES.contains(first.in(before));
    return leaves
        ? indentation.substring(0, Math.max(0, indentation.length() - STEP))
        : indentation;
  }

  private static String whiteSpace(String text, int lineStart) {
    int end = lineStart;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(lineStart, end);
  }
}
