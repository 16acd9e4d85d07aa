package sandglass.program.python;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import sandglass.program.python.Expression.Attribute;
import sandglass.program.python.Expression.Call;
import sandglass.program.python.Expression.Name;

/**
 * Where a generator expression and the loop that it becomes could differ: a StopIteration raised
 * inside the one ends as a RuntimeError.
 */
final class Generators {
  private static final Set<String> NOISY =
      Set.of(
          "append",
          "clear",
          "extend",
          "flush",
          "insert",
          "pop",
          "popitem",
          "read",
          "readline",
          "readlines",
          "remove",
          "reverse",
          "setdefault",
          "sort",
          "update",
          "write");

  private Generators() {}

  /** Whether anything in a program may raise StopIteration out of a function. */
  static boolean mayStop(PythonModule program) {
    return any(program.body(), Generators::stops);
  }

  /** Whether an expression itself may raise StopIteration, given that functions may. */
  static boolean mayStop(Expression expression, Scope scope) {
    return Tree.any(
        expression,
        e ->
            stops(e)
                || (e instanceof Call(_, Name(_, var name), _)
                    && scope.what(name) == Scope.What.FUNCTION));
  }

  private static boolean stops(Expression expression) {
    return switch (expression) {
      case Call(_, Name(_, var name), var arguments) ->
          name.equals("next") && arguments.size() == 1;
      case Name(_, var name) -> name.equals("StopIteration");
      default -> false;
    };
  }

  private static boolean any(List<Statement> statements, Predicate<Expression> test) {
    for (var statement : statements) {
      var own = StatementParts.of(statement);
      if (own.stream().anyMatch(expression -> Tree.any(expression, test))) {
        return true;
      }
      if (statement instanceof Statement.FunctionDef function && any(function.body(), test)) {
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

  /** Whether an expression only computes: it calls nothing of the program and reads nothing. */
  static boolean isQuiet(Expression expression, Scope scope) {
    return !Tree.any(
        expression,
        e ->
            switch (e) {
              case Call(_, Name(_, var name), _) ->
                  scope.what(name) != Scope.What.BUILTIN
                      || name.equals("print")
                      || name.equals("input")
                      || name.equals("next");
              case Call(_, Attribute(_, _, var method, _), _) -> NOISY.contains(method);
              default -> false;
            });
  }
}
