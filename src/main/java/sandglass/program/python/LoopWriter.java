package sandglass.program.python;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import sandglass.program.python.ExpressionWriter.Part;

/** Writes what goes over an iterable: for statements, comprehensions, generators. */
final class LoopWriter {
  private final Body body;
  private final ExpressionWriter expressions;
  private final TargetWriter targets;

  LoopWriter(Body body, ExpressionWriter expressions) {
    this.body = body;
    this.expressions = expressions;
    targets = new TargetWriter(body, expressions);
  }

  TargetWriter targets() {
    return targets;
  }

  // --- loops ----------------------------------------------------------------------------------

  /** What a loop gets ready before it begins, and what it does for each round. */
  private interface Source {
    /** Leaves if there is no more; else sets the target. */
    void next(String done);

    void close();
  }

  /**
   * Writes a loop. Where it ends, an error may be pending if what it goes over failed.
   *
   * @param inside the statements that run in it, for what they change; empty in expressions
   * @param line the line of its head
   * @param begin what is done once the iterable has been computed
   * @param round what is done for each item
   */
  void over(
      Expression target,
      Expression iterable,
      List<Statement> inside,
      int line,
      String continueLabel,
      Runnable begin,
      Runnable round) {
    var source = source(target, iterable);
    begin.run();
    String done = body.label(".done");
    String next = body.label(".next");
    body.enterLoop(inside);
    var entry = body.known();
    var loop =
        body.apart(
            () -> {
              body.safepoint();
              body.at(line);
              source.next(done);
              var content = body.apart(round);
              body.block(continueLabel, content);
              body.emit(body.br(next));
            });
    body.emit(
        new WatNode.Block("block $" + done, List.of(new WatNode.Block("loop $" + next, loop))));
    body.assume(entry);
    source.close();
  }

  private Source source(Expression target, Expression iterable) {
    if (iterable instanceof Expression.Call call && call.function() instanceof Expression.Name n) {
      if (body.module.isBuiltin(n.name(), body)) {
        if (n.name().equals("range") && isPlain(call, 1, 3)) {
          return new Counted(target, call);
        }
        if (n.name().equals("enumerate")
            && isPlain(call, 1, 1)
            && target instanceof Expression.TupleDisplay t
            && t.elements().size() == 2
            && t.elements().get(0) instanceof Expression.Name) {
          return new Numbered(t, call.arguments().getFirst().value());
        }
      }
    }
    return new Iterated(target, iterable);
  }

  private static boolean isPlain(Expression.Call call, int least, int most) {
    int count = call.arguments().size();
    return count >= least
        && count <= most
        && call.arguments().stream()
            .allMatch(a -> a.name() == null && !(a.value() instanceof Expression.Generator));
  }

  private static String hint(Expression target) {
    return target instanceof Expression.Name n ? Body.ident(n.name()) : "items";
  }

  /** Any iterable. */
  private final class Iterated implements Source {
    private final Expression target;
    private final String iterator;

    Iterated(Expression target, Expression iterable) {
      this.target = target;
      var made = expressions.located(iterable.span(), "py.iter", expressions.parts(iterable));
      iterator = body.rooted(hint(target) + ".iterator");
      body.emit(WatNode.set(iterator, made));
      body.touched(iterator);
    }

    @Override
    public void next(String done) {
      String item = body.temporary(hint(target) + ".next", "i64");
      var next = WatNode.call("py.for_next", WatNode.get(iterator));
      var end = Constants.constant(Constants.END, "end");
      body.emit(body.brIf(done, WatNode.op("i64.eq", WatNode.op("local.tee $" + item, next), end)));
      targets.assign(target, WatNode.get(item));
      body.release(item);
    }

    @Override
    public void close() {
      body.release(iterator);
    }
  }

  /** {@code enumerate}, without making its pairs. */
  private final class Numbered implements Source {
    private final Expression.TupleDisplay target;
    private final Iterated items;
    private final String number;

    Numbered(Expression.TupleDisplay target, Expression iterable) {
      this.target = target;
      items = new Iterated(target.elements().get(1), iterable);
      number = body.temporary(hint(target.elements().get(0)) + ".number", "i64");
      body.emit(WatNode.set(number, expressions.ofInt(-1)));
    }

    @Override
    public void next(String done) {
      String item = body.rooted("item");
      var next = WatNode.call("py.for_next", WatNode.get(items.iterator));
      var end = Constants.constant(Constants.END, "end");
      body.emit(body.brIf(done, WatNode.op("i64.eq", WatNode.op("local.tee $" + item, next), end)));
      body.touched(item);
      body.emit(
          WatNode.set(number, WatNode.op("i64.add", WatNode.get(number), expressions.ofInt(1))));
      targets.assign(target.elements().get(0), WatNode.get(number));
      targets.assign(target.elements().get(1), WatNode.get(item));
      body.release(item);
    }

    @Override
    public void close() {
      items.close();
      body.release(number);
    }
  }

  /** {@code range}, counted without an object. */
  private final class Counted implements Source {
    private final Expression target;
    private final String at;
    private final String left;
    private final WatNode step;
    private final String stepLocal;

