package sandglass.program.python;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Walks over syntax trees. */
final class Tree {
  private Tree() {}

  /** The expressions right inside one, in the order of the source. */
  static List<Expression> children(Expression expression) {
    var found = new ArrayList<Expression>();
    switch (expression) {
      case Expression.IntLiteral _,
          Expression.FloatLiteral _,
          Expression.StringLiteral _,
          Expression.Constant _,
          Expression.Name _ -> {}
      case Expression.JoinedString e ->
          e.parts().stream()
              .filter(Expression.JoinedString.Field.class::isInstance)
              .map(Expression.JoinedString.Field.class::cast)
              .forEach(
                  field -> {
                    found.add(field.value());
                    add(found, field.format());
                  });
      case Expression.Unary e -> found.add(e.operand());
      case Expression.Binary e -> {
        found.add(e.left());
        found.add(e.right());
      }
      case Expression.BoolOp e -> found.addAll(e.operands());
      case Expression.Compare e -> {
        found.add(e.first());
        found.addAll(e.rest());
      }
      case Expression.Conditional e -> {
        found.add(e.condition());
        found.add(e.then());
        found.add(e.otherwise());
      }
      case Expression.Call e -> {
        found.add(e.function());
        e.arguments().forEach(a -> found.add(a.value()));
      }
      case Expression.Attribute e -> found.add(e.value());
      case Expression.Index e -> {
        found.add(e.value());
        found.add(e.index());
      }
      case Expression.Slice e -> {
        add(found, e.lower());
        add(found, e.upper());
        add(found, e.step());
      }
      case Expression.ListDisplay e -> found.addAll(e.elements());
      case Expression.TupleDisplay e -> found.addAll(e.elements());
      case Expression.DictDisplay e ->
          e.entries()
              .forEach(
                  entry -> {
                    found.add(entry.key());
                    found.add(entry.value());
                  });
      case Expression.ListComprehension e -> {
        found.add(e.element());
        e.clauses().forEach(c -> clause(found, c));
      }
      case Expression.DictComprehension e -> {
        found.add(e.key());
        found.add(e.value());
        e.clauses().forEach(c -> clause(found, c));
      }
      case Expression.Generator e -> {
        found.add(e.element());
        e.clauses().forEach(c -> clause(found, c));
      }
      case Expression.Lambda e -> found.add(e.body());
      case Expression.Starred e -> found.add(e.value());
      case Expression.Outside e -> found.addAll(e.parts());
    }
    return found;
  }

  private static void clause(List<Expression> found, Expression.Clause clause) {
    found.add(clause.target());
    found.add(clause.iterable());
    found.addAll(clause.conditions());
  }

  private static void add(List<Expression> found, Expression expression) {
    if (expression != null) {
      found.add(expression);
    }
  }

  /** The expressions right inside a statement, those of its bodies not among them. */
  static List<Expression> expressions(Statement statement) {
    var found = new ArrayList<Expression>();
    switch (statement) {
      case Statement.ExpressionStatement s -> found.add(s.value());
      case Statement.Assign s -> {
        found.addAll(s.targets());
        found.add(s.value());
      }
      case Statement.AugmentedAssign s -> {
        found.add(s.target());
        found.add(s.value());
      }
      case Statement.AnnotatedAssign s -> {
        found.add(s.target());
        add(found, s.value());
      }
      case Statement.If s -> found.add(s.condition());
      case Statement.While s -> found.add(s.condition());
      case Statement.For s -> {
        found.add(s.target());
        found.add(s.iterable());
      }
      case Statement.Return s -> add(found, s.value());
      case Statement.FunctionDef s ->
          s.parameters().forEach(p -> add(found, p.defaultValue()));
      case Statement.Delete s -> found.addAll(s.targets());
      case Statement.Assert s -> {
        found.add(s.condition());
        add(found, s.message());
      }
      case Statement.Raise s -> {
        add(found, s.exception());
        add(found, s.cause());
      }
      case Statement.Try s -> s.handlers().forEach(h -> add(found, h.type()));
      case Statement.Break _,
          Statement.Continue _,
          Statement.Pass _,
          Statement.Global _,
          Statement.Import _,
          Statement.ImportFrom _ -> {}
      case Statement.Outside s -> found.addAll(s.parts());
    }
    return found;
  }

  /** The bodies of a statement; a function's is none of them. */
  static List<List<Statement>> bodies(Statement statement) {
    return switch (statement) {
      case Statement.If s -> List.of(s.body(), s.orElse());
      case Statement.While s -> List.of(s.body(), s.orElse());
      case Statement.For s -> List.of(s.body(), s.orElse());
      case Statement.Try s -> {
        var bodies = new ArrayList<List<Statement>>();
        bodies.add(s.body());
        s.handlers().forEach(h -> bodies.add(h.body()));
        bodies.add(s.orElse());
        bodies.add(s.finallyBody());
        yield bodies;
      }
      case Statement.Outside s -> List.of(s.body());
      default -> List.of();
    };
  }

  /** Whether a test holds for an expression or for anything in it. */
  static boolean any(Expression expression, Predicate<Expression> test) {
    if (test.test(expression)) {
      return true;
    }
    for (var child : children(expression)) {
      if (any(child, test)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a test holds for any expression in statements, those of functions not among them. */
  static boolean any(List<Statement> statements, Predicate<Expression> test) {
    for (var statement : statements) {
      for (var expression : expressions(statement)) {
        if (any(expression, test)) {
          return true;
        }
      }
      for (var body : bodies(statement)) {
        if (any(body, test)) {
          return true;
        }
      }
    }
    return false;
  }
}
