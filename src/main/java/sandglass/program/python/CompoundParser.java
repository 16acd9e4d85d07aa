package sandglass.program.python;

import java.util.ArrayList;
import java.util.List;
import sandglass.program.python.Statement.Construct;
import sandglass.program.python.Statement.For;
import sandglass.program.python.Statement.FunctionDef;
import sandglass.program.python.Statement.Handler;
import sandglass.program.python.Statement.If;
import sandglass.program.python.Statement.Outside;
import sandglass.program.python.Statement.Try;
import sandglass.program.python.Statement.While;
import sandglass.program.python.Token.Kind;

/** Statements that hold blocks. */
final class CompoundParser {
  // Each elif nests in the one before.
  private static final int MAX_ELIFS = 300;

  private final Grammar grammar;
  private final TokenBuffer tokens;

  CompoundParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
  }

  /** The statement, or null if there is none here. */
  Statement compound() {
    int start = tokens.mark();
    var token = tokens.peek();
    var found =
        switch (token.kind()) {
          case OPERATOR -> token.text().equals("@") ? decorated() : null;
          case NAME -> token.text().equals("match") || token.text().equals("case") ? match() : null;
          case KEYWORD ->
              switch (token.text()) {
                case "if" -> ifStatement("if", 0);
                case "while" -> whileStatement();
                case "for" -> forStatement(start);
                case "def" -> function(start, List.of());
                case "class" -> classDefinition(start, List.of());
                case "try" -> tryStatement();
                case "with" -> with(start);
                case "async" -> asynchronous(List.of());
                default -> null;
              };
          default -> null;
        };
    return found == null ? tokens.nothing(start) : found;
  }

  private Statement decorated() {
    int start = tokens.mark();
    var decorators = new ArrayList<Expression>();
    while (tokens.accept("@") != null) {
      var decorator = grammar.expressions.namedExpression();
      if (decorator == null || tokens.accept(Kind.NEWLINE) == null) {
        return tokens.nothing(start);
      }
      decorators.add(decorator);
    }
    int definition = tokens.mark();
    if (tokens.at("class")) {
      return classDefinition(definition, decorators);
    }
    if (tokens.at("def")) {
      return function(definition, decorators);
    }
    return tokens.at("async") ? asynchronous(decorators) : null;
  }

  private Statement asynchronous(List<Expression> decorators) {
    int start = tokens.mark();
    tokens.take();
    if (tokens.at("def")) {
      var function = function(start, decorators);
      return function == null
          ? tokens.nothing(start)
          : new Outside(
              function.span(),
              Construct.ASYNC_FUNCTION,
              List.of(function instanceof FunctionDef def ? def.name() : ""),
              List.of(),
              List.of(function));
    }
    Statement inner = null;
    var construct = Construct.ASYNC_FOR;
    if (tokens.at("for")) {
      inner = forStatement(start);
    } else if (tokens.at("with")) {
      inner = with(start);
      construct = Construct.ASYNC_WITH;
    }
    return inner == null
        ? tokens.nothing(start)
        : new Outside(inner.span(), construct, List.of(), List.of(), List.of(inner));
  }

  private If ifStatement(String word, int chain) {
    if (tokens.diagnosing()) {
      grammar.statementMistakes.conditional(word);
    }
    if (chain > MAX_ELIFS) {
      throw new SyntaxFailure(tokens.peek().span(), "too many elif in a row", true);
    }
    int start = tokens.mark();
    tokens.take();
    var condition = grammar.expressions.namedExpression();
    if (condition == null || tokens.accept(":") == null) {
      return tokens.nothing(start);
    }
    var body = grammar.statements.block();
    if (body == null) {
      return tokens.nothing(start);
    }
    List<Statement> orElse = List.of();
    if (tokens.at("elif")) {
      var next = ifStatement("elif", chain + 1);
      if (next != null) {
        orElse = List.of(next);
      }
    } else {
      orElse = orElse();
    }
    return new If(span(start), condition, body, orElse);
  }

  // Without the line break and the dedents at the end.
  private Span span(int start) {
    int end = tokens.mark();
    int last = end;
    while (last > start + 1) {
      tokens.reset(last);
      var kind = tokens.previous().kind();
      if (kind != Kind.NEWLINE && kind != Kind.DEDENT) {
        break;
      }
      last--;
    }
    tokens.reset(last);
    var span = tokens.from(start);
    tokens.reset(end);
    return span;
  }

  /** The block of an else; empty if there is none. */
  private List<Statement> orElse() {
    int start = tokens.mark();
    if (!tokens.at("else")) {
      return List.of();
    }
    if (tokens.diagnosing()) {
      grammar.statementMistakes.indented("else", "'else' statement");
    }
    tokens.take();
    tokens.force(":");
    var block = grammar.statements.block();
    if (block == null) {
      tokens.reset(start);
      return List.of();
    }
    return block;
  }

  private Statement whileStatement() {
    if (tokens.diagnosing()) {
      grammar.statementMistakes.conditional("while");
    }
    int start = tokens.mark();
    tokens.take();
    var condition = grammar.expressions.namedExpression();
    if (condition == null || tokens.accept(":") == null) {
      return null;
    }
    var body = grammar.statements.block();
    if (body == null) {
      return null;
    }
    var orElse = orElse();
    return new While(span(start), condition, body, orElse);
  }

  private Statement forStatement(int start) {
    int word = tokens.mark();
    if (tokens.diagnosing()) {
      grammar.statementMistakes.loop();
    }
    tokens.take();
    var target = grammar.targets.starTargets();
    if (target == null || tokens.accept("in") == null) {
      tokens.reset(word);
      if (tokens.diagnosing()) {
        grammar.statementMistakes.forTarget();
      }
      return null;
    }
    var iterable = grammar.expressions.starExpressions();
    if (iterable == null || tokens.accept(":") == null) {
      return null;
    }
    var body = grammar.statements.block();
    if (body == null) {
      return null;
    }
    var orElse = orElse();
    return new For(span(start), target, iterable, body, orElse);
  }

  private Statement function(int start, List<Expression> decorators) {
    int word = tokens.mark();
    if (tokens.diagnosing()) {
      grammar.statementMistakes.function();
    }
    tokens.reset(word);
    tokens.take();
    var name = tokens.accept(Kind.NAME);
    if (name == null) {
      return null;
    }
    var typeParameters = typeParameters();
    tokens.force("(");
    var parameters = grammar.parameters.function();
    if (parameters == null || tokens.accept(")") == null) {
      return null;
    }
    Expression returns = null;
    int after = tokens.mark();
    if (tokens.accept("->") != null) {
      returns = grammar.expressions.expression();
      if (returns == null) {
        tokens.reset(after);
      }
    }
    tokens.force(":");
    var body = grammar.statements.block();
    if (body == null) {
      return null;
    }
    var function =
        new FunctionDef(
            span(start), name.text(), name.span(), decorators, parameters, returns, body);
    return typeParameters == null
        ? function
        : new Outside(
            typeParameters,
            Construct.TYPE_PARAMETERS,
            List.of(name.text()),
            List.of(),
            List.of(function));
  }

  /** Where they stand; null if there are none. */
  Span typeParameters() {
    int start = tokens.mark();
    if (tokens.accept("[") == null) {
      return null;
    }
    while (!tokens.at("]")) {
      boolean star = tokens.accept("*") != null || tokens.accept("**") != null;
      if (tokens.accept(Kind.NAME) == null) {
        return tokens.nothing(start);
      }
      if (tokens.at(":")) {
        var colon = tokens.take();
        if (grammar.expressions.expression() == null) {
          return tokens.nothing(start);
        }
        if (star) {
          if (tokens.diagnosing()) {
            throw tokens.fail(colon.span(), "cannot use bound with TypeVarTuple");
          }
          return tokens.nothing(start);
        }
      }
      if (tokens.accept(",") == null && !tokens.at("]")) {
        return tokens.nothing(start);
      }
    }
    tokens.take();
    return tokens.mark() == start + 2 ? tokens.nothing(start) : tokens.from(start);
  }

  private Statement classDefinition(int start, List<Expression> decorators) {
    if (tokens.diagnosing()) {
      grammar.statementMistakes.classDefinition();
    }
    tokens.take();
    var name = tokens.accept(Kind.NAME);
    if (name == null) {
      return null;
    }
    typeParameters();
    var parts = new ArrayList<>(decorators);
    if (tokens.accept("(") != null) {
      var arguments = grammar.arguments.arguments();
      if (tokens.accept(")") == null) {
        return null;
      }
      if (arguments != null) {
        arguments.forEach(argument -> parts.add(argument.value()));
      }
    }
    if (tokens.accept(":") == null) {
      return null;
    }
    var body = grammar.statements.block();
    return body == null
        ? null
        : new Outside(span(start), Construct.CLASS, List.of(name.text()), parts, body);
  }

  private Statement with(int start) {
    int word = tokens.mark();
    if (tokens.diagnosing()) {
      grammar.statementMistakes.withIndent();
    }
    tokens.reset(word + 1);
    var parts = new ArrayList<Expression>();
    boolean fits = false;
    if (tokens.accept("(") != null && withItems(parts)) {
      tokens.accept(",");
      fits = tokens.accept(")") != null && tokens.accept(":") != null;
    }
    if (!fits) {
      parts.clear();
      tokens.reset(word + 1);
      fits = withItems(parts) && tokens.accept(":") != null;
    }
    var body = fits ? grammar.statements.block() : null;
    if (body == null) {
      tokens.reset(word);
      if (tokens.diagnosing()) {
        grammar.statementMistakes.with();
      }
      return null;
    }
    return new Outside(span(start), Construct.WITH, List.of(), parts, body);
  }

  private boolean withItems(List<Expression> parts) {
    int after;
    do {
      after = tokens.mark();
      var value = grammar.expressions.expression();
      if (value == null) {
        break;
      }
      parts.add(value);
      after = tokens.mark();
      if (tokens.accept("as") != null) {
        var target = grammar.targets.starTarget();
        boolean ends = tokens.at(",") || tokens.at(")") || tokens.at(":");
        if (target != null && ends) {
          parts.add(target);
          after = tokens.mark();
        } else {
          tokens.reset(after + 1);
          if (tokens.diagnosing()) {
            grammar.statementMistakes.withTarget();
          }
          break;
        }
      }
      tokens.reset(after);
    } while (tokens.accept(",") != null);
    tokens.reset(after);
    if (!parts.isEmpty() && tokens.previous().is(",")) {
      tokens.reset(after - 1);
    }
    return !parts.isEmpty();
  }

  private Statement tryStatement() {
    int start = tokens.mark();
    if (tokens.diagnosing()) {
      grammar.statementMistakes.tryStatement();
    }
    tokens.reset(start);
    tokens.take();
    tokens.force(":");
    var body = grammar.statements.block();
    if (body == null) {
      return null;
    }
    var handlers = new ArrayList<Handler>();
    boolean groups = false;
    while (tokens.at("except")) {
      int before = tokens.mark();
      boolean[] star = new boolean[1];
      var handler = handler(star);
      if (handler == null || (!handlers.isEmpty() && star[0] != groups)) {
        tokens.reset(before);
        break;
      }
      groups = star[0];
      handlers.add(handler);
    }
    List<Statement> orElse = handlers.isEmpty() ? List.of() : orElse();
    List<Statement> finallyBody = List.of();
    if (tokens.at("finally")) {
      int before = tokens.mark();
      if (tokens.diagnosing()) {
        grammar.statementMistakes.indented("finally", "'finally' statement");
      }
      tokens.take();
      tokens.force(":");
      finallyBody = grammar.statements.block();
      if (finallyBody == null) {
        tokens.reset(before);
        finallyBody = List.of();
      }
    }
    if (handlers.isEmpty() && finallyBody.isEmpty()) {
      return null;
    }
    var statement = new Try(span(start), body, handlers, orElse, finallyBody);
    return groups
        ? new Outside(
            statement.span(), Construct.TRY_STAR, List.of(), List.of(), List.of(statement))
        : statement;
  }

  private Handler handler(boolean[] star) {
    int start = tokens.mark();
    if (tokens.diagnosing()) {
      grammar.statementMistakes.handlerIndent();
    }
    tokens.reset(start);
    tokens.take();
    star[0] = tokens.accept("*") != null;
    Expression type = null;
    String name = null;
    if (!tokens.at(":") || star[0]) {
      type = grammar.expressions.expression();
      if (type != null && tokens.accept("as") != null) {
        var token = tokens.accept(Kind.NAME);
        if (token != null) {
          name = token.text();
        } else {
          type = null;
        }
      }
      if (type == null || !tokens.at(":")) {
        return handlerMistake(start);
      }
    }
    tokens.take();
    var body = grammar.statements.block();
    return body == null ? handlerMistake(start) : new Handler(span(start), type, name, body);
  }

  private Handler handlerMistake(int start) {
    tokens.reset(start);
    if (tokens.diagnosing()) {
      grammar.statementMistakes.handler();
    }
    return tokens.nothing(start);
  }

  private Statement match() {
    int start = tokens.mark();
    if (tokens.peek().isWord("match")) {
      tokens.take();
      var subject = subject();
      if (subject != null
          && tokens.accept(":") != null
          && tokens.accept(Kind.NEWLINE) != null
          && tokens.accept(Kind.INDENT) != null) {
        var parts = new ArrayList<Expression>();
        parts.add(subject);
        var body = new ArrayList<Statement>();
        while (caseBlock(parts, body)) {
          // the condition takes them
        }
        if (!body.isEmpty() && tokens.accept(Kind.DEDENT) != null) {
          return new Outside(span(start), Construct.MATCH, List.of(), parts, body);
        }
      }
    }
    tokens.reset(start);
    if (tokens.diagnosing()) {
      grammar.statementMistakes.match();
    }
    return null;
  }

  Expression subject() {
    int start = tokens.mark();
    var first = grammar.expressions.starNamedExpression();
    if (first != null && tokens.at(",")) {
      tokens.reset(start);
      var elements = grammar.expressions.starNamedExpressions();
      return new Expression.TupleDisplay(tokens.from(start), elements);
    }
    if (first instanceof Expression.Starred) {
      return tokens.nothing(start);
    }
    return first;
  }

  private boolean caseBlock(List<Expression> parts, List<Statement> body) {
    int start = tokens.mark();
    if (tokens.diagnosing()) {
      grammar.statementMistakes.caseBlock();
    }
    if (tokens.acceptWord("case") != null && grammar.patterns.patterns() && guard(parts)) {
      if (tokens.accept(":") != null) {
        var block = grammar.statements.block();
        if (block != null) {
          body.addAll(block);
          return true;
        }
      }
    }
    tokens.reset(start);
    return false;
  }

  /** True also where there is none. */
  boolean guard(List<Expression> parts) {
    int start = tokens.mark();
    if (tokens.accept("if") == null) {
      return true;
    }
    var condition = grammar.expressions.namedExpression();
    if (condition == null) {
      tokens.reset(start);
      return true;
    }
    parts.add(condition);
    return true;
  }
}
