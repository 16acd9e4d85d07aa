package sandglass.program.python;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sandglass.program.python.Expression.Clause;
import sandglass.program.python.Expression.Name;
import sandglass.program.python.Expression.Starred;
import sandglass.program.python.Statement.Construct;
import sandglass.program.python.Statement.FunctionDef;

/** The mistakes that CPython finds only as it writes its code, in its order. */
final class CompileMistakes {
  private static final Set<String> FEATURES =
      Set.of(
          "nested_scopes",
          "generators",
          "division",
          "absolute_import",
          "with_statement",
          "print_function",
          "unicode_literals",
          "barry_as_FLUFL",
          "generator_stop",
          "annotations");

  private enum Kind {
    MODULE,
    FUNCTION,
    ASYNC,
    CLASS
  }

  private Kind kind = Kind.MODULE;
  private boolean inLoop;

  /** Throws the first of those that CPython finds before it looks at names. */
  static void checkFeatures(PythonModule module) {
    for (var statement : module.body()) {
      if (statement instanceof Statement.ImportFrom(var span, var from, _, var names)
          && from.equals("__future__")) {
        for (var name : names) {
          if (name.name().equals("braces")) {
            throw fail(span, "not a chance");
          }
          if (!FEATURES.contains(name.name())) {
            throw fail(span, "future feature " + name.name() + " is not defined");
          }
        }
      } else if (!isDocumentation(statement, module)) {
        return;
      }
    }
  }

  private static boolean isDocumentation(Statement statement, PythonModule module) {
    return statement == module.body().getFirst()
        && statement instanceof Statement.ExpressionStatement(_, var value)
        && value instanceof Expression.StringLiteral;
  }

  /** Throws the first of them. */
  static void check(PythonModule module) {
    var mistakes = new CompileMistakes();
    boolean start = true;
    for (var statement : module.body()) {
      boolean future =
          statement instanceof Statement.ImportFrom from && from.module().equals("__future__");
      if (future && !start) {
        throw late(statement);
      }
      start &= future || isDocumentation(statement, module);
      mistakes.statement(statement, true);
    }
  }

  private static SyntaxFailure late(Statement statement) {
    return fail(
        statement.span(), "from __future__ imports must occur at the beginning of the file");
  }

  private static SyntaxFailure fail(Span span, String message) {
    return new SyntaxFailure(span, message, false);
  }

  private void statements(List<Statement> statements) {
    for (var statement : statements) {
      statement(statement, false);
    }
  }

  private void loop(List<Statement> body) {
    boolean before = inLoop;
    inLoop = true;
    statements(body);
    inLoop = before;
  }

  private void statement(Statement statement, boolean atTop) {
    switch (statement) {
      case Statement.ExpressionStatement(_, var value) -> load(value);
      case Statement.Assign(_, var targets, var value) -> {
        load(value);
        targets.forEach(this::store);
      }
      case Statement.AugmentedAssign(_, var target, _, var value) -> {
        store(target);
        load(value);
      }
      case Statement.AnnotatedAssign(_, var target, var annotation, var value, _) -> {
        load(value);
        store(target);
        load(annotation);
      }
      case Statement.If(_, var condition, var body, var orElse) -> {
        load(condition);
        statements(body);
        statements(orElse);
      }
      case Statement.While(_, var condition, var body, var orElse) -> {
        load(condition);
        loop(body);
        statements(orElse);
      }
      case Statement.For(_, var target, var iterable, var body, var orElse) -> {
        load(iterable);
        store(target);
        loop(body);
        statements(orElse);
      }
      case Statement.Break(var span) -> {
        if (!inLoop) {
          throw fail(span, "'break' outside loop");
        }
      }
      case Statement.Continue(var span) -> {
        if (!inLoop) {
          throw fail(span, "'continue' not properly in loop");
        }
      }
      case Statement.Return(var span, var value) -> {
        if (kind == Kind.MODULE || kind == Kind.CLASS) {
          throw fail(span, "'return' outside function");
        }
        load(value);
      }
      case FunctionDef function -> function(function, Kind.FUNCTION);
      case Statement.Delete(_, var targets) -> targets.forEach(this::delete);
      case Statement.Assert(_, var condition, var message) -> {
        load(condition);
        load(message);
      }
      case Statement.Raise(_, var exception, var cause) -> {
        load(exception);
        load(cause);
      }
      case Statement.Try tryStatement -> tryStatement(tryStatement);
      case Statement.ImportFrom from -> {
        if (!atTop && from.module().equals("__future__")) {
          throw late(from);
        }
      }
      case Statement.Pass _, Statement.Global _, Statement.Import _ -> {}
      case Statement.Outside outside -> outside(outside);
    }
  }

  private void tryStatement(Statement.Try statement) {
    statements(statement.body());
    for (var handler : statement.handlers()) {
      if (handler.type() == null && !handler.equals(statement.handlers().getLast())) {
        throw fail(handler.span(), "default 'except:' must be last");
      }
      load(handler.type());
      if (handler.name() != null) {
        checkDebug(handler.span(), handler.name(), "assign to");
      }
      statements(handler.body());
    }
    statements(statement.orElse());
    statements(statement.finallyBody());
  }

  private void function(FunctionDef function, Kind as) {
    function.decorators().forEach(this::load);
    for (var parameter : function.parameters()) {
      load(parameter.defaultValue());
    }
    for (var parameter : function.parameters()) {
      checkDebug(parameter.span(), parameter.name(), "assign to");
      var annotation = parameter.annotation();
      load(annotation instanceof Starred(_, var value) ? value : annotation);
    }
    load(function.returns());
    within(as, function.body());
  }

