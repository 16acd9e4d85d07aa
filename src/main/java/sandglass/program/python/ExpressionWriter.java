package sandglass.program.python;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import sandglass.program.python.Expression.CompareOperator;

/**
 * Writes expressions.
 *
 * <p>An error makes everything after it in the statement do nothing and give nothing of use, so
 * none of this asks for errors: the statement does, at its end.
 */
final class ExpressionWriter {
  /**
   * Something that is computed in its turn.
   *
   * @param write writes it
   * @param collects whether the collector may run while it is computed
   * @param stable whether its value is safe from the collector anyway
   */
  record Part(Supplier<WatNode> write, boolean collects, boolean stable) {
    static Part ready(WatNode node) {
      return new Part(() -> node, false, true);
    }
  }

  private final Body body;
  private final ModuleWriter module;
  private final LoopWriter loops;
  private final CallWriter calls;
  private final RealWriter reals;

  ExpressionWriter(Body body) {
    this.body = body;
    module = body.module;
    loops = new LoopWriter(body, this);
    calls = new CallWriter(body, this, loops);
    reals = new RealWriter(body, this);
  }

  RealWriter reals() {
    return reals;
  }

  LoopWriter loops() {
    return loops;
  }

  // --- values ---------------------------------------------------------------------------------

  /** Gives the value. */
  WatNode value(Expression expression) {
    return reals.is(expression) && !RealWriter.isConstant(expression)
        ? reals.boxed(expression)
        : plain(expression);
  }

  /** Gives the value, by objects all the way down to parts that are floats. */
  WatNode plain(Expression expression) {
    return switch (expression) {
      case Expression.IntLiteral e -> module.constants.ofInt(e.value());
      case Expression.FloatLiteral e -> module.constants.ofFloat(e.value());
      case Expression.StringLiteral e -> module.constants.ofString(e.value());
      case Expression.Constant e ->
          switch (e.value()) {
            case TRUE -> Constants.bool(true);
            case FALSE -> Constants.bool(false);
            case NONE -> Constants.none();
            case ELLIPSIS -> throw outside(e);
          };
      case Expression.JoinedString e -> joined(e);
      case Expression.Name e -> name(e);
      case Expression.Unary e -> unary(e);
      case Expression.Binary e ->
          located(e.span(), "py." + operation(e.operator()), parts(e.left(), e.right()));
      case Expression.BoolOp e -> boolOp(e);
      case Expression.Compare e -> WatNode.call("py.bool", compare(e));
      case Expression.Conditional e -> {
        var condition = truth(e.condition());
        var before = body.known();
        var then = body.apart(() -> body.emit(value(e.then())));
        var after = body.known();
        body.assume(before);
        var otherwise = body.apart(() -> body.emit(value(e.otherwise())));
        body.join(after, body.known());
        yield new WatNode.If("(result i64)", condition, then, otherwise);
      }
      case Expression.Call e -> calls.value(e);
      case Expression.Attribute e -> calls.attribute(e);
      case Expression.Index e -> index(e);
      case Expression.ListDisplay e -> list(e);
      case Expression.TupleDisplay e -> tuple(e);
      case Expression.DictDisplay e -> {
        var all = new ArrayList<Expression>();
        e.entries()
            .forEach(
                entry -> {
                  all.add(entry.key());
                  all.add(entry.value());
                });
        yield located(e.span(), "py.dict", push(all, WatNode.i32(e.entries().size())));
      }
      case Expression.ListComprehension e -> loops.list(e.element(), e.clauses());
      case Expression.DictComprehension e -> loops.dict(e);
      case Expression.Generator _,
          Expression.Lambda _,
          Expression.Slice _,
          Expression.Starred _,
          Expression.Outside _ ->
          throw outside(expression);
    };
  }

  static IllegalStateException outside(Expression expression) {
    return new IllegalStateException("not in the subset, but let through: " + expression);
  }

