package sandglass.program.python;

import java.util.List;
import java.util.Set;
import sandglass.program.python.Expression.Argument;
import sandglass.program.python.Expression.Construct;
import sandglass.program.python.Expression.Name;
import sandglass.program.python.Expression.Outside;
import sandglass.program.python.Token.Kind;

/**
 * Words for mistakes in expressions, tried only once it is known that the source has one. Each
 * method looks for its mistakes at the place, throws where it finds one, and else leaves the place
 * as it was.
 */
final class ExpressionMistakes {
  private static final Set<String> SOFT_KEYWORDS = Set.of("match", "case", "type", "_");

  private final Grammar grammar;
  private final TokenBuffer tokens;

  ExpressionMistakes(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
  }

  private SyntaxFailure fail(Expression from, Expression to, String message) {
    return tokens.fail(from.span().to(to.span()), message);
  }

  private static boolean isLegacy(Expression expression) {
    return expression instanceof Name(_, var name) && (name.equals("print") || name.equals("exec"));
  }

  /** Of any expression. */
  void expression() {
    int start = tokens.mark();
    missingComma();
    tokens.reset(start);
    var value = grammar.expressions.disjunction();
    if (value != null && tokens.accept("if") != null) {
      var condition = grammar.expressions.disjunction();
      if (condition != null && !tokens.at("else") && !tokens.at(":")) {
        throw fail(value, condition, "expected 'else' after 'if' expression");
      }
    }
    tokens.reset(start);
    var lambda = tokens.accept("lambda");
    if (lambda != null) {
      grammar.parameters.lambda();
      var colon = tokens.accept(":");
      if (colon != null && (tokens.at(Kind.TEMPLATE_TEXT) || fieldFollows())) {
        throw tokens.fail(
            lambda.span().to(colon.span()),
            "f-string: lambda expressions are not allowed without parentheses");
      }
    }
    tokens.reset(start);
    legacy();
    tokens.reset(start);
  }

  private boolean fieldFollows() {
    int start = tokens.mark();
    boolean fits = tokens.at("{") && grammar.strings.field(new java.util.ArrayList<>(), false);
    tokens.reset(start);
    return fits;
  }

  private void missingComma() {
    int start = tokens.mark();
    var token = tokens.peek();
    if (token.kind() == Kind.NAME) {
      if (SOFT_KEYWORDS.contains(token.text())) {
        return;
      }
      tokens.take();
      boolean string = tokens.at(Kind.STRING);
      tokens.reset(start);
      if (string) {
        return;
      }
    }
    var value = grammar.expressions.disjunction();
    if (value == null) {
      return;
    }
    boolean before = tokens.diagnose(false);
    Expression next;
    try {
      next = grammar.expressions.plainExpression();
    } finally {
      tokens.diagnose(before);
    }
    if (next != null && !isLegacy(value) && tokens.previous().level() > 0) {
      throw fail(value, next, "invalid syntax. Perhaps you forgot a comma?");
    }
  }

  private void legacy() {
    var name = tokens.accept(Kind.NAME);
    if (name == null || tokens.at("(")) {
      return;
    }
    var value = grammar.expressions.starExpressions();
    var word = name.text();
    if (value != null && (word.equals("print") || word.equals("exec"))) {
      throw tokens.fail(
          name.span().to(value.span()),
          "Missing parentheses in call to '" + word + "'. Did you mean " + word + "(...)?");
    }
  }

