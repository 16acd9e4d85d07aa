package sandglass.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Locale;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says what is wrong with YAML in fewer words than its parser, at the place where it is. */
final class YamlErrors {
  private YamlErrors() {}

  /** The problem, if the parser says where it is; else null. */
  static Problem of(JsonProcessingException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof MarkedYAMLException marked) {
        return problem(marked);
      }
    }
    String message = e.getOriginalMessage();
    return message.startsWith("Expected a field name")
        ? new Problem(place(e), "", "a key must be a plain text")
        : message.contains("special characters are not allowed")
            ? new Problem(place(e), "", "there is a control character, which YAML does not allow")
            : null;
  }

  private static Place place(JsonProcessingException e) {
    var location = e.getLocation();
    return location == null
        ? Place.NONE
        : new Place(location.getLineNr(), Math.max(1, location.getColumnNr()));
  }

  private static Problem problem(MarkedYAMLException e) {
    Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
    Place place = mark == null ? Place.NONE : new Place(mark.getLine() + 1, mark.getColumn() + 1);
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
}
