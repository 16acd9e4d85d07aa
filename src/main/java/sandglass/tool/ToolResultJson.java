package sandglass.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import sandglass.data.Problem;

/** Results as JSON. Field names are part of the tools' contract. Pure. */
public final class ToolResultJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter PRETTY = MAPPER.writerWithDefaultPrettyPrinter();

  private ToolResultJson() {}

  /** {@code {"tool", "success", "output", "error", "exit_code", "metadata"}}. */
  public static ObjectNode tree(ToolResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("tool", result.tool())
        .put("success", result.success())
        .put("output", result.output())
        .put("error", result.error());
    result
        .exitCode()
        .ifPresentOrElse(code -> root.put("exit_code", code), () -> root.putNull("exit_code"));
    root.set("metadata", result.metadata());
    return root;
  }

  /** On one line, without a line end. */
  public static String line(ToolResult result) {
    try {
      return MAPPER.writeValueAsString(tree(result));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Indented, without a line end. */
  public static String pretty(ToolResult result) {
    try {
      return PRETTY.writeValueAsString(tree(result));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The answer to a call that could not be understood or was not allowed, where answers are
   * results: no success, what is wrong as the error, and as {@code metadata.problems [{field,
   * message, line, column}]}, {@code metadata.refused} says why in a word.
   *
   * @param tool the tool's name, or {@code ""} where that is not known
   */
  public static ToolResult refused(String tool, ToolException e) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata.put("refused", e.kind().name().toLowerCase(Locale.ROOT));
    ArrayNode problems = metadata.putArray("problems");
    for (Problem problem : e.problems()) {
      ObjectNode node = problems.addObject();
      node.put("field", problem.path()).put("message", problem.message());
      if (problem.place().line() > 0) {
        node.put("line", problem.place().line()).put("column", problem.place().column());
      }
    }
    String error =
        e.problems().stream().map(ToolResultJson::said).collect(Collectors.joining("\n"));
    return new ToolResult(tool, false, "", error, Optional.empty(), metadata);
  }

  private static String said(Problem problem) {
    String place =
        problem.place().line() == 0
            ? ""
            : "line %d, column %d: ".formatted(problem.place().line(), problem.place().column());
    return place + (problem.path().isEmpty() ? "" : problem.path() + ": ") + problem.message();
  }
}
