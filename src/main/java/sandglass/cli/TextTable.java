package sandglass.cli;

import java.util.List;

/** Rows of cells as aligned lines. */
final class TextTable {
  private TextTable() {}

  /**
   * Appends rows, indented by two.
   *
   * @param fromRight how many of the first columns are numbers, and stand at the right
   */
  static void append(StringBuilder text, List<List<String>> rows, int fromRight) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    var widths = new int[columns];
    for (var row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (var row : rows) {
      var line = new StringBuilder("  ");
      for (int i = 0; i < row.size(); i++) {
        String pad = " ".repeat(widths[i] - row.get(i).length());
        line.append(i < fromRight ? pad + row.get(i) : row.get(i) + pad).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }

  /** One line, whatever a module's author put into a name. */
  static String clean(String name) {
    return Printable.of(name).replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
  }
}
