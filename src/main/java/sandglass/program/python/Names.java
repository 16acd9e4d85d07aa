package sandglass.program.python;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the names of a checked program stand for.
 *
 * @param functions the program's functions, in order
 * @param module the variables of the module
 * @param shared those of them that functions use
 * @param modules names of imported modules, each to {@code math} or {@code sys}
 * @param members names imported from a module, each to a dotted name
 */
record Names(
    Map<String, Statement.FunctionDef> functions,
    Set<String> module,
    Set<String> shared,
    Map<String, String> modules,
    Map<String, String> members) {

  static Names of(PythonModule program) {
    var functions = new LinkedHashMap<String, Statement.FunctionDef>();
    var modules = new LinkedHashMap<String, String>();
    var members = new LinkedHashMap<String, String>();
    for (var statement : program.body()) {
      switch (statement) {
        case Statement.FunctionDef f -> functions.put(f.name(), f);
        case Statement.Import i ->
            i.names()
                .forEach(a -> modules.put(a.asName() == null ? a.name() : a.asName(), a.name()));
        case Statement.ImportFrom i ->
            i.names()
                .forEach(
                    a ->
                        members.put(
                            a.asName() == null ? a.name() : a.asName(),
                            i.module() + "." + a.name()));
        default -> {}
      }
    }
    Set<String> module = assigned(program.body());
    var shared = new LinkedHashSet<String>();
    for (var function : functions.values()) {
      module.addAll(Bindings.globals(function.body()));
    }
    for (var function : functions.values()) {
      Set<String> locals = locals(function);
      module.stream()
          .filter(name -> !locals.contains(name) && uses(function, name))
          .forEach(shared::add);
    }
    return new Names(functions, module, shared, modules, members);
  }

  /** A function's own variables, its parameters first. */
  static Set<String> locals(Statement.FunctionDef function) {
    var locals = new LinkedHashSet<String>();
    function.parameters().forEach(p -> locals.add(p.name()));
    locals.addAll(assigned(function.body()));
    locals.removeAll(Bindings.globals(function.body()));
    return locals;
  }

  private static boolean uses(Statement.FunctionDef function, String name) {
    return Bindings.globals(function.body()).contains(name)
        || Tree.any(function.body(), e -> e instanceof Expression.Name n && n.name().equals(name));
  }

  /** The variables that statements set or delete. */
  static Set<String> assigned(List<Statement> statements) {
    return new LinkedHashSet<>(Bindings.assigned(statements).keySet());
  }

  /** The variables that statements may leave without a value. */
  static Set<String> deleted(List<Statement> statements) {
    var names = new LinkedHashSet<String>();
    for (var statement : statements) {
      switch (statement) {
        case Statement.Delete s -> s.targets().forEach(t -> target(names, t));
        case Statement.Try s ->
            s.handlers().stream()
                .map(Statement.Handler::name)
                .filter(n -> n != null)
                .forEach(names::add);
        default -> {}
      }
      Bindings.blocks(statement).forEach(body -> names.addAll(deleted(body)));
    }
    return names;
  }

  /** Adds the variables that a target sets. */
  static void target(Set<String> names, Expression target) {
    Parts.names(target).forEach(name -> names.add(name.name()));
  }
}
