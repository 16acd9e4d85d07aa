package sandglass.tool;

import java.util.List;
import java.util.stream.Collectors;
import sandglass.data.DataException;
import sandglass.data.Fields;
import sandglass.data.Place;
import sandglass.data.Problem;

/** A tool call that cannot be understood or is not allowed. Nothing was run. */
public final class ToolException extends Exception {
  /** Why. */
  public enum Kind {
    /** A field is missing, wrong, or not known. */
    INVALID,
    /** There is no such tool. */
    UNKNOWN_TOOL,
    /** A path lies outside the folders that are allowed. */
    FORBIDDEN,
    /** Too many calls are under way or waiting. */
    BUSY
  }

  private final Kind kind;
  private final transient List<Problem> problems;

  /**
   * @param problems at least one; each names its field
   */
  public ToolException(Kind kind, List<Problem> problems) {
    super(problems.stream().map(p -> p.line("tool call")).collect(Collectors.joining("\n")));
    this.kind = kind;
    this.problems = List.copyOf(problems);
  }

  /**
   * One problem.
   *
   * @param field such as {@code parameters.wasm_path}; {@code ""} for the whole call
   */
  public ToolException(Kind kind, String field, String message) {
    this(kind, List.of(new Problem(Place.NONE, field, message)));
  }

  /** What is wrong with a call's text. */
  public static ToolException of(DataException e) {
    return new ToolException(Kind.INVALID, e.problems());
  }

  /**
   * Ends the reading of a call's parameters.
   *
   * @throws ToolException {@link Kind#INVALID} if any is wrong, or not known
   */
  public static void check(Fields parameters) throws ToolException {
    parameters.end();
    var problems = parameters.problems();
    if (!problems.isEmpty()) {
      throw new ToolException(Kind.INVALID, problems.list());
    }
  }

  /** Why. */
  public Kind kind() {
    return kind;
  }

  /** What is wrong, with the fields' names. */
  public List<Problem> problems() {
    return problems;
  }
}
