package sandglass.playground.output;

/**
 * The lines of an output as they were at one moment. Immutable: may be searched, joined and written
 * on any thread.
 */
public final class OutputText {
  private final long first;
  private final String[] lines;
  private final boolean[] goesOn;
  private final String open;

  OutputText(long first, String[] lines, boolean[] goesOn, String open) {
    this.first = first;
    this.lines = lines;
    this.goesOn = goesOn;
    this.open = open;
  }

  /** The number of its first line. */
  public long first() {
    return first;
  }

  /** The number after its last line; a last line without an end counts if it is not empty. */
  public long end() {
    return first + lines.length + (open.isEmpty() ? 0 : 1);
  }

  /** A line without its end. */
  public String line(long number) {
    int index = (int) (number - first);
    return index == lines.length ? open : lines[index];
  }

  /** All of it: lines that were broken are whole again. */
  public String text() {
    return text(first, 0, end(), 0);
  }

  /**
   * The part between two places. Lines before the first one are left out.
   *
   * @param fromIndex the first character, as an index into its line
   * @param toIndex after the last character, as an index into its line
   */
  public String text(long fromLine, int fromIndex, long toLine, int toIndex) {
    var text = new StringBuilder();
    for (long at = Math.max(first, fromLine); at <= toLine && at < end(); at++) {
      String line = line(at);
      int from = at == fromLine ? Math.min(fromIndex, line.length()) : 0;
      int to = at == toLine ? Math.min(toIndex, line.length()) : line.length();
      text.append(line, Math.min(from, to), to);
      int index = (int) (at - first);
      if (at < toLine && index < lines.length && !goesOn[index]) {
        text.append('\n');
      }
    }
    return text.toString();
  }
}
