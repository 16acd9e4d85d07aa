package sandglass.program.python;

import java.util.ArrayList;
import java.util.List;
import sandglass.program.python.ExpressionWriter.Part;

/** Writes calls that call back, or that take items as a generator gives them. */
final class KeyWriter {
  private final Body body;
  private final ModuleWriter module;
  private final ExpressionWriter expressions;
  private final LoopWriter loops;
  private final CallWriter calls;

  KeyWriter(Body body, ExpressionWriter expressions, LoopWriter loops, CallWriter calls) {
    this.body = body;
    module = body.module;
    this.expressions = expressions;
    this.loops = loops;
    this.calls = calls;
  }

  /** Such a call of a built-in function; null if it is none. */
  WatNode call(Expression.Call e, String name) {
    var key = keyword(e, "key");
    if (key != null && !isNone(key)) {
      return switch (name) {
        case "sorted" -> sorted(e, key);
        case "min", "max" -> best(e, name, key);
        default -> null;
      };
    }
    if (e.arguments().isEmpty()
        || !(e.arguments().getFirst().value() instanceof Expression.Generator generator)) {
      return null;
    }
    return switch (name) {
      case "any", "all" -> decided(generator, name.equals("any"));
      case "sum" -> summed(e, generator);
      case "min", "max" -> best(e, name, null);
      default -> null;
    };
  }

  private static boolean isNone(Expression expression) {
    return expression instanceof Expression.Constant c
        && c.value() == Expression.Constant.Value.NONE;
  }

  private static Expression keyword(Expression.Call e, String name) {
    return e.arguments().stream()
        .filter(a -> name.equals(a.name()))
        .map(Expression.Argument::value)
        .findFirst()
        .orElse(null);
  }

  private static WatNode block(List<WatNode> content) {
    return new WatNode.Block("block (result i64)", content);
  }

  // --- keys -----------------------------------------------------------------------------------

  private WatNode sorted(Expression.Call e, Expression key) {
    var values = body.rooted("values");
    var reverse = body.temporary("reverse", "i64");
    var content =
        body.apart(
            () -> {
              // in the order of the source
              for (var argument : e.arguments()) {
                if (argument.name() == null) {
                  var list =
                      argument.value() instanceof Expression.Generator g
                          ? loops.list(g)
                          : expressions.located(
                              e.span(), "py.list1", expressions.parts(argument.value()));
                  body.emit(WatNode.set(values, list));
                  body.touched(values);
                } else if (argument.name().equals("reverse")) {
                  loops.prepare(argument.value());
                  body.emit(WatNode.set(reverse, expressions.value(argument.value())));
                }
              }
              if (keyword(e, "reverse") == null) {
                body.emit(WatNode.set(reverse, Constants.bool(false)));
              }
              String found = keysOf(e, values, key);
              body.emit(
                  expressions.located(
                      e.span(),
                      "py.sorted_by",
                      List.of(
                          Part.ready(WatNode.get(values)),
                          Part.ready(WatNode.get(found)),
                          Part.ready(WatNode.get(reverse)))));
              body.release(found);
            });
    body.release(values);
    body.release(reverse);
    return block(content);
  }

  /** {@code list.sort} with a key; null if the call is another. */
  WatNode sort(Expression.Call e, Expression.Attribute attribute) {
    var key = attribute.name().equals("sort") ? keyword(e, "key") : null;
    if (key == null || isNone(key)) {
      return null;
    }
    var self = body.rooted("list");
    var values = body.rooted("values");
    var reverse = body.temporary("reverse", "i64");
    var content =
        body.apart(
            () -> {
              body.emit(WatNode.set(self, calls.self(e, attribute).write().get()));
              body.touched(self);
              var given = keyword(e, "reverse");
              if (given != null) {
                loops.prepare(given);
              }
              body.emit(
                  WatNode.set(
                      reverse, given == null ? Constants.bool(false) : expressions.value(given)));
              // a copy that only lists have, so that others fail as they do without a key
              body.emit(WatNode.set(values, WatNode.call("py.sort_start", WatNode.get(self))));
              body.touched(values);
              String found = keysOf(e, values, key);
              body.emit(
                  expressions.located(
                      e.span(),
                      "py.sort_end",
                      List.of(
                          Part.ready(WatNode.get(self)),
                          Part.ready(WatNode.get(values)),
                          Part.ready(WatNode.get(found)),
                          Part.ready(WatNode.get(reverse)))));
              body.release(found);
            });
    body.release(self);
    body.release(values);
    body.release(reverse);
    return block(content);
  }

