package sandglass.program.python;

import java.util.ArrayList;
import java.util.List;

/** Writes what gives targets their values. */
final class TargetWriter {
  private final Body body;
  private final ExpressionWriter expressions;

  TargetWriter(Body body, ExpressionWriter expressions) {
    this.body = body;
    this.expressions = expressions;
  }

  private boolean isReal(Expression.Name name) {
    return body.comprehensionLocal(name.name()) == null && body.reals().contains(name.name());
  }

  /** Whether setting a target may fail. */
  boolean mayFail(Expression target) {
    return !(target instanceof Expression.Name);
  }

  /**
   * Sets a target, and asks for errors where they may arise.
   *
   * @param value what gives the value; it has not failed
   */
  void assign(Expression target, WatNode value) {
    switch (target) {
      case Expression.Name name when isReal(name) ->
          body.assignReal(name.name(), WatNode.call("py.real", value));
      case Expression.Name name -> body.assign(name.name(), value);
      case Expression.Index index -> {
        String held = body.rooted("value");
        body.emit(WatNode.set(held, value));
        body.touched(held);
        setItem(index, new ExpressionWriter.Part(() -> WatNode.get(held), false, true));
        body.release(held);
        body.check();
      }
      case Expression.TupleDisplay tuple -> unpack(tuple.span(), tuple.elements(), value);
      case Expression.ListDisplay list -> unpack(list.span(), list.elements(), value);
      default -> throw ExpressionWriter.outside(target);
    }
  }

  /** {@code o[i] = value} and {@code o[a:b] = value}; the value is computed before the rest. */
  void setItem(Expression.Index target, ExpressionWriter.Part value) {
    if (Tree.any(target, body.module::isCall)) {
      body.spill();
    }
    boolean slice = target.index() instanceof Expression.Slice;
    var parts =
        target.index() instanceof Expression.Slice bounds
            ? expressions.sliced(target.value(), bounds)
            : new ArrayList<>(expressions.parts(target.value(), target.index()));
    parts.add(value);
    body.run(expressions.located(target.span(), slice ? "py.setslice" : "py.setitem", parts));
  }

  private void unpack(Span span, List<Expression> targets, WatNode value) {
    int star = -1;
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i) instanceof Expression.Starred) {
        star = i;
      }
    }
    var ready = ExpressionWriter.Part.ready(value);
    var count = ExpressionWriter.Part.ready(WatNode.i32(star < 0 ? targets.size() : star));
    if (star < 0) {
      body.run(expressions.located(span, "py.unpack", List.of(ready, count)));
    } else {
      var after = ExpressionWriter.Part.ready(WatNode.i32(targets.size() - star - 1));
      body.run(expressions.located(span, "py.unpack_star", List.of(ready, count, after)));
    }
    body.check();
    boolean simple = targets.stream().allMatch(Expression.Name.class::isInstance);
    if (simple) {
      for (int i = 0; i < targets.size(); i++) {
        assign(targets.get(i), WatNode.call("py.peek", WatNode.i32(i)));
      }
      body.emit(WatNode.call("py.drop", WatNode.i32(targets.size())));
      return;
    }
    var held = new ArrayList<String>();
    for (int i = 0; i < targets.size(); i++) {
      String local = body.rooted("item");
      body.emit(WatNode.set(local, WatNode.call("py.peek", WatNode.i32(i))));
      body.touched(local);
      held.add(local);
    }
    body.emit(WatNode.call("py.drop", WatNode.i32(targets.size())));
    for (int i = 0; i < targets.size(); i++) {
      var target = targets.get(i) instanceof Expression.Starred s ? s.value() : targets.get(i);
      assign(target, WatNode.get(held.get(i)));
    }
    held.forEach(body::release);
  }
}
