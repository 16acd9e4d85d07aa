package sandglass.program.python;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sandglass.program.python.Expression.Clause;
import sandglass.program.python.Expression.Name;
import sandglass.program.python.Statement.Construct;
import sandglass.program.python.Statement.FunctionDef;
import sandglass.program.python.Statement.Parameter;

/** The mistakes that CPython finds as it makes its table of names, in its order. */
final class ScopeMistakes {
  private enum Mark {
    PARAMETER,
    ASSIGNED,
    USED,
    ANNOTATED,
    GLOBAL,
    NONLOCAL,
    ITERATION
  }

  private enum Kind {
    MODULE,
    FUNCTION,
    CLASS,
    COMPREHENSION
  }

  private static final class Scope {
    private final Kind kind;
    private final String what;
    private final Scope outer;
    private final Map<String, Set<Mark>> names = new HashMap<>();
    private boolean inIterable;

    Scope(Kind kind, String what, Scope outer) {
      this.kind = kind;
      this.what = what;
      this.outer = outer;
    }

    Set<Mark> marks(String name) {
      return names.computeIfAbsent(name, _ -> EnumSet.noneOf(Mark.class));
    }

    void mark(String name, Mark mark) {
      marks(name).add(mark);
    }
  }

  private record Unresolved(Span span, String name, Scope scope) {}

  private final List<Unresolved> unresolved = new ArrayList<>();
  private Scope scope = new Scope(Kind.MODULE, "", null);
  // Whether targets are those of a comprehension.
  private boolean iterating;

  /** Throws the first of them. */
  static void check(PythonModule module) {
    var mistakes = new ScopeMistakes();
    mistakes.statements(module.body());
    mistakes.resolve();
  }

  private static SyntaxFailure fail(Span span, String message) {
    return new SyntaxFailure(span, message, false);
  }

