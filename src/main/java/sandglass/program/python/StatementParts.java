package sandglass.program.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The expressions directly within a statement, those of its blocks left out. */
final class StatementParts {
  private StatementParts() {}

  static List<Expression> of(Statement statement) {
    return switch (statement) {
      case Statement.ExpressionStatement s -> List.of(s.value());
      case Statement.Assign s -> Stream.concat(Stream.of(s.value()), s.targets().stream()).toList();
      case Statement.AugmentedAssign s -> List.of(s.target(), s.value());
      case Statement.AnnotatedAssign s -> some(s.value(), s.target());
      case Statement.If s -> List.of(s.condition());
      case Statement.While s -> List.of(s.condition());
      case Statement.For s -> List.of(s.iterable(), s.target());
      case Statement.Return s -> some(s.value());
      case Statement.FunctionDef s -> {
        var parts = new ArrayList<>(s.decorators());
        for (var parameter : s.parameters()) {
          parts.addAll(some(parameter.defaultValue()));
        }
        yield parts;
      }
      case Statement.Delete s -> s.targets();
      case Statement.Assert s -> some(s.condition(), s.message());
      case Statement.Raise s -> some(s.exception(), s.cause());
      case Statement.Try s ->
          s.handlers().stream().map(Statement.Handler::type).filter(Objects::nonNull).toList();
      case Statement.Outside s -> s.parts();
      case Statement.Break _,
          Statement.Continue _,
          Statement.Pass _,
          Statement.Global _,
          Statement.Import _,
          Statement.ImportFrom _ ->
          List.of();
    };
  }

  private static List<Expression> some(Expression... expressions) {
    return Stream.of(expressions).filter(Objects::nonNull).toList();
  }
}
