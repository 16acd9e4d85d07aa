package sandglass.program;

/**
 * One thing wrong with a source, and where.
 *
 * @param line the line, from 1; 0 where the error has no place
 * @param column the column in characters, from 1; 0 where the error has no place
 * @param length how many characters it spans on that line, 1 or more; 0 where it has no place
 * @param message what is wrong, without the place
 * @param refused whether the source is right, but has what only an interpreter of its language runs
 */
public record SourceError(int line, int column, int length, String message, boolean refused) {
  /** A thing that is wrong. */
  public SourceError(int line, int column, int length, String message) {
    this(line, column, length, message, false);
  }
}
