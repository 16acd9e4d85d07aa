package sandglass.program.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sandglass.program.python.Expression.Name;
import sandglass.program.python.Statement.FunctionDef;

/** What names stand for at a place of a program. */
final class Scope {
  /** What a name stands for. */
  enum What {
    VARIABLE,
    FUNCTION,
    MODULE,
    MEMBER,
    BUILTIN
  }

  private final Map<String, FunctionDef> functions = new LinkedHashMap<>();
  private final Map<String, String> modules = new HashMap<>();
  private final Map<String, String> members = new HashMap<>();
  private final Map<String, Span> variables = new LinkedHashMap<>();
  private final Set<String> boundSomehow = new HashSet<>();
  private final Deque<Set<String>> inner = new ArrayDeque<>();
  // Null outside of functions.
  private Set<String> locals;

  Scope(PythonModule program) {
    variables.putAll(Bindings.assigned(program.body()));
    Bindings.somehow(program.body(), boundSomehow);
    for (var statement : program.body()) {
      switch (statement) {
        case FunctionDef function -> {
          functions.putIfAbsent(function.name(), function);
          Bindings.globals(function.body())
              .forEach(name -> variables.putIfAbsent(name, function.span()));
        }
        case Statement.Import(_, var names) ->
            names.forEach(
                name ->
                    modules.put(name.asName() == null ? name.name() : name.asName(), name.name()));
        case Statement.ImportFrom(_, var from, _, var names) ->
            names.forEach(
                name ->
                    members.put(
                        name.asName() == null ? name.name() : name.asName(),
                        from + "." + name.name()));
        default -> {}
      }
    }
  }

  /** Enters a function's body, from outside of any. */
  void enter(FunctionDef function) {
    locals = new LinkedHashSet<>(Bindings.assigned(function.body()).keySet());
    function.parameters().forEach(parameter -> locals.add(parameter.name()));
    locals.removeAll(Bindings.globals(function.body()));
  }

  /** Leaves a function's body. */
  void leave() {
    locals = null;
  }

  boolean inFunction() {
    return locals != null;
  }

  /** Enters a comprehension's clause or a lambda, which has variables of its own. */
  void open(List<String> names) {
    inner.push(Set.copyOf(names));
  }

  /** Leaves that. */
  void close() {
    inner.pop();
  }

  What what(String name) {
    if (inner.stream().anyMatch(names -> names.contains(name))) {
      return What.VARIABLE;
    }
    if (locals != null && locals.contains(name)) {
      return What.VARIABLE;
    }
    if (functions.containsKey(name)) {
      return What.FUNCTION;
    }
    if (modules.containsKey(name)) {
      return What.MODULE;
    }
    if (members.containsKey(name)) {
      return What.MEMBER;
    }
    return variables.containsKey(name) ? What.VARIABLE : What.BUILTIN;
  }

  /** Whether something outside the subset binds a name, which is refused itself. */
  boolean isBoundSomehow(String name) {
    return boundSomehow.contains(name);
  }

  FunctionDef function(String name) {
    return functions.get(name);
  }

  /** The module that a name is bound to, or null. */
  String module(Expression expression) {
    return expression instanceof Name(_, var name) && what(name) == What.MODULE
        ? modules.get(name)
        : null;
  }

  /** The dotted name that a name was imported from. */
  String member(String name) {
    return members.get(name);
  }

  /** Whether an expression is the name of something built in, out of a set. */
  boolean isBuiltin(Expression expression, Set<String> names) {
    return expression instanceof Name(_, var name)
        && names.contains(name)
        && what(name) == What.BUILTIN;
  }

  /** Names that variables share with functions or imports, each with a place. */
  Map<String, Span> shared() {
    var shared = new LinkedHashMap<String, Span>();
    variables.forEach(
        (name, span) -> {
          if (functions.containsKey(name)
              || modules.containsKey(name)
              || members.containsKey(name)) {
            shared.put(name, span);
          }
        });
    return shared;
  }

  /** Names of functions that are imported as well. */
  List<FunctionDef> imported() {
    var found = new ArrayList<FunctionDef>();
    functions.forEach(
        (name, function) -> {
          if (modules.containsKey(name) || members.containsKey(name)) {
            found.add(function);
          }
        });
    return found;
  }
}
