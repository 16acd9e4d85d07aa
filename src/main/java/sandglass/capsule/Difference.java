package sandglass.capsule;

import java.util.OptionalLong;

/**
 * One thing in which a run did not do what it was expected to.
 *
 * @param field the report's field, such as {@code stdout} or {@code outcome.exit_code}
 * @param expected a short text of one line
 * @param actual a short text of one line
 * @param fuel the fuel from which on they differ, where that is known
 */
public record Difference(String field, String expected, String actual, OptionalLong fuel) {
  /** One whose moment is not known. */
  Difference(String field, String expected, String actual) {
    this(field, expected, actual, OptionalLong.empty());
  }
}
