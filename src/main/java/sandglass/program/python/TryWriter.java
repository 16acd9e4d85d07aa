package sandglass.program.python;

import java.util.ArrayList;
import java.util.List;

/** Writes try statements, and the ways out of what surrounds statements. */
final class TryWriter {
  private final Body body;
  private final StatementWriter statements;

  TryWriter(Body body, StatementWriter statements) {
    this.body = body;
    this.statements = statements;
  }

  // --- ways out -------------------------------------------------------------------------------

  /** Leaves by a break, a continue or a return, whose value is set already. */
  void leave(Exit.Way way) {
    leave(way, List.copyOf(body.exits), 0);
  }

  private void leave(Exit.Way way, List<Exit> exits, int from) {
    for (int i = from; i < exits.size(); i++) {
      switch (exits.get(i)) {
        case Exit.Loop loop -> {
          if (way == Exit.Way.BREAK) {
            body.emit(body.br(loop.breakLabel()));
            return;
          }
          if (way == Exit.Way.CONTINUE) {
            body.emit(body.br(loop.continueLabel()));
            return;
          }
        }
        case Exit.Catch _ -> {}
        case Exit.Handler handler -> handler.cleanup().run();
        case Exit.Finally last -> {
          if (way == Exit.Way.RETURN) {
            // the finally may set another result, and not return it
            body.emit(WatNode.set(last.result(), WatNode.get(Body.RESULT)));
          }
          body.emit(WatNode.set(last.way(), WatNode.i32(last.number(way))));
          body.emit(body.br(last.label()));
          return;
        }
      }
    }
    body.emit(body.br(Body.RETURN));
  }

  // --- try ------------------------------------------------------------------------------------

  boolean write(Statement.Try s) {
    if (s.finallyBody().isEmpty()) {
      return handled(s);
    }
    String saved = body.rooted("handled");
    String error = body.rooted("error");
    String way = body.temporary("way", "i32");
    String label = body.label(".finally");
    String failed = body.label(".failed");
    body.emit(WatNode.set(saved, WatNode.call("py.handling")));
    body.touched(saved);
    String top = body.temporary("top", "i32");
    body.emit(WatNode.set(top, WatNode.op("global.get $py.sp")));
    String result = body.rooted("returned");
    var exit = new Exit.Finally(failed, label, way, result);
    var before = body.known();
    var ends = new boolean[1];
    var content =
        body.apart(
            () -> {
              body.exits.push(exit);
              ends[0] =
                  s.handlers().isEmpty()
                      ? statements.write(s.body()) && statements.write(s.orElse())
                      : handled(s);
              body.exits.pop();
              if (ends[0]) {
                body.emit(WatNode.set(way, WatNode.i32(Exit.Way.END.number)));
                body.emit(body.br(label));
              }
            });
    var after = ends[0] ? body.known() : null;
    unsure(before, s);
    var whole =
        body.apart(
            () -> {
              if (body.isUsed(failed)) {
                body.emit(new WatNode.Block("block $" + failed, content));
                body.trace();
                body.emit(WatNode.set(error, WatNode.call("py.catch")));
                body.emit(settled(top));
                body.emit(WatNode.set(way, WatNode.i32(Exit.Way.ERROR.number)));
              } else {
                content.forEach(body::emit);
              }
            });
    // in a way that does not set them they must not hold what an earlier try has left there
    if (body.isUsed(failed)) {
      body.emit(WatNode.set(error, Constants.none()));
      body.touched(error);
    }
    if (exit.ways().contains(Exit.Way.RETURN)) {
      body.emit(WatNode.set(result, Constants.none()));
      body.touched(result);
    }
    body.block(label, whole);
    unsure(before, s);
    if (!body.isUsed(failed) && after != null && exit.ways().isEmpty()) {
      body.assume(after);
    }
    String inner = body.label(".failed");
    Runnable cleanup = () -> body.run(WatNode.call("py.handled", WatNode.get(saved)));
    var finallyEnds = new boolean[1];
    body.emit(WatNode.comment("finally"));
    var last =
        body.apart(
            () -> {
              body.exits.push(new Exit.Handler(inner, cleanup));
              finallyEnds[0] = statements.write(s.finallyBody());
              body.exits.pop();
            });
    var known = body.known();
    guarded(inner, last, cleanup, finallyEnds[0]);
    if (!finallyEnds[0]) {
      releaseAll(saved, error, way, top, result);
      return false;
    }
    body.assume(known);
    cleanup.run();
    if (body.isUsed(failed)) {
      when(
          way,
          Exit.Way.ERROR,
          () -> {
            body.run(WatNode.call("py.restore", WatNode.get(error)));
            body.traced();
            body.fail();
          });
    }
    for (var wanted : exit.ways()) {
      when(
          way,
          wanted,
          () -> {
            if (wanted == Exit.Way.RETURN) {
              body.emit(WatNode.set(Body.RESULT, WatNode.get(result)));
            }
            leave(wanted);
          });
    }
    if (after != null) {
      // the finally's own changes are known; what the body surely set stays set
      var bound = after.bound();
      bound.removeAll(Names.deleted(s.finallyBody()));
      bound.addAll(known.bound());
      body.assume(new Body.Known(bound, known.clean(), -1));
    }
    releaseAll(saved, error, way, top, result);
    if (!ends[0]) {
      body.emit(WatNode.op("unreachable"));
    }
    return ends[0];
  }

