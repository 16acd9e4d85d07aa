package sandglass.ui.console;

/**
 * A place between characters of an output.
 *
 * @param line the line's number
 * @param index of the character behind it, in the line
 */
record Spot(long line, int index) implements Comparable<Spot> {
  static final Spot START = new Spot(0, 0);

  @Override
  public int compareTo(Spot other) {
    return line == other.line
        ? Integer.compare(index, other.index)
        : Long.compare(line, other.line);
  }
}