  /** Computes the keys of a list's items: the local that holds them, to be released. */
  private String keysOf(Expression.Call e, String values, Expression key) {
    String found = body.rooted("keys");
    body.emit(WatNode.set(found, WatNode.call("py.list", WatNode.i32(0))));
    body.touched(found);
    String iterator = body.rooted("iterator");
    body.emit(WatNode.set(iterator, WatNode.call("py.iter", WatNode.get(values))));
    body.touched(iterator);
    each(
        iterator,
        item -> {
          body.run(
              WatNode.op(
                  "call $py.append",
                  expressions.sequence(
                      List.of(
                          new Part(() -> WatNode.get(found), false, true),
                          new Part(() -> keyOf(e, key, item), true, false)))));
          body.check();
        });
    body.release(iterator);
    return found;
  }

  private interface Round {
    void run(String item);
  }

  private void each(String iterator, Round round) {
    String done = body.label(".done");
    String next = body.label(".next");
    body.enterLoop(List.of());
    var entry = body.known();
    var loop =
        body.apart(
            () -> {
              body.safepoint();
              String item = body.rooted("item");
              var taken = WatNode.call("py.for_next", WatNode.get(iterator));
              var end = Constants.constant(Constants.END, "end");
              body.emit(
                  body.brIf(
                      done, WatNode.op("i64.eq", WatNode.op("local.tee $" + item, taken), end)));
              body.touched(item);
              round.run(item);
              body.release(item);
              body.emit(body.br(next));
            });
    body.emit(
        new WatNode.Block("block $" + done, List.of(new WatNode.Block("loop $" + next, loop))));
    body.assume(entry);
    body.check();
  }

  /** The key of an item. */
  private WatNode keyOf(Expression.Call e, Expression key, String item) {
    body.at(e.span().line());
    switch (key) {
      case Expression.Lambda lambda -> {
        body.openScope(List.of(lambda.parameters().getFirst().name()));
        body.assign(lambda.parameters().getFirst().name(), WatNode.get(item));
        loops.prepare(lambda.body());
        body.deeper();
        String found = body.temporary("key", "i64");
        body.emit(WatNode.set(found, expressions.value(lambda.body())));
        body.shallower();
        body.release(found);
        body.closeScope();
        return WatNode.get(found);
      }
      case Expression.Name name -> {
        var function = module.names.functions().get(name.name());
        if (function != null) {
          body.spill();
          return calls.ownWithOne(function, WatNode.get(item));
        }
        return filled(Builtins.function(name.name()), item);
      }
      case Expression.Attribute method -> {
        // str.lower and the like
        var signature = Builtins.method(method.name());
        var operands = new ArrayList<WatNode>();
        operands.add(WatNode.get(item));
        signature.parameters().forEach(_ -> operands.add(Constants.missing()));
        return WatNode.op("call $" + signature.runtime(), operands);
      }
      default -> throw ExpressionWriter.outside(key);
    }
  }

  private static WatNode filled(Builtins.Signature signature, String item) {
    var operands = new ArrayList<WatNode>();
    operands.add(WatNode.get(item));
    for (int i = 1; i < signature.parameters().size(); i++) {
      operands.add(Constants.missing());
    }
    return WatNode.op("call $" + signature.runtime(), operands);
  }

  // --- the least and the greatest ---------------------------------------------------------------

