package sandglass.program.python;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import sandglass.program.python.Expression.Attribute;
import sandglass.program.python.Expression.Index;
import sandglass.program.python.Expression.ListDisplay;
import sandglass.program.python.Expression.Name;
import sandglass.program.python.Expression.Starred;
import sandglass.program.python.Expression.TupleDisplay;
import sandglass.program.python.Token.Kind;
import sandglass.program.python.TokenBuffer.Rule;

/** What can be assigned to or deleted. */
final class TargetParser {
  private final Grammar grammar;
  private final TokenBuffer tokens;

  TargetParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
  }

  /** One, or several as a tuple without brackets. */
  Expression starTargets() {
    return tokens.memo(
        Rule.STAR_TARGETS,
        () -> {
          int start = tokens.mark();
          var first = starTarget();
          if (first == null || !tokens.at(",")) {
            return first;
          }
          var elements = new ArrayList<Expression>();
          elements.add(first);
          more(elements, this::starTarget);
          return new TupleDisplay(tokens.from(start), elements);
        });
  }

  private void more(List<Expression> elements, Supplier<Expression> item) {
    while (tokens.accept(",") != null) {
      var next = item.get();
      if (next == null) {
        break;
      }
      elements.add(next);
    }
  }

  Expression starTarget() {
    return tokens.memo(
        Rule.STAR_TARGET,
        () -> {
          int start = tokens.mark();
          if (tokens.accept("*") == null) {
            return targetWithStarAtom();
          }
          var target = tokens.at("*") ? null : starTarget();
          return target == null ? tokens.nothing(start) : new Starred(tokens.from(start), target);
        });
  }

  private Expression targetWithStarAtom() {
    return tokens.memo(
        Rule.TARGET_WITH_STAR_ATOM,
        () -> {
          var item = subscriptOrAttribute();
          return item != null ? item : bracketed(this::targetWithStarAtom, this::starTarget);
        });
  }

  // A name, a target in brackets, or a tuple or list of targets.
  private Expression bracketed(Supplier<Expression> single, Supplier<Expression> item) {
    int start = tokens.mark();
    var name = tokens.accept(Kind.NAME);
    if (name != null) {
      return new Name(name.span(), name.text());
    }
    if (tokens.accept("(") != null) {
      var target = single.get();
      if (target != null && tokens.accept(")") != null) {
        return target;
      }
      tokens.reset(start + 1);
      boolean[] comma = new boolean[1];
      var elements = sequence(item, comma);
      boolean tuple = elements.size() != 1 || comma[0];
      if (tuple && tokens.accept(")") != null) {
        return new TupleDisplay(tokens.from(start), elements);
      }
      return tokens.nothing(start);
    }
    if (tokens.accept("[") != null) {
      var elements = sequence(item, new boolean[1]);
      if (tokens.accept("]") != null) {
        return new ListDisplay(tokens.from(start), elements);
      }
    }
    return tokens.nothing(start);
  }

  private List<Expression> sequence(Supplier<Expression> item, boolean[] comma) {
    var elements = new ArrayList<Expression>();
    for (var next = item.get(); next != null; next = item.get()) {
      elements.add(next);
      comma[0] = tokens.accept(",") != null;
      if (!comma[0]) {
        break;
      }
    }
    return elements;
  }

  private boolean trailerFollows() {
    return tokens.at("(") || tokens.at("[") || tokens.at(".");
  }

  // An operand and all that follows it but its last subscript or attribute.
  private Expression targetPrimary() {
    return tokens.memo(
        Rule.TARGET_PRIMARY,
        () -> {
          int start = tokens.mark();
          var value = grammar.atoms.atom();
          if (value == null || !trailerFollows()) {
            return tokens.nothing(start);
          }
          int chain = 0;
          while (true) {
            int before = tokens.mark();
            var next = grammar.atoms.trailer(start, value);
            if (next == null || !trailerFollows()) {
              tokens.reset(before);
              return value;
            }
            value = next;
            grammar.expressions.checkChain(++chain);
          }
        });
  }

  /** A subscript or attribute that no other follows. */
  Expression subscriptOrAttribute() {
    int start = tokens.mark();
    var value = targetPrimary();
    if (value == null) {
      return null;
    }
    if (tokens.accept(".") != null) {
      var name = tokens.accept(Kind.NAME);
      if (name != null && !trailerFollows()) {
        return new Attribute(tokens.from(start), value, name.text(), name.span());
      }
    } else if (tokens.accept("[") != null) {
      var index = grammar.atoms.slices();
      if (index != null && tokens.accept("]") != null && !trailerFollows()) {
        return new Index(tokens.from(start), value, index);
      }
    }
    return tokens.nothing(start);
  }

  /** A target of an augmented assignment or an annotation. */
  Expression single() {
    int start = tokens.mark();
    var item = subscriptOrAttribute();
    if (item != null) {
      return item;
    }
    var name = tokens.accept(Kind.NAME);
    if (name != null) {
      return new Name(name.span(), name.text());
    }
    if (tokens.accept("(") != null) {
      var target = single();
      if (target != null && tokens.accept(")") != null) {
        return target;
      }
    }
    return tokens.nothing(start);
  }

  /** One or more with commas between, perhaps one at the end; null if none. */
  List<Expression> deleteTargets() {
    var first = deleteTarget();
    if (first == null) {
      return null;
    }
    var targets = new ArrayList<Expression>();
    targets.add(first);
    more(targets, this::deleteTarget);
    return targets;
  }

  private Expression deleteTarget() {
    return tokens.memo(
        Rule.DELETE_TARGET,
        () -> {
          var item = subscriptOrAttribute();
          return item != null ? item : bracketed(this::deleteTarget, this::deleteTarget);
        });
  }
}
