package sandglass.program.python;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import sandglass.program.python.Token.Kind;

/**
 * Cuts a source into the tokens of CPython 3.12, one at a time: an error far down is none to a
 * parser that does not get there.
 */
final class Scanner {
  private static final Set<String> KEYWORDS =
      Set.of(
          ("False None True and as assert async await break class continue def del elif else except"
                  + " finally for from global if import in is lambda nonlocal not or pass raise"
                  + " return try while with yield")
              .split(" "));
  private static final Set<String> PREFIXES = Set.of("r", "u", "b", "br", "rb", "f", "fr", "rf");
  private static final Set<String> LONG_OPERATORS = Set.of("**=", "//=", ">>=", "<<=", "...");
  private static final Set<String> PAIR_OPERATORS =
      Set.of("== != <> <= >= -> := += -= *= /= %= &= |= ^= @= << >> ** //".split(" "));
  private static final int MAX_INDENTS = 100;
  private static final int MAX_BRACKETS = 200;
  private static final int MAX_TEMPLATES = 150;
  private static final int MAX_FIELD_DEPTH = 3;
  private static final int TAB = 8;

  private record Bracket(char sign, int offset) {}

  /** An f-string that has not ended. */
  private static final class Template {
    private final int start;
    private final char quote;
    private final int quotes;
    private final boolean raw;
    private boolean inText = true;
    private boolean fieldEnded;
    private int brackets;
    // How many brackets are open outside of the field that the scanner is in; -1 outside of fields.
    private int fieldDepth = -1;

    Template(int start, char quote, int quotes, boolean raw) {
      this.start = start;
      this.quote = quote;
      this.quotes = quotes;
      this.raw = raw;
    }
  }

  private final SourceText source;
  private final String text;
  private final Deque<Bracket> brackets = new ArrayDeque<>();
  private final Deque<Template> templates = new ArrayDeque<>();
  private final int[] indents = new int[MAX_INDENTS];
  // The same with a tab as wide as a space: where the two orders differ, the widths are unclear.
  private final int[] tightIndents = new int[MAX_INDENTS];
  private int indent;
  private int pending;
  private boolean lineStart = true;
  private int at;

  Scanner(SourceText source) {
    this.source = source;
    this.text = source.text();
    int zero = text.indexOf(0);
    if (zero >= 0) {
      throw fail(zero, zero + 1, "source code cannot contain null bytes");
    }
  }