  /** {@code min} and {@code max} with a key, or of a generator. */
  private WatNode best(Expression.Call e, String name, Expression key) {
    String best = body.rootedInLoop("best");
    String bestKey = key == null ? best : body.rootedInLoop("best.key");
    var other = keyword(e, "default");
    String otherwise = other == null ? null : body.rooted("default");
    var content =
        body.apart(
            () -> {
              body.emit(WatNode.set(best, Constants.missing()));
              body.touched(best);
              if (key != null) {
                body.emit(WatNode.set(bestKey, Constants.missing()));
                body.touched(bestKey);
              }
              var positional = e.arguments().stream().filter(a -> a.name() == null).toList();
              Round round = item -> better(e, name, key, item, best, bestKey);
              if (positional.size() == 1
                  && positional.getFirst().value() instanceof Expression.Generator g) {
                if (otherwise != null) {
                  body.emit(WatNode.set(otherwise, expressions.value(other)));
                  body.touched(otherwise);
                }
                loops.generator(
                    g,
                    () -> {
                      loops.prepare(g.element());
                      String item = body.rooted("item");
                      body.emit(WatNode.set(item, expressions.value(g.element())));
                      body.touched(item);
                      body.check();
                      body.shallower();
                      round.run(item);
                      body.deeper();
                      body.release(item);
                    });
                body.shallower();
              } else {
                String iterator = body.rooted("iterator");
                var display =
                    new Expression.TupleDisplay(
                        e.span(), positional.stream().map(Expression.Argument::value).toList());
                var over = positional.size() == 1 ? display.elements().getFirst() : display;
                body.emit(
                    WatNode.set(
                        iterator,
                        expressions.located(e.span(), "py.iter", expressions.parts(over))));
                body.touched(iterator);
                if (otherwise != null) {
                  loops.prepare(other);
                  body.emit(WatNode.set(otherwise, expressions.value(other)));
                  body.touched(otherwise);
                }
                each(iterator, round);
                body.release(iterator);
              }
              body.emit(
                  expressions.located(
                      e.span(),
                      "py." + name + "_end",
                      List.of(
                          Part.ready(WatNode.get(best)),
                          Part.ready(
                              otherwise == null ? Constants.missing() : WatNode.get(otherwise)))));
            });
    body.release(best);
    if (key != null) {
      body.release(bestKey);
    }
    if (otherwise != null) {
      body.release(otherwise);
    }
    return block(content);
  }

  private void better(
      Expression.Call e, String name, Expression key, String item, String best, String bestKey) {
    String value = item;
    if (key != null) {
      value = body.rooted("key");
      body.emit(WatNode.set(value, keyOf(e, key, item)));
      body.touched(value);
      body.check();
    }
    body.at(e.span().line());
    var comparison = name.equals("min") ? "py.lt" : "py.gt";
    var isFirst = WatNode.op("i64.eq", WatNode.get(bestKey), Constants.missing());
    var isBetter = WatNode.call(comparison, WatNode.get(value), WatNode.get(bestKey));
    var then = new ArrayList<WatNode>();
    then.add(WatNode.set(best, WatNode.get(item)));
    if (key != null) {
      then.add(WatNode.set(bestKey, WatNode.get(value)));
      body.release(value);
    }
    body.emit(
        new WatNode.If(
            "",
            new WatNode.If("(result i32)", isFirst, List.of(WatNode.i32(1)), List.of(isBetter)),
            then,
            List.of()));
    body.touched(best);
    body.touched(bestKey);
    body.check();
  }

  // --- generators -----------------------------------------------------------------------------

  /** {@code any} and {@code all}: the first item that decides is the last one computed. */
  private WatNode decided(Expression.Generator generator, boolean any) {
    String result = body.temporary("result", "i64");
    String decided = body.label(".decided");
    var content =
        body.apart(
            () -> {
              body.emit(WatNode.set(result, Constants.bool(!any)));
              var loop =
                  body.apart(
                      () ->
                          loops.generator(
                              generator,
                              () -> {
                                loops.prepare(generator.element());
                                String test = body.temporary("test", "i32");
                                body.emit(
                                    WatNode.set(test, expressions.truth(generator.element())));
                                body.check();
                                var then = new ArrayList<WatNode>();
                                then.add(WatNode.set(result, Constants.bool(any)));
                                then.add(body.br(decided));
                                var condition =
                                    any
                                        ? WatNode.get(test)
                                        : WatNode.op("i32.eqz", WatNode.get(test));
                                body.emit(new WatNode.If("", condition, then, List.of()));
                                body.release(test);
                              }));
              body.block(decided, loop);
              body.shallower();
              body.emit(WatNode.get(result));
            });
    body.release(result);
    return block(content);
  }

  private WatNode summed(Expression.Call e, Expression.Generator generator) {
    String sum = body.rooted("sum");
    var content =
        body.apart(
            () -> {
              var start =
                  e.arguments().size() > 1
                      ? expressions.value(e.arguments().get(1).value())
                      : expressions.ofInt(0);
              body.emit(WatNode.set(sum, WatNode.call("py.sum_start", start)));
              body.touched(sum);
              loops.generator(
                  generator,
                  () -> {
                    loops.prepare(generator.element());
                    var parts =
                        List.of(
                            new Part(() -> WatNode.get(sum), false, true),
                            expressions.part(generator.element()));
                    body.run(expressions.located(e.span(), "py.sum_add", parts));
                    body.check();
                  });
              body.shallower();
              body.emit(WatNode.call("py.sum_end", WatNode.get(sum)));
            });
    body.release(sum);
    return block(content);
  }
}
