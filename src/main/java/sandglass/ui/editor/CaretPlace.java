package sandglass.ui.editor;

/**
 * Where the caret of a text is.
 *
 * @param line from 1
 * @param column in characters (code points), from 1
 * @param selected how many UTF-16 units are selected; 0 for none
 */
public record CaretPlace(int line, int column, int selected) {
  /** Before the first character. */
  public static final CaretPlace START = new CaretPlace(1, 1, 0);
}