  private void statements(List<Statement> statements) {
    statements.forEach(this::statement);
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.ExpressionStatement(_, var value) -> use(value);
      case Statement.Assign(_, var targets, var value) -> {
        targets.forEach(this::assign);
        use(value);
      }
      case Statement.AugmentedAssign(_, var target, _, var value) -> {
        assign(target);
        use(value);
      }
      case Statement.AnnotatedAssign annotated -> annotated(annotated);
      case Statement.If(_, var condition, var body, var orElse) -> {
        use(condition);
        statements(body);
        statements(orElse);
      }
      case Statement.While(_, var condition, var body, var orElse) -> {
        use(condition);
        statements(body);
        statements(orElse);
      }
      case Statement.For(_, var target, var iterable, var body, var orElse) -> {
        assign(target);
        use(iterable);
        statements(body);
        statements(orElse);
      }
      case Statement.Break _, Statement.Continue _, Statement.Pass _ -> {}
      case Statement.Return(_, var value) -> use(value);
      case FunctionDef function -> function(function);
      case Statement.Global(var span, var names) ->
          names.forEach(name -> declare(span, name, Mark.GLOBAL, "global"));
      case Statement.Delete(_, var targets) -> targets.forEach(this::assign);
      case Statement.Assert(_, var condition, var message) -> {
        use(condition);
        use(message);
      }
      case Statement.Raise(_, var exception, var cause) -> {
        use(exception);
        use(cause);
      }
      case Statement.Try(_, var body, var handlers, var orElse, var finallyBody) -> {
        statements(body);
        for (var handler : handlers) {
          use(handler.type());
          if (handler.name() != null) {
            scope.mark(handler.name(), Mark.ASSIGNED);
          }
          statements(handler.body());
        }
        statements(orElse);
        statements(finallyBody);
      }
      case Statement.Import(_, var names) -> {
        for (var name : names) {
          var bound = name.asName() == null ? Bindings.firstOf(name.name()) : name.asName();
          scope.mark(bound, Mark.ASSIGNED);
        }
      }
      case Statement.ImportFrom(_, _, _, var names) -> {
        for (var name : names) {
          if (name.name().equals("*")) {
            if (scope.kind != Kind.MODULE) {
              throw fail(name.span(), "import * only allowed at module level");
            }
          } else {
            scope.mark(name.asName() == null ? name.name() : name.asName(), Mark.ASSIGNED);
          }
        }
      }
      case Statement.Outside outside -> outside(outside);
    }
  }

  private void outside(Statement.Outside outside) {
    if (outside.construct() == Construct.NONLOCAL) {
      nonlocal(outside);
      return;
    }
    outside.parts().forEach(this::use);
    if (outside.construct() == Construct.CLASS) {
      outside.names().forEach(name -> scope.mark(name, Mark.ASSIGNED));
      scope = new Scope(Kind.CLASS, "class", scope);
      statements(outside.body());
      scope = scope.outer;
    } else {
      statements(outside.body());
    }
  }

  private void nonlocal(Statement.Outside outside) {
    for (var name : outside.names()) {
      if (scope.kind == Kind.MODULE) {
        throw fail(outside.span(), "nonlocal declaration not allowed at module level");
      }
      declare(outside.span(), name, Mark.NONLOCAL, "nonlocal");
      unresolved.add(new Unresolved(outside.span(), name, scope));
    }
  }

  // Known only when all functions have been seen.
  private void resolve() {
    for (var use : unresolved) {
      boolean bound = false;
      for (var outer = use.scope.outer; outer != null && !bound; outer = outer.outer) {
        var marks = outer.marks(use.name);
        boolean assigned = marks.contains(Mark.PARAMETER) || marks.contains(Mark.ASSIGNED);
        bound = outer.kind == Kind.FUNCTION && assigned && !marks.contains(Mark.GLOBAL);
      }
      if (!bound && !use.name.equals("__class__")) {
        throw fail(use.span, "no binding for nonlocal '" + use.name + "' found");
      }
    }
  }

  private void declare(Span span, String name, Mark as, String word) {
    var marks = scope.marks(name);
    String message = null;
    if (marks.contains(Mark.PARAMETER)) {
      message = "name '" + name + "' is parameter and " + word;
    } else if (marks.contains(Mark.USED)) {
      message = "name '" + name + "' is used prior to " + word + " declaration";
    } else if (marks.contains(Mark.ANNOTATED)) {
      message = "annotated name '" + name + "' can't be " + word;
    } else if (marks.contains(Mark.ASSIGNED)) {
      message = "name '" + name + "' is assigned to before " + word + " declaration";
    }
    if (message != null) {
      throw fail(span, message);
    }
    marks.add(as);
  }

  private void annotated(Statement.AnnotatedAssign annotated) {
    if (annotated.target() instanceof Name(_, var name)) {
      var marks = scope.marks(name);
      boolean global = marks.contains(Mark.GLOBAL);
      if (annotated.simple()
          && scope.kind != Kind.MODULE
          && (global || marks.contains(Mark.NONLOCAL))) {
        throw fail(
            annotated.span(),
            "annotated name '" + name + "' can't be " + (global ? "global" : "nonlocal"));
      }
      if (annotated.simple()) {
        marks.add(Mark.ANNOTATED);
        marks.add(Mark.ASSIGNED);
      } else if (annotated.value() != null) {
        marks.add(Mark.ASSIGNED);
      }
    } else {
      assign(annotated.target());
    }
    use(annotated.annotation());
    use(annotated.value());
  }

  private void function(FunctionDef function) {
    scope.mark(function.name(), Mark.ASSIGNED);
    for (var parameter : function.parameters()) {
      use(parameter.defaultValue());
    }
    for (var parameter : function.parameters()) {
      use(parameter.annotation());
    }
    use(function.returns());
    function.decorators().forEach(this::use);
    scope = new Scope(Kind.FUNCTION, "function", scope);
    parameters(function.parameters());
    statements(function.body());
    scope = scope.outer;
  }

  private void parameters(List<Parameter> parameters) {
    for (var parameter : parameters) {
      var marks = scope.marks(parameter.name());
      if (!marks.add(Mark.PARAMETER)) {
        throw fail(
            parameter.span(),
            "duplicate argument '" + parameter.name() + "' in function definition");
      }
    }
  }

  private void assign(Expression target) {
    if (target instanceof Name(var span, var name)) {
      if (iterating) {
        if (scope.marks(name).contains(Mark.GLOBAL) || scope.marks(name).contains(Mark.NONLOCAL)) {
          throw fail(
              span,
              "comprehension inner loop cannot rebind assignment expression target '" + name + "'");
        }
        scope.mark(name, Mark.ITERATION);
      }
      scope.mark(name, Mark.ASSIGNED);
    } else if (target instanceof Expression.TupleDisplay
        || target instanceof Expression.ListDisplay
        || target instanceof Expression.Starred) {
      Parts.of(target).forEach(this::assign);
    } else {
      use(target);
    }
  }

  private void use(Expression expression) {
    switch (expression) {
      case null -> {}
      case Name(_, var name) -> scope.mark(name, Mark.USED);
      case Expression.Lambda(_, var parameters, var body) -> {
        parameters.forEach(parameter -> use(parameter.defaultValue()));
        scope = new Scope(Kind.FUNCTION, "lambda", scope);
        parameters(parameters);
        use(body);
        scope = scope.outer;
      }
      case Expression.ListComprehension c ->
          comprehension("list comprehension", c.clauses(), c.element(), null);
      case Expression.Generator c ->
          comprehension("generator expression", c.clauses(), c.element(), null);
      case Expression.DictComprehension c ->
          comprehension("dict comprehension", c.clauses(), c.key(), c.value());
      case Expression.Outside outside -> outside(outside);
      default -> Parts.of(expression).forEach(this::use);
    }
  }

  private void outside(Expression.Outside outside) {
    switch (outside.construct()) {
      case SET_COMPREHENSION -> {
        var inner = (Expression.Generator) outside.parts().getFirst();
        comprehension("set comprehension", inner.clauses(), inner.element(), null);
      }
      case YIELD, YIELD_FROM -> {
        outside.parts().forEach(this::use);
        if (scope.kind == Kind.COMPREHENSION) {
          throw fail(outside.span(), "'yield' inside " + scope.what);
        }
      }
      case WALRUS -> walrus(outside);
      default -> outside.parts().forEach(this::use);
    }
  }

  private void walrus(Expression.Outside outside) {
    var target = (Name) outside.parts().getFirst();
    for (var at = scope; at != null; at = at.outer) {
      if (at.inIterable) {
        throw fail(
            outside.span(),
            "assignment expression cannot be used in a comprehension iterable expression");
      }
      if (at.kind == Kind.COMPREHENSION) {
        if (at.marks(target.name()).contains(Mark.ITERATION)) {
          throw fail(
              target.span(),
              "assignment expression cannot rebind comprehension iteration variable '"
                  + target.name()
                  + "'");
        }
      } else if (at.kind == Kind.CLASS && !at.equals(scope)) {
        throw fail(
            target.span(),
            "assignment expression within a comprehension cannot be used in a class body");
      } else {
        at.mark(target.name(), Mark.ASSIGNED);
        break;
      }
    }
    use(outside.parts().get(1));
  }

  private void comprehension(
      String what, List<Clause> clauses, Expression element, Expression value) {
    iterable(clauses.getFirst());
    scope = new Scope(Kind.COMPREHENSION, what, scope);
    for (var clause : clauses) {
      boolean before = iterating;
      iterating = true;
      assign(clause.target());
      iterating = before;
      if (!clause.equals(clauses.getFirst())) {
        iterable(clause);
      }
      clause.conditions().forEach(this::use);
    }
    use(value);
    use(element);
    scope = scope.outer;
  }

  private void iterable(Clause clause) {
    boolean before = scope.inIterable;
    scope.inIterable = true;
    use(clause.iterable());
    scope.inIterable = before;
  }
}
