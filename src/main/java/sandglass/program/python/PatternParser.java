package sandglass.program.python;

import java.util.List;
import java.util.Locale;
import sandglass.program.python.Token.Kind;
import sandglass.program.python.TokenBuffer.Rule;

/**
 * The patterns of match statements. They are outside the subset, so they are only recognised: a
 * rule that fits takes its tokens and gives true.
 */
final class PatternParser {
  private final Grammar grammar;
  private final TokenBuffer tokens;

  PatternParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
  }

  private boolean no(int start) {
    tokens.reset(start);
    return false;
  }

  /** A pattern, or several as a sequence without brackets. */
  boolean patterns() {
    int start = tokens.mark();
    if (!starOrPattern()) {
      return no(start);
    }
    while (tokens.accept(",") != null && starOrPattern()) {
      // the condition takes them
    }
    return true;
  }

  private boolean starOrPattern() {
    int start = tokens.mark();
    if (tokens.accept("*") != null) {
      return tokens.accept(Kind.NAME) != null || no(start);
    }
    return pattern();
  }

  private boolean pattern() {
    return tokens.memo(Rule.PATTERN, this::asPattern);
  }

  private Boolean asPattern() {
    int start = tokens.mark();
    if (!orPattern()) {
      return no(start);
    }
    int after = tokens.mark();
    if (tokens.accept("as") != null) {
      var name = tokens.accept(Kind.NAME);
      boolean more = tokens.at(".") || tokens.at("(") || tokens.at("=");
      if (name != null && !name.text().equals("_") && !more) {
        return true;
      }
      tokens.reset(after + 1);
      if (tokens.diagnosing()) {
        grammar.statementMistakes.asPattern();
      }
      tokens.reset(after);
    }
    return true;
  }

  private boolean orPattern() {
    int start = tokens.mark();
    do {
      if (!closed()) {
        return no(start);
      }
    } while (tokens.accept("|") != null);
    return true;
  }

  private boolean closed() {
    var token = tokens.peek();
    return switch (token.kind()) {
      case NUMBER -> number();
      case STRING, TEMPLATE_START -> grammar.strings.strings() != null;
      case NAME -> nameOrClass();
      case KEYWORD -> {
        boolean constant = List.of("None", "True", "False").contains(token.text());
        if (constant) {
          tokens.take();
        }
        yield constant;
      }
      case OPERATOR ->
          switch (token.text()) {
            case "-" -> number();
            case "(" -> sequence(")");
            case "[" -> sequence("]");
            case "{" -> mapping();
            default -> false;
          };
      default -> false;
    };
  }

  // A number with a sign, and perhaps an imaginary one after it.
  private boolean number() {
    int start = tokens.mark();
    tokens.accept("-");
    if (tokens.accept(Kind.NUMBER) == null) {
      return no(start);
    }
    int after = tokens.mark();
    if (tokens.accept("+") != null || tokens.accept("-") != null) {
      var imaginary = tokens.accept(Kind.NUMBER);
      if (imaginary == null) {
        tokens.reset(after);
      } else if (!imaginary.text().toLowerCase(Locale.ROOT).endsWith("j")) {
        throw tokens.fail(imaginary.span(), "imaginary number required in complex literal");
      }
    }
    return true;
  }

  private boolean dotted() {
    if (tokens.accept(Kind.NAME) == null) {
      return false;
    }
    int after = tokens.mark();
    while (tokens.accept(".") != null && tokens.accept(Kind.NAME) != null) {
      after = tokens.mark();
    }
    tokens.reset(after);
    return true;
  }

  private boolean nameOrClass() {
    int start = tokens.mark();
    dotted();
    if (tokens.at("=") || tokens.at(".")) {
      return no(start);
    }
    if (tokens.accept("(") == null) {
      return true;
    }
    while (!tokens.at(")")) {
      int item = tokens.mark();
      if (tokens.accept(Kind.NAME) == null || tokens.accept("=") == null) {
        tokens.reset(item);
      }
      if (!pattern() || (tokens.accept(",") == null && !tokens.at(")"))) {
        return no(start);
      }
    }
    tokens.take();
    return true;
  }

  private boolean sequence(String close) {
    int start = tokens.mark();
    tokens.take();
    while (!tokens.at(close)) {
      if (!starOrPattern() || (tokens.accept(",") == null && !tokens.at(close))) {
        return no(start);
      }
    }
    tokens.take();
    return true;
  }

  private boolean mapping() {
    int start = tokens.mark();
    tokens.take();
    while (!tokens.at("}")) {
      boolean item;
      if (tokens.accept("**") != null) {
        item = tokens.accept(Kind.NAME) != null;
      } else {
        item = key() && tokens.accept(":") != null && pattern();
      }
      if (!item || (tokens.accept(",") == null && !tokens.at("}"))) {
        return no(start);
      }
    }
    tokens.take();
    return true;
  }

  private boolean key() {
    var token = tokens.peek();
    if (token.kind() == Kind.NAME) {
      return dotted();
    }
    return !token.is("(") && !token.is("[") && !token.is("{") && closed();
  }
}
