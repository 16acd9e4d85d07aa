package sandglass.cli;

import java.util.List;
import sandglass.capsule.Difference;

/**
 * What came of checking one capsule.
 *
 * @param name what the capsule is called
 * @param verdict how it went
 * @param lines what there is to say, a line each
 * @param millis how long the run took, in milliseconds of wall-clock time
 */
record CheckResult(String name, Verdict verdict, List<String> lines, double millis) {
  /** How it went. */
  enum Verdict {
    /** It did what it is expected to. */
    OK("ok"),
    /** It was written anew with what it did. */
    UPDATED("updated"),
    /** It did something else. */
    FAILED("FAILED"),
    /** It could not be run or compared. */
    ERROR("ERROR");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    /** What people read. */
    String word() {
      return word;
    }
  }

  /** Copies the list. */
  CheckResult {
    lines = List.copyOf(lines);
  }

  static CheckResult error(String name, String message) {
    // The messages of files begin with their names, as this line does.
    String own = name + ": ";
    return new CheckResult(
        name,
        Verdict.ERROR,
        message
            .lines()
            .map(line -> line.startsWith(own) ? line.substring(own.length()) : line)
            .toList(),
        0);
  }

  /** A difference in one line. */
  static String line(Difference difference) {
    String from =
        difference.fuel().isPresent()
            ? ", from fuel %,d on".formatted(difference.fuel().getAsLong())
            : "";
    return difference.field()
        + ": expected "
        + difference.expected()
        + ", but it is "
        + difference.actual()
        + from;
  }
}
