package sandglass.program.python;

import java.util.ArrayList;
import java.util.function.BooleanSupplier;
import sandglass.program.python.Token.Kind;
import sandglass.program.python.Wording.Use;

/** Words for mistakes in statements; as {@link ExpressionMistakes}. */
final class StatementMistakes {
  private final Grammar grammar;
  private final TokenBuffer tokens;

  StatementMistakes(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
  }

  private void invalidTarget(Expression target, Use use) {
    var invalid = Wording.invalidTarget(target, use);
    if (invalid != null) {
      throw tokens.fail(
          invalid.span(),
          (use == Use.DELETE ? "cannot delete " : "cannot assign to ") + Wording.name(invalid));
    }
  }

  /** Of an assignment of any kind. */
  void assignment() {
    int start = tokens.mark();
    var target = annotatedListOrTuple();
    if (target != null && tokens.accept(":") != null && grammar.expressions.expression() != null) {
      throw tokens.fail(
          target.span(), "only single target (not " + Wording.name(target) + ") can be annotated");
    }
    tokens.reset(start);
    var first = grammar.expressions.starNamedExpression();
    if (first != null && tokens.accept(",") != null) {
      while (grammar.expressions.starNamedExpressions() != null) {
        // the condition takes them
      }
      if (tokens.accept(":") != null && grammar.expressions.expression() != null) {
        throw tokens.fail(first.span(), "only single target (not tuple) can be annotated");
      }
    }
    tokens.reset(start);
    var single = grammar.expressions.expression();
    if (single != null && tokens.accept(":") != null && grammar.expressions.expression() != null) {
      throw tokens.fail(single.span(), "illegal target for annotation");
    }
    tokens.reset(start);
    skipTargets();
    int last = tokens.mark();
    var all = grammar.expressions.starExpressions();
    if (all != null && tokens.at("=")) {
      invalidTarget(all, Use.ASSIGN);
    }
    tokens.reset(last);
    var yield = grammar.expressions.yieldExpression();
    if (yield != null && tokens.at("=")) {
      throw tokens.fail(yield.span(), "assignment to yield expression not possible");
    }
    tokens.reset(start);
    var augmented = grammar.expressions.starExpressions();
    if (augmented != null
        && grammar.statements.augmented() != null
        && grammar.expressions.yieldOrStarExpressions() != null) {
      throw tokens.fail(
          augmented.span(),
          "'" + Wording.name(augmented) + "' is an illegal expression for augmented assignment");
    }
    tokens.reset(start);
  }

  private void skipTargets() {
    int after = tokens.mark();
    while (grammar.targets.starTargets() != null && tokens.accept("=") != null) {
      after = tokens.mark();
    }
    tokens.reset(after);
  }

  private Expression annotatedListOrTuple() {
    int start = tokens.mark();
    var list = grammar.atoms.list();
    if (list != null) {
      return list;
    }
    var tuple = grammar.atoms.tuple();
    if (tuple != null) {
      return tuple;
    }
    if (tokens.accept("(") != null) {
      var inner = annotatedListOrTuple();
      if (inner != null && tokens.accept(")") != null) {
        return inner;
      }
    }
    return tokens.nothing(start);
  }

  /** Of a del. */
  void delete() {
    int start = tokens.mark();
    tokens.take();
    var all = grammar.expressions.starExpressions();
    if (all != null) {
      invalidTarget(all, Use.DELETE);
    }
    tokens.reset(start);
  }

  /** Of an import. */
  void importNames() {
    int start = tokens.mark();
    var word = tokens.take();
    boolean names = false;
    while (grammar.statements.dotted() != null) {
      names = true;
      if (tokens.accept(",") == null) {
        break;
      }
    }
    if (names && tokens.accept("from") != null && grammar.statements.dotted() != null) {
      throw tokens.fail(word.span(), "Did you mean to use 'from ... import ...' instead?");
    }
    tokens.reset(start);
  }

  /** Where a block should be. */
  void block() {
    int start = tokens.mark();
    if (tokens.accept(Kind.NEWLINE) != null && !tokens.at(Kind.INDENT)) {
      throw tokens.failAtLast("expected an indented block");
    }
    tokens.reset(start);
  }

