package sandglass.tool;

import java.util.List;
import java.util.stream.Collectors;
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

  /** Why. */
  public Kind kind() {
    return kind;
  }

  /** What is wrong, with the fields' names. */
  public List<Problem> problems() {
    return problems;
  }
}