  private WatNode name(Expression.Name e) {
    String name = e.name();
    String comprehension = body.comprehensionLocal(name);
    if (comprehension != null) {
      return WatNode.get(comprehension);
    }
    if (!body.variables.contains(name) && !module.names.module().contains(name)) {
      return calls.builtinValue(name);
    }
    if (body.reals().contains(name)) {
      return reals.boxed(e);
    }
    String ident = Body.ident(name);
    boolean local = body.place(name) == Body.Place.LOCAL;
    var read = local ? WatNode.get(ident) : WatNode.op("global.get $" + ident);
    if (local) {
      body.local(ident, "i64");
    }
    if (body.isBound(name)) {
      return body.isGrowing(name) ? WatNode.call("py.shared", read) : read;
    }
    if (local) {
      body.needsUnbound(name);
    }
    var kind = local && !body.isModule ? ExceptionKind.UnboundLocalError : ExceptionKind.NameError;
    return located(
        e.span(),
        "py.bound",
        List.of(
            Part.ready(read),
            Part.ready(WatNode.i32(kind.ordinal())),
            Part.ready(module.constants.ofString(name))));
  }

  /** The value for something that does not keep it: a string that grows may go on growing. */
  private Part borrowed(Expression expression) {
    return expression instanceof Expression.Name n
            && body.isGrowing(n.name())
            && body.isBound(n.name())
        ? new Part(() -> WatNode.get(Body.ident(n.name())), false, true)
        : part(expression);
  }

  /** The value of a single argument that is not kept. */
  WatNode borrowedValue(Expression expression) {
    return borrowed(expression).write().get();
  }

  private WatNode unary(Expression.Unary e) {
    return switch (e.operator()) {
      case NOT -> WatNode.call("py.bool", WatNode.op("i32.eqz", truth(e.operand())));
      case NEGATIVE -> {
        if (e.operand() instanceof Expression.IntLiteral literal) {
          yield module.constants.ofInt(literal.value().negate());
        }
        if (e.operand() instanceof Expression.FloatLiteral literal) {
          yield module.constants.ofFloat(-literal.value());
        }
        yield located(e.span(), "py.neg", parts(e.operand()));
      }
      case POSITIVE -> located(e.span(), "py.pos", parts(e.operand()));
      case INVERT -> located(e.span(), "py.invert", parts(e.operand()));
    };
  }

  static String operation(Expression.BinaryOperator operator) {
    return switch (operator) {
      case ADD -> "add";
      case SUBTRACT -> "sub";
      case MULTIPLY -> "mul";
      case DIVIDE -> "div";
      case FLOOR_DIVIDE -> "floordiv";
      case MODULO -> "mod";
      case POWER -> "pow";
      case LEFT_SHIFT -> "lshift";
      case RIGHT_SHIFT -> "rshift";
      case AND -> "and";
      case OR -> "or";
      case XOR -> "xor";
      case MATRIX_MULTIPLY -> throw new IllegalStateException("@ is not in the subset");
    };
  }

  private WatNode boolOp(Expression.BoolOp e) {
    return boolOp(e, 0);
  }

  private WatNode boolOp(Expression.BoolOp e, int at) {
    var operand = e.operands().get(at);
    if (at == e.operands().size() - 1) {
      return value(operand);
    }
    String kept = body.temporary("either", "i64");
    var condition = WatNode.call("py.truth", WatNode.op("local.tee $" + kept, value(operand)));
    var before = body.known();
    var rest = body.apart(() -> body.emit(boolOp(e, at + 1)));
    body.merge(before);
    body.release(kept);
    List<WatNode> first = List.of(WatNode.get(kept));
    return e.operator() == Expression.BoolOperator.AND
        ? new WatNode.If("(result i64)", condition, rest, first)
        : new WatNode.If("(result i64)", condition, first, rest);
  }

  private WatNode joined(Expression.JoinedString e) {
    var parts = new ArrayList<Part>();
    int count = 0;
    for (var part : e.parts()) {
      WatNode node =
          switch (part) {
            case Expression.JoinedString.Text text -> module.constants.ofString(text.value());
            case Expression.JoinedString.Field field -> field(e.span(), field);
          };
      if (e.parts().size() == 1) {
        return node;
      }
      parts.add(Part.ready(WatNode.call("py.push", node)));
      count++;
    }
    if (count == 0) {
      return module.constants.ofString("");
    }
    parts.add(Part.ready(WatNode.i32(count)));
    return located(e.span(), "py.concat", parts);
  }

