package sandglass.ui.editor;

import sandglass.playground.document.Document.Language;
import sandglass.program.python.PythonIndent;
import sandglass.program.python.PythonLexer;
import sandglass.program.wat.WatIndent;
import sandglass.program.wat.WatLexer;

/** The colours and brackets of each language. Pure; for the background. */
final class Syntax {
  private Syntax() {}

  /** Colours a text. */
  static Highlight highlight(Language language, String text) {
    return switch (language) {
      case WAT -> wat(text);
      case PYTHON -> python(text);
      case BINARY -> Highlight.NONE;
    };
  }

  private static Highlight wat(String text) {
    var highlight = new Highlight.Builder();
    for (var token : WatLexer.tokens(text)) {
      String style =
          switch (token.kind()) {
            case KEYWORD -> "code-keyword";
            case TYPE -> "code-type";
            case INSTRUCTION -> "code-instruction";
            case NAME -> "code-name";
            case NUMBER -> "code-number";
            case STRING -> "code-string";
            case LINE_COMMENT, BLOCK_COMMENT -> "code-comment";
            case OPEN, CLOSE -> "code-bracket";
            case ERROR -> "code-error";
          };
      highlight.colour(style, token.offset(), token.end());
      switch (token.kind()) {
        case OPEN -> highlight.open(token.offset(), ')');
        case CLOSE -> highlight.close(token.offset(), ')');
        default -> {}
      }
    }
    return highlight.build();
  }

  private static Highlight python(String text) {
    var highlight = new Highlight.Builder();
    for (var token : PythonLexer.tokens(text)) {
      String style =
          switch (token.kind()) {
            case KEYWORD -> "code-keyword";
            case BUILTIN -> "code-builtin";
            case DEFINITION -> "code-name";
            case NUMBER -> "code-number";
            case STRING -> "code-string";
            case COMMENT -> "code-comment";
            case DECORATOR -> "code-decorator";
            case OPEN, CLOSE, OPERATOR -> "code-bracket";
            case NAME -> "code-plain";
            case ERROR -> "code-error";
          };
      highlight.colour(style, token.offset(), token.end());
      char c = text.charAt(token.offset());
      switch (token.kind()) {
        case OPEN -> highlight.open(token.offset(), c == '(' ? ')' : c == '[' ? ']' : '}');
        case CLOSE -> highlight.close(token.offset(), c);
        default -> {}
      }
    }
    return highlight.build();
  }

  /** What turns the rest of a line into a comment. */
  static String comment(Language language) {
    return language == Language.PYTHON ? "#" : ";;";
  }

  /** How many spaces one level of nesting is. */
  static int indentWidth(Language language) {
    return language == Language.PYTHON ? 4 : 2;
  }

  /** The white space that a new line begins with, when a line is broken at an offset. */
  static String indentation(Language language, String text, int offset) {
    return language == Language.PYTHON
        ? PythonIndent.after(text, offset)
        : WatIndent.after(text, offset);
  }
}
