package sandglass.program.python;

import java.util.ArrayList;
import java.util.List;
import sandglass.program.python.Statement.Parameter;
import sandglass.program.python.Statement.Passing;
import sandglass.program.python.Token.Kind;

/**
 * The parameters of functions and lambdas. Here a wrong order is told as soon as it is seen: where
 * parameters stand nothing else can.
 */
final class ParameterParser {
  private final Grammar grammar;
  private final TokenBuffer tokens;

  ParameterParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
  }

  /** All up to the closing bracket, which stays; null if one is wrong. */
  List<Parameter> function() {
    return parameters(")", true);
  }

  /** All up to the colon, which stays; null if one is wrong. */
  List<Parameter> lambda() {
    return parameters(":", false);
  }

  private List<Parameter> parameters(String end, boolean annotated) {
    var found = new ArrayList<Parameter>();
    var passing = Passing.EITHER;
    boolean slash = false;
    boolean defaults = false;
    boolean doubleStar = false;
    boolean bare = false;
    while (!tokens.at(end)) {
      var token = tokens.peek();
      if (doubleStar && (token.kind() == Kind.NAME || "* ** /".contains(token.text()))) {
        return orMistake(token.span(), "arguments cannot follow var-keyword argument");
      }
      if (token.is("/")) {
        if (passing != Passing.EITHER) {
          return orMistake(token.span(), "/ must be ahead of *");
        }
        if (slash) {
          return orMistake(token.span(), "/ may appear only once");
        }
        if (found.isEmpty()) {
          return orMistake(token.span(), "at least one argument must precede /");
        }
        tokens.take();
        slash = true;
        found.replaceAll(p -> with(p, Passing.POSITIONAL_ONLY));
        if (tokens.at("*")) {
          return orMistake(tokens.peek().span(), "expected comma between / and *");
        }
      } else if (token.is("*")) {
        if (passing != Passing.EITHER) {
          return orMistake(token.span(), "* argument may appear only once");
        }
        tokens.take();
        passing = Passing.KEYWORD_ONLY;
        if (tokens.at(Kind.NAME)) {
          if (!star(found, annotated)) {
            return null;
          }
        } else {
          bare = true;
          int comma = tokens.mark();
          boolean more = tokens.accept(",") != null;
          if (tokens.at(end) || (more && tokens.at("**"))) {
            return orMistake(
                end.equals(":") ? tokens.last().span() : token.span(),
                "named arguments must follow bare *");
          }
          tokens.reset(comma);
        }
      } else if (token.is("**")) {
        tokens.take();
        var name = tokens.accept(Kind.NAME);
        if (name == null) {
          return null;
        }
        var annotation = annotated ? annotation(false) : null;
        if (tokens.at("=")) {
          return orMistake(tokens.peek().span(), "var-keyword argument cannot have default value");
        }
        found.add(new Parameter(name.span(), name.text(), Passing.DOUBLE_STAR, annotation, null));
        doubleStar = true;
      } else if (token.kind() == Kind.NAME) {
        var next = parameter(end, annotated, passing);
        if (next == null) {
          return null;
        }
        boolean ends = tokens.at(",") || tokens.at(end);
        if (passing == Passing.EITHER && ends) {
          if (defaults && next.defaultValue() == null) {
            return orMistake(
                next.span(), "parameter without a default follows parameter with a default");
          }
          defaults |= next.defaultValue() != null;
        }
        found.add(next);
      } else if (token.is("(")) {
        parenthesized(annotated);
        return null;
      } else {
        return null;
      }
      if (tokens.accept(",") == null) {
        return found;
      }
    }
    return bare && found.isEmpty() ? List.of() : found;
  }

  private static Parameter with(Parameter p, Passing passing) {
    return new Parameter(p.span(), p.name(), passing, p.annotation(), p.defaultValue());
  }

  // In the first pass the parse fails where the list ends.
  private List<Parameter> orMistake(Span span, String message) {
    if (tokens.diagnosing()) {
      throw tokens.fail(span, message);
    }
    return null;
  }

  private boolean star(List<Parameter> found, boolean annotated) {
    var name = tokens.take();
    var annotation = annotated ? annotation(true) : null;
    if (tokens.at("=")) {
      orMistake(tokens.peek().span(), "var-positional argument cannot have default value");
      return false;
    }
    found.add(new Parameter(name.span(), name.text(), Passing.STAR, annotation, null));
    return true;
  }

  private Expression annotation(boolean star) {
    int start = tokens.mark();
    if (tokens.accept(":") == null) {
      return null;
    }
    var annotation = star ? grammar.expressions.starExpression() : grammar.expressions.expression();
    return annotation == null ? tokens.nothing(start) : annotation;
  }

  private Parameter parameter(String end, boolean annotated, Passing passing) {
    var name = tokens.take();
    var annotation = annotated ? annotation(false) : null;
    Expression value = null;
    if (tokens.at("=")) {
      int before = tokens.mark();
      var sign = tokens.take();
      value = grammar.expressions.expression();
      if (value == null) {
        if (tokens.at(end) || tokens.at(",")) {
          orMistake(sign.span(), "expected default value expression");
        }
        return tokens.nothing(before);
      }
    }
    return new Parameter(name.span(), name.text(), passing, annotation, value);
  }

  private void parenthesized(boolean annotated) {
    if (!tokens.diagnosing()) {
      return;
    }
    int start = tokens.mark();
    tokens.take();
    while (tokens.accept(Kind.NAME) != null && tokens.accept(",") != null) {
      // the condition takes them
    }
    if (tokens.mark() > start + 1 && tokens.accept(")") != null) {
      throw tokens.fail(
          tokens.from(start),
          (annotated ? "Function" : "Lambda expression") + " parameters cannot be parenthesized");
    }
    tokens.reset(start);
  }
}