  private void notIndented(Token word, String what) {
    if (tokens.accept(Kind.NEWLINE) != null && !tokens.at(Kind.INDENT)) {
      throw tokens.failAtLast(
          "expected an indented block after " + what + " on line " + word.span().line());
    }
  }

  // The head of a statement fits: then its end of line must be a colon and more deeply indented.
  private void head(Token word, String what, BooleanSupplier fits) {
    int start = tokens.mark();
    if (fits.getAsBoolean()) {
      if (tokens.at(Kind.NEWLINE)) {
        tokens.take();
        throw tokens.failAtLast("expected ':'");
      }
      if (tokens.accept(":") != null) {
        notIndented(word, what);
      }
    }
    tokens.reset(start);
  }

  /** Of if, elif and while. */
  void conditional(String word) {
    int start = tokens.mark();
    head(
        tokens.take(),
        "'" + word + "' statement",
        () -> grammar.expressions.namedExpression() != null);
    tokens.reset(start);
  }

  /** Of else and finally. */
  void indented(String word, String what) {
    int start = tokens.mark();
    var token = tokens.accept(word);
    if (token != null && tokens.accept(":") != null) {
      notIndented(token, what);
    }
    tokens.reset(start);
  }

  /** Of a for. */
  void loop() {
    int start = tokens.mark();
    head(
        tokens.take(),
        "'for' statement",
        () ->
            grammar.targets.starTargets() != null
                && tokens.accept("in") != null
                && grammar.expressions.starExpressions() != null);
    tokens.reset(start);
  }

  /** Of the target of a for, in a statement or a comprehension. */
  void forTarget() {
    int start = tokens.mark();
    tokens.accept("async");
    if (tokens.accept("for") != null) {
      var all = grammar.expressions.starExpressions();
      if (all != null) {
        invalidTarget(all, Use.FOR);
      }
    }
    tokens.reset(start);
  }

  /** Of a function's head. */
  void function() {
    int start = tokens.mark();
    var word = tokens.take();
    if (tokens.accept(Kind.NAME) != null) {
      grammar.compounds.typeParameters();
      if (tokens.accept("(") != null) {
        var parameters = grammar.parameters.function();
        if (parameters != null && tokens.accept(")") != null) {
          int after = tokens.mark();
          if (tokens.accept("->") != null && grammar.expressions.expression() == null) {
            tokens.reset(after);
          }
          if (tokens.accept(":") != null) {
            notIndented(word, "function definition");
          }
        }
      }
    }
    tokens.reset(start);
  }

  /** Of a class's head. */
  void classDefinition() {
    int start = tokens.mark();
    head(
        tokens.take(),
        "class definition",
        () -> {
          if (tokens.accept(Kind.NAME) == null) {
            return false;
          }
          grammar.compounds.typeParameters();
          int after = tokens.mark();
          if (tokens.accept("(") != null) {
            grammar.arguments.arguments();
            if (tokens.accept(")") == null) {
              tokens.reset(after);
            }
          }
          return true;
        });
    tokens.reset(start);
  }

  private boolean withHead(boolean brackets) {
    if (brackets && tokens.accept("(") == null) {
      return false;
    }
    boolean fits = false;
    do {
      int item = tokens.mark();
      var value = brackets ? grammar.expressions.expressions() : grammar.expressions.expression();
      if (value == null) {
        tokens.reset(item);
        break;
      }
      fits = true;
      int after = tokens.mark();
      if (tokens.accept("as") != null && grammar.targets.starTarget() == null) {
        tokens.reset(after);
      }
    } while (tokens.accept(",") != null);
    return fits && (!brackets || tokens.accept(")") != null);
  }

  /** Of the block of a with. */
  void withIndent() {
    int start = tokens.mark();
    var word = tokens.take();
    for (boolean brackets : new boolean[] {false, true}) {
      tokens.reset(start + 1);
      if (withHead(brackets) && tokens.accept(":") != null) {
        notIndented(word, "'with' statement");
      }
    }
    tokens.reset(start);
  }

  /** Of a with that does not fit. */
  void with() {
    int start = tokens.mark();
    tokens.take();
    for (boolean brackets : new boolean[] {false, true}) {
      tokens.reset(start + 1);
      if (withHead(brackets) && tokens.accept(Kind.NEWLINE) != null) {
        throw tokens.failAtLast("expected ':'");
      }
    }
    tokens.reset(start);
  }

