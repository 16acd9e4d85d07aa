package sandglass.program.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import sandglass.program.python.Expression.Binary;
import sandglass.program.python.Expression.BinaryOperator;
import sandglass.program.python.Expression.BoolOp;
import sandglass.program.python.Expression.BoolOperator;
import sandglass.program.python.Expression.Compare;
import sandglass.program.python.Expression.CompareOperator;
import sandglass.program.python.Expression.Conditional;
import sandglass.program.python.Expression.Construct;
import sandglass.program.python.Expression.Lambda;
import sandglass.program.python.Expression.Name;
import sandglass.program.python.Expression.Outside;
import sandglass.program.python.Expression.Starred;
import sandglass.program.python.Expression.TupleDisplay;
import sandglass.program.python.Expression.Unary;
import sandglass.program.python.Expression.UnaryOperator;
import sandglass.program.python.Token.Kind;
import sandglass.program.python.TokenBuffer.Rule;

/** Expressions down to their operands. A rule that does not fit gives null and takes nothing. */
final class ExpressionParser {
  private static final Map<String, BinaryOperator> BINARY =
      Map.ofEntries(
          Map.entry("|", BinaryOperator.OR),
          Map.entry("^", BinaryOperator.XOR),
          Map.entry("&", BinaryOperator.AND),
          Map.entry("<<", BinaryOperator.LEFT_SHIFT),
          Map.entry(">>", BinaryOperator.RIGHT_SHIFT),
          Map.entry("+", BinaryOperator.ADD),
          Map.entry("-", BinaryOperator.SUBTRACT),
          Map.entry("*", BinaryOperator.MULTIPLY),
          Map.entry("/", BinaryOperator.DIVIDE),
          Map.entry("//", BinaryOperator.FLOOR_DIVIDE),
          Map.entry("%", BinaryOperator.MODULO),
          Map.entry("@", BinaryOperator.MATRIX_MULTIPLY));
  private static final Map<String, CompareOperator> COMPARE =
      Map.of(
          "<", CompareOperator.LESS,
          "<=", CompareOperator.LESS_OR_EQUAL,
          ">", CompareOperator.GREATER,
          ">=", CompareOperator.GREATER_OR_EQUAL,
          "==", CompareOperator.EQUAL,
          "!=", CompareOperator.NOT_EQUAL,
          "in", CompareOperator.IN);
  private static final Map<String, UnaryOperator> UNARY =
      Map.of("+", UnaryOperator.POSITIVE, "-", UnaryOperator.NEGATIVE, "~", UnaryOperator.INVERT);
  // Operands of one operator in a row nest in the tree, which is walked by recursion.
  private static final int MAX_CHAIN = 500;

  private final Grammar grammar;
  private final TokenBuffer tokens;

  ExpressionParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
  }

  /** One or several, with stars: then a tuple without brackets. */
  Expression starExpressions() {
    return tupleOf(this::starExpression);
  }

  /** One or several: then a tuple without brackets. */
  Expression expressions() {
    return tupleOf(this::expression);
  }

  private Expression tupleOf(Supplier<Expression> item) {
    int start = tokens.mark();
    var first = item.get();
    if (first == null || !tokens.at(",")) {
      return first;
    }
    var elements = new ArrayList<Expression>();
    elements.add(first);
    while (tokens.accept(",") != null) {
      var next = item.get();
      if (next == null) {
        break;
      }
      elements.add(next);
    }
    return new TupleDisplay(tokens.from(start), elements);
  }

  Expression starExpression() {
    return tokens.memo(Rule.STAR_EXPRESSION, () -> starOr(this::expression));
  }

  Expression starNamedExpression() {
    return starOr(this::namedExpression);
  }

  private Expression starOr(Supplier<Expression> other) {
    int start = tokens.mark();
    if (tokens.accept("*") != null) {
      var value = bitwiseOr();
      if (value != null) {
        return new Starred(tokens.from(start), value);
      }
      tokens.reset(start);
    }
    return other.get();
  }

  /** One or more with commas between, perhaps one at the end; null if none. */
  List<Expression> starNamedExpressions() {
    var first = starNamedExpression();
    if (first == null) {
      return null;
    }
    var elements = new ArrayList<Expression>();
    elements.add(first);
    while (tokens.accept(",") != null) {
      var next = starNamedExpression();
      if (next == null) {
        break;
      }
      elements.add(next);
    }
    return elements;
  }

  /** A yield or what may stand on the right of an assignment. */
  Expression yieldOrStarExpressions() {
    var yield = yieldExpression();
    return yield != null ? yield : starExpressions();
  }

  Expression yieldExpression() {
    int start = tokens.mark();
    if (tokens.accept("yield") == null) {
      return null;
    }
    int after = tokens.mark();
    if (tokens.accept("from") != null) {
      var value = expression();
      if (value != null) {
        return new Outside(tokens.from(start), Construct.YIELD_FROM, List.of(value));
      }
      tokens.reset(after);
    }
    var value = starExpressions();
    return new Outside(
        tokens.from(start), Construct.YIELD, value == null ? List.of() : List.of(value));
  }

  Expression assignmentExpression() {
    int start = tokens.mark();
    var name = tokens.accept(Kind.NAME);
    if (name != null && tokens.accept(":=") != null) {
      var value = expression();
      if (value != null) {
        return new Outside(
            tokens.from(start),
            Construct.WALRUS,
            List.of(new Name(name.span(), name.text()), value));
      }
    }
    return tokens.nothing(start);
  }

  Expression namedExpression() {
    return tokens.memo(
        Rule.NAMED_EXPRESSION,
        () -> {
          var assignment = assignmentExpression();
          if (assignment != null) {
            return assignment;
          }
          if (tokens.diagnosing()) {
            grammar.mistakes.namedExpression();
          }
          return expressionWithoutWalrus();
        });
  }

  Expression expressionWithoutWalrus() {
    int start = tokens.mark();
    var value = expression();
    return value == null || tokens.at(":=") ? tokens.nothing(start) : value;
  }

  Expression expression() {
    return tokens.memo(
        Rule.EXPRESSION,
        () -> {
          if (tokens.diagnosing()) {
            grammar.mistakes.expression();
          }
          return plainExpression();
        });
  }

  /** Without the mistakes of expressions. */
  Expression plainExpression() {
    int start = tokens.mark();
    var then = disjunction();
    if (then == null) {
      return lambda();
    }
    int after = tokens.mark();
    if (tokens.accept("if") != null) {
      var condition = disjunction();
      if (condition != null && tokens.accept("else") != null) {
        var otherwise = expression();
        if (otherwise != null) {
          return new Conditional(tokens.from(start), condition, then, otherwise);
        }
      }
      tokens.reset(after);
    }
    return then;
  }

  Expression disjunction() {
    return tokens.memo(Rule.DISJUNCTION, () -> boolOp("or", BoolOperator.OR, this::conjunction));
  }

  private Expression conjunction() {
    return tokens.memo(Rule.CONJUNCTION, () -> boolOp("and", BoolOperator.AND, this::inversion));
  }

  private Expression boolOp(String word, BoolOperator operator, Supplier<Expression> operand) {
    int start = tokens.mark();
    var first = operand.get();
    if (first == null || !tokens.at(word)) {
      return first;
    }
    var operands = new ArrayList<Expression>();
    operands.add(first);
    int after = tokens.mark();
    while (tokens.accept(word) != null) {
      var next = operand.get();
      if (next == null) {
        break;
      }
      operands.add(next);
      after = tokens.mark();
    }
    tokens.reset(after);
    return operands.size() == 1 ? first : new BoolOp(tokens.from(start), operator, operands);
  }

  Expression inversion() {
    return tokens.memo(
        Rule.INVERSION,
        () -> {
          int start = tokens.mark();
          if (tokens.accept("not") == null) {
            return comparison();
          }
          var operand = inversion();
          return operand == null
              ? tokens.nothing(start)
              : new Unary(tokens.from(start), UnaryOperator.NOT, operand);
        });
  }

  private Expression comparison() {
    int start = tokens.mark();
    var first = bitwiseOr();
    if (first == null) {
      return null;
    }
    var operators = new ArrayList<CompareOperator>();
    var rest = new ArrayList<Expression>();
    while (true) {
      int before = tokens.mark();
      var operator = compareOperator();
      var right = operator == null ? null : bitwiseOr();
      // "is not x" may fit nothing while "is" alone does: not x is no operand.
      if (right == null) {
        tokens.reset(before);
        break;
      }
      operators.add(operator);
      rest.add(right);
    }
    return rest.isEmpty() ? first : new Compare(tokens.from(start), first, operators, rest);
  }

  private CompareOperator compareOperator() {
    var token = tokens.peek();
    if (token.is("not")) {
      tokens.take();
      return tokens.accept("in") == null ? null : CompareOperator.NOT_IN;
    }
    if (token.is("is")) {
      tokens.take();
      return tokens.accept("not") == null ? CompareOperator.IS : CompareOperator.IS_NOT;
    }
    boolean symbol = token.kind() == Kind.OPERATOR || token.is("in");
    var operator = symbol ? COMPARE.get(token.text()) : null;
    if (operator != null) {
      tokens.take();
    }
    return operator;
  }

  Expression bitwiseOr() {
    return tokens.memo(Rule.BITWISE_OR, () -> binary(1));
  }

  private static int level(BinaryOperator operator) {
    return switch (operator) {
      case OR -> 1;
      case XOR -> 2;
      case AND -> 3;
      case LEFT_SHIFT, RIGHT_SHIFT -> 4;
      case ADD, SUBTRACT -> 5;
      case MULTIPLY, DIVIDE, FLOOR_DIVIDE, MODULO, MATRIX_MULTIPLY -> 6;
      case POWER -> 7;
    };
  }

  private Expression binary(int least) {
    int start = tokens.mark();
    var left = factor();
    int chain = 0;
    while (left != null) {
      var token = tokens.peek();
      var operator = token.kind() == Kind.OPERATOR ? BINARY.get(token.text()) : null;
      if (operator == null || level(operator) < least) {
        break;
      }
      int before = tokens.mark();
      tokens.take();
      var right = binary(level(operator) + 1);
      if (right == null) {
        tokens.reset(before);
        break;
      }
      left = new Binary(tokens.from(start), left, operator, right);
      checkChain(++chain);
    }
    return left;
  }

  /** Ends the parse where a tree would become too deep to be walked. */
  void checkChain(int length) {
    if (length > MAX_CHAIN) {
      throw new SyntaxFailure(tokens.previous().span(), "too many nested expressions", true);
    }
  }

  Expression factor() {
    return tokens.memo(
        Rule.FACTOR,
        () -> {
          int start = tokens.mark();
          var token = tokens.peek();
          var operator = token.kind() == Kind.OPERATOR ? UNARY.get(token.text()) : null;
          if (operator == null) {
            return power();
          }
          tokens.take();
          var operand = factor();
          return operand == null
              ? tokens.nothing(start)
              : new Unary(tokens.from(start), operator, operand);
        });
  }

  private Expression power() {
    int start = tokens.mark();
    var base = awaitPrimary();
    if (base == null) {
      return null;
    }
    int after = tokens.mark();
    if (tokens.accept("**") != null) {
      var exponent = factor();
      if (exponent != null) {
        return new Binary(tokens.from(start), base, BinaryOperator.POWER, exponent);
      }
      tokens.reset(after);
    }
    return base;
  }

  private Expression awaitPrimary() {
    return tokens.memo(
        Rule.AWAIT_PRIMARY,
        () -> {
          int start = tokens.mark();
          if (tokens.accept("await") == null) {
            return grammar.atoms.primary();
          }
          var operand = grammar.atoms.primary();
          return operand == null
              ? tokens.nothing(start)
              : new Outside(tokens.from(start), Construct.AWAIT, List.of(operand));
        });
  }

  private Expression lambda() {
    return tokens.memo(
        Rule.LAMBDA,
        () -> {
          int start = tokens.mark();
          if (tokens.accept("lambda") == null) {
            return null;
          }
          var parameters = grammar.parameters.lambda();
          if (parameters != null && tokens.accept(":") != null) {
            var body = expression();
            if (body != null) {
              return new Lambda(tokens.from(start), parameters, body);
            }
          }
          return tokens.nothing(start);
        });
  }
}
