package sandglass.playground.capsule;

import java.util.List;
import java.util.OptionalLong;
import sandglass.playground.document.Document;
import sandglass.sandbox.Quantities;

/**
 * How a run compares with what its capsule expects.
 *
 * @param document what was run
 * @param differences in the order in which a person should look; empty if all is as expected
 * @param edited whether the program, its limits or its world are not the capsule's any more
 */
public record Check(Document document, List<Difference> differences, boolean edited) {
  /** Differences that are named in a sentence. */
  private static final int NAMED = 4;

  /** Copies the list. */
  public Check {
    differences = List.copyOf(differences);
  }

  /**
   * One thing that is not as expected.
   *
   * @param what such as {@code stdout}
   * @param expected what was expected, on one line or many
   * @param actual what came
   * @param fuel from how much fuel on, where that is known
   */
  public record Difference(String what, String expected, String actual, OptionalLong fuel) {
    /** From how much fuel on, in words; {@code ""} where that is not known. */
    public String from() {
      return fuel.isPresent() ? Quantities.formatCount(fuel.getAsLong()) : "";
    }
  }

  /** Whether all is as expected. */
  public boolean isAsExpected() {
    return differences.isEmpty();
  }

  /** What to say of it, in one sentence or two. */
  public String sentence() {
    String edits =
        edited ? " The program, its limits or its world were changed since the capsule." : "";
    if (isAsExpected()) {
      return "As expected: it did what the capsule says." + edits;
    }
    var all = differences.stream().map(Difference::what).limit(NAMED).toList();
    int others = differences.size() - all.size();
    String what =
        String.join(", ", all)
            + (others > 0 ? " and " + others + " more" : "")
            + (differences.size() == 1 ? " differs" : " differ");
    var from = differences.stream().flatMapToLong(d -> d.fuel().stream()).min();
    String where =
        from.isPresent() ? ", from fuel " + Quantities.formatCount(from.getAsLong()) + " on" : "";
    return "Not as expected: " + what + where + "." + edits;
  }
}
