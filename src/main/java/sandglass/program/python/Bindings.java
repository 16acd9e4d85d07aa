package sandglass.program.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What statements bind; functions within them are left out. */
final class Bindings {
  private Bindings() {}

  /** The blocks directly within a statement, those of a function left out. */
  static List<List<Statement>> blocks(Statement statement) {
    return switch (statement) {
      case Statement.If s -> List.of(s.body(), s.orElse());
      case Statement.While s -> List.of(s.body(), s.orElse());
      case Statement.For s -> List.of(s.body(), s.orElse());
      case Statement.Try s -> {
        var blocks = new ArrayList<List<Statement>>();
        blocks.add(s.body());
        s.handlers().forEach(handler -> blocks.add(handler.body()));
        blocks.add(s.orElse());
        blocks.add(s.finallyBody());
        yield blocks;
      }
      default -> List.of();
    };
  }

  /** The variables that statements set or delete, each with the first place that does. */
  static Map<String, Span> assigned(List<Statement> statements) {
    var found = new LinkedHashMap<String, Span>();
    assigned(statements, found);
    return found;
  }

  private static void assigned(List<Statement> statements, Map<String, Span> found) {
    for (var statement : statements) {
      switch (statement) {
        case Statement.Assign s -> s.targets().forEach(target -> target(target, found));
        case Statement.AugmentedAssign s -> target(s.target(), found);
        case Statement.AnnotatedAssign s -> target(s.target(), found);
        case Statement.For s -> target(s.target(), found);
        case Statement.Delete s -> s.targets().forEach(target -> target(target, found));
        case Statement.Try s -> {
          for (var handler : s.handlers()) {
            if (handler.name() != null) {
              found.putIfAbsent(handler.name(), handler.span());
            }
          }
        }
        default -> {}
      }
      blocks(statement).forEach(block -> assigned(block, found));
    }
  }

  private static void target(Expression target, Map<String, Span> found) {
    Parts.names(target).forEach(name -> found.putIfAbsent(name.name(), name.span()));
  }

  /** The first of names with dots between, which is what an import of them binds. */
  static String firstOf(String dotted) {
    int dot = dotted.indexOf('.');
    return dot < 0 ? dotted : dotted.substring(0, dot);
  }

  /** Adds the names that are bound in ways outside the subset. */
  static void somehow(List<Statement> statements, Set<String> names) {
    for (var statement : statements) {
      switch (statement) {
        case Statement.FunctionDef function -> {
          names.add(function.name());
          somehow(function.body(), names);
        }
        case Statement.Import(_, var aliases) ->
            aliases.forEach(
                alias ->
                    names.add(alias.asName() == null ? firstOf(alias.name()) : alias.asName()));
        case Statement.ImportFrom(_, _, _, var aliases) ->
            aliases.forEach(
                alias -> names.add(alias.asName() == null ? alias.name() : alias.asName()));
        case Statement.Outside outside -> {
          names.addAll(outside.names());
          outside
              .parts()
              .forEach(part -> Parts.names(part).forEach(name -> names.add(name.name())));
          names.addAll(assigned(outside.body()).keySet());
          somehow(outside.body(), names);
        }
        default -> {}
      }
      StatementParts.of(statement).forEach(expression -> walrus(expression, names));
      blocks(statement).forEach(block -> somehow(block, names));
    }
  }

  private static void walrus(Expression expression, Set<String> names) {
    if (expression instanceof Expression.Outside(_, var construct, var parts)
        && construct == Expression.Construct.WALRUS
        && parts.getFirst() instanceof Expression.Name(_, var name)) {
      names.add(name);
    }
    Parts.of(expression).forEach(part -> walrus(part, names));
  }

  /** The names that statements declare global. */
  static Set<String> globals(List<Statement> statements) {
    var names = new LinkedHashSet<String>();
    for (var statement : statements) {
      if (statement instanceof Statement.Global(_, var declared)) {
        names.addAll(declared);
      }
      blocks(statement).forEach(block -> names.addAll(globals(block)));
    }
    return names;
  }
}