  private WatNode field(Span span, Expression.JoinedString.Field field) {
    var parts = new ArrayList<>(parts(field.value()));
    parts.add(Part.ready(WatNode.i32(field.conversion().code)));
    parts.add(field.format() == null ? Part.ready(Constants.missing()) : part(field.format()));
    return located(span, "py.format_value", parts);
  }

  private WatNode index(Expression.Index e) {
    if (e.index() instanceof Expression.Slice slice) {
      return located(e.span(), "py.getslice", sliced(e.value(), slice));
    }
    return located(e.span(), "py.getitem", List.of(borrowed(e.value()), part(e.index())));
  }

  /** The parts of an operation on a slice: what is sliced, then the bounds. */
  List<Part> sliced(Expression value, Expression.Slice slice) {
    var parts = new ArrayList<Part>();
    parts.add(part(value));
    for (var bound : new Expression[] {slice.lower(), slice.upper(), slice.step()}) {
      parts.add(bound == null ? Part.ready(Constants.none()) : part(bound));
    }
    return parts;
  }

  private WatNode tuple(Expression.TupleDisplay e) {
    var constant = constantTuple(e);
    if (constant != null) {
      return constant;
    }
    return e.elements().size() <= MOST_PUSHED
        ? located(e.span(), "py.tuple", push(e.elements(), WatNode.i32(e.elements().size())))
        : WatNode.call("py.tuple1", list(new Expression.ListDisplay(e.span(), e.elements())));
  }

  private WatNode constantTuple(Expression.TupleDisplay e) {
    var values = new ArrayList<Long>();
    for (var element : e.elements()) {
      switch (element) {
        case Expression.IntLiteral i -> values.add(module.constants.intValue(i.value()));
        case Expression.FloatLiteral f -> values.add(module.constants.floatValue(f.value()));
        case Expression.StringLiteral s -> values.add(module.constants.stringValue(s.value()));
        case Expression.Constant c when c.value() == Expression.Constant.Value.NONE ->
            values.add(Constants.NONE);
        case Expression.Constant c when c.value() == Expression.Constant.Value.TRUE ->
            values.add(Constants.TRUE);
        case Expression.Constant c when c.value() == Expression.Constant.Value.FALSE ->
            values.add(Constants.FALSE);
        default -> {
          return null;
        }
      }
    }
    return module.constants.ofTuple(values, values.isEmpty() ? "()" : "a tuple");
  }

  /** The value stack has room for so many temporaries of each display, however they nest. */
  private static final int MOST_PUSHED = 64;

  private WatNode list(Expression.ListDisplay e) {
    if (e.elements().size() <= MOST_PUSHED) {
      return pushed("py.list", e.elements());
    }
    return body.collected(
        "list",
        WatNode.call("py.list", WatNode.i32(0)),
        list -> e.elements().forEach(element -> loops.append(list, element)));
  }

  /** A list or tuple of expressions. */
  WatNode pushed(String function, List<Expression> elements) {
    var parts = push(elements, WatNode.i32(elements.size()));
    return WatNode.op("call $" + function, sequence(parts));
  }

  /** Parts that push the values of expressions, and a count at the end. */
  List<Part> push(List<Expression> elements, WatNode count) {
    var parts = new ArrayList<Part>();
    for (var element : elements) {
      parts.add(new Part(() -> WatNode.call("py.push", value(element)), collects(element), true));
    }
    parts.add(Part.ready(count));
    return parts;
  }

  // --- conditions -----------------------------------------------------------------------------

  /** Gives an i32: whether the value is true. */
  WatNode truth(Expression expression) {
    return switch (expression) {
      case Expression.Constant e
          when e.value() == Expression.Constant.Value.TRUE
              || e.value() == Expression.Constant.Value.FALSE ->
          WatNode.i32(e.value() == Expression.Constant.Value.TRUE ? 1 : 0);
      case Expression.Unary e when e.operator() == Expression.UnaryOperator.NOT ->
          WatNode.op("i32.eqz", truth(e.operand()));
      case Expression.Compare e -> compare(e);
      case Expression.BoolOp e -> condition(e, 0);
      default ->
          reals.is(expression)
              ? WatNode.op("f64.ne", reals.real(expression), RealWriter.constant(0))
              : WatNode.call("py.truth", borrowedValue(expression));
    };
  }

