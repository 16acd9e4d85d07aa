package sandglass.program.python;

import java.util.List;

/**
 * What CPython warns of while it compiles. Its warnings go to stderr before the program runs, so
 * programs with such a thing are not for the compiler to WAT.
 */
final class Warned {
  private Warned() {}

  /** Whether it is a literal to CPython, which computes what consists of literals alone. */
  static boolean isLiteral(Expression expression) {
    return switch (expression) {
      case Expression.IntLiteral _, Expression.FloatLiteral _, Expression.StringLiteral _ -> true;
      case Expression.Unary e -> isConstant(e.operand());
      case Expression.Binary e -> isConstant(e.left()) && isConstant(e.right());
      case Expression.TupleDisplay e -> areConstant(e.elements());
      case Expression.Index e -> isConstant(e.value()) && isConstant(e.index());
      default -> false;
    };
  }

  private static boolean isConstant(Expression expression) {
    return expression instanceof Expression.Constant || isLiteral(expression);
  }

  private static boolean areConstant(List<Expression> expressions) {
    return expressions.stream().allMatch(Warned::isConstant);
  }

  /** Whether a subscript, not as a target, is one of a kind that fails whenever it is run. */
  static boolean subscript(Expression value, Expression index) {
    return switch (value) {
      case Expression.StringLiteral _,
          Expression.TupleDisplay _,
          Expression.ListDisplay _,
          Expression.ListComprehension _,
          Expression.JoinedString _ ->
          isNoIndex(index);
      case Expression.Constant _, Expression.IntLiteral _, Expression.FloatLiteral _ -> true;
      default -> isLiteral(value);
    };
  }

  private static boolean isNoIndex(Expression index) {
    return switch (index) {
      case Expression.FloatLiteral _,
          Expression.StringLiteral _,
          Expression.TupleDisplay _,
          Expression.ListDisplay _,
          Expression.DictDisplay _,
          Expression.ListComprehension _,
          Expression.DictComprehension _,
          Expression.JoinedString _ ->
          true;
      case Expression.Constant e -> e.value() == Expression.Constant.Value.NONE;
      default -> isLiteral(index) && !(index instanceof Expression.IntLiteral) && !isInt(index);
    };
  }

  /** Of integers only, so that what is computed of them is one, unless it is a quotient. */
  private static boolean isInt(Expression expression) {
    return switch (expression) {
      case Expression.IntLiteral _ -> true;
      case Expression.Unary e -> isInt(e.operand());
      case Expression.Binary e ->
          e.operator() != Expression.BinaryOperator.DIVIDE
              && e.operator() != Expression.BinaryOperator.POWER
              && isInt(e.left())
              && isInt(e.right());
      default -> false;
    };
  }
}
