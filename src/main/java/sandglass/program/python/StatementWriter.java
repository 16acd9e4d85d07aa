package sandglass.program.python;

import java.util.ArrayList;
import java.util.List;
import sandglass.program.python.ExpressionWriter.Part;

/** Writes statements. Each asks for errors where it may have met one. */
final class StatementWriter {
  /** How much of a line comments show; each statement on it has one. */
  private static final int SHOWN = 160;

  private final Body body;
  private final ExpressionWriter expressions;
  private final TargetWriter targets;
  private final TryWriter tries;
  private final SourceText source;

  StatementWriter(Body body, SourceText source) {
    this.body = body;
    this.source = source;
    expressions = new ExpressionWriter(body);
    targets = expressions.loops().targets();
    tries = new TryWriter(body, this);
  }

  /**
   * Writes statements.
   *
   * @return whether what follows them may be reached
   */
  boolean write(List<Statement> statements) {
    for (var statement : statements) {
      if (!write(statement)) {
        return false; // Python does not compile what cannot be reached either
      }
    }
    return true;
  }

  private void title(Span span) {
    body.emit(
        new WatNode.Comment("%-3d %s".formatted(span.line(), line(span.line())), span.line()));
  }

  private static String printable(String text) {
    return text.codePoints()
        .map(c -> c == '\t' || c < 0x20 ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Before a statement's expressions: the frame is up to date if they may collect. */
  private void prepare(int line, Expression... parts) {
    boolean fails = false;
    boolean collects = false;
    for (var part : parts) {
      if (part != null) {
        fails |= expressions.mayFail(part);
        collects |= Tree.any(part, body.module::isCall);
      }
    }
    if (fails) {
      body.at(line);
    }
    if (collects) {
      body.spill();
    }
  }

  private boolean write(Statement statement) {
    if (!(statement instanceof Statement.FunctionDef
        || statement instanceof Statement.Global
        || statement instanceof Statement.Pass
        || statement instanceof Statement.Import
        || statement instanceof Statement.ImportFrom
        || isDocstring(statement))) {
      title(statement.span());
    }
    switch (statement) {
      case Statement.ExpressionStatement s -> expression(s);
      case Statement.Assign s -> assign(s.span(), s.targets(), s.value());
      case Statement.AnnotatedAssign s -> {
        if (s.value() != null) {
          assign(s.span(), List.of(s.target()), s.value());
        }
      }
      case Statement.AugmentedAssign s -> augmented(s);
      case Statement.If s -> {
        return choice(s);
      }
      case Statement.While s -> {
        return whileLoop(s);
      }
      case Statement.For s -> {
        return forLoop(s);
      }
      case Statement.Break _ -> {
        tries.leave(Exit.Way.BREAK);
        return false;
      }
      case Statement.Continue _ -> {
        tries.leave(Exit.Way.CONTINUE);
        return false;
      }
      case Statement.Return s -> {
        giveBack(s);
        return false;
      }
      case Statement.FunctionDef s -> defaults(s);
      case Statement.Delete s -> s.targets().forEach(this::delete);
      case Statement.Assert s -> {
        return assertion(s);
      }
      case Statement.Raise s -> {
        raise(s);
        return false;
      }
      case Statement.Try s -> {
        return tries.write(s);
      }
      case Statement.Pass _, Statement.Global _, Statement.Import _, Statement.ImportFrom _ -> {}
      case Statement.Outside s ->
          throw new IllegalStateException("not in the subset, but let through: " + s.construct());
    }
    return true;
  }

  private static boolean isDocstring(Statement statement) {
    return statement instanceof Statement.ExpressionStatement s
        && s.value() instanceof Expression.StringLiteral;
  }

  // --- simple statements ----------------------------------------------------------------------

  private void expression(Statement.ExpressionStatement s) {
    if (isDocstring(s)) {
      return;
    }
    prepare(s.span().line(), s.value());
    var value = expressions.value(s.value());
    body.emit(WatNode.op("drop", value));
    if (expressions.mayFail(s.value())) {
      body.check();
    }
  }

  private void assign(Span span, List<Expression> to, Expression value) {
    var target = to.getFirst();
    prepare(span.line(), value);
    if (to.size() == 1
        && target instanceof Expression.TupleDisplay tuple
        && value instanceof Expression.TupleDisplay values
        && tuple.elements().size() == values.elements().size()
        && tuple.elements().stream().noneMatch(Expression.Starred.class::isInstance)) {
      exchange(span, tuple.elements(), values.elements());
      return;
    }
    boolean fails = expressions.mayFail(value);
    if (to.size() == 1
        && target instanceof Expression.Name name
        && body.reals().contains(name.name())) {
      real(name.name(), expressions.reals().real(value), fails);
      return;
    }
    if (to.size() == 1 && target instanceof Expression.Name name) {
      boolean direct = !fails || (body.variables.contains(name.name()) && !body.inTry());
      if (direct) {
        body.assign(name.name(), expressions.value(value));
        if (fails) {
          body.check();
        }
        return;
      }
    }
    if (to.size() == 1 && target instanceof Expression.Index index && !fails && isLocal(value)) {
      body.at(span.line());
      targets.setItem(index, expressions.part(value));
      body.check();
      return;
    }
    String held = body.rooted("value");
    body.emit(WatNode.set(held, expressions.value(value)));
    body.touched(held);
    if (fails) {
      body.check();
    }
    for (var one : to) {
      if (targets.mayFail(one)) {
        body.at(span.line());
      }
      targets.assign(one, WatNode.get(held));
    }
    body.release(held);
  }

  /** A float for a variable. */
  private void real(String name, WatNode value, boolean fails) {
    if (fails && body.inTry()) {
      String held = body.temporary("real", "f64");
      body.emit(WatNode.set(held, value));
      body.check();
      body.assignReal(name, WatNode.get(held));
      body.release(held);
      return;
    }
    body.assignReal(name, value);
    if (fails) {
      body.check();
    }
  }

  private boolean isLocal(Expression value) {
    return expressions.isStable(value);
  }

  /** {@code a, b = b, a}, without a tuple. */
  private void exchange(Span span, List<Expression> to, List<Expression> values) {
    var parts = new ArrayList<Part>();
    for (int i = 0; i < to.size(); i++) {
      var value = values.get(i);
      parts.add(
          isReal(to.get(i))
              ? new Part(() -> expressions.reals().real(value), expressions.collects(value), true)
              : expressions.part(value));
    }
    var nodes = expressions.sequence(parts);
    var held = new ArrayList<String>();
    boolean fails = false;
    for (int i = 0; i < to.size(); i++) {
      boolean real = isReal(to.get(i));
      String local = real ? body.temporary("real", "f64") : body.rooted("value");
      body.emit(WatNode.set(local, nodes.get(i)));
      body.touched(local);
      held.add(local);
      fails |= expressions.mayFail(values.get(i));
    }
    if (fails) {
      body.check();
    }
    for (int i = 0; i < to.size(); i++) {
      if (isReal(to.get(i))) {
        body.assignReal(((Expression.Name) to.get(i)).name(), WatNode.get(held.get(i)));
        continue;
      }
      if (targets.mayFail(to.get(i))) {
        body.at(span.line());
      }
      targets.assign(to.get(i), WatNode.get(held.get(i)));
    }
    held.forEach(body::release);
  }

  private boolean isReal(Expression target) {
    return target instanceof Expression.Name n && body.reals().contains(n.name());
  }

  private void augmented(Statement.AugmentedAssign s) {
    body.at(s.span().line());
    String operation = "py.i" + ExpressionWriter.operation(s.operator());
    if (s.target() instanceof Expression.Name name) {
      prepare(s.span().line(), s.value());
      if (body.reals().contains(name.name())) {
        var sum = new Expression.Binary(s.span(), name, s.operator(), s.value());
        real(name.name(), expressions.reals().augmented(s, name), expressions.mayFail(sum));
        return;
      }
      boolean grows =
          s.operator() == Expression.BinaryOperator.ADD
              && body.isGrowing(name.name())
              && body.isBound(name.name());
      var variable =
          grows
              ? new Part(() -> WatNode.get(Body.ident(name.name())), false, true)
              : expressions.part(name);
      var result =
          expressions.located(
              s.span(),
              grows ? "py.grow" : operation,
              List.of(variable, expressions.part(s.value())));
      if (body.variables.contains(name.name()) && !body.inTry()) {
        body.assign(name.name(), result);
        body.check();
      } else {
        String held = body.temporary("result", "i64");
        body.emit(WatNode.set(held, result));
        body.check();
        body.assign(name.name(), WatNode.get(held));
        body.release(held);
      }
      return;
    }
    var index = (Expression.Index) s.target();
    if (Tree.any(index, body.module::isCall) || Tree.any(s.value(), body.module::isCall)) {
      body.spill();
    }
    boolean slice = index.index() instanceof Expression.Slice;
    var parts =
        index.index() instanceof Expression.Slice bounds
            ? expressions.sliced(index.value(), bounds)
            : expressions.parts(index.value(), index.index());
    var nodes = expressions.sequence(parts);
    var held = new ArrayList<String>();
    for (var node : nodes) {
      String local = body.rooted("item");
      body.emit(WatNode.set(local, node));
      body.touched(local);
      held.add(local);
    }
    if (Tree.any(s.value(), body.module::isCall)) {
      body.spill();
    }
    var places = held.stream().map(l -> new Part(() -> WatNode.get(l), false, true)).toList();
    var old =
        new Part(
            () -> expressions.located(index.span(), slice ? "py.getslice" : "py.getitem", places),
            false,
            false);
    var result =
        expressions.located(s.span(), operation, List.of(old, expressions.part(s.value())));
    var all = new ArrayList<>(places);
    all.add(Part.ready(result));
    body.run(expressions.located(index.span(), slice ? "py.setslice" : "py.setitem", all));
    held.forEach(body::release);
    body.check();
  }

  private void delete(Expression target) {
    switch (target) {
      case Expression.Name name -> {
        prepare(target.span().line(), name);
        if (expressions.mayFail(name)) {
          body.emit(WatNode.op("drop", expressions.value(name)));
          body.check();
        }
        body.unbind(name.name());
      }
      case Expression.Index index -> {
        body.at(target.span().line());
        if (Tree.any(index, body.module::isCall)) {
          body.spill();
        }
        boolean slice = index.index() instanceof Expression.Slice;
        var parts =
            index.index() instanceof Expression.Slice bounds
                ? expressions.sliced(index.value(), bounds)
                : expressions.parts(index.value(), index.index());
        body.run(expressions.located(index.span(), slice ? "py.delslice" : "py.delitem", parts));
        body.check();
      }
      case Expression.TupleDisplay tuple -> tuple.elements().forEach(this::delete);
      case Expression.ListDisplay list -> list.elements().forEach(this::delete);
      default -> throw ExpressionWriter.outside(target);
    }
  }

  private void giveBack(Statement.Return s) {
    if (s.value() == null) {
      body.local(Body.RESULT, "i64");
      body.emit(WatNode.set(Body.RESULT, Constants.none()));
    } else {
      prepare(s.span().line(), s.value());
      body.local(Body.RESULT, "i64");
      body.emit(WatNode.set(Body.RESULT, expressions.value(s.value())));
      if (expressions.mayFail(s.value())) {
        body.check();
      }
    }
    tries.leave(Exit.Way.RETURN);
  }

  private boolean assertion(Statement.Assert s) {
    body.at(s.span().line());
    prepare(s.span().line(), s.condition(), s.message());
    var condition = WatNode.op("i32.eqz", expressions.truth(s.condition()));
    var before = body.known();
    var then =
        body.apart(
            () -> {
              body.run(
                  s.message() == null
                      ? WatNode.call("py.assert", Constants.missing())
                      : expressions.located(s.span(), "py.assert", expressions.parts(s.message())));
            });
    body.merge(before);
    body.emit(new WatNode.If("", condition, then, List.of()));
    body.check();
    return true;
  }

  private void raise(Statement.Raise s) {
    body.at(s.span().line());
    if (s.exception() == null) {
      body.run(WatNode.call("py.reraise"));
    } else {
      prepare(s.span().line(), s.exception(), s.cause());
      var parts = new ArrayList<>(expressions.parts(s.exception()));
      parts.add(s.cause() == null ? Part.ready(Constants.missing()) : expressions.part(s.cause()));
      body.run(expressions.located(s.span(), "py.throw", parts));
    }
    body.fail();
  }

  /** The defaults of a function's parameters that are not constants, where it is defined. */
  private void defaults(Statement.FunctionDef s) {
    for (var parameter : s.parameters()) {
      if (parameter.defaultValue() == null
          || !body.module.isDefaultGlobal(s.name(), parameter.name())) {
        continue;
      }
      title(s.span());
      prepare(s.span().line(), parameter.defaultValue());
      String held = body.temporary("default", "i64");
      body.emit(WatNode.set(held, expressions.value(parameter.defaultValue())));
      if (expressions.mayFail(parameter.defaultValue())) {
        body.check();
      }
      body.emit(
          WatNode.op(
              "global.set $" + body.module.defaultGlobal(s.name(), parameter.name()),
              WatNode.get(held)));
      body.release(held);
    }
  }

  // --- choices and loops ----------------------------------------------------------------------

  /** A condition; where it may fail with a true value, errors are asked for at once. */
  private WatNode condition(Expression expression) {
    var node = expressions.truth(expression);
    if (expressions.isFalseOnError(expression)) {
      return node;
    }
    String test = body.temporary("test", "i32");
    body.emit(WatNode.set(test, node));
    body.check();
    body.release(test);
    return WatNode.get(test);
  }

  private boolean choice(Statement.If s) {
    prepare(s.span().line(), s.condition());
    var condition = condition(s.condition());
    boolean checkElse =
        expressions.mayFail(s.condition()) && expressions.isFalseOnError(s.condition());
    var before = body.known();
    var thenEnds = new boolean[1];
    var then = body.apart(() -> thenEnds[0] = write(s.body()));
    var afterThen = thenEnds[0] ? body.known() : null;
    body.assume(before);
    var elseEnds = new boolean[1];
    var otherwise =
        body.apart(
            () -> {
              if (checkElse) {
                body.check();
              }
              elseEnds[0] = write(s.orElse());
            });
    var afterElse = elseEnds[0] ? body.known() : null;
    body.join(afterThen, afterElse);
    body.emit(new WatNode.If("", condition, nonEmpty(then), otherwise));
    return thenEnds[0] || elseEnds[0];
  }

  /** A list that is only a comment would lose its closing bracket to it. */
  private static List<WatNode> nonEmpty(List<WatNode> nodes) {
    return nodes.stream().allMatch(WatNode.Comment.class::isInstance)
        ? List.of(WatNode.op("nop"))
        : nodes;
  }

  private boolean whileLoop(Statement.While s) {
    String done = body.label(".done");
    String next = body.label(".next");
    String end = body.label(".break");
    var exit = new Exit.Loop(end, next);
    boolean always =
        (s.condition() instanceof Expression.Constant c
                && c.value() == Expression.Constant.Value.TRUE)
            || (s.condition() instanceof Expression.IntLiteral i && i.value().signum() != 0);
    body.enterLoop(List.of(s));
    var entry = body.known();
    var loop =
        body.apart(
            () -> {
              body.safepoint();
              if (!always) {
                prepare(s.span().line(), s.condition());
                body.emit(body.brIf(done, WatNode.op("i32.eqz", condition(s.condition()))));
              }
              body.exits.push(exit);
              boolean completes = write(s.body());
              body.exits.pop();
              if (completes) {
                body.emit(body.br(next));
              }
            });
    boolean fails = expressions.mayFail(s.condition()) && expressions.isFalseOnError(s.condition());
    var content =
        body.apart(
            () -> {
              body.block(done, List.of(new WatNode.Block("loop $" + next, loop)));
              body.assume(entry);
              if (always) {
                return;
              }
              if (fails) {
                body.at(s.span().line());
                body.check();
              }
            });
    boolean[] elseEnds = {!always};
    var otherwise =
        body.apart(
            () -> {
              if (!always) {
                elseEnds[0] = write(s.orElse());
              }
            });
    return afterLoop(end, content, otherwise, entry, elseEnds[0]);
  }

  private boolean afterLoop(
      String end,
      List<WatNode> content,
      List<WatNode> otherwise,
      Body.Known entry,
      boolean completes) {
    var all = new ArrayList<>(content);
    all.addAll(otherwise);
    boolean broken = body.isUsed(end);
    var after = completes ? body.known() : null;
    body.block(end, all);
    body.join(after, broken ? new Body.Known(entry.bound(), entry.clean(), -1) : null);
    return completes || broken;
  }

  private boolean forLoop(Statement.For s) {
    int line = s.span().line();
    body.at(line);
    prepare(line, s.iterable());
    String end = body.label(".break");
    String again = body.label(".continue");
    var exit = new Exit.Loop(end, again);
    var entry = new Body.Known[1];
    var content =
        body.apart(
            () -> {
              expressions
                  .loops()
                  .over(
                      s.target(),
                      s.iterable(),
                      List.of(s),
                      line,
                      again,
                      () -> {},
                      () -> {
                        body.exits.push(exit);
                        write(s.body());
                        body.exits.pop();
                      });
              entry[0] = body.known();
              body.at(line);
              body.check();
            });
    boolean[] elseEnds = {true};
    var otherwise = body.apart(() -> elseEnds[0] = write(s.orElse()));
    return afterLoop(end, content, otherwise, entry[0], elseEnds[0]);
  }

  /** A line of the source as a comment may show it. */
  String line(int number) {
    String line = source.textOf(number).strip();
    return printable(line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line);
  }

  ExpressionWriter expressions() {
    return expressions;
  }
}
