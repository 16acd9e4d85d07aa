package sandglass.program.python;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sandglass.program.python.Expression.Name;
import sandglass.program.python.Statement.FunctionDef;

/**
 * Functions and imports exist in a compiled program from its start. So that this cannot be told,
 * nothing of the module may use one, itself or by the functions that it calls, above its statement.
 */
final class DefinitionOrder {
  private final Scope scope;
  private final Refusals refusals;
  // The place of each definition among the module's statements.
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Set<String>> uses = new HashMap<>();

  DefinitionOrder(Scope scope, Refusals refusals) {
    this.scope = scope;
    this.refusals = refusals;
  }

  void check(PythonModule program) {
    var body = program.body();
    for (int i = 0; i < body.size(); i++) {
      int place = i;
      switch (body.get(i)) {
        case FunctionDef function -> {
          places.put(function.name(), place);
          scope.enter(function);
          uses.put(function.name(), names(function.body()).keySet());
          scope.leave();
        }
        case Statement.Import(_, var names) ->
            names.forEach(
                name -> places.put(name.asName() == null ? name.name() : name.asName(), place));
        case Statement.ImportFrom(_, _, _, var names) ->
            names.forEach(
                name -> places.put(name.asName() == null ? name.name() : name.asName(), place));
        default -> {}
      }
    }
    int last = places.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    for (int i = 0; i <= last && i < body.size(); i++) {
      for (var use : names(List.of(body.get(i))).entrySet()) {
        var late = firstLate(use.getKey(), i);
        if (late != null) {
          refusals.one(use.getValue(), "a use of '" + late + "' above its definition");
        }
      }
    }
  }

  // What is reached from a name but defined later.
  private String firstLate(String name, int place) {
    var seen = new LinkedHashSet<String>();
    seen.add(name);
    var queue = new java.util.ArrayDeque<>(seen);
    while (!queue.isEmpty()) {
      var next = queue.poll();
      if (places.getOrDefault(next, -1) >= place) {
        return next;
      }
      for (var use : uses.getOrDefault(next, Set.of())) {
        if (seen.add(use)) {
          queue.add(use);
        }
      }
    }
    return null;
  }

  // Names of functions and imports that statements use, each with the first place.
  private Map<String, Span> names(List<Statement> statements) {
    var found = new LinkedHashMap<String, Span>();
    names(statements, found);
    return found;
  }

  private void names(List<Statement> statements, Map<String, Span> found) {
    for (var statement : statements) {
      for (var expression : StatementParts.of(statement)) {
        names(expression, found);
      }
      Bindings.blocks(statement).forEach(block -> names(block, found));
    }
  }

  private void names(Expression expression, Map<String, Span> found) {
    if (expression instanceof Name(var span, var name)) {
      var what = scope.what(name);
      if (what != Scope.What.VARIABLE && what != Scope.What.BUILTIN) {
        found.putIfAbsent(name, span);
      }
    }
    Parts.of(expression).forEach(part -> names(part, found));
  }
}
