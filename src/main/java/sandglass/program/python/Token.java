package sandglass.program.python;

/**
 * A token as the parser sees it.
 *
 * @param text its characters; of {@link Kind#TEMPLATE_TEXT} with doubled braces made single
 * @param start where it starts in the scanner's text
 * @param end where it ends there
 * @param level how many brackets are open after it
 */
record Token(Kind kind, String text, Span span, int start, int end, int level) {
  enum Kind {
    NAME,
    KEYWORD,
    NUMBER,
    STRING,
    OPERATOR,
    NEWLINE,
    INDENT,
    DEDENT,
    /** Prefix and opening quotes of an f-string. */
    TEMPLATE_START,
    TEMPLATE_TEXT,
    TEMPLATE_END,
    /** The end of the source within brackets. */
    UNCLOSED,
    END
  }

  boolean is(String symbol) {
    return (kind == Kind.OPERATOR || kind == Kind.KEYWORD) && text.equals(symbol);
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && text.equals(word);
  }
}
