package sandglass.program.python;

import java.util.List;
import sandglass.program.python.ExpressionWriter.Part;

/** Writes what is computed of floats without making objects of them: see {@link Reals}. */
final class RealWriter {
  /** Ints up to here are doubles exactly. */
  private static final long EXACT = 1L << 53;

  private final Body body;
  private final ExpressionWriter expressions;

  RealWriter(Body body, ExpressionWriter expressions) {
    this.body = body;
    this.expressions = expressions;
  }

  /** Whether an expression is written by this. */
  boolean is(Expression expression) {
    return body.reals().isReal(expression) && !Tree.any(expression, this::isHidden);
  }

  /** Whether a name is that of a float, but another's here. */
  private boolean isHidden(Expression expression) {
    return expression instanceof Expression.Name n
        && body.reals().contains(n.name())
        && body.comprehensionLocal(n.name()) != null;
  }

  /** Whether a value is an object already. */
  static boolean isConstant(Expression expression) {
    return switch (expression) {
      case Expression.FloatLiteral _, Expression.Attribute _ -> true;
      case Expression.Unary u -> u.operand() instanceof Expression.FloatLiteral;
      default -> false;
    };
  }

  /** Whether an operand is a double at once: a float, or an int that one holds. */
  private boolean isDouble(Expression expression) {
    return is(expression) || exact(expression) != null;
  }

  private static Double exact(Expression expression) {
    return expression instanceof Expression.IntLiteral i
            && i.value().abs().bitLength() <= 63
            && Math.abs(i.value().longValue()) <= EXACT
        ? Double.valueOf(i.value().longValue())
        : null;
  }

  /** The value as an object. */
  WatNode boxed(Expression expression) {
    // NaNs are told apart by what object they are
    String function = expression instanceof Expression.Name ? "py.boxed_variable" : "py.boxed";
    return WatNode.call(function, real(expression));
  }

  /** Gives an f64: the value of an expression that is a float. */
  WatNode real(Expression expression) {
    Double exact = exact(expression);
    if (exact != null) {
      return constant(exact);
    }
    return switch (expression) {
      case Expression.FloatLiteral e -> constant(e.value());
      case Expression.Name e -> WatNode.get(Body.ident(e.name()));
      case Expression.Unary e ->
          e.operator() == Expression.UnaryOperator.NEGATIVE
              ? negative(e.operand())
              : real(e.operand());
      case Expression.Binary e -> binary(e);
      case Expression.Conditional e -> {
        var condition = expressions.truth(e.condition());
        var before = body.known();
        var then = body.apart(() -> body.emit(real(e.then())));
        var otherwise = body.apart(() -> body.emit(real(e.otherwise())));
        body.merge(before);
        yield new WatNode.If("(result f64)", condition, then, otherwise);
      }
      case Expression.Call e -> call(e);
      default -> unboxed(expressions.plain(expression));
    };
  }

  private static WatNode unboxed(WatNode value) {
    return WatNode.call("py.real", value);
  }

  private WatNode negative(Expression operand) {
    return operand instanceof Expression.FloatLiteral f
        ? constant(-f.value())
        : WatNode.op("f64.neg", real(operand));
  }

  static WatNode constant(double value) {
    String text =
        Double.isNaN(value)
            ? "nan"
            : Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : Double.toString(value);
    return WatNode.op("f64.const " + text);
  }

  private WatNode binary(Expression.Binary e) {
    String name =
        switch (e.operator()) {
          case ADD -> "add";
          case SUBTRACT -> "sub";
          case MULTIPLY -> "mul";
          case DIVIDE -> "div";
          default -> null;
        };
    if (name == null) {
      return unboxed(expressions.plain(e));
    }
    boolean left = isDouble(e.left());
    boolean right = isDouble(e.right());
    boolean ints = !is(e.left()) && !is(e.right());
    if (left && right && (!ints || isNonZero(e.right()))) {
      var nodes = List.of(real(e.left()), real(e.right()));
      return !name.equals("div") || isNonZero(e.right())
          ? WatNode.op("f64." + name, nodes)
          : located(e.span(), "py.div_reals", nodes);
    }
    if (is(e.left())) {
      return mixed(
          e.span(), "py." + name + "_real", double_(e.left()), expressions.part(e.right()));
    }
    if (is(e.right())) {
      return mixed(
          e.span(), "py." + name + "_to_real", expressions.part(e.left()), double_(e.right()));
    }
    return expressions.located(e.span(), "py.div_values", expressions.parts(e.left(), e.right()));
  }

