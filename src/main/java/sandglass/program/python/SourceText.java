package sandglass.program.python;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A source with its line ends made alike, and the places in it. */
final class SourceText {
  private static final Pattern ENCODING =
      Pattern.compile("[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+)");

  private final String text;
  private final int[] lineStarts;

  SourceText(String source) {
    var lines = source.startsWith("\uFEFF") ? source.substring(1) : source;
    if (lines.indexOf('\r') >= 0) {
      lines = lines.replace("\r\n", "\n").replace('\r', '\n');
    }
    text = lines.isEmpty() || lines.endsWith("\n") ? lines : lines + "\n";
    lineStarts = lineStarts(text);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = at + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  /** The text, ending with a line break unless it is empty. */
  String text() {
    return text;
  }

  /** The line of an offset, from 1. */
  int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** A line without its end; empty past the last. */
  String textOf(int line) {
    return line > lines() || line < 1
        ? ""
        : text.substring(
            lineStart(line), line < lineStarts.length ? lineStarts[line] - 1 : text.length());
  }

  int lineStart(int line) {
    return lineStarts[line - 1];
  }

  int lines() {
    return text.isEmpty() ? 0 : lineStarts.length - 1;
  }

  /** The comment in the first two lines that names an encoding other than UTF-8. */
  Optional<Span> foreignEncoding() {
    for (int line = 1; line <= Math.min(2, lines()); line++) {
      int start = lineStart(line);
      int end = text.indexOf('\n', start);
      var matcher = ENCODING.matcher(text.substring(start, end));
      if (matcher.lookingAt()) {
        var name = matcher.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
        boolean utf8 = name.equals("utf8") || name.equals("utf-8") || name.startsWith("utf-8-");
        return utf8 ? Optional.empty() : Optional.of(span(start, end));
      }
      if (!text.substring(start, end).strip().startsWith("#")
          && !text.substring(start, end).isBlank()) {
        break;
      }
    }
    return Optional.empty();
  }

  Span span(int start, int end) {
    int line = line(start);
    int endLine = end == start ? line : line(end);
    return new Span(line, start - lineStart(line) + 1, endLine, end - lineStart(endLine) + 1);
  }
}
