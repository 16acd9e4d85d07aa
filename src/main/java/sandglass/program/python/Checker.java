package sandglass.program.python;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sandglass.program.python.Expression.Attribute;
import sandglass.program.python.Expression.Index;
import sandglass.program.python.Expression.Name;
import sandglass.program.python.Expression.Starred;
import sandglass.program.python.Statement.FunctionDef;
import sandglass.program.python.Statement.Passing;

/**
 * Says what keeps a program from compiling to WAT. The rule is that a program that it lets through
 * does what CPython does, to the byte; so what is not known to be alike is refused, a call that
 * fails whenever it is run included.
 */
final class Checker {
  private final PythonModule program;
  private final Scope scope;
  private final Refusals refusals = new Refusals();
  private final ExpressionChecker expressions;

  private static final int MOST_BLOCKS = 20;

  private int blocks;

  private Checker(PythonModule program) {
    this.program = program;
    scope = new Scope(program);
    expressions = new ExpressionChecker(scope, refusals, Generators.mayStop(program));
  }

  /** What is outside, by place; empty if the program compiles. */
  static List<PythonError> check(Parser.Result parsed) {
    var checker = new Checker(parsed.module());
    parsed
        .surrogates()
        .forEach(span -> checker.refusals.many(span, "halves of surrogate pairs in strings"));
    parsed.odd().forEach(place -> checker.refusals.one(place.span(), place.what()));
    parsed
        .encoding()
        .ifPresent(span -> checker.refusals.one(span, "a source encoding other than UTF-8"));
    checker.module();
    return checker.refusals.all();
  }

  private void module() {
    scope
        .shared()
        .forEach(
            (name, span) ->
                refusals.one(
                    span,
                    "a variable that shares the name '" + name + "' with a function or import"));
    scope
        .imported()
        .forEach(
            function ->
                refusals.one(
                    function.nameSpan(),
                    "a function that shares the name '" + function.name() + "' with an import"));
    Set<String> seen = new HashSet<>();
    for (var statement : program.body()) {
      switch (statement) {
        case FunctionDef function -> {
          if (!seen.add(function.name())) {
            refusals.many(
                head(function), "two definitions of the function '" + function.name() + "'");
          }
          function(function);
        }
        case Statement.Import(var span, var names) ->
            names.forEach(name -> importName(names.size() == 1 ? span : name.span(), name));
        case Statement.ImportFrom from -> importFrom(from);
        default -> statement(statement);
      }
    }
    new DefinitionOrder(scope, refusals).check(program);
  }

  private static Span head(FunctionDef function) {
    return function.span().start().to(function.nameSpan());
  }

  private void importName(Span span, Statement.Alias alias) {
    if (!alias.name().equals("math") && !alias.name().equals("sys")) {
      refusals.one(span, "import of '" + alias.name() + "'");
    }
  }

  private void importFrom(Statement.ImportFrom from) {
    var module = ".".repeat(from.level()) + from.module();
    for (var alias : from.names()) {
      boolean known =
          switch (module) {
            case "math" -> Builtins.math(alias.name()) != null;
            case "sys" -> Builtins.sys(alias.name()) != null;
            default -> false;
          };
      if (!known && !Builtins.CONSTANTS.contains(module + "." + alias.name())) {
        refusals.one(
            from.names().size() == 1 ? from.span() : alias.span(),
            "import of '" + alias.name() + "' from '" + module + "'");
      }
    }
  }

  private void function(FunctionDef function) {
    if (!function.decorators().isEmpty()) {
      refusals.many(function.decorators().getFirst().span(), "decorators");
    }
    for (var parameter : function.parameters()) {
      if (parameter.passing() == Passing.STAR || parameter.passing() == Passing.DOUBLE_STAR) {
        refusals.many(parameter.span(), "star-parameters");
      }
      annotation(parameter.annotation());
      if (parameter.defaultValue() != null) {
        expressions.check(parameter.defaultValue());
      }
    }
    annotation(function.returns());
    scope.enter(function);
    statements(function.body());
    scope.leave();
  }

  /** Evaluated when the program runs, so it must be plainly without effect. */
  private void annotation(Expression annotation) {
    if (annotation != null && !isPlainType(annotation)) {
      refusals.many(annotation.span(), "annotations other than of built-in types");
    }
  }

  private boolean isPlainType(Expression annotation) {
    return switch (annotation) {
      case Name name -> isType(name);
      case Expression.Constant(_, var value) -> value == Expression.Constant.Value.NONE;
      case Expression.StringLiteral _ -> true;
      case Index(_, Name of, var index) ->
          scope.isBuiltin(of, Set.of("list", "tuple", "dict"))
              && (index instanceof Expression.TupleDisplay(_, var elements)
                  ? elements.stream().allMatch(this::isPlainElement)
                  : isPlainElement(index));
      case Expression.Binary(_, var left, var operator, var right) ->
          operator == Expression.BinaryOperator.OR
              && isPlainType(left)
              && isPlainType(right)
              && !isNoneOrText(left)
              && !(right instanceof Expression.StringLiteral);
      default -> false;
    };
  }

  private static boolean isNoneOrText(Expression annotation) {
    return annotation instanceof Expression.Constant
        || annotation instanceof Expression.StringLiteral;
  }

  private boolean isPlainElement(Expression element) {
    return (element instanceof Expression.Constant(_, var value)
            && value == Expression.Constant.Value.ELLIPSIS)
        || isPlainType(element);
  }