  /** Of an expression where a walrus may be. */
  void namedExpression() {
    int start = tokens.mark();
    var value = grammar.expressions.expression();
    if (value != null && tokens.accept(":=") != null) {
      if (grammar.expressions.expression() != null) {
        throw tokens.fail(
            value.span(), "cannot use assignment expressions with " + Wording.name(value));
      }
    }
    tokens.reset(start);
    var name = tokens.accept(Kind.NAME);
    if (name != null && tokens.accept("=") != null) {
      var right = grammar.expressions.bitwiseOr();
      if (right != null && !tokens.at("=") && !tokens.at(":=")) {
        throw tokens.fail(
            name.span().to(right.span()),
            "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
      }
    }
    tokens.reset(start);
    boolean excluded =
        tokens.at("True")
            || tokens.at("False")
            || tokens.at("None")
            || grammar.atoms.list() != null
            || grammar.atoms.tuple() != null
            || grammar.atoms.generator() != null;
    tokens.reset(start);
    if (excluded) {
      return;
    }
    var left = grammar.expressions.bitwiseOr();
    if (left != null && tokens.accept("=") != null) {
      var right = grammar.expressions.bitwiseOr();
      if (right != null && !tokens.at("=") && !tokens.at(":=")) {
        throw tokens.fail(
            left.span(),
            "cannot assign to "
                + Wording.name(left)
                + " here. Maybe you meant '==' instead of '='?");
      }
    }
    tokens.reset(start);
  }

  /** Of a call's arguments. */
  void arguments() {
    int start = tokens.mark();
    starAfterNames(!grammar.arguments.positional().isEmpty() && tokens.accept(",") != null);
    tokens.reset(start);
    starAfterNames(true);
    tokens.reset(start);
    generatorWithMore();
    tokens.reset(start);
    nameWithClauses();
    tokens.reset(start);
    var all = grammar.arguments.list();
    if (all != null) {
      generatorAmong(all, start);
    } else {
      emptyValue();
    }
    tokens.reset(start);
    all = grammar.arguments.list();
    if (all != null && tokens.accept(",") != null && grammar.arguments.list() != null) {
      boolean unpacking =
          all.stream()
              .anyMatch(
                  a ->
                      a.value() instanceof Outside(_, var construct, _)
                          && construct == Construct.DOUBLE_STAR_ARGUMENT);
      throw tokens.failAtLast(
          unpacking
              ? "positional argument follows keyword argument unpacking"
              : "positional argument follows keyword argument");
    }
    tokens.reset(start);
  }

  private void starAfterNames(boolean names) {
    if (names
        && grammar.arguments.named() != null
        && tokens.accept(",") != null
        && tokens.at("*")) {
      throw tokens.failAtLast("iterable argument unpacking follows keyword argument unpacking");
    }
  }

  private void generatorWithMore() {
    var value = grammar.expressions.expression();
    var clauses = value == null ? null : grammar.atoms.clauses();
    if (clauses != null && tokens.accept(",") != null) {
      int after = tokens.mark();
      if (grammar.arguments.list() == null) {
        tokens.reset(after);
        var next = grammar.expressions.expression();
        if (next == null || grammar.atoms.clauses() == null) {
          // A comma at the end is one too many as well.
          tokens.reset(after);
        }
      }
      throw tokens.fail(
          value.span().to(clauses.getLast().span()), "Generator expression must be parenthesized");
    }
  }

  private void nameWithClauses() {
    int start = tokens.mark();
    var name = tokens.accept(Kind.NAME);
    if (name == null) {
      return;
    }
    var sign = tokens.accept("=");
    if (sign != null
        && grammar.expressions.expression() != null
        && grammar.atoms.clauses() != null) {
      throw tokens.fail(
          name.span().to(sign.span()),
          "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    tokens.reset(start);
  }

  private void emptyValue() {
    var name = tokens.accept(Kind.NAME);
    var sign = name == null ? null : tokens.accept("=");
    if (sign != null && (tokens.at(",") || tokens.at(")"))) {
      throw tokens.fail(name.span().to(sign.span()), "expected argument value expression");
    }
  }

  private void generatorAmong(List<Argument> all, int start) {
    int after = tokens.mark();
    if (tokens.accept(",") != null) {
      emptyValue();
    }
    tokens.reset(after);
    var clauses = grammar.atoms.clauses();
    long positional = all.stream().filter(ExpressionMistakes::isPositional).count();
    if (clauses != null && positional > 1) {
      var last = all.stream().filter(ExpressionMistakes::isPositional).toList().getLast();
      throw tokens.fail(
          last.span().to(clauses.getLast().span()), "Generator expression must be parenthesized");
    }
    tokens.reset(after);
    if (tokens.accept(",") != null) {
      var value = grammar.expressions.expression();
      var late = value == null ? null : grammar.atoms.clauses();
      if (late != null) {
        throw tokens.fail(
            value.span().to(late.getLast().span()), "Generator expression must be parenthesized");
      }
    }
    tokens.reset(start);
  }

  private static boolean isPositional(Argument argument) {
    return argument.name() == null
        && !(argument.value() instanceof Outside(_, var construct, _)
            && construct == Construct.DOUBLE_STAR_ARGUMENT);
  }

  /** Of an argument with a name. */
  void keywordArgument() {
    int start = tokens.mark();
    for (var word : List.of("True", "False", "None")) {
      var constant = tokens.accept(word);
      var sign = constant == null ? null : tokens.accept("=");
      if (sign != null) {
        throw tokens.fail(constant.span().to(sign.span()), "cannot assign to " + word);
      }
      tokens.reset(start);
    }
    nameWithClauses();
    tokens.reset(start);
    boolean named = tokens.accept(Kind.NAME) != null && tokens.at("=");
    tokens.reset(start);
    var value = named ? null : grammar.expressions.expression();
    var sign = value == null ? null : tokens.accept("=");
    if (sign != null) {
      throw tokens.fail(
          value.span().to(sign.span()),
          "expression cannot contain assignment, perhaps you meant \"==\"?");
    }
    tokens.reset(start);
    var stars = tokens.accept("**");
    if (stars != null && grammar.expressions.expression() != null && tokens.accept("=") != null) {
      var right = grammar.expressions.expression();
      if (right != null) {
        throw tokens.fail(
            stars.span().to(right.span()), "cannot assign to keyword argument unpacking");
      }
    }
    tokens.reset(start);
  }

  /** Of a starred argument. */
  void starred() {
    int start = tokens.mark();
    var star = tokens.accept("*");
    if (star != null && grammar.expressions.expression() != null && tokens.accept("=") != null) {
      var right = grammar.expressions.expression();
      if (right != null) {
        throw tokens.fail(
            star.span().to(right.span()), "cannot assign to iterable argument unpacking");
      }
    }
    tokens.reset(start);
  }

  /** Of an expression in round brackets. */
  void group() {
    int start = tokens.mark();
    tokens.take();
    var starred = grammar.arguments.starred();
    if (starred != null && tokens.at(")")) {
      throw tokens.fail(starred.span(), "cannot use starred expression here");
    }
    tokens.reset(start + 1);
    var stars = tokens.accept("**");
    if (stars != null && grammar.expressions.expression() != null && tokens.at(")")) {
      throw tokens.fail(stars.span(), "cannot use double starred expression here");
    }
    tokens.reset(start);
  }

  /** Of a comprehension of any kind. */
  void comprehension() {
    int start = tokens.mark();
    boolean square = tokens.at("[");
    boolean curly = tokens.at("{");
    if (!square && !curly && !tokens.at("(")) {
      return;
    }
    tokens.take();
    var starred = grammar.arguments.starred();
    if (starred != null && grammar.atoms.clauses() != null) {
      throw tokens.fail(starred.span(), "iterable unpacking cannot be used in comprehension");
    }
    tokens.reset(start + 1);
    var first = square || curly ? grammar.expressions.starNamedExpression() : null;
    var comma = first == null ? null : tokens.accept(",");
    if (comma != null) {
      int after = tokens.mark();
      var more = grammar.expressions.starNamedExpressions();
      if (more != null && grammar.atoms.clauses() != null) {
        throw fail(
            first, more.getLast(), "did you forget parentheses around the comprehension target?");
      }
      tokens.reset(after);
      if (grammar.atoms.clauses() != null) {
        throw tokens.fail(
            first.span().to(comma.span()),
            "did you forget parentheses around the comprehension target?");
      }
    }
    tokens.reset(start);
  }

  /** Of a comprehension of a dict. */
  void dictComprehension() {
    int start = tokens.mark();
    tokens.take();
    var stars = tokens.accept("**");
    if (stars != null
        && grammar.expressions.bitwiseOr() != null
        && grammar.atoms.clauses() != null
        && tokens.at("}")) {
      throw tokens.fail(stars.span(), "dict unpacking cannot be used in dict comprehension");
    }
    tokens.reset(start);
  }

  /** Of a display of a dict. */
  void dict() {
    int start = tokens.mark();
    tokens.take();
    int item = tokens.mark();
    while (grammar.atoms.entryOrDoubleStar(tokens.mark() > start + 1) != null) {
      item = tokens.mark();
      if (tokens.accept(",") == null) {
        break;
      }
      item = tokens.mark();
    }
    boolean later = item > start + 1 && tokens.previous().is(",");
    tokens.reset(item);
    if (later) {
      entry(true);
    }
    tokens.reset(start + 1);
    entry(false);
    tokens.reset(start);
  }

  private void entry(boolean later) {
    int start = tokens.mark();
    var key = grammar.expressions.expression();
    if (key == null) {
      return;
    }
    var colon = tokens.accept(":");
    if (colon == null) {
      if (later) {
        throw noColon(key);
      }
      return;
    }
    var star = tokens.accept("*");
    if (star != null && grammar.expressions.bitwiseOr() != null) {
      throw tokens.fail(star.span(), "cannot use a starred expression in a dictionary value");
    }
    tokens.reset(start);
    grammar.expressions.expression();
    tokens.take();
    if (tokens.at("}") || tokens.at(",")) {
      throw tokens.fail(colon.span(), "expression expected after dictionary key and ':'");
    }
  }

  private SyntaxFailure noColon(Expression key) {
    var span = key.span();
    return tokens.fail(
        new Span(span.endLine(), span.endColumn() - 1, span.endLine(), span.endColumn()),
        "':' expected after dictionary key");
  }

  /**
   * Reads the key of an entry that is not the first: there a missing colon is told, not a missing
   * comma.
   */
  Expression laterKey() {
    int start = tokens.mark();
    try {
      return grammar.expressions.expression();
    } catch (SyntaxFailure failure) {
      tokens.reset(start);
      var place = tokens.peek().span();
      var error = failure.error();
      if (error.message().endsWith("forgot a comma?")
          && error.span().line() == place.line()
          && error.span().column() == place.column()) {
        tokens.diagnose(false);
        throw noColon(grammar.expressions.plainExpression());
      }
      throw failure;
    }
  }

  /** Of a field in an f-string. */
  void field() {
    int start = tokens.mark();
    if (tokens.accept("{") == null) {
      return;
    }
    var token = tokens.peek();
    for (var sign : List.of("=", "!", ":", "}")) {
      if (token.is(sign)) {
        throw tokens.fail(
            token.span(), "f-string: valid expression required before '" + sign + "'");
      }
    }
    if (grammar.expressions.yieldOrStarExpressions() == null) {
      throw next("f-string: expecting a valid expression after '{'");
    }
    boolean shown = tokens.at("=");
    if (!shown && !tokens.at("!") && !tokens.at(":") && !tokens.at("}")) {
      throw next("f-string: expecting '=', or '!', or ':', or '}'");
    }
    if (shown) {
      tokens.take();
      if (!tokens.at("!") && !tokens.at(":") && !tokens.at("}")) {
        throw next("f-string: expecting '!', or ':', or '}'");
      }
    }
    if (tokens.accept("!") != null) {
      if (tokens.at(":") || tokens.at("}")) {
        throw next("f-string: missing conversion character");
      }
      if (tokens.accept(Kind.NAME) == null) {
        throw next("f-string: invalid conversion character");
      }
      if (!tokens.at(":") && !tokens.at("}")) {
        throw next("f-string: expecting ':' or '}'");
      }
    }
    if (tokens.accept(":") != null) {
      var parts = new java.util.ArrayList<Expression.JoinedString.Part>();
      while (tokens.accept(Kind.TEMPLATE_TEXT) != null
          || (tokens.at("{") && grammar.strings.field(parts, false))) {
        // the condition takes them
      }
      if (!tokens.at("}")) {
        throw next("f-string: expecting '}', or format specs");
      }
    }
    if (!tokens.at("}")) {
      throw next("f-string: expecting '}'");
    }
    tokens.reset(start);
  }

  private SyntaxFailure next(String message) {
    return tokens.fail(tokens.peek().span(), message);
  }
}
