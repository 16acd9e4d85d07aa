package sandglass.program.wat;

import java.util.ArrayDeque;
import java.util.Set;

/** How deep the next line of WebAssembly text stands. */
public final class WatIndent {
  private static final String STEP = "  ";
  private static final Set<String> OPENERS =
      Set.of("block", "loop", "if", "else", "try", "try_table", "catch", "catch_all");

  private WatIndent() {}

  /**
   * The white space for a new line begun at an offset: one step more than the line that opened what
   * is still open there; where the line before opens and closes nothing, the same as that line.
   *
   * @param offset in UTF-16 units
   */
  public static String after(String text, int offset) {
    String before = text.substring(0, offset);
    int lineStart = before.lastIndexOf('\n') + 1;
    String same = whiteSpace(before, lineStart);
    var open = new ArrayDeque<Integer>();
    int closed = 0;
    int flat = 0;
    boolean afterOpen = false;
    for (var token : WatLexer.tokens(before)) {
      boolean here = token.offset() >= lineStart;
      switch (token.kind()) {
        case OPEN -> open.push(token.offset());
        case CLOSE -> {
          if (!open.isEmpty() && open.pop() < lineStart) {
            closed++;
          }
        }
        case KEYWORD, INSTRUCTION -> {
          if (here && !afterOpen) {
            flat = flat(flat, token.in(before));
          }
        }
        case BLOCK_COMMENT -> {
          if (token.end() == before.length() && !before.endsWith(";)")) {
            return same;
          }
        }
        default -> {}
      }
      afterOpen = token.kind() == WatToken.Kind.OPEN;
    }
    boolean opens = !open.isEmpty() && open.peek() >= lineStart;
    if (opens || flat > 0) {
      return same + STEP;
    }
    if (closed == 0) {
      return same;
    }
    return open.isEmpty()
        ? ""
        : whiteSpace(before, before.lastIndexOf('\n', open.peek()) + 1) + STEP;
  }

  private static int flat(int depth, String word) {
    if (word.equals("end")) {
      return Math.max(0, depth - 1);
    }
    return OPENERS.contains(word) ? depth + 1 : depth;
  }

  private static String whiteSpace(String text, int lineStart) {
    int end = lineStart;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(lineStart, end);
  }
}
