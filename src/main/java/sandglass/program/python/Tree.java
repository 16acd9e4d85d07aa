package sandglass.program.python;

import java.util.List;
import java.util.function.Predicate;

/** Questions about whole trees. */
final class Tree {
  private Tree() {}

  /** Whether a test holds for an expression or for anything in it. */
  static boolean any(Expression expression, Predicate<Expression> test) {
    return test.test(expression) || Parts.of(expression).stream().anyMatch(e -> any(e, test));
  }

  /** Whether a test holds for any expression in statements, those of functions not among them. */
  static boolean any(List<Statement> statements, Predicate<Expression> test) {
    for (var statement : statements) {
      if (StatementParts.of(statement).stream().anyMatch(e -> any(e, test))) {
        return true;
      }
      for (var block : Bindings.blocks(statement)) {
        if (any(block, test)) {
          return true;
        }
      }
    }
    return false;
  }
}
