package sandglass.program.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What CPython 3.12 says of broken sources: see {@code python/syntax/generate.py}. */
class SyntaxErrorTest {
  @Test
  void saysWhatCPythonSaysWhereItSaysIt() {
    var table = Tables.read("syntax/errors.tsv");
    assertTrue(table.size() > 500);
    var wrong = new ArrayList<String>();
    int columns = 0;
    for (var row : table) {
      var errors = Tables.analyse(Tables.source(row[0])).errors();
      if (errors.size() != 1 || errors.getFirst().kind() != PythonError.Kind.SYNTAX) {
        wrong.add(row[0] + ": " + errors);
        continue;
      }
      var span = errors.getFirst().span();
      var said = span.line() + " " + errors.getFirst().message();
      var wanted = row[1] + " " + row[3];
      if (!said.equals(wanted)) {
        wrong.add(row[0] + ": " + said + ", not " + wanted);
      }
      columns += row[2].equals(Integer.toString(span.column())) ? 1 : 0;
    }
    assertEquals(List.of(), wrong);
    // CPython's own columns are before the place for some mistakes of indentation.
    assertTrue(columns >= table.size() - 15, "equal columns: " + columns);
  }

  @Test
  void prefersASyntaxErrorToWhatIsOutsideTheSubset() {
    var errors = Tables.analyse("class A: pass\nx = (1\n").errors();
    assertEquals(1, errors.size());
    assertEquals("'(' was never closed", errors.getFirst().message());
    assertEquals(new Span(2, 5, 2, 6), errors.getFirst().span());
  }

  @Test
  void countsColumnsInCharacters() {
    var error = Tables.analyse("x = 'ä' $\n").errors().getFirst();
    assertEquals("invalid syntax", error.message());
    assertEquals(9, error.span().column());
  }

  @Test
  void refusesWhatNestsTooDeep() {
    assertEquals(
        "too many nested parentheses",
        Tables.analyse("x = " + "(".repeat(300)).errors().getFirst().message());
    assertEquals(
        "too many nested expressions",
        Tables.analyse("x = " + "-".repeat(100_000) + "1").errors().getFirst().message());
    assertEquals(
        "too many nested expressions",
        Tables.analyse("x = 1" + " + 1".repeat(100_000)).errors().getFirst().message());
    assertEquals("too many levels of indentation", nestedBlocks(120).errors().getFirst().message());
  }

  private static Analysis nestedBlocks(int depth) {
    var source = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      source.append(" ".repeat(i)).append("if 1:\n");
    }
    return Tables.analyse(source.append(" ".repeat(depth)).append("pass\n").toString());
  }

  @Test
  void saysOfHugeNumbersWhatCPythonSays() {
    var error = Tables.analyse("x = " + "9".repeat(4301)).errors().getFirst();
    assertTrue(error.message().startsWith("Exceeds the limit (4300 digits)"), error.message());
    assertEquals(List.of(), Tables.analyse("x = " + "9".repeat(4300)).errors());
  }
}
