package sandglass.playground.document;

/**
 * A row of the Problems pane: something wrong with a document's text.
 *
 * @param place where; line 0 where it has no place
 * @param message what, in the compiler's words
 * @param refused whether it is right, but only an interpreter runs it
 */
public record Problem(Place place, String message, boolean refused) {
  /** Something wrong. */
  public Problem(Place place, String message) {
    this(place, message, false);
  }
}