    Counted(Expression target, Expression.Call call) {
      this.target = target;
      String name = hint(target);
      var bounds = call.arguments().stream().map(Expression.Argument::value).toList();
      var start = bounds.size() == 1 ? null : bounds.getFirst();
      var stop = bounds.size() == 1 ? bounds.getFirst() : bounds.get(1);
      var by = bounds.size() == 3 ? bounds.get(2) : null;
      // written before the locals are taken, as bounds may hold loops of their own
      var parts = new ArrayList<Part>();
      parts.add(start == null ? Part.ready(expressions.ofInt(0)) : expressions.part(start));
      parts.add(expressions.part(stop));
      boolean plain = by == null || isLiteral(by);
      if (!plain) {
        parts.add(expressions.part(by));
      }
      var nodes = expressions.sequence(parts);
      at = body.rooted(name + ".at");
      left = body.temporary(name + ".left", "i64");
      String end = body.temporary(name + ".stop", "i64");
      if (plain) {
        stepLocal = null;
        step = by == null ? expressions.ofInt(1) : expressions.value(by);
      } else {
        stepLocal = body.rooted(name + ".step");
        step = WatNode.get(stepLocal);
      }
      body.emit(WatNode.set(at, nodes.get(0)));
      body.touched(at);
      body.emit(WatNode.set(end, nodes.get(1)));
      if (!plain) {
        body.emit(WatNode.set(stepLocal, nodes.get(2)));
        body.touched(stepLocal);
      }
      if (start != null && !isLiteral(start)) {
        body.emit(WatNode.set(at, WatNode.call("py.index", WatNode.get(at))));
      }
      body.emit(
          WatNode.set(
              left, WatNode.call("py.range_count", WatNode.get(at), WatNode.get(end), step)));
      body.release(end);
    }

    private static boolean isLiteral(Expression bound) {
      return bound instanceof Expression.IntLiteral
          || (bound instanceof Expression.Unary u
              && u.operator() == Expression.UnaryOperator.NEGATIVE
              && u.operand() instanceof Expression.IntLiteral);
    }

    @Override
    public void next(String done) {
      body.emit(body.brIf(done, WatNode.op("i64.eqz", WatNode.get(left))));
      body.emit(WatNode.set(left, WatNode.op("i64.sub", WatNode.get(left), WatNode.i64(1))));
      targets.assign(target, WatNode.get(at));
      body.emit(WatNode.set(at, WatNode.call("py.add", WatNode.get(at), step)));
      body.touched(at);
    }

    @Override
    public void close() {
      body.release(at);
      body.release(left);
      if (stepLocal != null) {
        body.release(stepLocal);
      }
    }
  }

  // --- comprehensions -------------------------------------------------------------------------

  WatNode list(Expression element, List<Expression.Clause> clauses) {
    return body.collected(
        "list",
        WatNode.call("py.list", WatNode.i32(0)),
        list -> comprehension(clauses, () -> append(list, element)));
  }

  /** Appends the value of an expression to a list. */
  void append(String list, Expression element) {
    prepare(element);
    body.run(
        WatNode.op(
            "call $py.append",
            expressions.sequence(
                List.of(
                    new Part(() -> WatNode.get(list), false, true), expressions.part(element)))));
    body.check();
  }

  WatNode dict(Expression.DictComprehension e) {
    return body.collected(
        "dict",
        WatNode.call("py.dict", WatNode.i32(0)),
        dict -> comprehension(e.clauses(), () -> add(dict, e.key(), e.value())));
  }

  /** Adds an entry to a dict. */
  void add(String dict, Expression key, Expression value) {
    if (Tree.any(key, body.module::isCall) || Tree.any(value, body.module::isCall)) {
      body.spill();
    }
    var parts = new ArrayList<Part>();
    parts.add(new Part(() -> WatNode.get(dict), false, true));
    parts.addAll(expressions.parts(key, value));
    body.run(expressions.located(key.span(), "py.dict_add", parts));
    body.check();
  }

  /** The list of what a generator gives. */
  WatNode list(Expression.Generator generator) {
    return body.collected(
        "list",
        WatNode.call("py.list", WatNode.i32(0)),
        list -> {
          generator(generator, () -> append(list, generator.element()));
          body.shallower();
        });
  }

  /** Goes over clauses; an error leaves the statement at once. */
  void comprehension(List<Expression.Clause> clauses, Runnable innermost) {
    clause(clauses, 0, () -> {}, innermost);
  }

  /**
   * The same for a generator, which is deeper from its first round; the end of that is the
   * caller's.
   */
  void generator(Expression.Generator generator, Runnable innermost) {
    clause(generator.clauses(), 0, body::deeper, innermost);
  }

  private void clause(List<Expression.Clause> clauses, int at, Runnable begin, Runnable innermost) {
    if (at == clauses.size()) {
      innermost.run();
      return;
    }
    var clause = clauses.get(at);
    Set<String> names = new LinkedHashSet<>();
    Names.target(names, clause.target());
    // what the first clause goes over is computed outside the comprehension, as Python does
    prepare(clause.iterable());
    int line = clause.iterable().span().line();
    String again = body.label(".again");
    over(
        clause.target(),
        clause.iterable(),
        List.of(),
        line,
        again,
        () -> {
          begin.run();
          body.openScope(names);
        },
        () -> {
          for (var condition : clause.conditions()) {
            prepare(condition);
            var node = WatNode.op("i32.eqz", expressions.truth(condition));
            // the loop's head would note its own line
            boolean sameLine =
                condition.span().line() == line && condition.span().endLine() == line;
            if (sameLine && expressions.isFalseOnError(condition)) {
              body.emit(body.brIf(again, node));
            } else {
              String test = body.temporary("test", "i32");
              body.emit(WatNode.set(test, node));
              body.check();
              body.emit(body.brIf(again, WatNode.get(test)));
              body.release(test);
            }
          }
          clause(clauses, at + 1, () -> {}, innermost);
        });
    body.check();
    body.closeScope();
  }

  /** Brings the frame up to date before something that may collect. */
  void prepare(Expression expression) {
    if (Tree.any(expression, body.module::isCall)) {
      body.spill();
    }
  }
}
