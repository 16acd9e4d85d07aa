package sandglass.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file or message. Belongs to one thread. */
public final class Problems {
  /** More are of no use to anybody. */
  private static final int MAX = 50;

  private static final Comparator<Problem> BY_PLACE =
      Comparator.<Problem>comparingInt(problem -> problem.place().line())
          .thenComparingInt(problem -> problem.place().column());

  private final String name;
  private final List<Problem> found = new ArrayList<>();

  /**
   * @param name what the file or message is called
   */
  public Problems(String name) {
    this.name = name;
  }

  /** What the file or message is called. */
  public String name() {
    return name;
  }

  /** Adds one. */
  public void add(Place place, String path, String message) {
    if (found.size() < MAX) {
      found.add(new Problem(place, path, message));
    }
  }

  /** Whether there are none so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Those so far, in the order of the text; of one place in the order in which they were found. */
  public List<Problem> list() {
    return found.stream().sorted(BY_PLACE).toList();
  }

  /** Throws them, if there are any. */
  public void check() throws DataException {
    if (!found.isEmpty()) {
      throw new DataException(name, list());
    }
  }
}
