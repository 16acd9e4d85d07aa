package sandglass.program.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the tables under {@code python}: values between tabs. */
final class Tables {
  private Tables() {}

  static List<String[]> read(String name) {
    try (var stream = Tables.class.getResourceAsStream("/python/" + name)) {
      var bytes = Objects.requireNonNull(stream, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The source in a table, its line breaks, tabs and backslashes escaped there. */
  static String source(String escaped) {
    var source = new StringBuilder();
    int i = 0;
    while (i < escaped.length()) {
      char c = escaped.charAt(i++);
      if (c == '\\') {
        c = escaped.charAt(i++);
        c =
            switch (c) {
              case 'n' -> '\n';
              case 't' -> '\t';
              case 'f' -> '\f';
              default -> c;
            };
      }
      source.append(c);
    }
    return source.append('\n').toString();
  }

  static Analysis analyse(String source) {
    return DeepStack.call(() -> Analysis.of(source));
  }
}