  private WatNode condition(Expression.BoolOp e, int at) {
    var first = truth(e.operands().get(at));
    if (at == e.operands().size() - 1) {
      return first;
    }
    var before = body.known();
    var rest = body.apart(() -> body.emit(condition(e, at + 1)));
    body.merge(before);
    return e.operator() == Expression.BoolOperator.AND
        ? new WatNode.If("(result i32)", first, rest, List.of(WatNode.i32(0)))
        : new WatNode.If("(result i32)", first, List.of(WatNode.i32(1)), rest);
  }

  /** Whether a condition is false when an error is pending. */
  boolean isFalseOnError(Expression expression) {
    return switch (expression) {
      case Expression.Unary e when e.operator() == Expression.UnaryOperator.NOT ->
          !mayFail(e.operand());
      case Expression.Compare e ->
          !mayFail(e) || !e.operators().contains(CompareOperator.NOT_IN) && !isIdentity(e);
      case Expression.BoolOp e -> e.operands().stream().allMatch(this::isFalseOnError);
      case Expression.Constant _ -> true;
      default -> true;
    };
  }

  private static boolean isIdentity(Expression.Compare e) {
    return e.operators().contains(CompareOperator.IS)
        || e.operators().contains(CompareOperator.IS_NOT);
  }

  private WatNode compare(Expression.Compare e) {
    if (e.rest().size() == 1) {
      var ofReals = reals.compare(e.first(), e.operators().getFirst(), e.rest().getFirst());
      return ofReals != null
          ? ofReals
          : single(
              e.span(),
              e.operators().getFirst(),
              borrowed(e.first()),
              borrowed(e.rest().getFirst()));
    }
    return chain(e, 0, part(e.first()));
  }

  private WatNode chain(Expression.Compare e, int at, Part left) {
    var right = e.rest().get(at);
    if (at == e.rest().size() - 1) {
      return single(e.span(), e.operators().get(at), left, part(right));
    }
    String kept = body.rooted("middle");
    var middle =
        new Part(
            () -> WatNode.op("local.tee $" + kept, value(right)), collects(right), isStable(right));
    var first = single(e.span(), e.operators().get(at), left, middle);
    body.touched(kept);
    var before = body.known();
    var rest =
        body.apart(
            () -> {
              if (Tree.any(e.rest().get(at + 1), module::isCall)) {
                body.spill();
              }
              body.emit(chain(e, at + 1, new Part(() -> WatNode.get(kept), false, true)));
            });
    body.merge(before);
    body.release(kept);
    return new WatNode.If("(result i32)", first, rest, List.of(WatNode.i32(0)));
  }

  private WatNode single(Span span, CompareOperator operator, Part left, Part right) {
    return switch (operator) {
      case LESS -> located(span, "py.lt", List.of(left, right));
      case LESS_OR_EQUAL -> located(span, "py.le", List.of(left, right));
      case GREATER -> located(span, "py.gt", List.of(left, right));
      case GREATER_OR_EQUAL -> located(span, "py.ge", List.of(left, right));
      case EQUAL -> located(span, "py.eq", List.of(left, right));
      case NOT_EQUAL -> located(span, "py.ne", List.of(left, right));
      case IS -> located(span, "py.is", List.of(left, right));
      case IS_NOT -> WatNode.op("i32.eqz", located(span, "py.is", List.of(left, right)));
      case IN -> located(span, "py.in", List.of(left, right));
      case NOT_IN -> WatNode.op("i32.eqz", located(span, "py.in", List.of(left, right)));
    };
  }

  // --- operands -------------------------------------------------------------------------------

  List<Part> parts(Expression... expressions) {
    var parts = new ArrayList<Part>();
    for (var expression : expressions) {
      parts.add(part(expression));
    }
    return parts;
  }

