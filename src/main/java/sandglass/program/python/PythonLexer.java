package sandglass.program.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import sandglass.program.python.PythonToken.Kind;

/**
 * Cuts Python source into tokens, for colours. Takes any text, however broken: what cannot be a
 * token is one of kind {@link Kind#ERROR}. Takes time in proportion to the text.
 */
public final class PythonLexer {
  private static final Set<String> KEYWORDS =
      Set.of(
          ("False None True and as assert async await break class continue def del elif else except"
                  + " finally for from global if import in is lambda nonlocal not or pass raise"
                  + " return try while with yield")
              .split(" "));

  private static final Set<String> BUILTINS =
      Set.of(
          ("abs all any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile"
                  + " complex delattr dict dir divmod enumerate eval exec filter float format"
                  + " frozenset getattr globals hasattr hash help hex id input int isinstance"
                  + " issubclass iter len list locals map max memoryview min next object oct open"
                  + " ord pow print property range repr reversed round set setattr slice sorted"
                  + " staticmethod str sum super tuple type vars zip __import__ __name__ self cls"
                  + " ArithmeticError AssertionError AttributeError BaseException EOFError Exception"
                  + " FileNotFoundError ImportError IndexError KeyError KeyboardInterrupt"
                  + " LookupError MemoryError ModuleNotFoundError NameError NotImplemented"
                  + " NotImplementedError OSError OverflowError PermissionError RecursionError"
                  + " RuntimeError StopIteration SyntaxError SystemExit TypeError UnicodeDecodeError"
                  + " UnicodeError ValueError Warning ZeroDivisionError Ellipsis")
              .split(" "));

  private static final Set<String> PREFIXES =
      Set.of("r", "u", "b", "br", "rb", "f", "fr", "rf", "t", "tr", "rt");

  private static final int LONGEST_WORD = 24;

  /** A string with fields that has not ended. */
  private static final class Template {
    private final String quotes;
    // Brackets open inside of the field.
    private int depth;
    // Fields within the format of a field, where } ends the field.
    private int formats;

    Template(String quotes) {
      this.quotes = quotes;
    }
  }

  private final String text;
  private final List<PythonToken> tokens = new ArrayList<>();
  private final Deque<Template> templates = new ArrayDeque<>();
  private boolean inLiteral;
  private boolean lineStart = true;
  private String before = "";
  private int at;

  private PythonLexer(String text) {
    this.text = text;
  }

