package sandglass.program.wat;

/**
 * A piece of WebAssembly text. White space is between tokens, never part of one.
 *
 * @param kind what it is
 * @param offset where it starts, in UTF-16 units from the start of the text
 * @param length how long it is, in UTF-16 units; 1 or more
 */
public record WatToken(Kind kind, int offset, int length) {
  /** What a token is. */
  public enum Kind {
    /**
     * A word of the module's structure, of control or of an immediate: {@code func, if, align=}.
     */
    KEYWORD,
    /** A type of values or references: {@code i32, funcref}. */
    TYPE,
    /** Any other word: an instruction, known or not. */
    INSTRUCTION,
    /** A name with its {@code $}. */
    NAME,
    /** An integer or a float. */
    NUMBER,
    /** A string with both of its quotes. */
    STRING,
    /** From {@code ;;} to the end of the line, without the line break. */
    LINE_COMMENT,
    /** From {@code (;} to the {@code ;)} that belongs to it. */
    BLOCK_COMMENT,
    /** {@code (}. */
    OPEN,
    /** {@code )}. */
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
