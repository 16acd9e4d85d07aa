package sandglass.data;

/**
 * Where something stands in a text.
 *
 * @param line from 1; 0 where there is no text
 * @param column in characters, from 1; 0 where there is no text
 */
public record Place(int line, int column) {
  /** Of what came without a text, such as a message's fields. */
  public static final Place NONE = new Place(0, 0);
}
