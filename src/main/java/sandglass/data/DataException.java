package sandglass.data;

import java.util.List;
import java.util.stream.Collectors;

/** Why a file or a message is not what it should be: everything that is wrong, a line each. */
public final class DataException extends Exception {
  private final transient String name;
  private final transient List<Problem> problems;

  /**
   * @param name what the file or message is called
   * @param problems at least one
   */
  public DataException(String name, List<Problem> problems) {
    super(problems.stream().map(p -> p.line(name)).collect(Collectors.joining("\n")));
    this.name = name;
    this.problems = List.copyOf(problems);
  }

  /** One problem with the whole. */
  public DataException(String name, String message) {
    this(name, List.of(new Problem(Place.NONE, "", message)));
  }

  /** What the file or message is called. */
  public String name() {
    return name;
  }

  /** What is wrong, in the order of the text. */
  public List<Problem> problems() {
    return problems;
  }
}
