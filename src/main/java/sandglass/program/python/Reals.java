package sandglass.program.python;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import sandglass.program.python.Expression.BinaryOperator;

/**
 * Finds the variables of a function that are floats for certain whenever they are read: those are
 * kept as doubles, and what is computed of them needs no objects.
 *
 * <p>A variable is one if it always has a value where it is read, and each value that it is given
 * is a float. Which expressions are floats depends on which variables are: so all that might be are
 * taken for some at first, and given up until no more contradicts.
 */
final class Reals {
  /** Functions of {@code math} that give floats, whatever they are given. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "acos",
          "acosh",
          "asin",
          "asinh",
          "atan",
          "atan2",
          "atanh",
          "cbrt",
          "copysign",
          "cos",
          "cosh",
          "degrees",
          "dist",
          "erf",
          "erfc",
          "exp",
          "exp2",
          "expm1",
          "fabs",
          "fmod",
          "fsum",
          "gamma",
          "hypot",
          "ldexp",
          "lgamma",
          "log",
          "log10",
          "log1p",
          "log2",
          "nextafter",
          "pow",
          "radians",
          "remainder",
          "sin",
          "sinh",
          "sqrt",
          "tan",
          "tanh",
          "ulp");

  private static final Set<String> CONSTANTS = Set.of("pi", "e", "tau", "inf");

  private final ModuleWriter module;
  private final Set<String> variables;
  private final Set<String> reals = new LinkedHashSet<>();

  private Reals(ModuleWriter module, Set<String> variables) {
    this.module = module;
    this.variables = variables;
  }

  /**
   * The variables of a body that are floats.
   *
   * @param variables those that are locals of the written function
   * @param parameters which are given by others
   */
  static Reals of(
      ModuleWriter module, List<Statement> body, Set<String> variables, Set<String> parameters) {
    var found = new Reals(module, variables);
    for (String name : variables) {
      if (!parameters.contains(name) && hasHome(body, name)) {
        found.reals.add(name);
      }
    }
    int before;
    do {
      before = found.reals.size();
      found.strike(body);
    } while (found.reals.size() < before);
    return found;
  }

  boolean contains(String name) {
    return reals.contains(name);
  }

  Set<String> names() {
    return reals;
  }

  // --- where variables have values ------------------------------------------------------------

  /** Whether a block sets a variable by a statement of its own before anything else in it asks. */
  private static boolean hasHome(List<Statement> block, String name) {
    int first = 0;
    while (first < block.size() && !occurs(block.get(first), name)) {
      first++;
    }
    if (first == block.size()) {
      return false;
    }
    var statement = block.get(first);
    if (sets(statement, name)) {
      return true;
    }
    for (int i = first + 1; i < block.size(); i++) {
      if (occurs(block.get(i), name)) {
        return false;
      }
    }
    if (statement instanceof Statement.Try
        || StatementParts.of(statement).stream().anyMatch(e -> reads(e, name))) {
      return false;
    }
    List<Statement> home = null;
    for (var inner : Bindings.blocks(statement)) {
      if (inner.stream().anyMatch(s -> occurs(s, name))) {
        if (home != null) {
          return false;
        }
        home = inner;
      }
    }
    return home != null && hasHome(home, name);
  }

  private static boolean occurs(Statement statement, String name) {
    return StatementParts.of(statement).stream().anyMatch(e -> reads(e, name))
        || statement instanceof Statement.Try t
            && t.handlers().stream().anyMatch(h -> name.equals(h.name()))
        || Bindings.blocks(statement).stream()
            .anyMatch(block -> block.stream().anyMatch(s -> occurs(s, name)));
  }

  private static boolean reads(Expression expression, String name) {
    return Tree.any(expression, e -> e instanceof Expression.Name n && n.name().equals(name));
  }

  private static boolean sets(Statement statement, String name) {
    return switch (statement) {
      case Statement.Assign s ->
          !reads(s.value(), name)
              && s.targets().stream()
                  .allMatch(
                      t -> t instanceof Expression.Name || !reads(t, name) || isPair(t, s.value()))
              && Bindings.assigned(List.of(s)).containsKey(name);
      case Statement.AnnotatedAssign s ->
          s.value() != null
              && !reads(s.value(), name)
              && s.target() instanceof Expression.Name n
              && n.name().equals(name);
      default -> false;
    };
  }