  private boolean isType(Name name) {
    return scope.isBuiltin(name, Builtins.TYPES)
        || scope.isBuiltin(name, Builtins.EXCEPTIONS)
        || scope.isBuiltin(name, Set.of("object", "bytes", "set", "frozenset", "complex"));
  }

  private void statements(List<Statement> statements) {
    statements.forEach(this::statement);
  }

  /** Statements in blocks of which CPython takes no more than 20 within each other. */
  private void within(Span span, int more, List<Statement> statements) {
    blocks += more;
    if (blocks > MOST_BLOCKS && blocks - more <= MOST_BLOCKS) {
      refusals.many(span, "more than " + MOST_BLOCKS + " blocks within each other");
    }
    statements(statements);
    blocks -= more;
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.ExpressionStatement(_, var value) -> expressions.check(value);
      case Statement.Assign(_, var targets, var value) -> {
        expressions.check(value);
        targets.forEach(this::target);
      }
      case Statement.AugmentedAssign(var span, var target, var operator, var value) -> {
        target(target);
        expressions.check(value);
        if (operator == Expression.BinaryOperator.MATRIX_MULTIPLY) {
          refusals.one(span, "the @ operator");
        }
      }
      case Statement.AnnotatedAssign assign -> annotated(assign);
      case Statement.If(_, var condition, var body, var orElse) -> {
        expressions.check(condition);
        statements(body);
        statements(orElse);
      }
      case Statement.While(var span, var condition, var body, var orElse) -> {
        expressions.check(condition);
        within(span, 1, body);
        statements(orElse);
      }
      case Statement.For(var span, var target, var iterable, var body, var orElse) -> {
        expressions.check(iterable);
        target(target);
        within(span, 1, body);
        statements(orElse);
      }
      case Statement.Return(_, var value) -> checkIfAny(value);
      case FunctionDef function -> {
        refusals.many(
            head(function),
            scope.inFunction()
                ? "nested functions"
                : "functions that are defined within another statement");
      }
      case Statement.Delete(_, var targets) -> targets.forEach(this::target);
      case Statement.Assert(_, var condition, var message) -> {
        expressions.check(condition);
        if (condition instanceof Expression.TupleDisplay(var span, var elements)
            && !elements.isEmpty()) {
          refusals.one(span, "assert with a tuple");
        }
        checkIfAny(message);
      }
      case Statement.Raise(_, var exception, var cause) -> {
        raised(exception);
        raised(cause);
      }
      case Statement.Try tryStatement -> tryStatement(tryStatement);
      case Statement.Import(var span, _) -> within(span);
      case Statement.ImportFrom(var span, _, _, _) -> within(span);
      case Statement.Break _, Statement.Continue _, Statement.Pass _, Statement.Global _ -> {}
      case Statement.Outside(var span, var construct, _, _, _) -> outside(span, construct);
    }
  }

  private void within(Span span) {
    refusals.one(span, "import other than at the top of the module's own statements");
  }

  private void outside(Span span, Statement.Construct construct) {
    switch (construct) {
      case CLASS, TYPE, TYPE_PARAMETERS -> refusals.many(span, construct.words);
      default -> refusals.one(span, construct.words);
    }
  }

  private void checkIfAny(Expression expression) {
    if (expression != null) {
      expressions.check(expression);
    }
  }

  private void raised(Expression exception) {
    if (exception == null) {
      return;
    }
    if (!scope.isBuiltin(exception, Builtins.EXCEPTIONS)) {
      expressions.check(exception);
    } else if (scope.isBuiltin(exception, CallChecker.NOT_MADE)
        || scope.isBuiltin(exception, Set.of("SyntaxError"))) {
      refusals.one(exception.span(), "raising a type that needs arguments");
    }
  }

  private void annotated(Statement.AnnotatedAssign assign) {
    checkIfAny(assign.value());
    if (assign.target() instanceof Name) {
      target(assign.target());
    } else {
      refusals.many(assign.target().span(), "annotations of items and attributes");
    }
    if (!scope.inFunction()) {
      annotation(assign.annotation());
    }
  }

  private void target(Expression target) {
    switch (target) {
      case Name(var span, var name) -> {
        if (name.startsWith("__") && name.endsWith("__")) {
          refusals.one(span, "setting '" + name + "'");
        }
      }
      case Index(_, var value, var index) -> {
        expressions.check(value);
        expressions.index(index);
      }
      case Attribute attribute -> refusals.many(attribute.nameSpan(), "attributes as targets");
      case Starred(_, var value) -> target(value);
      case Expression.TupleDisplay(_, var elements) -> elements.forEach(this::target);
      case Expression.ListDisplay(_, var elements) -> elements.forEach(this::target);
      default -> expressions.check(target);
    }
  }

  private void tryStatement(Statement.Try statement) {
    var span = statement.span();
    int last = statement.finallyBody().isEmpty() ? 0 : 1;
    within(span, statement.handlers().isEmpty() ? last : last + 1, statement.body());
    for (var handler : statement.handlers()) {
      if (handler.type() != null) {
        handled(handler.type());
      }
      within(handler.span(), last + 2, handler.body());
    }
    within(span, last, statement.orElse());
    within(span, last, statement.finallyBody());
  }

  private void handled(Expression type) {
    if (type instanceof Expression.TupleDisplay(_, var elements)) {
      elements.forEach(this::handled);
    } else if (!scope.isBuiltin(type, Builtins.EXCEPTIONS)) {
      refusals.one(type.span(), "except with anything but the names of built-in exceptions");
    }
  }
}
