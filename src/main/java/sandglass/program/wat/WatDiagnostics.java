package sandglass.program.wat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import sandglass.program.wat.WatResult.WatError;

/** Reads the compiler's error messages. It counts columns in bytes; this counts characters. */
final class WatDiagnostics {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final Pattern ERROR = Pattern.compile("/in/main\\.wat:(\\d+):(\\d+): error: (.*)");
  private static final Pattern CARETS = Pattern.compile(" *(\\^+)");

  private WatDiagnostics() {}

  /**
   * The errors that a report lists.
   *
   * @param report what the compiler wrote to stderr
   * @param source the text that it compiled
   */
  static List<WatError> parse(String report, String source) {
    var lines = COLOUR.matcher(report).replaceAll("").split("\n", -1);
    var sourceLines = new SourceLines(source);
    var errors = new ArrayList<WatError>();
    int at = 0;
    while (at < lines.length) {
      var error = ERROR.matcher(lines[at]);
      at++;
      if (!error.matches()) {
        continue;
      }
      int bytes = 1;
      // The source line and the carets under it; the source may hold anything, so count, not match.
      if (at + 1 < lines.length) {
        var carets = CARETS.matcher(lines[at + 1]);
        if (carets.matches()) {
          bytes = carets.group(1).length();
          at += 2;
        }
      }
      errors.add(
          sourceLines.error(
              Integer.parseInt(error.group(1)),
              Integer.parseInt(error.group(2)),
              bytes,
              error.group(3)));
    }
    return errors;
  }

  /** The first line that says anything, for a report without a single error in it. */
  static String firstLine(String report) {
    return COLOUR
        .matcher(report)
        .replaceAll("")
        .lines()
        .filter(l -> !l.isBlank())
        .findFirst()
        .orElse("it gave no reason");
  }

  private static final class SourceLines {
    private final String source;
    private int line = 1;
    private int start;

    SourceLines(String source) {
      this.source = source;
    }

    WatError error(int wanted, int column, int length, String message) {
      seek(wanted);
      int end = source.indexOf('\n', start);
      var text = source.substring(start, end < 0 ? source.length() : end);
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      int before = characters(bytes, 0, column - 1);
      return new WatError(
          wanted,
          before + 1,
          Math.max(1, characters(bytes, column - 1, column - 1 + length)),
          message);
    }

    private void seek(int wanted) {
      if (wanted < line) {
        line = 1;
        start = 0;
      }
      while (line < wanted) {
        int end = source.indexOf('\n', start);
        if (end < 0) {
          start = source.length();
          return;
        }
        start = end + 1;
        line++;
      }
    }

    /** How many characters begin between two byte offsets; past the end, a byte is one. */
    private static int characters(byte[] utf8, int from, int to) {
      int count = 0;
      for (int i = from; i < to; i++) {
        if (i >= utf8.length || (utf8[i] & 0xc0) != 0x80) {
          count++;
        }
      }
      return count;
    }
  }
}
