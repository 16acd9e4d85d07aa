package sandglass.program.python;

import java.util.List;
import sandglass.program.python.Expression.Compare;
import sandglass.program.python.Expression.CompareOperator;
import sandglass.program.python.Expression.ListDisplay;
import sandglass.program.python.Expression.Starred;
import sandglass.program.python.Expression.TupleDisplay;

/** What CPython's messages call expressions. */
final class Wording {
  /** What targets are for. */
  enum Use {
    ASSIGN,
    DELETE,
    FOR
  }

  private Wording() {}

  static String name(Expression expression) {
    return switch (expression) {
      case Expression.Attribute _ -> "attribute";
      case Expression.Index _ -> "subscript";
      case Expression.Slice _ -> "slice";
      case Starred _ -> "starred";
      case Expression.Name _ -> "name";
      case ListDisplay _ -> "list";
      case TupleDisplay _ -> "tuple";
      case Expression.Lambda _ -> "lambda";
      case Expression.Call _ -> "function call";
      case Expression.BoolOp _, Expression.Binary _, Expression.Unary _ -> "expression";
      case Expression.Generator _ -> "generator expression";
      case Expression.ListComprehension _ -> "list comprehension";
      case Expression.DictComprehension _ -> "dict comprehension";
      case Expression.DictDisplay _ -> "dict literal";
      case Expression.JoinedString _ -> "f-string expression";
      case Expression.IntLiteral _, Expression.FloatLiteral _, Expression.StringLiteral _ ->
          "literal";
      case Expression.Constant(_, var value) ->
          value == Expression.Constant.Value.ELLIPSIS ? "ellipsis" : value.symbol;
      case Compare _ -> "comparison";
      case Expression.Conditional _ -> "conditional expression";
      case Expression.Outside(_, var construct, _) ->
          switch (construct) {
            case COMPLEX, BYTES -> "literal";
            case SET -> "set display";
            case SET_COMPREHENSION -> "set comprehension";
            case DOUBLE_STAR_ENTRY -> "dict literal";
            case WALRUS -> "named expression";
            case YIELD, YIELD_FROM -> "yield expression";
            case AWAIT -> "await expression";
            case STAR_ARGUMENT, DOUBLE_STAR_ARGUMENT -> "starred";
          };
    };
  }

  /** The first part that cannot be a target; null if all can. */
  static Expression invalidTarget(Expression expression, Use use) {
    return switch (expression) {
      case ListDisplay(_, var elements) -> firstInvalid(elements, use);
      case TupleDisplay(_, var elements) -> firstInvalid(elements, use);
      case Starred(_, var value) -> use == Use.DELETE ? expression : invalidTarget(value, use);
      case Compare compare when use == Use.FOR ->
          compare.operators().getFirst() == CompareOperator.IN
              ? invalidTarget(compare.first(), use)
              : null;
      case Expression.Name _, Expression.Index _, Expression.Attribute _ -> null;
      default -> expression;
    };
  }

  private static Expression firstInvalid(List<Expression> elements, Use use) {
    for (var element : elements) {
      var invalid = invalidTarget(element, use);
      if (invalid != null) {
        return invalid;
      }
    }
    return null;
  }
}