  Part part(Expression expression) {
    return new Part(() -> value(expression), collects(expression), isStable(expression));
  }

  /** Writes parts in their order; what the collector must not take meanwhile is kept. */
  List<WatNode> sequence(List<Part> parts) {
    int last = -1;
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).collects()) {
        last = i;
      }
    }
    var nodes = new ArrayList<WatNode>();
    var slots = new ArrayList<Integer>();
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      var node = part.write().get();
      if (i < last && !part.stable()) {
        int slot = body.takeSlot();
        slots.add(slot);
        node = body.keep(slot, node);
      }
      nodes.add(node);
    }
    slots.forEach(body::freeSlot);
    return nodes;
  }

  /** A call of the runtime, on its own line of the source. */
  WatNode.Op located(Span span, String function, List<Part> parts) {
    return located(span.line(), function, parts);
  }

  WatNode.Op located(int line, String function, List<Part> parts) {
    var operands = new ArrayList<>(sequence(parts));
    locate(line, operands);
    return WatNode.op("call $" + function, operands);
  }

  /** Notes the line, after the operands, where it is not that of the statement. */
  void locate(int line, List<WatNode> operands) {
    if (body.line() != line) {
      // an error that is pending keeps the line that it has
      var set =
          WatNode.set(
              Body.LINE,
              WatNode.op(
                  "select",
                  WatNode.get(Body.LINE),
                  WatNode.i32(line),
                  WatNode.op("global.get $py.error")));
      var noted = body.apart(() -> body.at(line));
      if (!noted.isEmpty()) {
        operands.add(set);
      }
    }
  }

  // --- what is known of expressions -----------------------------------------------------------

  /** Whether the collector may run while an expression is computed. */
  boolean collects(Expression expression) {
    return Tree.any(expression, module::collects);
  }

  /** Whether its value stays alive by itself: a constant, or a variable that nothing changes. */
  boolean isStable(Expression expression) {
    return switch (expression) {
      case Expression.IntLiteral _,
          Expression.FloatLiteral _,
          Expression.StringLiteral _,
          Expression.Constant _ ->
          true;
      case Expression.Name e ->
          body.comprehensionLocal(e.name()) != null
              || body.place(e.name()) == Body.Place.LOCAL && !body.reals().contains(e.name());
      default -> false;
    };
  }

  /** Whether an error may come of an expression. */
  boolean mayFail(Expression expression) {
    if (reals.is(expression)) {
      return reals.mayFail(expression);
    }
    return switch (expression) {
      case Expression.IntLiteral _,
          Expression.FloatLiteral _,
          Expression.StringLiteral _,
          Expression.Constant _ ->
          false;
      case Expression.Name e ->
          body.comprehensionLocal(e.name()) == null
              && (body.variables.contains(e.name()) || module.names.module().contains(e.name()))
              && !body.isBound(e.name());
      case Expression.Unary e ->
          e.operator() != Expression.UnaryOperator.NOT || mayFail(e.operand());
      case Expression.Compare e
          when e.rest().size() == 1 && reals.is(e.first()) && reals.is(e.rest().getFirst()) ->
          mayFail(e.first()) || mayFail(e.rest().getFirst());
      case Expression.Compare e ->
          !isIdentity(e)
              || e.rest().size() > 1
              || mayFail(e.first())
              || mayFail(e.rest().getFirst());
      case Expression.BoolOp e -> e.operands().stream().anyMatch(this::mayFail);
      case Expression.Conditional e ->
          mayFail(e.condition()) || mayFail(e.then()) || mayFail(e.otherwise());
      case Expression.TupleDisplay e -> !e.elements().stream().allMatch(this::isLiteral);
      default -> true;
    };
  }

  private boolean isLiteral(Expression expression) {
    return expression instanceof Expression.IntLiteral
        || expression instanceof Expression.FloatLiteral
        || expression instanceof Expression.StringLiteral
        || expression instanceof Expression.Constant;
  }

  WatNode ofInt(long value) {
    return module.constants.ofInt(BigInteger.valueOf(value));
  }
}
