package sandglass.program.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a checked program as a WebAssembly module in text: its functions as they stand in the
 * source, then what it shows and holds, then the part of the runtime that it calls.
 */
final class ModuleWriter {
  static final String MODULE = "<module>";

  /** What the runtime asks of the program, which writes it. */
  private static final Set<String> WRITTEN =
      Set.of("py.program_mark", "py.program_name", "py.program_function", "py.program_line");

  private static final int PAGE = 65_536;

  final Names names;
  final Constants constants;
  private final String file;
  private final SourceText source;
  private final PythonModule program;
  private final RuntimeText runtime = RuntimeText.get();
  private final Set<String> alwaysBound;
  private final List<String> functionNames = new ArrayList<>();
  private final Set<Integer> lines = new LinkedHashSet<>();
  private final Map<String, WatNode> constantDefaults = new HashMap<>();
  private final Set<String> defaultGlobals = new LinkedHashSet<>();

  /**
   * Gets ready to write a program.
   *
   * @param file its name in tracebacks
   */
  ModuleWriter(String file, SourceText source, PythonModule program) {
    this.file = file;
    this.source = source;
    this.program = program;
    names = Names.of(program);
    constants = new Constants(runtime.base());
    alwaysBound = alwaysBound();
  }

  // --- what is asked while bodies are written -------------------------------------------------

  /** Whether an expression is itself a call of a function of the program. */
  boolean isCall(Expression expression) {
    if (!(expression instanceof Expression.Call call)) {
      return false;
    }
    if (call.function() instanceof Expression.Name n && names.functions().containsKey(n.name())) {
      return true;
    }
    return call.arguments().stream()
        .anyMatch(
            a ->
                "key".equals(a.name())
                    && a.value() instanceof Expression.Name n
                    && names.functions().containsKey(n.name()));
  }

  /** Whether the collector may run in an expression, apart from what is inside it. */
  boolean collects(Expression expression) {
    return isCall(expression)
        || expression instanceof Expression.ListComprehension
        || expression instanceof Expression.DictComprehension
        || expression instanceof Expression.Generator
        || (expression instanceof Expression.Call call
            && call.arguments().stream().anyMatch(a -> "key".equals(a.name())));
  }

  /** Whether a name stands for what Python has built in. */
  boolean isBuiltin(String name, Body body) {
    return body.comprehensionLocal(name) == null
        && !body.variables.contains(name)
        && !names.module().contains(name)
        && !names.functions().containsKey(name);
  }

  /** Whether a variable of the module has a value in every function, whenever it is called. */
  boolean isAlwaysBound(String name) {
    return alwaysBound.contains(name);
  }

  /** Whether a call of the runtime leaves a value. */
  boolean gives(WatNode.Op call) {
    String name = call.head().substring("call $".length());
    return ByHand.has(name) ? ByHand.gives(name) : runtime.gives(name);
  }

  /** What CPython says of a missing variable of the module, beyond that; null if that depends. */
  String suggestion(Body body, String name) {
    var statements =
        body.isModule ? program.body() : functionNamed(functionNames.get(body.index)).body();
    var frame = new LinkedHashSet<>(body.isModule ? Set.<String>of() : body.variables);
    var inner = new LinkedHashSet<String>();
    Tree.any(
        statements,
        e -> {
          switch (e) {
            case Expression.ListComprehension c -> targets(frame, c.clauses());
            case Expression.DictComprehension c -> targets(frame, c.clauses());
            case Expression.Generator c -> targets(inner, c.clauses());
            case Expression.Lambda l -> l.parameters().forEach(p -> inner.add(p.name()));
            default -> {}
          }
          return false;
        });
    var all = new LinkedHashSet<>(names.module());
    all.addAll(names.functions().keySet());
    all.addAll(names.modules().keySet());
    all.addAll(names.members().keySet());
    return NearNames.suggestion(name, frame, inner, all);
  }

  private static void targets(Set<String> names, List<Expression.Clause> clauses) {
    clauses.forEach(c -> Names.target(names, c.target()));
  }

  private Statement.FunctionDef functionNamed(String name) {
    return names.functions().get(name);
  }

  String defaultGlobal(String function, String parameter) {
    return Body.ident(function) + ".default." + Body.ident(parameter);
  }

  /** Whether a default is computed where its function is defined. */
  boolean isDefaultGlobal(String function, String parameter) {
    return defaultGlobals.contains(defaultGlobal(function, parameter));
  }

  /** What stands for an argument that a call leaves out. */
  WatNode defaultValue(Statement.FunctionDef function, Statement.Parameter parameter) {
    String global = defaultGlobal(function.name(), parameter.name());
    var constant = constantDefaults.get(global);
    return constant != null ? constant : WatNode.op("global.get $" + global);
  }