  /** Of what follows {@code as} in a with. */
  void withTarget() {
    int start = tokens.mark();
    var target = grammar.expressions.expression();
    if (target != null && (tokens.at(",") || tokens.at(")") || tokens.at(":"))) {
      invalidTarget(target, Use.ASSIGN);
    }
    tokens.reset(start);
  }

  /** Of a try. */
  void tryStatement() {
    int start = tokens.mark();
    var word = tokens.take();
    if (tokens.accept(":") == null) {
      tokens.reset(start);
      return;
    }
    int body = tokens.mark();
    notIndented(word, "'try' statement");
    tokens.reset(body);
    var block = grammar.statements.block();
    if (block != null && !tokens.at("except") && !tokens.at("finally")) {
      throw tokens.failAtLast("expected 'except' or 'finally' block");
    }
    if (block != null) {
      mixedHandlers();
    }
    tokens.reset(start);
  }

  private void mixedHandlers() {
    boolean any = false;
    boolean groups = false;
    while (tokens.at("except")) {
      handlerIndent();
      handler();
      var word = tokens.take();
      boolean star = tokens.accept("*") != null;
      if (any && star != groups) {
        throw tokens.fail(
            star ? word.span().to(tokens.previous().span()) : word.span(),
            "cannot have both 'except' and 'except*' on the same 'try'");
      }
      any = true;
      groups = star;
      if (grammar.expressions.expression() != null && tokens.accept("as") != null) {
        tokens.accept(Kind.NAME);
      }
      if (tokens.accept(":") == null || grammar.statements.block() == null) {
        return;
      }
    }
  }

  /** Of the block of an except. */
  void handlerIndent() {
    int start = tokens.mark();
    var word = tokens.take();
    boolean star = tokens.accept("*") != null;
    boolean typed = grammar.expressions.expression() != null;
    if (typed && tokens.accept("as") != null) {
      tokens.accept(Kind.NAME);
    }
    if ((typed || !star) && tokens.accept(":") != null) {
      notIndented(word, star ? "'except*' statement" : "'except' statement");
    }
    tokens.reset(start);
  }

  /** Of an except that does not fit. */
  void handler() {
    int start = tokens.mark();
    tokens.take();
    boolean star = tokens.accept("*") != null;
    int after = tokens.mark();
    var type = grammar.expressions.expression();
    if (type != null && tokens.accept(",") != null && grammar.expressions.expressions() != null) {
      if (tokens.accept("as") != null) {
        tokens.accept(Kind.NAME);
      }
      if (tokens.at(":")) {
        throw tokens.fail(type.span(), "multiple exception types must be parenthesized");
      }
    }
    tokens.reset(after);
    if (grammar.expressions.expression() != null) {
      if (tokens.accept("as") != null) {
        tokens.accept(Kind.NAME);
      }
      if (tokens.accept(Kind.NEWLINE) != null) {
        throw tokens.failAtLast("expected ':'");
      }
    } else if (star && (tokens.at(Kind.NEWLINE) || tokens.at(":"))) {
      throw tokens.failAtLast("expected one or more exception types");
    } else if (tokens.accept(Kind.NEWLINE) != null) {
      throw tokens.failAtLast("expected ':'");
    }
    tokens.reset(start);
  }

  /** Of a match or a case outside of one. */
  void match() {
    int start = tokens.mark();
    var word = tokens.take();
    if (word.text().equals("match")) {
      head(word, "'match' statement", () -> grammar.compounds.subject() != null);
    }
    tokens.reset(start);
  }

  /** Of a case. */
  void caseBlock() {
    int start = tokens.mark();
    var word = tokens.acceptWord("case");
    if (word != null) {
      head(
          word,
          "'case' statement",
          () ->
              grammar.patterns.patterns() && grammar.compounds.guard(new ArrayList<Expression>()));
    }
    tokens.reset(start);
  }

  /** Of what follows {@code as} in a pattern. */
  void asPattern() {
    if (tokens.peek().isWord("_")) {
      throw tokens.fail(tokens.peek().span(), "cannot use '_' as a target");
    }
    if (tokens.at(Kind.NAME)) {
      return;
    }
    if (grammar.expressions.expression() != null) {
      throw tokens.failAtLast("invalid pattern target");
    }
  }
}
