package sandglass.program.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.IntFunction;
import sandglass.program.python.ExpressionWriter.Part;

/** Writes calls, and names of what the runtime offers. */
final class CallWriter {
  private final Body body;
  private final ModuleWriter module;
  private final ExpressionWriter expressions;
  private final LoopWriter loops;
  private final KeyWriter keys;

  CallWriter(Body body, ExpressionWriter expressions, LoopWriter loops) {
    this.body = body;
    module = body.module;
    this.expressions = expressions;
    this.loops = loops;
    keys = new KeyWriter(body, expressions, loops, this);
  }

  // --- names and attributes -------------------------------------------------------------------

  /** A name that is no variable, as a value. */
  WatNode builtinValue(String name) {
    if (name.equals("__name__")) {
      return module.constants.ofString("__main__");
    }
    String member = module.names.members().get(name);
    if (member != null) {
      return member(member);
    }
    return type(name);
  }

  private WatNode type(String name) {
    int which =
        ExceptionKind.isOne(name)
            ? 256 + ExceptionKind.of(name).code()
            : BuiltinType.of(name).code();
    return WatNode.call("py.typeobj", WatNode.op("i32.const " + which + " (;" + name + ";)"));
  }

  /** {@code math.pi}, {@code sys.argv} and the like. */
  private WatNode member(String dotted) {
    return switch (dotted) {
      case "math.pi" -> module.constants.ofFloat(Math.PI);
      case "math.e" -> module.constants.ofFloat(Math.E);
      case "math.tau" -> module.constants.ofFloat(2 * Math.PI);
      case "math.inf" -> module.constants.ofFloat(Double.POSITIVE_INFINITY);
      case "math.nan" -> module.constants.ofFloat(Double.NaN);
      case "sys.argv" -> WatNode.call("py.argv");
      case "sys.stdin" -> WatNode.call("py.file", WatNode.i32(0));
      case "sys.stdout" -> WatNode.call("py.file", WatNode.i32(1));
      case "sys.stderr" -> WatNode.call("py.file", WatNode.i32(2));
      case "sys.maxsize" -> module.constants.ofInt(Integer.MAX_VALUE);
      default -> throw new IllegalStateException("not in the subset, but let through: " + dotted);
    };
  }

  /** {@code math} or {@code sys}, if an expression is the name of that module; else null. */
  private String moduleName(Expression expression) {
    return expression instanceof Expression.Name n
            && body.comprehensionLocal(n.name()) == null
            && !body.variables.contains(n.name())
        ? module.names.modules().get(n.name())
        : null;
  }

  WatNode attribute(Expression.Attribute e) {
    String from = moduleName(e.value());
    if (from != null) {
      return member(from + "." + e.name());
    }
    if (e.name().equals("args")) {
      return expressions.located(e.span(), "py.attr_args", expressions.parts(e.value()));
    }
    throw ExpressionWriter.outside(e);
  }

  // --- calls ----------------------------------------------------------------------------------

  WatNode value(Expression.Call e) {
    if (e.function() instanceof Expression.Attribute attribute) {
      String from = moduleName(attribute.value());
      return from == null ? method(e, attribute) : member(e, from, attribute.name());
    }
    String name = ((Expression.Name) e.function()).name();
    var function = module.names.functions().get(name);
    if (function != null) {
      return own(e, function);
    }
    String member = module.names.members().get(name);
    if (member != null) {
      int dot = member.indexOf('.');
      return member(e, member.substring(0, dot), member.substring(dot + 1));
    }
    if (ExceptionKind.isOne(name)) {
      var parts = new ArrayList<Part>();
      parts.add(Part.ready(WatNode.i32(ExceptionKind.of(name).code())));
      parts.add(tuple(values(e)));
      return expressions.located(e.span(), "py.exc", parts);
    }
    return builtin(e, name);
  }

  private static List<Expression> values(Expression.Call e) {
    return e.arguments().stream()
        .filter(a -> a.name() == null)
        .map(Expression.Argument::value)
        .toList();
  }

  /** Expressions as one tuple. */
  private Part tuple(List<Expression> values) {
    var display = new Expression.TupleDisplay(new Span(0, 0, 0, 0), values);
    boolean collects = values.stream().anyMatch(expressions::collects);
    return new Part(() -> tupleOf(display), collects, false);
  }

