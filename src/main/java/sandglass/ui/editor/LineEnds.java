package sandglass.ui.editor;

/**
 * How a text ends its lines. The area knows {@code \n} only; a file that came with others must not
 * change by being looked at, nor lose them when one of its lines is edited.
 */
enum LineEnds {
  /** Unix: {@code \n}. */
  LF("\n"),
  /** Windows: {@code \r\n}. */
  CRLF("\r\n");

  private final String characters;

  LineEnds(String characters) {
    this.characters = characters;
  }

  /** What a text has; the first line decides. */
  static LineEnds of(String text) {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? CRLF : LF;
  }

  /** As the area shows it: every line end is {@code \n}. */
  static String plain(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** As the document has it. */
  String restore(String plain) {
    return this == LF ? plain : plain.replace("\n", characters);
  }
}
