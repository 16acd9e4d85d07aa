package sandglass.program.python;

import java.util.ArrayList;
import java.util.List;
import sandglass.program.python.Expression.Argument;
import sandglass.program.python.Expression.Construct;
import sandglass.program.python.Expression.Outside;
import sandglass.program.python.Expression.Starred;
import sandglass.program.python.Token.Kind;
import sandglass.program.python.TokenBuffer.Rule;

/** The arguments of calls. */
final class ArgumentParser {
  private final Grammar grammar;
  private final TokenBuffer tokens;

  ArgumentParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
  }

  /** All up to the closing bracket, which stays; null if there are none. */
  List<Argument> arguments() {
    return tokens.memo(
        Rule.ARGUMENTS,
        () -> {
          int start = tokens.mark();
          var arguments = list();
          if (arguments != null) {
            tokens.accept(",");
            if (tokens.at(")")) {
              return arguments;
            }
          }
          tokens.reset(start);
          if (tokens.diagnosing()) {
            grammar.mistakes.arguments();
          }
          return null;
        });
  }

  /** As many as there are, without a comma at their end; null if none. */
  List<Argument> list() {
    var arguments = positional();
    int after = tokens.mark();
    if (arguments.isEmpty() || tokens.accept(",") != null) {
      var named = named();
      if (named == null) {
        tokens.reset(after);
      } else {
        arguments.addAll(named);
      }
    }
    return arguments.isEmpty() ? null : arguments;
  }

  /** Those before the first name; empty if there are none. */
  List<Argument> positional() {
    var arguments = new ArrayList<Argument>();
    int after = tokens.mark();
    for (var next = onePositional(); next != null; next = onePositional()) {
      arguments.add(next);
      after = tokens.mark();
      if (tokens.accept(",") == null) {
        break;
      }
    }
    tokens.reset(after);
    return arguments;
  }

  private Argument onePositional() {
    int start = tokens.mark();
    Expression value = starred();
    if (value == null) {
      value = grammar.expressions.assignmentExpression();
      if (value == null) {
        value = grammar.expressions.expressionWithoutWalrus();
      }
      if (value == null || tokens.at("=")) {
        return tokens.nothing(start);
      }
    }
    return new Argument(tokens.from(start), null, value);
  }

  /** Those from the first name on; null if there are none. */
  List<Argument> named() {
    var arguments = new ArrayList<Argument>();
    boolean doubleStars = false;
    int after = tokens.mark();
    while (true) {
      var next = doubleStars ? null : nameOr(false);
      if (next == null) {
        next = nameOr(true);
        doubleStars |= next != null;
      }
      if (next == null) {
        break;
      }
      arguments.add(next);
      after = tokens.mark();
      if (tokens.accept(",") == null) {
        break;
      }
    }
    tokens.reset(after);
    return arguments.isEmpty() ? null : arguments;
  }

  private Argument nameOr(boolean doubleStar) {
    if (tokens.diagnosing()) {
      grammar.mistakes.keywordArgument();
    }
    int start = tokens.mark();
    var name = tokens.accept(Kind.NAME);
    if (name != null && tokens.accept("=") != null) {
      var value = grammar.expressions.expression();
      if (value != null) {
        return new Argument(tokens.from(start), name.text(), value);
      }
    }
    tokens.reset(start);
    if (!doubleStar) {
      Expression value = starred();
      return value == null ? null : new Argument(tokens.from(start), null, value);
    }
    if (tokens.accept("**") != null) {
      var value = grammar.expressions.expression();
      if (value != null) {
        var outside =
            new Outside(tokens.from(start), Construct.DOUBLE_STAR_ARGUMENT, List.of(value));
        return new Argument(outside.span(), null, outside);
      }
    }
    return tokens.nothing(start);
  }

  Starred starred() {
    int start = tokens.mark();
    if (tokens.at("*")) {
      if (tokens.diagnosing()) {
        grammar.mistakes.starred();
      }
      tokens.take();
      var value = grammar.expressions.expression();
      if (value != null) {
        return new Starred(tokens.from(start), value);
      }
    }
    return tokens.nothing(start);
  }
}