  private WatNode tupleOf(Expression.TupleDisplay display) {
    return display.elements().isEmpty()
        ? expressions.value(display)
        : expressions.pushed("py.tuple", display.elements());
  }

  private WatNode builtin(Expression.Call e, String name) {
    var keyed = keys.call(e, name);
    if (keyed != null) {
      return keyed;
    }
    if (name.equals("len") && e.arguments().size() == 1) {
      var operands = new ArrayList<WatNode>();
      operands.add(expressions.borrowedValue(e.arguments().getFirst().value()));
      expressions.locate(e.span().line(), operands);
      return WatNode.op("call $py.len", operands);
    }
    var signature = Builtins.function(name);
    if (signature.takesNames() && e.arguments().stream().anyMatch(a -> a.name() != null)) {
      return expressions.located(
          e.span(), signature.runtime() + "_named", List.of(only(e), named(e)));
    }
    return bound(e, signature, List.of());
  }

  private WatNode member(Expression.Call e, String from, String name) {
    return bound(e, from.equals("sys") ? Builtins.sys(name) : Builtins.math(name), List.of());
  }

  private WatNode method(Expression.Call e, Expression.Attribute attribute) {
    var keyed = keys.sort(e, attribute);
    if (keyed != null) {
      return keyed;
    }
    var self = self(e, attribute);
    if (attribute.name().equals("format")) {
      return expressions.located(
          attribute.nameSpan(), "py.m_format", List.of(self, tuple(values(e)), named(e)));
    }
    var signature = Builtins.method(attribute.name());
    if (signature.takesNames() && e.arguments().stream().anyMatch(a -> a.name() != null)) {
      return expressions.located(
          attribute.nameSpan(), signature.runtime() + "_named", List.of(self, only(e), named(e)));
    }
    return bound(e, signature, List.of(self));
  }

  /** The arguments that have names, as a dict. */
  private Part named(Expression.Call e) {
    var names = new ArrayList<Part>();
    int count = 0;
    for (var argument : e.arguments()) {
      if (argument.name() != null) {
        names.add(Part.ready(WatNode.call("py.push", module.constants.ofString(argument.name()))));
        names.add(
            new Part(
                () -> WatNode.call("py.push", expressions.value(argument.value())),
                expressions.collects(argument.value()),
                true));
        count++;
      }
    }
    names.add(Part.ready(WatNode.i32(count)));
    return new Part(
        () -> WatNode.call("py.dict", expressions.sequence(names).toArray(WatNode[]::new)),
        names.stream().anyMatch(Part::collects),
        false);
  }

  /** The one argument by place, if there is one. */
  private Part only(Expression.Call e) {
    return e.arguments().stream()
        .filter(a -> a.name() == null)
        .map(a -> argument(a.value()))
        .findFirst()
        .orElse(Part.ready(Constants.missing()));
  }

  /**
   * What a method is called on. That it has the method is asked before the arguments are computed,
   * where these may do or meet something.
   */
  Part self(Expression.Call e, Expression.Attribute attribute) {
    var self = expressions.part(attribute.value());
    int types = Builtins.typesWith(attribute.name());
    boolean plain =
        e.arguments().stream()
            .allMatch(a -> "key".equals(a.name()) || !expressions.mayFail(a.value()));
    if (plain || Builtins.isOf(attribute.value(), types)) {
      return self;
    }
    var parts =
        List.of(
            self,
            Part.ready(WatNode.i32(types)),
            Part.ready(module.constants.ofString(attribute.name())));
    return new Part(
        () -> expressions.located(attribute.nameSpan(), "py.method", parts),
        self.collects(),
        self.stable());
  }

  /** A call whose positional arguments are one tuple, which comes first. */
  private WatNode spread(Expression.Call e, Builtins.Signature signature) {
    var given = e.arguments().stream().filter(a -> a.name() != null).toList();
    var places = new int[given.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(signature.parameters(), given.get(i).name());
    }
    return placed(
        e.span().line(),
        signature.runtime(),
        List.of(tuple(values(e))),
        given,
        places,
        signature.parameters().size(),
        _ -> Constants.missing());
  }