  private Set<String> alwaysBound() {
    var bound = new LinkedHashSet<String>();
    for (var statement : program.body()) {
      for (var expression : StatementParts.of(statement)) {
        if (Tree.any(expression, this::isCall)) {
          return without(bound);
        }
      }
      for (var body : Bindings.blocks(statement)) {
        if (Tree.any(body, this::isCall)) {
          return without(bound);
        }
      }
      switch (statement) {
        case Statement.Assign s -> s.targets().forEach(t -> Names.target(bound, t));
        case Statement.AugmentedAssign s -> Names.target(bound, s.target());
        case Statement.AnnotatedAssign s when s.value() != null -> Names.target(bound, s.target());
        default -> {}
      }
    }
    return without(bound);
  }

  private Set<String> without(Set<String> bound) {
    bound.removeAll(Names.deleted(program.body()));
    names.functions().values().forEach(f -> bound.removeAll(Names.deleted(f.body())));
    return bound;
  }

  // --- writing --------------------------------------------------------------------------------

  /** Writes the module, whole and short. */
  PythonResult.Compiled write() {
    functionNames.add(MODULE);
    names.functions().keySet().forEach(functionNames::add);
    for (var function : names.functions().values()) {
      for (var parameter : function.parameters()) {
        if (parameter.defaultValue() != null) {
          setDefault(function, parameter);
        }
      }
    }
    var functions = new ArrayList<WatFunction>();
    int index = 1;
    for (var function : names.functions().values()) {
      functions.add(function(function, index++));
    }
    functions.add(module());
    functions.addAll(tables());
    var linked = runtime.link(reached(functions));

    var printer = new WatPrinter();
    printer.line(0, ";; " + file + ", compiled by Sandglass.");
    printer.line(0, ";; Its own functions come first; $py.… is the runtime, further down.");
    printer.line(
        0,
        ";; A value: an int is twice itself; an object its address + 1; None 11, False 19, True 27.");
    printer.line(0, "(module");
    linked.imports().forEach(printer::text);
    int pages = (constants.end() + PAGE - 1) / PAGE;
    printer.line(2, "(memory (export \"memory\") " + pages + ")");
    printer.text(ByHand.GLOBALS);
    for (String name : names.shared()) {
      printer.line(
          2, "(global $" + Body.ident(name) + " (mut i64) (i64.const " + Constants.UNBOUND + "))");
    }
    for (String name : defaultGlobals) {
      printer.line(2, "(global $" + name + " (mut i64) (i64.const " + Constants.UNBOUND + "))");
    }
    for (var function : functions) {
      printer.line(0, "");
      printer.function(function);
    }
    printer.line(0, "");
    printer.line(2, ";; ---- constants " + "-".repeat(64));
    constants.print(printer);
    int ownLines = printer.lines();
    String own = printer.text();
    var shortText = new StringBuilder(own);
    String begin =
        "\n  ;; ---- the runtime "
            + "-".repeat(62)
            + "\n  (global $__stack_pointer (mut i32) (i32.const "
            + runtime.stack()
            + "))\n"
            + ByHand.FUNCTIONS;
    shortText.append(begin);
    linked.functionNames().forEach(f -> shortText.append(runtime.stub(f)).append('\n'));
    var whole = new StringBuilder(own.length() + (1 << 20)).append(own).append(begin);
    linked.functions().forEach(f -> whole.append(f).append('\n'));
    linked.data().forEach(d -> whole.append(d).append('\n'));
    int stackPointer = ByHand.GLOBAL_COUNT + names.shared().size() + defaultGlobals.size();
    return new PythonResult.Compiled(
        whole.append(")\n").toString(),
        new PythonMap(printer.sourceLines(), printer.places(), ownLines),
        new ShortModule(
            shortText.append(")\n").toString(),
            linked.functionNames(),
            linked.dataNames(),
            stackPointer));
  }

  private void setDefault(Statement.FunctionDef function, Statement.Parameter parameter) {
    String global = defaultGlobal(function.name(), parameter.name());
    WatNode constant =
        switch (parameter.defaultValue()) {
          case Expression.IntLiteral e -> constants.ofInt(e.value());
          case Expression.FloatLiteral e -> constants.ofFloat(e.value());
          case Expression.StringLiteral e -> constants.ofString(e.value());
          case Expression.Constant e ->
              switch (e.value()) {
                case TRUE -> Constants.bool(true);
                case FALSE -> Constants.bool(false);
                default -> Constants.none();
              };
          default -> null;
        };
    if (constant != null) {
      constantDefaults.put(global, constant);
    } else {
      defaultGlobals.add(global);
    }
  }

  /** The number that a line has in tracebacks: itself. Its text is held for them. */
  private void hold(List<WatNode> nodes) {
    for (var node : nodes) {
      switch (node) {
        case WatNode.Comment c -> {
          if (c.line() > 0) {
            lines.add(c.line());
          }
        }
        case WatNode.Op op -> {
          if (op.head().equals("local.set $" + Body.LINE)) {
            noteLine(op.operands().getFirst());
          }
          hold(op.operands());
        }
        case WatNode.Block b -> hold(b.body());
        case WatNode.If i -> {
          hold(List.of(i.condition()));
          hold(i.then());
          hold(i.otherwise());
        }
      }
    }
  }

  private void noteLine(WatNode value) {
    if (value instanceof WatNode.Op op) {
      if (op.head().startsWith("i32.const ")) {
        lines.add(Integer.parseInt(op.head().substring("i32.const ".length())));
      } else {
        op.operands().forEach(this::noteLine);
      }
    }
  }

