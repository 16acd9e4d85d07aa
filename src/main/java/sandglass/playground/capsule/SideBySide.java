package sandglass.playground.capsule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two texts beside each other, from a little before they begin to differ. Pure. */
public final class SideBySide {
  private static final int LINES_BEFORE = 3;
  private static final int MOST_LINES = 300;
  private static final int MOST_CHARS = 1_000;

  private SideBySide() {}

  /**
   * One line of both.
   *
   * @param number from 1
   * @param expected {@code ""} where that text has ended
   * @param actual {@code ""} where that text has ended
   * @param differs whether they are not the same
   */
  public record Line(int number, String expected, String actual, boolean differs) {}

  /** The lines from shortly before the first that differs, a few hundred at most. */
  public static List<Line> of(String expected, String actual) {
    String[] left = expected.split("\n", -1);
    String[] right = actual.split("\n", -1);
    if (expected.endsWith("\n") && actual.endsWith("\n")) {
      left = Arrays.copyOf(left, left.length - 1);
      right = Arrays.copyOf(right, right.length - 1);
    }
    int most = Math.max(left.length, right.length);
    int first = 0;
    while (first < most && isSame(left, right, first)) {
      first++;
    }
    int from = Math.max(0, Math.min(first, most - 1) - LINES_BEFORE);
    var lines = new ArrayList<Line>();
    for (int i = from; i < Math.min(most, from + MOST_LINES); i++) {
      boolean differs = !isSame(left, right, i);
      int at = differs ? start(line(left, i), line(right, i)) : 0;
      lines.add(new Line(i + 1, shown(line(left, i), at), shown(line(right, i), at), differs));
    }
    return lines;
  }

  /** Where both of these long lines are cut, so that the difference is to be seen. */
  private static int start(String left, String right) {
    int most = Math.min(left.length(), right.length());
    int at = 0;
    while (at < most && left.charAt(at) == right.charAt(at)) {
      at++;
    }
    return at < MOST_CHARS / 2 ? 0 : at - 20;
  }

  private static String shown(String line, int from) {
    if (from > line.length()) {
      return "";
    }
    String rest = (from > 0 ? "…" : "") + line.substring(from);
    return rest.length() <= MOST_CHARS ? rest : rest.substring(0, MOST_CHARS) + "…";
  }

  private static boolean isSame(String[] left, String[] right, int i) {
    return i < left.length && i < right.length && left[i].equals(right[i]);
  }

  private static String line(String[] lines, int i) {
    return i < lines.length ? lines[i] : "";
  }
}
