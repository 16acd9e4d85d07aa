package sandglass.playground.output;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import sandglass.playground.common.Threads;
import sandglass.playground.common.Ticker;

/**
 * Finds a text in an output, without regard to case, in the background; again when the output has
 * changed. Of very many matches only the first {@value #MAX_MATCHES} are found.
 */
public final class OutputFind {
  /** Most matches found. */
  public static final int MAX_MATCHES = 10_000;

  private static final Duration PAUSE = Duration.ofMillis(250);

  /**
   * A match.
   *
   * @param line the line's number
   * @param start index of its first character in the line
   * @param end index after its last one
   */
  public record Match(long line, int start, int end) {}

  /**
   * What was found.
   *
   * @param matches from first to last
   * @param more whether there are more than these
   * @param current the index of the one that is stepped to; -1 if there is none
   */
  public record Found(List<Match> matches, boolean more, int current) {
    /** Nothing. */
    public static final Found NOTHING = new Found(List.of(), false, -1);

    /** The one that is stepped to; null if there is none. */
    public Match currentMatch() {
      return current < 0 ? null : matches.get(current);
    }

    /** The index of the first match on a line or after it. */
    public int firstFrom(long line) {
      int low = 0;
      int high = matches.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (matches.get(middle).line() < line) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  private final Threads threads;
  private final Output output;
  private final Threads.Latest search;
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final ReadOnlyObjectWrapper<Found> found =
      new ReadOnlyObjectWrapper<>(this, "found", Found.NOTHING);
  private Ticker.Tick pause = () -> {};
  private boolean waiting;
  private long edition;

  /** Finds in this output. */
  public OutputFind(Threads threads, Output output) {
    this.threads = threads;
    this.output = output;
    search = threads.latest();
    query.addListener(observable -> restart());
    output.extent().addListener(observable -> outputChanged());
  }

  /** What to find; empty for nothing. */
  public StringProperty query() {
    return query;
  }

  /** What was found. */
  public ReadOnlyObjectProperty<Found> found() {
    return found.getReadOnlyProperty();
  }

  /** Steps to the next match; after the last one comes the first. */
  public void next() {
    step(1);
  }

  /** Steps to the match before; before the first one comes the last. */
  public void previous() {
    step(-1);
  }

  private void step(int by) {
    var now = found.get();
    int count = now.matches().size();
    if (count > 0) {
      found.set(new Found(now.matches(), now.more(), Math.floorMod(now.current() + by, count)));
    }
  }

  private void restart() {
    pause.stop();
    waiting = false;
    if (query.get().isEmpty()) {
      search.cancel();
      found.set(Found.NOTHING);
    } else {
      start();
    }
  }

  private void outputChanged() {
    if (edition != output.extent().get().edition()) {
      edition = output.extent().get().edition();
      found.set(Found.NOTHING);
    }
    if (!waiting && !query.get().isEmpty()) {
      waiting = true;
      pause = threads.ticker().after(PAUSE, this::restart);
    }
  }

  private void start() {
    var text = output.snapshot();
    var pattern =
        Pattern.compile(
            Pattern.quote(query.get()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    var before = found.get().currentMatch();
    long from = before == null ? 0 : before.line();
    int column = before == null ? 0 : before.start();
    search.background(() -> find(text, pattern), matches -> show(matches, from, column));
  }

  private static List<Match> find(OutputText text, Pattern pattern) {
    var matches = new ArrayList<Match>();
    for (long line = text.first(); line < text.end() && matches.size() <= MAX_MATCHES; line++) {
      if (Thread.currentThread().isInterrupted()) {
        break; // nobody waits for it
      }
      var matcher = pattern.matcher(text.line(line));
      while (matches.size() <= MAX_MATCHES && matcher.find()) {
        matches.add(new Match(line, matcher.start(), matcher.end()));
      }
    }
    return matches;
  }

  /** Stays where it was, or goes to the next match from there. */
  private void show(List<Match> all, long line, int column) {
    boolean more = all.size() > MAX_MATCHES;
    var matches = List.copyOf(more ? all.subList(0, MAX_MATCHES) : all);
    var unplaced = new Found(matches, more, -1);
    int current = unplaced.firstFrom(line);
    while (current < matches.size()
        && matches.get(current).line() == line
        && matches.get(current).start() < column) {
      current++;
    }
    if (current == matches.size()) {
      current = matches.isEmpty() ? -1 : 0;
    }
    found.set(new Found(matches, more, current));
  }
}