  private WatFunction function(Statement.FunctionDef function, int index) {
    var locals = Names.locals(function);
    var body = new Body(this, index, false, locals, function.body());
    var parameters = new LinkedHashSet<String>();
    var head = new StringBuilder();
    for (var parameter : function.parameters()) {
      String name = Body.ident(parameter.name());
      parameters.add(name);
      body.parameter(parameter.name());
      head.append(" (param $").append(name).append(" i64)");
    }
    head.append(" (result i64)");
    var given =
        function.parameters().stream().map(Statement.Parameter::name).collect(Collectors.toSet());
    body.kinds(Reals.of(this, function.body(), locals, given), Growing.of(function.body(), locals));
    var statements = new StatementWriter(body, source);
    boolean completes = statements.write(function.body());
    if (completes) {
      body.local(Body.RESULT, "i64");
      body.emit(WatNode.set(Body.RESULT, Constants.none()));
    }
    boolean calls = Tree.any(function.body(), this::isCall);
    var nodes = body.finish(parameters, calls && !parameters.isEmpty());
    hold(nodes);
    String title =
        "%-3d %s".formatted(function.span().line(), statements.line(function.span().line()));
    return new WatFunction(
        Body.ident(function.name()),
        head.toString(),
        body.declarations(parameters),
        nodes,
        List.of(title),
        function.span().line());
  }

  private WatFunction module() {
    var locals = new LinkedHashSet<>(names.module());
    locals.removeAll(names.shared());
    var body = new Body(this, 0, true, locals, program.body());
    body.kinds(
        Reals.of(this, program.body(), locals, Set.of()), Growing.of(program.body(), locals));
    var statements = new StatementWriter(body, source);
    statements.write(program.body());
    var nodes = body.finish(Set.of(), false);
    hold(nodes);
    return new WatFunction(
        MODULE, "", body.declarations(Set.of()), nodes, List.of("the module itself"), 0);
  }

  /** What the runtime asks the program. */
  private List<WatFunction> tables() {
    var marks = new ArrayList<WatNode>();
    for (String name : names.shared()) {
      marks.add(WatNode.call("py.mark", WatNode.op("global.get $" + Body.ident(name))));
    }
    for (String name : defaultGlobals) {
      marks.add(WatNode.call("py.mark", WatNode.op("global.get $" + name)));
    }
    var texts = new ArrayList<Long>();
    int last = lines.stream().mapToInt(Integer::intValue).max().orElse(0);
    for (int line = 0; line <= last; line++) {
      texts.add(
          lines.contains(line)
              ? constants.stringValue(source.textOf(line).strip())
              : Constants.NONE);
    }
    int lineTable = constants.table(texts, "the lines of the source");
    int nameTable =
        constants.table(
            functionNames.stream().map(constants::stringValue).toList(),
            "the names of the functions");
    var functions = new ArrayList<WatFunction>();
    functions.add(
        new WatFunction(
            "_start",
            " (export \"_start\")",
            List.of(),
            List.of(
                WatNode.call("py.begin"),
                WatNode.call("py.start"),
                WatNode.call(MODULE),
                WatNode.call("py.finish")),
            List.of(),
            0));
    functions.add(
        new WatFunction(
            "py.program_mark",
            "",
            List.of(),
            marks,
            List.of("the variables that functions use"),
            0));
    functions.add(
        new WatFunction(
            "py.program_name",
            " (result i64)",
            List.of(),
            List.of(constants.ofString(file)),
            List.of("what tracebacks say"),
            0));
    functions.add(lookup("py.program_function", nameTable));
    functions.add(lookup("py.program_line", lineTable));
    return functions;
  }

  private static WatFunction lookup(String name, int table) {
    return new WatFunction(
        name,
        " (param $index i32) (result i64)",
        List.of(),
        List.of(
            WatNode.op(
                "i64.load offset=" + table,
                WatNode.op("i32.shl", WatNode.get("index"), WatNode.i32(3)))),
        List.of(),
        0);
  }

  /** The functions of the runtime that written ones call. */
  private Set<String> reached(List<WatFunction> functions) {
    var calls = new LinkedHashSet<String>();
    functions.forEach(f -> f.body().forEach(node -> calls(node, calls)));
    calls.removeIf(name -> !name.startsWith("py.") || WRITTEN.contains(name) || ByHand.has(name));
    calls.addAll(ByHand.NEEDS);
    return calls;
  }

  private static void calls(WatNode node, Set<String> found) {
    switch (node) {
      case WatNode.Comment _ -> {}
      case WatNode.Op op -> {
        if (op.head().startsWith("call $")) {
          found.add(op.head().substring("call $".length()));
        }
        op.operands().forEach(n -> calls(n, found));
      }
      case WatNode.Block b -> b.body().forEach(n -> calls(n, found));
      case WatNode.If i -> {
        calls(i.condition(), found);
        i.then().forEach(n -> calls(n, found));
        i.otherwise().forEach(n -> calls(n, found));
      }
    }
  }
}
