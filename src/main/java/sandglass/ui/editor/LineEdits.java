package sandglass.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes of whole lines: those that a selection touches. Pure. */
final class LineEdits {
  private final String text;
  private final int anchor;
  private final int caret;

  /**
   * For one selection.
   *
   * @param text lines, each ended by {@code \n}
   */
  LineEdits(String text, int anchor, int caret) {
    this.text = text;
    this.anchor = anchor;
    this.caret = caret;
  }

  /** Moves the lines to the right; empty lines stay empty. */
  Edit indent(int width) {
    return change(line -> line.isBlank() ? line : " ".repeat(width) + line);
  }

  /** Moves the lines to the left, as far as they have room. */
  Edit unindent(int width) {
    return change(
        line -> {
          if (line.startsWith("\t")) {
            return line.substring(1);
          }
          int spaces = 0;
          while (spaces < Math.min(width, line.length()) && line.charAt(spaces) == ' ') {
            spaces++;
          }
          return line.substring(spaces);
        });
  }

  /**
   * Turns the lines into comments, or back if all of them are: blank lines do not count, and stay.
   *
   * @param prefix such as {@code ;;}
   */
  Edit toggleComment(String prefix) {
    var lines = lines().stream().filter(line -> !line.isBlank()).toList();
    if (!lines.isEmpty()
        && lines.stream().allMatch(line -> line.stripLeading().startsWith(prefix))) {
      return change(line -> uncommented(line, prefix));
    }
    int column = lines.stream().mapToInt(LineEdits::indentation).min().orElse(0);
    boolean any = !lines.isEmpty();
    return change(
        line ->
            any && line.isBlank()
                ? line
                : line.substring(0, Math.min(column, line.length()))
                    + prefix
                    + " "
                    + line.substring(Math.min(column, line.length())));
  }

  private static String uncommented(String line, String prefix) {
    int at = indentation(line);
    if (!line.startsWith(prefix, at)) {
      return line;
    }
    int rest = at + prefix.length();
    return line.substring(0, at) + line.substring(line.startsWith(" ", rest) ? rest + 1 : rest);
  }

  private static int indentation(String line) {
    return line.length() - line.stripLeading().length();
  }

  private int first() {
    return text.lastIndexOf('\n', Math.min(anchor, caret) - 1) + 1;
  }

  // A selection that ends at the start of a line does not touch that line.
  private int last() {
    int to = Math.max(anchor, caret);
    int from = Math.min(anchor, caret);
    int end = text.indexOf('\n', to > from && text.charAt(to - 1) == '\n' ? to - 1 : to);
    return end < 0 ? text.length() : end;
  }

  private List<String> lines() {
    return List.of(text.substring(first(), last()).split("\n", -1));
  }

  private Edit change(UnaryOperator<String> edit) {
    int start = first();
    int end = last();
    var changed = new ArrayList<String>();
    int newAnchor = anchor;
    int newCaret = caret;
    int at = start;
    int moved = 0;
    for (var line : lines()) {
      String newLine = edit.apply(line);
      int difference = newLine.length() - line.length();
      newAnchor = moved(newAnchor, anchor, at, line, newLine, moved);
      newCaret = moved(newCaret, caret, at, line, newLine, moved);
      moved += difference;
      at += line.length() + 1;
      changed.add(newLine);
    }
    if (anchor >= at) {
      newAnchor = anchor + moved;
    }
    if (caret >= at) {
      newCaret = caret + moved;
    }
    return new Edit(start, end, String.join("\n", changed), newAnchor, newCaret);
  }

  // A position keeps its distance from the end of its line, but stays on the line, and a selection
  // that starts with a line goes on doing so.
  private int moved(int now, int position, int at, String line, String newLine, int before) {
    int inLine = position - at;
    if (inLine < 0 || inLine > line.length()) {
      return now;
    }
    boolean opensSelection = anchor != caret && inLine == 0;
    int kept = opensSelection ? 0 : inLine + newLine.length() - line.length();
    int common = commonPrefix(line, newLine);
    if (inLine <= common && !opensSelection && inLine < common) {
      kept = inLine;
    }
    return at + before + Math.clamp(kept, 0, newLine.length());
  }

  private static int commonPrefix(String a, String b) {
    int length = Math.min(a.length(), b.length());
    int same = 0;
    while (same < length && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return same;
  }
}
