package sandglass.program.wat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sandglass.program.wat.WatResult.WatError;

/**
 * Broken sources, and what wabt's own program said of each; {@code generate.sh} wrote that down.
 */
class WatErrorTableTest {
  private static final String FOLDER = "/wat-errors/";

  @TestFactory
  Stream<DynamicTest> agreesWithWabt() throws IOException {
    Map<String, List<String[]>> expected = new LinkedHashMap<>();
    for (String line : read("expected.tsv").lines().skip(1).toList()) {
      String[] fields = line.split("\t", 5);
      expected.computeIfAbsent(fields[0], _ -> new ArrayList<>()).add(fields);
    }
    return expected.entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> check(e.getKey(), e.getValue())));
  }

  private static void check(String file, List<String[]> expected) throws IOException {
    String source = read(file);
    var failed = assertInstanceOf(WatResult.Failed.class, WatCompiler.compile(source));
    var wanted = expected.stream().map(fields -> error(source, fields)).toList();
    assertEquals(wanted, failed.errors());
  }

  /** The table counts bytes; errors count characters. */
  private static WatError error(String source, String[] fields) {
    int line = Integer.parseInt(fields[1]);
    int column = Integer.parseInt(fields[2]);
    int carets = Integer.parseInt(fields[3]);
    var lines = source.split("\n", -1);
    byte[] bytes = (lines[line - 1] + " ".repeat(100)).getBytes(StandardCharsets.UTF_8);
    return new WatError(
        line,
        characters(bytes, 0, column - 1) + 1,
        characters(bytes, column - 1, carets),
        fields[4]);
  }

  private static int characters(byte[] bytes, int from, int length) {
    var text = new String(bytes, from, length, StandardCharsets.UTF_8);
    return text.codePointCount(0, text.length());
  }

  private static String read(String name) throws IOException {
    try (var in = WatErrorTableTest.class.getResourceAsStream(FOLDER + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