  /** Drops what was pushed: an error may have come between a push and its end. */
  private static WatNode settled(String top) {
    return WatNode.op("global.set $py.sp", WatNode.get(top));
  }

  private void releaseAll(String... locals) {
    for (String local : locals) {
      body.release(local);
    }
  }

  private void when(String way, Exit.Way wanted, Runnable then) {
    var known = body.known();
    var nodes = body.apart(then);
    body.assume(known);
    body.emit(
        new WatNode.If(
            "",
            WatNode.op("i32.eq", WatNode.get(way), WatNode.i32(wanted.number)),
            nodes,
            List.of()));
  }

  /** Statements whose errors go through a cleanup on their way out. */
  private void guarded(String label, List<WatNode> content, Runnable cleanup, boolean completes) {
    if (!body.isUsed(label)) {
      content.forEach(body::emit);
      return;
    }
    String over = body.label(".over");
    var inner = new ArrayList<>(content);
    if (completes) {
      inner.add(body.br(over));
    }
    var whole =
        body.apart(
            () -> {
              body.emit(new WatNode.Block("block $" + label, inner));
              body.trace();
              cleanup.run();
              body.traced();
              body.fail();
            });
    body.block(over, whole);
  }

  /** Anything within a try may have run, or not. */
  private void unsure(Body.Known before, Statement.Try s) {
    body.assume(before);
    body.forget(List.of(s));
  }

  private boolean handled(Statement.Try s) {
    String saved = body.rooted("handled");
    String error = body.rooted("error");
    String end = body.label(".tried");
    String caught = body.label(".except");
    body.emit(WatNode.set(saved, WatNode.call("py.handling")));
    body.touched(saved);
    String top = body.temporary("top", "i32");
    body.emit(WatNode.set(top, WatNode.op("global.get $py.sp")));
    var before = body.known();
    var ends = new boolean[1];
    var after = new ArrayList<Body.Known>();
    var content =
        body.apart(
            () -> {
              body.exits.push(new Exit.Catch(caught));
              ends[0] = statements.write(s.body());
              body.exits.pop();
              if (ends[0]) {
                ends[0] = statements.write(s.orElse());
              }
              if (ends[0]) {
                after.add(body.known());
                body.emit(body.br(end));
              }
            });
    boolean[] any = {ends[0]};
    if (!body.isUsed(caught)) {
      body.block(end, content); // nothing in it can fail
      releaseAll(saved, error, top);
      return any[0];
    }
    var whole =
        body.apart(
            () -> {
              body.emit(new WatNode.Block("block $" + caught, content));
              unsure(before, s);
              body.trace();
              body.emit(WatNode.set(error, WatNode.call("py.catch")));
              body.emit(settled(top));
              body.touched(error);
              boolean all = false;
              for (var handler : s.handlers()) {
                all |= handler.type() == null;
                if (handler(handler, error, saved, end)) {
                  after.add(body.known());
                  any[0] = true;
                }
                unsure(before, s);
              }
              if (!all) {
                body.run(WatNode.call("py.handled", WatNode.get(saved)));
                body.run(WatNode.call("py.restore", WatNode.get(error)));
                body.traced();
                body.fail();
              }
            });
    body.block(end, whole);
    releaseAll(saved, error, top);
    Body.Known joined = null;
    for (var known : after) {
      body.join(joined, known);
      joined = body.known();
    }
    return any[0];
  }

  private boolean handler(Statement.Handler handler, String error, String saved, String end) {
    body.emit(
        new WatNode.Comment(
            "%-3d %s".formatted(handler.span().line(), statements.line(handler.span().line())),
            handler.span().line()));
    Runnable cleanup =
        () -> {
          if (handler.name() != null) {
            body.unbind(handler.name());
          }
          body.run(WatNode.call("py.handled", WatNode.get(saved)));
        };
    var ends = new boolean[1];
    var content =
        body.apart(
            () -> {
              if (handler.name() != null) {
                body.assign(handler.name(), WatNode.get(error));
              }
              String inner = body.label(".failed");
              var statementsOfIt =
                  body.apart(
                      () -> {
                        body.exits.push(new Exit.Handler(inner, cleanup));
                        ends[0] = statements.write(handler.body());
                        body.exits.pop();
                      });
              var known = body.known();
              guarded(inner, statementsOfIt, cleanup, ends[0]);
              if (ends[0]) {
                body.assume(known);
                cleanup.run();
                body.emit(body.br(end));
              }
            });
    if (handler.type() == null) {
      content.forEach(body::emit);
      return ends[0];
    }
    var known = body.known();
    var types = statements.expressions().value(handler.type());
    body.emit(
        new WatNode.If(
            "", WatNode.call("py.matches", WatNode.get(error), types), content, List.of()));
    body.assume(known);
    return ends[0];
  }
}
