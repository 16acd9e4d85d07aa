package sandglass.program.python;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import sandglass.program.python.Token.Kind;

/**
 * The tokens read so far, and a place among them. Rules of the grammar are tried in order, each
 * setting the place back where it does not fit; what a rule gave at a place is remembered, so that
 * all this takes time in proportion to the source.
 */
final class TokenBuffer {
  /** Rules whose results are remembered. */
  enum Rule {
    STAR_EXPRESSION,
    NAMED_EXPRESSION,
    EXPRESSION,
    DISJUNCTION,
    CONJUNCTION,
    INVERSION,
    BITWISE_OR,
    FACTOR,
    AWAIT_PRIMARY,
    ATOM,
    SLICES,
    ARGUMENTS,
    CLAUSES,
    STRINGS,
    LAMBDA,
    STAR_TARGET,
    STAR_TARGETS,
    TARGET_WITH_STAR_ATOM,
    TARGET_PRIMARY,
    DELETE_TARGET,
    SIMPLE_STATEMENT,
    BLOCK,
    PATTERN,
    NAMED_MISTAKE
  }

  private record Entry(Object result, int mark) {}

  private static final int MAX_DEPTH = 3000;
  private static final long MAX_STEPS_PER_TOKEN = 20_000;

  private final SourceText source;
  private final Scanner scanner;
  private final List<Token> tokens = new ArrayList<>();
  // By the place of a token; null where nothing is known.
  private final List<Map<Rule, Entry>> memory = new ArrayList<>();
  private int mark;
  private int depth;
  private long steps;
  private boolean diagnosing;

  TokenBuffer(SourceText source) {
    this.source = source;
    this.scanner = new Scanner(source);
  }

  SourceText source() {
    return source;
  }

  /** Starts again, this time to find words for the mistake. */
  void restart() {
    mark = 0;
    depth = 0;
    steps = 0;
    memory.clear();
    diagnosing = true;
  }

  /** Whether rules for mistakes are tried as well. */
  boolean diagnosing() {
    return diagnosing;
  }

  /** Switches the rules for mistakes; gives how it was. */
  boolean diagnose(boolean on) {
    boolean before = diagnosing;
    diagnosing = on;
    return before;
  }

  int mark() {
    return mark;
  }

  void reset(int to) {
    mark = to;
  }

  Token peek() {
    while (tokens.size() <= mark) {
      fill();
    }
    return tokens.get(mark);
  }

  private void fill() {
    var token = scanner.next();
    if (token.kind() == Kind.UNCLOSED) {
      throw scanner.unclosed();
    }
    tokens.add(token);
  }

  /** The token before the place. */
  Token previous() {
    return tokens.get(mark - 1);
  }

  /** The last token that any rule has looked at. */
  Token last() {
    return tokens.isEmpty() ? peek() : tokens.getLast();
  }

  boolean at(String symbol) {
    return peek().is(symbol);
  }

  boolean at(Kind kind) {
    return peek().kind() == kind;
  }

  Token take() {
    var token = peek();
    mark++;
    return token;
  }

  /** The token, taken, or null if the next is another. */
  Token accept(String symbol) {
    return at(symbol) ? take() : null;
  }

  Token accept(Kind kind) {
    return at(kind) ? take() : null;
  }

  Token acceptWord(String word) {
    return peek().isWord(word) ? take() : null;
  }

  /** Takes the token, or fails whatever other rules might say. */
  void force(String symbol) {
    if (accept(symbol) == null) {
      var token = peek();
      throw fail(token.span(), "expected '" + symbol + "'");
    }
  }

  /** From that place to the last token taken. */
  Span from(int start) {
    var first = tokens.get(start).span();
    return mark > start ? first.to(tokens.get(mark - 1).span()) : first.start();
  }

  SyntaxFailure fail(Span span, String message) {
    return new SyntaxFailure(span, message, false);
  }

  /** An error at the last token that was looked at. */
  SyntaxFailure failAtLast(String message) {
    return fail(last().span(), message);
  }

  /** Sets the place back, for a rule that does not fit; null. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // null is of any type
  <T> T nothing(int start) {
    mark = start;
    return null;
  }

  /** The result of a rule at this place; a rule that gives null has left the place as it was. */
  @SuppressWarnings("unchecked") // a rule gives one type
  <T> T memo(Rule rule, Supplier<T> body) {
    int start = mark;
    while (memory.size() <= start) {
      memory.add(null);
    }
    var here = memory.get(start);
    if (here == null) {
      here = new EnumMap<>(Rule.class);
      memory.set(start, here);
    }
    var known = here.get(rule);
    if (known != null) {
      mark = known.mark;
      return (T) known.result;
    }
    if (++steps > MAX_STEPS_PER_TOKEN * (tokens.size() + 1)) {
      throw fail(last().span(), "invalid syntax");
    }
    if (++depth > MAX_DEPTH) {
      throw new SyntaxFailure(peek().span(), "too many nested expressions", true);
    }
    T result = body.get();
    depth--;
    here.put(rule, new Entry(result, mark));
    return result;
  }

  /**
   * Reads on to the end for what the scanner finds, which comes before what the parser found.
   *
   * @param found the parser's error
   */
  SyntaxFailure orScannersOf(SyntaxFailure found) {
    int line = last().span().line();
    try {
      while (true) {
        var token = scanner.next();
        if (token.kind() == Kind.UNCLOSED) {
          boolean earlier = line > scanner.unclosedLine() && !scanner.inTemplate();
          return earlier ? scanner.unclosed() : found;
        }
        if (token.kind() == Kind.END) {
          return found;
        }
      }
    } catch (SyntaxFailure later) {
      // Within an f-string the expression's mistake says more than what follows from it.
      return scanner.inTemplate() ? found : later;
    }
  }
}
