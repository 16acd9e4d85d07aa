package sandglass.program;

import java.util.Collection;
import java.util.Comparator;

/** What may have been meant by a word that is not known. Pure. */
public final class NearMiss {
  private NearMiss() {}

  /**
   * The end of a message, such as {@code ; did you mean fd_write?}; empty where no known word is
   * near: at most a third of its characters typed wrong, or two.
   */
  public static String of(String word, Collection<String> known) {
    return known.stream()
        .filter(candidate -> candidate.length() > 2)
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= typos(candidate))
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(candidate -> distance(word, candidate) <= typos(candidate))
        .map(candidate -> "; did you mean " + candidate + "?")
        .orElse("");
  }

  private static int typos(String candidate) {
    return Math.max(2, candidate.length() / 3);
  }

  /** How many characters to insert, delete or replace to get from one word to the other. */
  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