  private static boolean isPair(Expression target, Expression value) {
    return target instanceof Expression.TupleDisplay t
        && value instanceof Expression.TupleDisplay v
        && t.elements().size() == v.elements().size()
        && t.elements().stream().allMatch(Expression.Name.class::isInstance);
  }

  // --- what values are ------------------------------------------------------------------------

  private void strike(List<Statement> statements) {
    for (var statement : statements) {
      switch (statement) {
        case Statement.Assign s -> s.targets().forEach(t -> strike(t, s.value()));
        case Statement.AnnotatedAssign s -> {
          if (s.value() == null) {
            strikeAll(s.target());
          } else {
            strike(s.target(), s.value());
          }
        }
        case Statement.AugmentedAssign s -> {
          if (s.target() instanceof Expression.Name n
              && !isReal(new Expression.Binary(s.span(), n, s.operator(), s.value()))) {
            reals.remove(n.name());
          }
        }
        case Statement.For s -> strikeAll(s.target());
        case Statement.Delete s -> s.targets().forEach(this::strikeAll);
        case Statement.Try s ->
            s.handlers().stream().map(Statement.Handler::name).forEach(reals::remove);
        default -> {}
      }
      Bindings.blocks(statement).forEach(this::strike);
    }
  }

  private void strike(Expression target, Expression value) {
    if (target instanceof Expression.Name n) {
      if (!isReal(value)) {
        reals.remove(n.name());
      }
    } else if (isPair(target, value)) {
      var names = ((Expression.TupleDisplay) target).elements();
      var values = ((Expression.TupleDisplay) value).elements();
      for (int i = 0; i < names.size(); i++) {
        strike(names.get(i), values.get(i));
      }
    } else {
      strikeAll(target);
    }
  }

  private void strikeAll(Expression target) {
    Parts.names(target).forEach(n -> reals.remove(n.name()));
  }

  /** Whether an expression gives a float, if it gives anything. */
  boolean isReal(Expression expression) {
    return switch (expression) {
      case Expression.FloatLiteral _ -> true;
      case Expression.Name e -> reals.contains(e.name());
      case Expression.Unary e ->
          (e.operator() == Expression.UnaryOperator.NEGATIVE
                  || e.operator() == Expression.UnaryOperator.POSITIVE)
              && isReal(e.operand());
      case Expression.Binary e -> isReal(e);
      case Expression.Conditional e -> isReal(e.then()) && isReal(e.otherwise());
      case Expression.Call e -> isReal(e);
      case Expression.Attribute e ->
          CONSTANTS.contains(e.name()) && "math".equals(moduleOf(e.value()));
      default -> false;
    };
  }

  private boolean isReal(Expression.Binary e) {
    return switch (e.operator()) {
      // no type but the numbers divides, and ints give floats
      case DIVIDE -> true;
      case ADD, SUBTRACT, MULTIPLY, FLOOR_DIVIDE -> isReal(e.left()) || isReal(e.right());
      case MODULO -> isReal(e.left()); // a str takes anything on its right
      case POWER ->
          isReal(e.left())
              && e.operator() == BinaryOperator.POWER
              && e.right() instanceof Expression.IntLiteral;
      default -> false;
    };
  }

  private boolean isReal(Expression.Call e) {
    if (e.arguments().stream().anyMatch(a -> a.value() instanceof Expression.Generator)) {
      return false;
    }
    return switch (e.function()) {
      case Expression.Name n -> {
        String member = module.names.members().get(n.name());
        if (member != null) {
          yield member.startsWith("math.") && FUNCTIONS.contains(member.substring(5));
        }
        // float() may give a NaN, of which it matters whether it is the same object
        yield isBuiltin(n.name())
            && n.name().equals("abs")
            && e.arguments().size() == 1
            && isReal(e.arguments().getFirst().value());
      }
      case Expression.Attribute a ->
          FUNCTIONS.contains(a.name()) && "math".equals(moduleOf(a.value()));
      default -> false;
    };
  }

  private boolean isBuiltin(String name) {
    return !variables.contains(name)
        && !module.names.module().contains(name)
        && !module.names.functions().containsKey(name);
  }

  /** The module that an expression names, or null. */
  String moduleOf(Expression expression) {
    return expression instanceof Expression.Name n && !variables.contains(n.name())
        ? module.names.modules().get(n.name())
        : null;
  }
}
