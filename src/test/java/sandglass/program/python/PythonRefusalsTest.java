package sandglass.program.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Python that does not compile is refused before it runs, at the place, by the name of what it has.
 * {@code refused.tsv} says where CPython's own tree has the construct; {@code refused_said.tsv}
 * what is said of it, and where.
 */
class PythonRefusalsTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "python", "refused");

  /**
   * Something on a line before is outside the subset too, such as a call of what is assigned later.
   */
  private static final Set<String> EARLIER =
      Set.of("builtin_list_shadowed", "builtin_reassigned", "except_star");

  /** A row of both tables. */
  record Refused(String name, int line, String place, String message) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Refused> refused() {
    List<String[]> places = rows("refused.tsv");
    List<String[]> said = rows("refused_said.tsv");
    List<Refused> refused = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      assertEquals(places.get(i)[0], said.get(i)[0]);
      refused.add(
          new Refused(
              said.get(i)[0],
              Integer.parseInt(places.get(i)[1]),
              said.get(i)[1] + ":" + said.get(i)[2],
              said.get(i)[3]));
    }
    return refused.stream();
  }

  private static List<String[]> rows(String table) {
    List<String[]> rows = Tables.read(table);
    return rows.subList(1, rows.size());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void saysWhatIsRefusedAndWhere(Refused expected) throws IOException {
    String source = Files.readString(FOLDER.resolve(expected.name() + ".py"));
    var failed =
        assertInstanceOf(
            PythonResult.Failed.class, PythonCompiler.compile("main.py", source), "compiles");
    var error = failed.errors().getFirst();
    assertEquals(PythonError.Kind.REFUSED, error.kind());
    assertEquals(expected.message(), error.message());
    assertEquals(expected.place(), error.span().line() + ":" + error.span().column());
    if (EARLIER.contains(expected.name())) {
      assertTrue(error.span().line() < expected.line(), error.message());
    } else {
      assertEquals(expected.line(), error.span().line(), error.message());
    }
    assertTrue(error.message().contains("outside the Python that compiles to WAT"));
  }

  @Test
  void coversEveryFile() throws IOException {
    try (var files = Files.list(FOLDER)) {
      assertEquals(
          files.map(file -> file.getFileName().toString().replace(".py", "")).sorted().toList(),
          refused().map(Refused::name).sorted().toList());
    }
    assertTrue(refused().count() >= 100);
  }
}