  /** {@code name operator= value}, the variable being a float. */
  WatNode augmented(Statement.AugmentedAssign s, Expression.Name name) {
    var operation = new Expression.Binary(s.span(), name, s.operator(), s.value());
    if (isDouble(s.value()) && isPlain(s.operator())) {
      return real(operation);
    }
    var value = expressions.part(s.value());
    return isPlain(s.operator())
        ? mixed(
            s.span(),
            "py.i" + ExpressionWriter.operation(s.operator()) + "_real",
            double_(name),
            value)
        : unboxed(
            expressions.located(
                s.span(),
                "py.i" + ExpressionWriter.operation(s.operator()),
                List.of(expressions.part(name), value)));
  }

  private static boolean isPlain(Expression.BinaryOperator operator) {
    return switch (operator) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE -> true;
      default -> false;
    };
  }

  private static boolean isNonZero(Expression expression) {
    return expression instanceof Expression.FloatLiteral f && f.value() != 0
        || expression instanceof Expression.IntLiteral i && i.value().signum() != 0;
  }

  /** A double needs no care of the collector's. */
  private Part double_(Expression expression) {
    return new Part(() -> real(expression), expressions.collects(expression), true);
  }

  private WatNode mixed(Span span, String function, Part a, Part b) {
    return expressions.located(span, function, List.of(a, b));
  }

  private WatNode located(Span span, String function, List<WatNode> nodes) {
    return expressions.located(span, function, nodes.stream().map(Part::ready).toList());
  }

  private WatNode call(Expression.Call e) {
    if (e.arguments().size() == 1 && e.arguments().getFirst().name() == null) {
      var argument = e.arguments().getFirst().value();
      String name =
          switch (e.function()) {
            case Expression.Name n -> body.module.names.members().getOrDefault(n.name(), n.name());
            case Expression.Attribute a -> "math." + a.name();
            default -> "";
          };
      if (is(argument)) {
        switch (name) {
          case "math.sqrt" -> {
            return located(e.span(), "py.sqrt_real", List.of(real(argument)));
          }
          case "math.fabs", "abs" -> {
            return WatNode.op("f64.abs", real(argument));
          }
          default -> {}
        }
      }
    }
    return unboxed(expressions.plain(e));
  }

  /** A comparison of doubles as an i32; null if it is none. */
  WatNode compare(Expression left, Expression.CompareOperator operator, Expression right) {
    if (!isDouble(left) || !isDouble(right) || !is(left) && !is(right)) {
      return null;
    }
    String name =
        switch (operator) {
          case LESS -> "lt";
          case LESS_OR_EQUAL -> "le";
          case GREATER -> "gt";
          case GREATER_OR_EQUAL -> "ge";
          case EQUAL -> "eq";
          case NOT_EQUAL -> "ne";
          default -> null;
        };
    return name == null ? null : WatNode.op("f64." + name, real(left), real(right));
  }

  /** Whether computing a float may fail. */
  boolean mayFail(Expression expression) {
    return switch (expression) {
      case Expression.FloatLiteral _, Expression.IntLiteral _, Expression.Name _ -> false;
      case Expression.Unary e -> mayFail(e.operand());
      case Expression.Binary e ->
          !(isDouble(e.left()) && isDouble(e.right()))
              || mayFail(e.left())
              || mayFail(e.right())
              || switch (e.operator()) {
                case ADD, SUBTRACT, MULTIPLY -> false;
                case DIVIDE -> !isNonZero(e.right());
                default -> true;
              };
      case Expression.Attribute _ -> false;
      default -> true;
    };
  }
}
