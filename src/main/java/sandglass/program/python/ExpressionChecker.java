package sandglass.program.python;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sandglass.program.python.Expression.Attribute;
import sandglass.program.python.Expression.Call;
import sandglass.program.python.Expression.Clause;
import sandglass.program.python.Expression.CompareOperator;
import sandglass.program.python.Expression.Constant;
import sandglass.program.python.Expression.Index;
import sandglass.program.python.Expression.JoinedString;
import sandglass.program.python.Expression.Name;
import sandglass.program.python.Expression.Slice;

/** Says what in expressions is outside the subset. */
final class ExpressionChecker {
  private final Scope scope;
  private final Refusals refusals;
  private final CallChecker calls;

  /**
   * Gets ready.
   *
   * @param functionsMayStop whether a function of the program may raise StopIteration
   */
  ExpressionChecker(Scope scope, Refusals refusals, boolean functionsMayStop) {
    this.scope = scope;
    this.refusals = refusals;
    calls = new CallChecker(scope, refusals, this, functionsMayStop);
  }

  /** An expression whose value is used. */
  void check(Expression expression) {
    switch (expression) {
      case Expression.IntLiteral _, Expression.FloatLiteral _, Expression.StringLiteral _ -> {}
      case Constant(var span, var value) -> {
        if (value == Constant.Value.ELLIPSIS) {
          refusals.one(span, "the ellipsis");
        }
      }
      case JoinedString joined -> joined(joined);
      case Name name -> name(name);
      case Expression.Binary(var span, var left, var operator, var right) -> {
        check(left);
        check(right);
        if (operator == Expression.BinaryOperator.MATRIX_MULTIPLY) {
          refusals.one(span, "the @ operator");
        }
      }
      case Expression.Compare compare -> compare(compare);
      case Call call -> calls.check(call);
      case Attribute attribute -> attribute(attribute);
      case Index(var span, var value, var index) -> {
        check(value);
        index(index);
        if (Warned.subscript(value, index)) {
          refusals.one(span, "a subscript that cannot succeed, of which CPython warns,");
        }
      }
      case Expression.Starred(var span, _) -> refusals.one(span, "unpacking with a star");
      case Expression.ListComprehension(_, var element, var clauses) ->
          comprehension(clauses, List.of(element));
      case Expression.DictComprehension(_, var key, var value, var clauses) ->
          comprehension(clauses, List.of(key, value));
      case Expression.Generator(var span, _, _) ->
          refusals.many(
              span,
              "generator expressions other than as the argument of "
                  + "all, any, dict, list, max, min, sorted, sum, tuple and join");
      case Expression.Lambda(var span, _, _) ->
          refusals.one(span, "lambda other than as key= of sorted, min, max and sort");
      case Expression.Outside(var span, var construct, _) -> {
        switch (construct) {
          case WALRUS, DOUBLE_STAR_ENTRY, YIELD, YIELD_FROM, AWAIT ->
              refusals.one(span, construct.words);
          default -> refusals.many(span, construct.words);
        }
      }
      case Expression.Unary _,
          Expression.BoolOp _,
          Expression.Conditional _,
          Expression.ListDisplay _,
          Expression.TupleDisplay _,
          Expression.DictDisplay _,
          Slice _ ->
          Parts.of(expression).forEach(this::check);
    }
  }

  private void joined(JoinedString joined) {
    for (var part : joined.parts()) {
      if (part instanceof JoinedString.Field(var value, _, var format)) {
        check(value);
        if (format != null) {
          joined(format);
        }
      }
    }
  }

  /** What stands in the brackets of a subscript. */
  void index(Expression index) {
    if (index instanceof Expression.TupleDisplay(_, var elements)
        && elements.stream().anyMatch(Slice.class::isInstance)) {
      refusals.many(index.span(), "slices in a tuple");
    } else {
      check(index);
    }
  }

  private void name(Name name) {
    var word = name.name();
    switch (scope.what(word)) {
      case VARIABLE -> {}
      case FUNCTION -> refusals.one(name.span(), "the function '" + word + "' as a value");
      case MODULE -> refusals.one(name.span(), "the module '" + word + "' as a value");
      case MEMBER -> {
        var member = scope.member(word);
        if (!Builtins.CONSTANTS.contains(member) && isOurs(member)) {
          refusals.one(name.span(), "the function '" + word + "' as a value");
        }
      }
      case BUILTIN -> builtin(name, word);
    }
  }

  private void builtin(Name name, String word) {
    if (word.equals("__name__")) {
      return;
    }
    if (Builtins.TYPES.contains(word) || Builtins.EXCEPTIONS.contains(word)) {
      refusals.one(name.span(), "the type '" + word + "' as a value");
    } else if (Builtins.NAMES.contains(word)) {
      refusals.one(name.span(), "the built-in '" + word + "' as a value");
    } else {
      undefined(name);
    }
  }

  /** A name that stands for nothing. */
  void undefined(Name name) {
    if (!scope.isBoundSomehow(name.name())) {
      refusals.one(name.span(), "the name '" + name.name() + "', which nothing defines,");
    }
  }

