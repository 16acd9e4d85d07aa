package sandglass.program.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import sandglass.program.python.Expression.Argument;
import sandglass.program.python.Expression.Clause;
import sandglass.program.python.Expression.JoinedString;

/** The expressions directly within an expression, in the order of their evaluation. */
final class Parts {
  private Parts() {}

  static List<Expression> of(Expression expression) {
    return switch (expression) {
      case Expression.IntLiteral _,
          Expression.FloatLiteral _,
          Expression.StringLiteral _,
          Expression.Constant _,
          Expression.Name _ ->
          List.of();
      case JoinedString joined -> fields(joined);
      case Expression.Unary unary -> List.of(unary.operand());
      case Expression.Binary binary -> List.of(binary.left(), binary.right());
      case Expression.BoolOp operation -> operation.operands();
      case Expression.Compare compare ->
          Stream.concat(Stream.of(compare.first()), compare.rest().stream()).toList();
      case Expression.Conditional c -> List.of(c.condition(), c.then(), c.otherwise());
      case Expression.Call call ->
          Stream.concat(Stream.of(call.function()), call.arguments().stream().map(Argument::value))
              .toList();
      case Expression.Attribute attribute -> List.of(attribute.value());
      case Expression.Index index -> List.of(index.value(), index.index());
      case Expression.Slice slice ->
          Stream.of(slice.lower(), slice.upper(), slice.step()).filter(Objects::nonNull).toList();
      case Expression.ListDisplay list -> list.elements();
      case Expression.TupleDisplay tuple -> tuple.elements();
      case Expression.DictDisplay dict ->
          dict.entries().stream().flatMap(e -> Stream.of(e.key(), e.value())).toList();
      case Expression.ListComprehension c -> comprehension(c.clauses(), c.element());
      case Expression.Generator c -> comprehension(c.clauses(), c.element());
      case Expression.DictComprehension c -> comprehension(c.clauses(), c.key(), c.value());
      case Expression.Lambda lambda -> List.of(lambda.body());
      case Expression.Starred starred -> List.of(starred.value());
      case Expression.Outside outside -> outside.parts();
    };
  }

  private static List<Expression> comprehension(List<Clause> clauses, Expression... results) {
    var parts = new ArrayList<Expression>();
    for (var clause : clauses) {
      parts.add(clause.iterable());
      parts.add(clause.target());
      parts.addAll(clause.conditions());
    }
    parts.addAll(List.of(results));
    return parts;
  }

  private static List<Expression> fields(JoinedString joined) {
    var parts = new ArrayList<Expression>();
    for (var part : joined.parts()) {
      if (part instanceof JoinedString.Field(var value, _, var format)) {
        parts.add(value);
        if (format != null) {
          parts.addAll(fields(format));
        }
      }
    }
    return parts;
  }

  /** The names that a target of an assignment binds, in their order. */
  static List<Expression.Name> names(Expression target) {
    return switch (target) {
      case Expression.Name name -> List.of(name);
      case Expression.TupleDisplay tuple ->
          tuple.elements().stream().flatMap(e -> names(e).stream()).toList();
      case Expression.ListDisplay list ->
          list.elements().stream().flatMap(e -> names(e).stream()).toList();
      case Expression.Starred starred -> names(starred.value());
      default -> List.of();
    };
  }
}
