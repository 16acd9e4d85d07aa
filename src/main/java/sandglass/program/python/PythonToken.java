package sandglass.program.python;

/**
 * A piece of Python source. White space is between tokens, never part of one that is code.
 *
 * @param kind what it is
 * @param offset where it starts, in UTF-16 units from the start of the text
 * @param length how long it is, in UTF-16 units; 1 or more
 */
public record PythonToken(Kind kind, int offset, int length) {
  /** What a token is. */
  public enum Kind {
    /** A keyword; {@code match}, {@code case} and {@code type} where they are used as such. */
    KEYWORD,
    /** What every program knows: {@code print, len, ValueError}. */
    BUILTIN,
    /** The name that a {@code def} or {@code class} gives. */
    DEFINITION,
    /** Any other name. */
    NAME,
    /** A number of any kind. */
    NUMBER,
    /** A string with prefix and quotes; of one with fields, a part between them. */
    STRING,
    /** From {@code #} to the end of the line, without the line break. */
    COMMENT,
    /** {@code @} and the dotted name behind it, at the start of a line. */
    DECORATOR,
    /** An operator or delimiter of one character. */
    OPERATOR,
    /** An opening bracket: round, square or curly. */
    OPEN,
    /** A closing bracket: round, square or curly. */
    CLOSE,
    /** What no token can be, such as a string that does not end on its line. */
    ERROR
  }

  /** Where it ends: the offset of what follows. */
  public int end() {
    return offset + length;
  }

  /**
   * Its characters.
   *
   * @param text the text that it was found in
   */
  public String in(String text) {
    return text.substring(offset, end());
  }
}