  private boolean isType(Expression expression) {
    return scope.isBuiltin(expression, Builtins.TYPES)
        || scope.isBuiltin(expression, Builtins.EXCEPTIONS);
  }

  private boolean isCallOfType(Expression expression) {
    return expression instanceof Call(_, var function, _)
        && scope.isBuiltin(function, Set.of("type"));
  }

  // Of another module the import is refused.
  private static boolean isOurs(String member) {
    return member.startsWith("math.") || member.startsWith("sys.");
  }

  /** A type or else a value. */
  void typeOr(Expression expression) {
    if (!isType(expression)) {
      check(expression);
    }
  }

  /** A type, a tuple of types, or else a value. */
  void typesOr(Expression expression) {
    if (expression instanceof Expression.TupleDisplay(_, var elements)) {
      elements.forEach(this::typesOr);
    } else if (!isType(expression)) {
      check(expression);
    }
  }

  private void compare(Expression.Compare compare) {
    var operands = new ArrayList<Expression>();
    operands.add(compare.first());
    operands.addAll(compare.rest());
    boolean types = operands.stream().anyMatch(this::isCallOfType);
    for (var operand : operands) {
      if (types) {
        typesOr(operand);
      } else {
        check(operand);
      }
    }
    for (int i = 0; i < compare.operators().size(); i++) {
      var operator = compare.operators().get(i);
      boolean identity = operator == CompareOperator.IS || operator == CompareOperator.IS_NOT;
      if (identity
          && (Warned.isLiteral(operands.get(i)) || Warned.isLiteral(operands.get(i + 1)))) {
        refusals.one(
            operands.get(i).span().to(operands.get(i + 1).span()),
            "'" + operator.symbol + "' with a literal");
      } else if (identity && !isUnique(operands.get(i)) && !isUnique(operands.get(i + 1))) {
        refusals.one(
            operands.get(i).span().to(operands.get(i + 1).span()),
            "'" + operator.symbol + "' between values other than None, True, False and types");
      }
    }
  }

  private boolean isUnique(Expression operand) {
    return operand instanceof Constant || isType(operand) || isCallOfType(operand);
  }

  private void attribute(Attribute attribute) {
    var module = scope.module(attribute.value());
    if (module != null) {
      var member = module + "." + attribute.name();
      if (!Builtins.CONSTANTS.contains(member) && isOurs(member)) {
        refusals.one(attribute.nameSpan(), "'" + member + "' as a value");
      }
      return;
    }
    if (isType(attribute.value())) {
      refusals.one(attribute.nameSpan(), "the attribute '" + attribute.name() + "' of a type");
      return;
    }
    check(attribute.value());
    if (!attribute.name().equals("args")) {
      refusals.one(
          attribute.nameSpan(),
          Builtins.method(attribute.name()) == null
              ? "the attribute '" + attribute.name() + "'"
              : "the method '" + attribute.name() + "' as a value");
    }
  }

  /** A comprehension of any kind: its clauses, and what it gives for each round. */
  void comprehension(List<Clause> clauses, List<Expression> results) {
    for (var clause : clauses) {
      if (clause.asynchronous()) {
        refusals.one(clause.span(), "async");
      }
    }
    check(clauses.getFirst().iterable());
    // All names are the comprehension's own, those of later clauses in earlier ones too.
    var names = new ArrayList<String>();
    for (var clause : clauses) {
      Parts.names(clause.target()).forEach(name -> names.add(name.name()));
    }
    scope.open(names);
    for (var clause : clauses) {
      target(clause.target());
      if (!clause.equals(clauses.getFirst())) {
        check(clause.iterable());
      }
      clause.conditions().forEach(this::check);
    }
    results.forEach(this::check);
    scope.close();
    earlyUse(clauses);
  }

  private void target(Expression target) {
    switch (target) {
      case Name _ -> {}
      case Expression.Starred(_, var value) -> target(value);
      case Expression.TupleDisplay(_, var elements) -> elements.forEach(this::target);
      case Expression.ListDisplay(_, var elements) -> elements.forEach(this::target);
      default -> refusals.many(target.span(), "comprehension targets other than names");
    }
  }

  // A name of a later clause has no value in an earlier one, whatever it is outside.
  private void earlyUse(List<Clause> clauses) {
    for (int i = 0; i < clauses.size(); i++) {
      var later = new HashSet<String>();
      for (int j = i; j < clauses.size(); j++) {
        Parts.names(clauses.get(j).target()).forEach(name -> later.add(name.name()));
      }
      for (int j = 0; j < i; j++) {
        Parts.names(clauses.get(j).target()).forEach(name -> later.remove(name.name()));
      }
      var early = new ArrayList<Expression>();
      if (i > 0) {
        early.add(clauses.get(i).iterable());
        early.addAll(clauses.get(i - 1).conditions());
      }
      for (var expression : early) {
        if (Tree.any(expression, e -> e instanceof Name(_, var name) && later.contains(name))) {
          refusals.one(expression.span(), "use of a comprehension's variable before its clause");
        }
      }
    }
  }
}