  /** A call of a function of the runtime with fixed parameters. */
  private WatNode bound(Expression.Call e, Builtins.Signature signature, List<Part> self) {
    var parameters = signature.parameters();
    if (!parameters.isEmpty() && parameters.getFirst().many()) {
      return spread(e, signature);
    }
    var places = new int[e.arguments().size()];
    int next = 0;
    for (int i = 0; i < places.length; i++) {
      var argument = e.arguments().get(i);
      int place = argument.name() == null ? next++ : place(parameters, argument.name());
      places[i] = place + self.size();
    }
    int line =
        e.function() instanceof Expression.Attribute a ? a.nameSpan().line() : e.span().line();
    return placed(
        line,
        signature.runtime(),
        self,
        e.arguments(),
        places,
        parameters.size() + self.size(),
        _ -> Constants.missing());
  }

  private static int place(List<Builtins.Parameter> parameters, String name) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalStateException("no parameter " + name);
  }

  /**
   * Computes arguments in the order of the source, and passes them in that of the parameters.
   *
   * @param first what comes before the arguments in both orders
   * @param places the parameter of each argument
   * @param absent what stands for a parameter without argument
   */
  private WatNode placed(
      int line,
      String function,
      List<Part> first,
      List<Expression.Argument> arguments,
      int[] places,
      int count,
      IntFunction<WatNode> absent) {
    var parts = new ArrayList<>(first);
    arguments.forEach(a -> parts.add(argument(a.value())));
    boolean inOrder = true;
    for (int i = 1; i < places.length; i++) {
      inOrder &= places[i - 1] < places[i];
    }
    var nodes = expressions.sequence(parts);
    var operands = new ArrayList<WatNode>();
    var byPlace = new HashMap<Integer, WatNode>();
    for (int i = 0; i < first.size(); i++) {
      byPlace.put(i, nodes.get(i));
    }
    var temporaries = new ArrayList<String>();
    for (int i = 0; i < places.length; i++) {
      var node = nodes.get(first.size() + i);
      if (!inOrder) {
        String local = body.temporary("argument", "i64");
        temporaries.add(local);
        operands.add(WatNode.set(local, node));
        node = WatNode.get(local);
      }
      byPlace.put(places[i], node);
    }
    if (!inOrder && !first.isEmpty()) {
      // what comes first stands before the arguments anyway
      var before = new ArrayList<WatNode>();
      for (int i = 0; i < first.size(); i++) {
        before.add(byPlace.remove(i));
      }
      operands.addAll(0, before);
    }
    for (int i = inOrder ? 0 : first.size(); i < count; i++) {
      operands.add(byPlace.containsKey(i) ? byPlace.get(i) : absent.apply(i));
    }
    temporaries.forEach(body::release);
    expressions.locate(line, operands);
    return WatNode.op("call $" + function, operands);
  }

  /** An argument: a generator becomes the list of what it gives. */
  private Part argument(Expression value) {
    return value instanceof Expression.Generator g
        ? new Part(() -> loops.list(g), true, false)
        : expressions.part(value);
  }

  // --- the program's own functions --------------------------------------------------------------

  private WatNode own(Expression.Call e, Statement.FunctionDef function) {
    var parameters = function.parameters();
    var places = new int[e.arguments().size()];
    int next = 0;
    for (int i = 0; i < places.length; i++) {
      var argument = e.arguments().get(i);
      int place = next;
      if (argument.name() == null) {
        next++;
      } else {
        place = 0;
        while (!parameters.get(place).name().equals(argument.name())) {
          place++;
        }
      }
      places[i] = place;
    }
    return placed(
        e.span().line(),
        Body.ident(function.name()),
        List.of(),
        e.arguments(),
        places,
        parameters.size(),
        place -> module.defaultValue(function, parameters.get(place)));
  }

  /** A call of a function of the program with one value. */
  WatNode ownWithOne(Statement.FunctionDef function, WatNode value) {
    var operands = new ArrayList<WatNode>();
    operands.add(value);
    for (var parameter : function.parameters().subList(1, function.parameters().size())) {
      operands.add(module.defaultValue(function, parameter));
    }
    return WatNode.op("call $" + Body.ident(function.name()), operands);
  }
}
