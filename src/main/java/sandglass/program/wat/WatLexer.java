package sandglass.program.wat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sandglass.program.wat.WatToken.Kind;

/**
 * Cuts WebAssembly text into tokens. Takes any text, however broken: what cannot be a token is one
 * of kind {@link Kind#ERROR}, and the next begins after it. Takes time in proportion to the text.
 */
public final class WatLexer {
  private static final Set<String> KEYWORDS =
      Set.of(
          ("module definition instance type rec sub final func param result local import export"
                  + " memory table global mut elem data start offset item declare shared tag struct"
                  + " array field ref null binary quote component core alias"
                  + " block loop if then else end try try_table do catch catch_all catch_ref"
                  + " catch_all_ref delegate")
              .split(" "));

  private static final Set<String> TYPES =
      Set.of(
          ("i8 i16 i32 i64 f32 f64 v128 i8x16 i16x8 i32x4 i64x2 f32x4 f64x2 funcref externref"
                  + " anyref eqref i31ref structref arrayref exnref nullref nullfuncref"
                  + " nullexternref nullexnref any eq i31 extern exn none nofunc noextern noexn")
              .split(" "));

  private static final int LONGEST_WORD = 24;

  private final String text;
  private final List<WatToken> tokens = new ArrayList<>();
  private int at;

  private WatLexer(String text) {
    this.text = text;
  }

  /** The tokens in their order; between them is nothing but white space. */
  public static List<WatToken> tokens(String text) {
    var lexer = new WatLexer(text);
    while (lexer.at < text.length()) {
      lexer.next();
    }
    return lexer.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      at++;
    } else if (c == '(') {
      if (follows(';')) {
        blockComment();
      } else {
        add(Kind.OPEN, at, at + 1);
      }
    } else if (c == ')') {
      add(Kind.CLOSE, at, at + 1);
    } else if (c == ';' && follows(';')) {
      add(Kind.LINE_COMMENT, at, endOfLine(at));
    } else if (c == '"') {
      string(Kind.STRING, at);
    } else if ((c == '$' || c == '@') && follows('"')) {
      string(c == '$' ? Kind.NAME : Kind.KEYWORD, at + 1);
    } else if (isWordCharacter(c)) {
      word();
    } else {
      garbage();
    }
  }

  private boolean follows(char c) {
    return at + 1 < text.length() && text.charAt(at + 1) == c;
  }

  private void add(Kind kind, int start, int end) {
    tokens.add(new WatToken(kind, start, end - start));
    at = end;
  }

  private int endOfLine(int from) {
    int end = from;
    while (end < text.length() && !isLineBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  // One that does not end hides all that follows; only its start is wrong.
  private void blockComment() {
    int depth = 0;
    int end = at;
    do {
      if (text.startsWith("(;", end)) {
        depth++;
        end += 2;
      } else if (text.startsWith(";)", end)) {
        depth--;
        end += 2;
      } else {
        end++;
      }
    } while (depth > 0 && end < text.length());
    if (depth == 0) {
      add(Kind.BLOCK_COMMENT, at, end);
      return;
    }
    add(Kind.ERROR, at, at + 2);
    if (at < text.length()) {
      add(Kind.BLOCK_COMMENT, at, text.length());
    }
  }

  private void string(Kind kind, int quote) {
    int end = quote + 1;
    while (end < text.length() && text.charAt(end) != '"' && !isLineBreak(text.charAt(end))) {
      boolean escapes =
          text.charAt(end) == '\\' && end + 1 < text.length() && !isLineBreak(text.charAt(end + 1));
      end += escapes ? 2 : 1;
    }
    boolean closed = end < text.length() && text.charAt(end) == '"';
    add(closed ? kind : Kind.ERROR, at, closed ? end + 1 : end);
  }

  private void word() {
    int end = at;
    while (end < text.length() && isWordCharacter(text.charAt(end))) {
      end++;
    }
    char first = text.charAt(at);
    if (first == '$') {
      add(end == at + 1 ? Kind.ERROR : Kind.NAME, at, end);
    } else if (first == '@') {
      add(end == at + 1 ? Kind.ERROR : Kind.KEYWORD, at, end);
    } else if (WatNumber.is(text, at, end)) {
      add(Kind.NUMBER, at, end);
    } else if (first >= 'a' && first <= 'z') {
      letters(end);
    } else {
      add(Kind.ERROR, at, end);
    }
  }

  private void letters(int end) {
    if (end - at > LONGEST_WORD) {
      add(Kind.INSTRUCTION, at, end);
      return;
    }
    String word = text.substring(at, end);
    int equals = word.indexOf('=') + 1;
    if (equals > 0 && (word.startsWith("offset=") || word.startsWith("align="))) {
      int value = at + equals;
      add(Kind.KEYWORD, at, value);
      if (value < end) {
        add(WatNumber.is(text, value, end) ? Kind.NUMBER : Kind.ERROR, value, end);
      }
    } else if (KEYWORDS.contains(word)) {
      add(Kind.KEYWORD, at, end);
    } else {
      add(TYPES.contains(word) ? Kind.TYPE : Kind.INSTRUCTION, at, end);
    }
  }

  private void garbage() {
    int end = at + 1;
    while (end < text.length() && isGarbage(text.charAt(end))) {
      end++;
    }
    add(Kind.ERROR, at, end);
  }

  private static boolean isGarbage(char c) {
    return c > ' ' && !isWordCharacter(c) && c != '(' && c != ')' && c != '"' && c != ';';
  }

  // The format's idchar.
  private static boolean isWordCharacter(char c) {
    return c > ' ' && c < 0x7f && "()\";,[]{}".indexOf(c) < 0;
  }
}
