package sandglass.data;

import java.util.Locale;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says what is wrong with YAML in fewer words than its parser, at the place where it is. */
final class YamlErrors {
  private YamlErrors() {}

  static Problem problem(MarkedYAMLException e) {
    Place place =
        YamlReader.place(e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark());
    String problem = e.getProblem() == null ? "cannot be read" : e.getProblem();
    String lower = problem.toLowerCase(Locale.ROOT);
    if (lower.contains("(tab)")) {
      return new Problem(place, "", "there is a tab; YAML is indented with spaces");
    }
    if (lower.contains("mapping values are not allowed")) {
      return new Problem(
          place, "", "there is a colon too many, or the line is indented too far; check both");
    }
    int hint = problem.indexOf(". (Do not use");
    String context = e.getContext() == null ? "" : " (" + e.getContext() + ")";
    return new Problem(place, "", (hint < 0 ? problem : problem.substring(0, hint)) + context);
  }

  /**
   * What is wrong with the text itself.
   *
   * @param text all of it
   */
  static Problem problem(YAMLException e, String text) {
    if (!(e instanceof ReaderException unreadable)) {
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return new Problem(Place.NONE, "", "cannot be read: " + message);
    }
    int end = text.offsetByCodePoints(0, Math.min(unreadable.getPosition(), codePoints(text)));
    String before = text.substring(0, end);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.codePointCount(before.lastIndexOf('\n') + 1, end) + 1;
    return new Problem(
        new Place(line, column),
        "",
        String.format(
            Locale.ROOT,
            "there is a control character (U+%04X), which YAML does not allow",
            unreadable.getCodePoint()));
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }
}