  /** The next token; again and again END or UNCLOSED at the end. */
  Token next() {
    if (!templates.isEmpty() && templates.peek().inText) {
      return templateText(templates.peek());
    }
    if (lineStart && pending == 0) {
      lineStart = false;
      indentation();
    }
    if (pending != 0) {
      boolean in = pending > 0;
      pending -= in ? 1 : -1;
      return token(in ? Kind.INDENT : Kind.DEDENT, at, at);
    }
    skipBlanks();
    if (at >= text.length()) {
      return atEnd();
    }
    char c = text.charAt(at);
    if (c == '\n') {
      lineStart = true;
      at++;
      return token(Kind.NEWLINE, at - 1, at);
    }
    if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
      int end = new NumberScanner(source).end(at);
      var token = token(Kind.NUMBER, at, end);
      at = end;
      return token;
    }
    if (isNameStart(c)) {
      return nameOrString();
    }
    if (c == '\'' || c == '"') {
      return string(at);
    }
    return operator(c);
  }

  /** The innermost bracket that is open at the end, as an error. */
  SyntaxFailure unclosed() {
    var open = brackets.peek();
    return fail(open.offset, open.offset + 1, "'" + open.sign + "' was never closed");
  }

  /** Whether it stands within an f-string. */
  boolean inTemplate() {
    return !templates.isEmpty();
  }

  /** The line of the innermost open bracket. */
  int unclosedLine() {
    return source.line(brackets.peek().offset);
  }

  private Token atEnd() {
    if (!brackets.isEmpty()) {
      return token(Kind.UNCLOSED, at, at);
    }
    // The end is told at the end of the last line, not on the empty one after it.
    int end = Math.max(0, at - 1);
    if (indent > 0) {
      indent--;
      return token(Kind.DEDENT, end, end);
    }
    return token(Kind.END, end, end);
  }

  private Token token(Kind kind, int start, int end) {
    return new Token(
        kind, text.substring(start, end), source.span(start, end), start, end, brackets.size());
  }

  private SyntaxFailure fail(int start, int end, String message) {
    return new SyntaxFailure(source.span(start, end), message, true);
  }

  // Lines without code have no say.
  private void indentation() {
    while (true) {
      int wide = 0;
      int tight = 0;
      int continued = -1;
      boolean more = true;
      while (more && at < text.length()) {
        switch (text.charAt(at)) {
          case ' ' -> {
            wide++;
            tight++;
          }
          case '\t' -> {
            wide = (wide / TAB + 1) * TAB;
            tight++;
          }
          case '\f' -> {
            wide = 0;
            tight = 0;
          }
          case '\\' -> {
            continued = continued < 0 ? wide : continued;
            continuation();
            continue;
          }
          default -> {
            more = false;
            continue;
          }
        }
        at++;
      }
      if (at >= text.length()) {
        return;
      }
      if (text.charAt(at) == '#') {
        at = text.indexOf('\n', at);
      }
      if (text.charAt(at) != '\n') {
        if (continued >= 0) {
          setIndent(continued, continued);
        } else {
          setIndent(wide, tight);
        }
        return;
      }
      at++;
    }
  }

  private void setIndent(int wide, int tight) {
    if (wide == indents[indent]) {
      if (tight != tightIndents[indent]) {
        throw tabs();
      }
    } else if (wide > indents[indent]) {
      if (indent + 1 >= MAX_INDENTS) {
        throw fail(at, at, "too many levels of indentation");
      }
      if (tight <= tightIndents[indent]) {
        throw tabs();
      }
      indent++;
      indents[indent] = wide;
      tightIndents[indent] = tight;
      pending = 1;
    } else {
      while (indent > 0 && wide < indents[indent]) {
        indent--;
        pending--;
      }
      if (wide != indents[indent]) {
        int end = text.indexOf('\n', at);
        throw fail(end, end, "unindent does not match any outer indentation level");
      }
      if (tight != tightIndents[indent]) {
        throw tabs();
      }
    }
  }

  private SyntaxFailure tabs() {
    int end = text.indexOf('\n', at);
    return fail(end, end, "inconsistent use of tabs and spaces in indentation");
  }

  // From a backslash to the start of the next line.
  private void continuation() {
    at++;
    if (at >= text.length() || text.charAt(at) != '\n') {
      throw fail(at, at + 1, "unexpected character after line continuation character");
    }
    at++;
    if (at >= text.length()) {
      throw fail(at - 1, at - 1, "unexpected EOF while parsing");
    }
  }

  private void skipBlanks() {
    while (at < text.length()) {
      switch (text.charAt(at)) {
        case ' ', '\t', '\f' -> at++;
        case '\\' -> continuation();
        case '#' -> at = text.indexOf('\n', at);
        case '\n' -> {
          if (brackets.isEmpty()) {
            return;
          }
          at++;
        }
        default -> {
          return;
        }
      }
    }
  }

  private boolean isDigit(int offset) {
    return offset < text.length() && NumberScanner.isDigit(text.charAt(offset));
  }

  static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || NumberScanner.isDigit(c);
  }

  private Token nameOrString() {
    int end = at + 1;
    boolean ascii = text.charAt(at) < 128;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      ascii &= text.charAt(end) < 128;
      end++;
    }
    if (end < text.length() && end - at <= 2) {
      char quote = text.charAt(end);
      var prefix = text.substring(at, end).toLowerCase(java.util.Locale.ROOT);
      if ((quote == '"' || quote == '\'') && PREFIXES.contains(prefix)) {
        return prefix.contains("f") ? templateStart(end, prefix.contains("r")) : string(end);
      }
    }
    int start = at;
    var word = text.substring(start, end);
    at = end;
    if (!ascii) {
      checkCharacters(start, word);
      word = Normalizer.normalize(word, Normalizer.Form.NFKC);
    }
    return new Token(
        KEYWORDS.contains(word) ? Kind.KEYWORD : Kind.NAME,
        word,
        source.span(start, end),
        start,
        end,
        brackets.size());
  }

  private void checkCharacters(int start, String word) {
    for (int i = 0; i < word.length(); ) {
      int c = word.codePointAt(i);
      int width = Character.charCount(c);
      var plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
      boolean fits =
          plain
              .codePoints()
              .allMatch(
                  i == 0
                      ? p -> p == '_' || isIdentifierStart(p)
                      : p -> isIdentifierStart(p) || isIdentifierPart(p));
      if (!fits || plain.isEmpty()) {
        throw invalidCharacter(start + i, c);
      }
      i += width;
    }
  }

  private static boolean isIdentifierStart(int c) {
    return Character.isUnicodeIdentifierStart(c);
  }

  private static boolean isIdentifierPart(int c) {
    return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }

  private SyntaxFailure invalidCharacter(int offset, int c) {
    var code = "U+" + "%04X".formatted(c);
    return fail(
        offset,
        offset + Character.charCount(c),
        isPrintable(c)
            ? "invalid character '" + Character.toString(c) + "' (" + code + ")"
            : "invalid non-printable character " + code);
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          c == ' ';
      default -> true;
    };
  }

  private int quotes(int offset) {
    char quote = text.charAt(offset);
    return text.startsWith(String.valueOf(quote).repeat(3), offset) ? 3 : 1;
  }

  private Token string(int quoteAt) {
    int start = at;
    char quote = text.charAt(quoteAt);
    int quotes = quotes(quoteAt);
    int end = quoteAt + quotes;
    int closing = 0;
    while (closing != quotes) {
      if (end >= text.length() || (quotes == 1 && text.charAt(end) == '\n')) {
        throw unterminated(start, quote, quotes, end);
      }
      char c = text.charAt(end);
      if (c == quote) {
        closing++;
      } else {
        closing = 0;
        if (c == '\\') {
          end++;
        }
      }
      end++;
    }
    at = end;
    return token(Kind.STRING, start, end);
  }

  private SyntaxFailure unterminated(int start, char quote, int quotes, int end) {
    if (!templates.isEmpty()
        && templates.peek().quote == quote
        && templates.peek().quotes == quotes) {
      return fail(start, start + 1, "f-string: expecting '}'");
    }
    return fail(
        start,
        start + 1,
        (quotes == 3 ? "unterminated triple-quoted" : "unterminated")
            + " string literal (detected at line "
            + source.line(Math.min(end, text.length() - 1))
            + ")");
  }

  private Token templateStart(int quoteAt, boolean raw) {
    int start = at;
    int quotes = quotes(quoteAt);
    if (templates.size() + 1 >= MAX_TEMPLATES) {
      throw fail(start, start + 1, "too many nested f-strings");
    }
    templates.push(new Template(start, text.charAt(quoteAt), quotes, raw));
    at = quoteAt + quotes;
    return token(Kind.TEMPLATE_START, start, at);
  }

  private Token templateText(Template template) {
    int start = at;
    if (text.startsWith("{", at) && !text.startsWith("{{", at)) {
      return field(template);
    }
    if (text.startsWith(String.valueOf(template.quote).repeat(template.quotes), at)) {
      at += template.quotes;
      templates.pop();
      return token(Kind.TEMPLATE_END, start, at);
    }
    boolean inFormat = template.fieldEnded && template.fieldDepth >= 0;
    boolean named = false;
    int closing = 0;
    while (closing != template.quotes) {
      if (at >= text.length() || (template.quotes == 1 && text.charAt(at) == '\n')) {
        if (inFormat && at < text.length()) {
          template.inText = false;
          return middle(start, at);
        }
        throw unterminatedTemplate(template);
      }
      char c = text.charAt(at++);
      if (c == template.quote) {
        closing++;
        continue;
      }
      closing = 0;
      if (c == '{') {
        if (text.startsWith("{", at) && !inFormat) {
          at++;
          return middle(start, at - 1);
        }
        at--;
        template.fieldDepth++;
        checkFieldDepth(template);
        template.inText = false;
        return middle(start, at);
      }
      if (c == '}') {
        if (named) {
          return middle(start, at);
        }
        if (text.startsWith("}", at) && !inFormat && template.brackets == 0) {
          at++;
          return middle(start, at - 1);
        }
        at--;
        template.inText = false;
        return middle(start, at);
      }
      if (c == '\\' && at < text.length()) {
        char escaped = text.charAt(at);
        if (escaped == '{' || escaped == '}') {
          continue;
        }
        at++;
        if (!template.raw && escaped == 'N' && text.startsWith("{", at)) {
          at++;
          named = true;
        }
      }
    }
    at -= template.quotes;
    return middle(start, at);
  }

  private Token field(Template template) {
    template.fieldDepth++;
    checkFieldDepth(template);
    template.inText = false;
    return next();
  }

  private void checkFieldDepth(Template template) {
    if (template.fieldDepth >= MAX_FIELD_DEPTH) {
      throw fail(at, at + 1, "f-string: expressions nested too deeply");
    }
  }

  private Token middle(int start, int end) {
    return token(Kind.TEMPLATE_TEXT, start, end);
  }

  private SyntaxFailure unterminatedTemplate(Template template) {
    return fail(
        template.start,
        template.start + 1,
        (template.quotes == 3 ? "unterminated triple-quoted" : "unterminated")
            + " f-string literal (detected at line "
            + source.line(Math.min(at, text.length() - 1))
            + ")");
  }

  private Token operator(char c) {
    int start = at;
    var template = templates.peek();
    if (template != null && template.fieldDepth >= 0 && ":}!{".indexOf(c) >= 0) {
      int depth = template.brackets - (c == '{' ? 0 : 1);
      if (depth == 0 || c == '{') {
        template.fieldEnded = c != '{';
      }
      if (c == ':' && depth == template.fieldDepth) {
        template.inText = true;
        template.fieldEnded = true;
        at++;
        return token(Kind.OPERATOR, start, at);
      }
    }
    int length = 1;
    if (start + 3 <= text.length() && LONG_OPERATORS.contains(text.substring(start, start + 3))) {
      length = 3;
    } else if (start + 2 <= text.length()
        && PAIR_OPERATORS.contains(text.substring(start, start + 2))) {
      length = 2;
    } else if (c < ' ' || c == 127) {
      throw invalidCharacter(at, c);
    }
    at += length;
    switch (c) {
      case '(', '[', '{' -> open(c, start, template);
      case ')', ']', '}' -> close(c, start, template);
      default -> {}
    }
    return token(Kind.OPERATOR, start, at);
  }

  private void open(char c, int start, Template template) {
    if (brackets.size() >= MAX_BRACKETS) {
      throw fail(start, start + 1, "too many nested parentheses");
    }
    brackets.push(new Bracket(c, start));
    if (template != null) {
      template.brackets++;
    }
  }

  private void close(char c, int start, Template template) {
    if (template != null && template.brackets == 0 && c == '}') {
      throw fail(start, start + 1, "f-string: single '}' is not allowed");
    }
    if (brackets.isEmpty()) {
      throw fail(start, start + 1, "unmatched '" + c + "'");
    }
    var open = brackets.pop();
    if ("([{".indexOf(open.sign) != ")]}".indexOf(c)) {
      if (template != null && open.sign == '{' && template.brackets - 1 == template.fieldDepth) {
        throw fail(start, start + 1, "f-string: unmatched '" + c + "'");
      }
      int openLine = source.line(open.offset);
      throw fail(
          start,
          start + 1,
          "closing parenthesis '"
              + c
              + "' does not match opening parenthesis '"
              + open.sign
              + "'"
              + (openLine == source.line(start) ? "" : " on line " + openLine));
    }
    if (template != null) {
      template.brackets--;
      if (c == '}' && template.brackets == template.fieldDepth) {
        template.fieldDepth--;
        template.inText = true;
      }
    }
  }
}