  /** The tokens in their order; between them is nothing but white space. */
  public static List<PythonToken> tokens(String text) {
    var lexer = new PythonLexer(text);
    while (lexer.at < text.length()) {
      if (lexer.inLiteral) {
        lexer.literal(lexer.at);
      } else {
        lexer.next();
      }
    }
    return lexer.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\n' || c == '\r') {
      at++;
      lineStart = true;
      while (!templates.isEmpty() && templates.peek().quotes.length() == 1) {
        templates.pop();
      }
    } else if (Character.isWhitespace(c)) {
      at++;
    } else if (c == '#') {
      add(Kind.COMMENT, endOfLine());
    } else if (c == '"' || c == '\'') {
      string(at, "");
    } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
      add(Kind.NUMBER, endOfNumber());
    } else if (isNameStart()) {
      name();
    } else if (c == '@' && lineStart) {
      decorator();
    } else {
      sign(c);
    }
  }

  private void add(Kind kind, int end) {
    tokens.add(new PythonToken(kind, at, end - at));
    at = end;
    if (kind != Kind.COMMENT) {
      lineStart = false;
    }
  }

  private int endOfLine() {
    int end = at;
    while (end < text.length() && !isLineBreak(end)) {
      end++;
    }
    return end;
  }

  private boolean isLineBreak(int offset) {
    return text.charAt(offset) == '\n' || text.charAt(offset) == '\r';
  }

  private boolean isDigit(int offset) {
    return offset < text.length() && text.charAt(offset) >= '0' && text.charAt(offset) <= '9';
  }

  private int endOfNumber() {
    boolean hex = text.startsWith("0x", at) || text.startsWith("0X", at);
    int end = at + 1;
    while (end < text.length()) {
      char c = text.charAt(end);
      char last = text.charAt(end - 1);
      boolean signed = (c == '+' || c == '-') && !hex && (last == 'e' || last == 'E');
      if (!signed && c != '.' && c != '_' && !(c < 0x80 && Character.isLetterOrDigit(c))) {
        break;
      }
      end++;
    }
    return end;
  }

  private boolean isNameStart() {
    int c = text.codePointAt(at);
    return c == '_' || Character.isUnicodeIdentifierStart(c);
  }

  private int endOfName(int start) {
    int end = start;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (!Character.isUnicodeIdentifierPart(c) || Character.isIdentifierIgnorable(c)) {
        break;
      }
      end += Character.charCount(c);
    }
    return Math.max(end, start + Character.charCount(text.codePointAt(start)));
  }

  private void name() {
    int end = endOfName(at);
    String name = end - at > LONGEST_WORD ? "" : text.substring(at, end);
    boolean quoted = end < text.length() && (text.charAt(end) == '"' || text.charAt(end) == '\'');
    if (quoted && PREFIXES.contains(name.toLowerCase(Locale.ROOT))) {
      string(end, name.toLowerCase(Locale.ROOT));
      return;
    }
    Kind kind;
    if (before.equals(".")) {
      kind = Kind.NAME;
    } else if (KEYWORDS.contains(name) || isSoftKeyword(name, end)) {
      kind = Kind.KEYWORD;
    } else if (before.equals("def") || before.equals("class")) {
      kind = Kind.DEFINITION;
    } else {
      kind = BUILTINS.contains(name) ? Kind.BUILTIN : Kind.NAME;
    }
    add(kind, end);
    before = name;
  }

  // These are keywords only at the start of a line that goes on as their statements do.
  private boolean isSoftKeyword(String name, int end) {
    if (!lineStart || end >= text.length() || text.charAt(end) != ' ') {
      return false;
    }
    int next = end;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    if (next == text.length() || "=.,:)]}|&+/%<>!\n\r#".indexOf(text.charAt(next)) >= 0) {
      return false;
    }
    if (name.equals("type")) {
      return Character.isUnicodeIdentifierStart(text.codePointAt(next));
    }
    return (name.equals("match") || name.equals("case"))
        && text.substring(next, endOfLine()).indexOf(':') >= 0;
  }

  private void decorator() {
    int end = at + 1;
    while (end < text.length() && (text.charAt(end) == '.' || isNamePart(end))) {
      end = text.charAt(end) == '.' ? end + 1 : endOfName(end);
    }
    add(Kind.DECORATOR, end);
    before = "";
  }

  private boolean isNamePart(int offset) {
    int c = text.codePointAt(offset);
    return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }

  private void sign(char c) {
    before = c == '.' ? "." : "";
    var template = templates.peek();
    if (template != null && template.depth == 0 && (c == '}' || c == ':')) {
      if (c == ':') {
        template.formats++;
      }
      add(Kind.OPERATOR, at + 1);
      inLiteral = true;
    } else if ("([{".indexOf(c) >= 0) {
      if (template != null) {
        template.depth++;
      }
      add(Kind.OPEN, at + 1);
    } else if (")]}".indexOf(c) >= 0) {
      if (template != null) {
        template.depth = Math.max(0, template.depth - 1);
      }
      add(Kind.CLOSE, at + 1);
    } else {
      boolean operator = "+-*/%@&|^~<>=!.,:;\\".indexOf(c) >= 0;
      add(operator ? Kind.OPERATOR : Kind.ERROR, at + Character.charCount(text.codePointAt(at)));
    }
  }

  private void string(int quote, String prefix) {
    before = "";
    String one = text.substring(quote, quote + 1);
    String quotes = text.startsWith(one.repeat(3), quote) ? one.repeat(3) : one;
    int start = quote + quotes.length();
    if (prefix.contains("f") || prefix.contains("t")) {
      templates.push(new Template(quotes));
      literal(start);
      return;
    }
    int end = start;
    while (end < text.length() && !text.startsWith(quotes, end) && !ends(quotes, end)) {
      end = step(end);
    }
    if (end < text.length() && text.startsWith(quotes, end)) {
      add(Kind.STRING, end + quotes.length());
    } else {
      broken(quotes, start, end);
    }
  }

  // One with three quotes that does not end hides all that follows; only its start is wrong.
  private void broken(String quotes, int start, int end) {
    if (quotes.length() == 3) {
      add(Kind.ERROR, Math.min(Math.max(start, at + 1), end));
      if (at < end) {
        add(Kind.STRING, end);
      }
    } else if (at < end) {
      add(Kind.ERROR, end);
    }
  }

  private boolean ends(String quotes, int offset) {
    return quotes.length() == 1 && isLineBreak(offset);
  }

  // A backslash keeps the next character, also a line break, from ending a string.
  private int step(int offset) {
    if (text.charAt(offset) != '\\') {
      return offset + 1;
    }
    return Math.min(text.length(), offset + (text.startsWith("\r\n", offset + 1) ? 3 : 2));
  }

  // Part of a template: to its end, or to the next field.
  private void literal(int from) {
    var template = templates.element();
    int end = from;
    inLiteral = false;
    while (end < text.length() && !ends(template.quotes, end)) {
      char c = text.charAt(end);
      if (text.startsWith(template.quotes, end)) {
        templates.pop();
        add(Kind.STRING, end + template.quotes.length());
        return;
      }
      if (c == '}' && template.formats > 0) {
        template.formats--;
        template.depth = 0;
        field(end);
        inLiteral = true;
        return;
      }
      if (c == '{' && (template.formats > 0 || !text.startsWith("{{", end))) {
        template.depth = 0;
        field(end);
        return;
      }
      boolean doubled = text.startsWith("{{", end) || text.startsWith("}}", end);
      end = doubled ? end + 2 : step(end);
    }
    templates.pop();
    broken(template.quotes, from, end);
  }

  private void field(int brace) {
    if (at < brace) {
      add(Kind.STRING, brace);
    }
    add(Kind.OPERATOR, brace + 1);
  }
}