  private void within(Kind as, List<Statement> body) {
    var before = kind;
    boolean loop = inLoop;
    kind = as;
    inLoop = false;
    statements(body);
    kind = before;
    inLoop = loop;
  }

  private void outside(Statement.Outside outside) {
    switch (outside.construct()) {
      case CLASS -> {
        outside.parts().forEach(part -> load(part instanceof Starred s ? s.value() : part));
        within(Kind.CLASS, outside.body());
      }
      case ASYNC_FUNCTION -> {
        if (outside.body().getFirst() instanceof FunctionDef function) {
          function(function, Kind.ASYNC);
        }
      }
      case ASYNC_FOR, ASYNC_WITH -> {
        if (kind != Kind.ASYNC) {
          var words = outside.construct() == Construct.ASYNC_FOR ? "for" : "with";
          throw fail(outside.span(), "'async " + words + "' outside async function");
        }
        statements(outside.body());
      }
      default -> {
        outside.parts().forEach(part -> load(part instanceof Starred s ? s.value() : part));
        statements(outside.body());
      }
    }
  }

  private static void checkDebug(Span span, String name, String what) {
    if (name.equals("__debug__")) {
      throw fail(span, "cannot " + what + " __debug__");
    }
  }

  private void store(Expression target) {
    switch (target) {
      case Name(var span, var name) -> checkDebug(span, name, "assign to");
      case Starred(var span, _) ->
          throw fail(span, "starred assignment target must be in a list or tuple");
      case Expression.TupleDisplay(var span, var elements) -> unpack(span, elements);
      case Expression.ListDisplay(var span, var elements) -> unpack(span, elements);
      default -> Parts.of(target).forEach(this::load);
    }
  }

  private void unpack(Span span, List<Expression> elements) {
    if (elements.stream().filter(Starred.class::isInstance).count() > 1) {
      throw fail(span, "multiple starred expressions in assignment");
    }
    for (var element : elements) {
      store(element instanceof Starred(_, var value) ? value : element);
    }
  }

  private void delete(Expression target) {
    switch (target) {
      case Name(var span, var name) -> checkDebug(span, name, "delete");
      case Expression.TupleDisplay(_, var elements) -> elements.forEach(this::delete);
      case Expression.ListDisplay(_, var elements) -> elements.forEach(this::delete);
      default -> Parts.of(target).forEach(this::load);
    }
  }

  private void load(Expression expression) {
    switch (expression) {
      case null -> {}
      case Starred(var span, _) -> throw fail(span, "can't use starred expression here");
      case Expression.TupleDisplay(_, var elements) -> loadAll(elements);
      case Expression.ListDisplay(_, var elements) -> loadAll(elements);
      case Expression.Call call -> call(call);
      case Expression.Lambda(_, var parameters, var body) -> {
        parameters.forEach(parameter -> load(parameter.defaultValue()));
        var before = kind;
        kind = Kind.FUNCTION;
        load(body);
        kind = before;
      }
      case Expression.ListComprehension(var span, var element, var clauses) ->
          comprehension(span, clauses, element, null);
      case Expression.DictComprehension(var span, var key, var value, var clauses) ->
          comprehension(span, clauses, key, value);
      // An asynchronous generator may stand anywhere.
      case Expression.Generator(_, var element, var clauses) -> {
        load(clauses.getFirst().iterable());
        var before = kind;
        kind = Kind.ASYNC;
        clauses(clauses);
        load(element);
        kind = before;
      }
      case Expression.Outside outside -> outside(outside);
      default -> Parts.of(expression).forEach(this::load);
    }
  }

  private void outside(Expression.Outside outside) {
    switch (outside.construct()) {
      case YIELD, YIELD_FROM -> {
        if (kind == Kind.MODULE || kind == Kind.CLASS) {
          throw fail(outside.span(), "'yield' outside function");
        }
        if (kind == Kind.ASYNC && outside.construct() == Expression.Construct.YIELD_FROM) {
          throw fail(outside.span(), "'yield from' inside async function");
        }
        outside.parts().forEach(this::load);
      }
      case AWAIT -> {
        if (kind != Kind.ASYNC) {
          throw fail(
              outside.span(),
              kind == Kind.FUNCTION
                  ? "'await' outside async function"
                  : "'await' outside function");
        }
        outside.parts().forEach(this::load);
      }
      case WALRUS -> {
        load(outside.parts().get(1));
        store(outside.parts().getFirst());
      }
      case SET -> loadAll(outside.parts());
      case SET_COMPREHENSION -> {
        var inner = (Expression.Generator) outside.parts().getFirst();
        comprehension(outside.span(), inner.clauses(), inner.element(), null);
      }
      default -> outside.parts().forEach(this::load);
    }
  }

  private void loadAll(List<Expression> elements) {
    for (var element : elements) {
      load(element instanceof Starred(_, var value) ? value : element);
    }
  }

  private void call(Expression.Call call) {
    load(call.function());
    var names = new HashSet<String>();
    for (var argument : call.arguments()) {
      var name = argument.name();
      if (name != null) {
        checkDebug(argument.span(), name, "assign to");
        if (!names.add(name)) {
          throw fail(argument.span(), "keyword argument repeated: " + name);
        }
      }
    }
    loadAll(call.arguments().stream().map(Expression.Argument::value).toList());
  }

  private void comprehension(
      Span span, List<Clause> clauses, Expression element, Expression value) {
    if (kind != Kind.ASYNC && clauses.stream().anyMatch(Clause::asynchronous)) {
      throw fail(span, "asynchronous comprehension outside of an asynchronous function");
    }
    clauses(clauses);
    load(element);
    load(value);
  }

  private void clauses(List<Clause> clauses) {
    for (var clause : clauses) {
      load(clause.iterable());
      store(clause.target());
      clause.conditions().forEach(this::load);
    }
  }
}
