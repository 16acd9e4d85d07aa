package sandglass.program.python;

import java.util.ArrayList;
import java.util.List;
import sandglass.program.python.Expression.Attribute;
import sandglass.program.python.Expression.Call;
import sandglass.program.python.Expression.Clause;
import sandglass.program.python.Expression.Constant;
import sandglass.program.python.Expression.Construct;
import sandglass.program.python.Expression.DictComprehension;
import sandglass.program.python.Expression.DictDisplay;
import sandglass.program.python.Expression.Entry;
import sandglass.program.python.Expression.Generator;
import sandglass.program.python.Expression.Index;
import sandglass.program.python.Expression.ListComprehension;
import sandglass.program.python.Expression.ListDisplay;
import sandglass.program.python.Expression.Name;
import sandglass.program.python.Expression.Outside;
import sandglass.program.python.Expression.Slice;
import sandglass.program.python.Expression.TupleDisplay;
import sandglass.program.python.Token.Kind;
import sandglass.program.python.TokenBuffer.Rule;

/** Names, literals, displays and comprehensions, and the calls and subscripts that follow them. */
final class AtomParser {
  private final Grammar grammar;
  private final TokenBuffer tokens;

  AtomParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
  }

  Expression primary() {
    int start = tokens.mark();
    var value = atom();
    int chain = 0;
    while (value != null) {
      var next = trailer(start, value);
      if (next == null) {
        return value;
      }
      value = next;
      grammar.expressions.checkChain(++chain);
    }
    return null;
  }

  /** The value with the attribute, call or subscript that follows it; null if none does. */
  Expression trailer(int start, Expression value) {
    int before = tokens.mark();
    if (tokens.accept(".") != null) {
      var name = tokens.accept(Kind.NAME);
      if (name != null) {
        return new Attribute(tokens.from(start), value, name.text(), name.span());
      }
    } else if (tokens.at("(")) {
      var generator = generator();
      if (generator != null) {
        var argument = new Expression.Argument(generator.span(), null, generator);
        return new Call(tokens.from(start), value, List.of(argument));
      }
      tokens.take();
      var arguments = grammar.arguments.arguments();
      if (tokens.accept(")") != null) {
        return new Call(tokens.from(start), value, arguments == null ? List.of() : arguments);
      }
    } else if (tokens.accept("[") != null) {
      var index = slices();
      if (index != null && tokens.accept("]") != null) {
        return new Index(tokens.from(start), value, index);
      }
    }
    return tokens.nothing(before);
  }

  Expression slices() {
    return tokens.memo(
        Rule.SLICES,
        () -> {
          int start = tokens.mark();
          var first = sliceOrStar();
          if (first == null) {
            return tokens.nothing(start);
          }
          if (!tokens.at(",") && !(first instanceof Expression.Starred)) {
            return first;
          }
          var elements = new ArrayList<Expression>();
          elements.add(first);
          while (tokens.accept(",") != null) {
            var next = sliceOrStar();
            if (next == null) {
              break;
            }
            elements.add(next);
          }
          return new TupleDisplay(tokens.from(start), elements);
        });
  }

  private Expression sliceOrStar() {
    int start = tokens.mark();
    var lower = grammar.expressions.expression();
    if (tokens.accept(":") != null) {
      var upper = grammar.expressions.expression();
      var step = tokens.accept(":") == null ? null : grammar.expressions.expression();
      return new Slice(tokens.from(start), lower, upper, step);
    }
    tokens.reset(start);
    var value = grammar.expressions.namedExpression();
    return value != null ? value : grammar.arguments.starred();
  }

  private Expression number() {
    var token = tokens.take();
    var next = tokens.peek();
    if (next.kind() == Kind.KEYWORD && next.start() == token.end()) {
      grammar
          .strings
          .odd()
          .add(new StringParser.Odd(token.span(), "a number that a word follows at once"));
    }
    return Literals.number(token);
  }

  Expression atom() {
    return tokens.memo(
        Rule.ATOM,
        () -> {
          var token = tokens.peek();
          return switch (token.kind()) {
            case NAME -> new Name(tokens.take().span(), token.text());
            case NUMBER -> number();
            case STRING, TEMPLATE_START -> grammar.strings.strings();
            case KEYWORD -> constant(token);
            case OPERATOR ->
                switch (token.text()) {
                  case "(" -> round();
                  case "[" -> square();
                  case "{" -> curly();
                  case "..." -> new Constant(tokens.take().span(), Constant.Value.ELLIPSIS);
                  default -> null;
                };
            default -> null;
          };
        });
  }

  private Expression constant(Token token) {
    var value =
        switch (token.text()) {
          case "True" -> Constant.Value.TRUE;
          case "False" -> Constant.Value.FALSE;
          case "None" -> Constant.Value.NONE;
          default -> null;
        };
    return value == null ? null : new Constant(tokens.take().span(), value);
  }

  private Expression round() {
    var tuple = tuple();
    if (tuple != null) {
      return tuple;
    }
    int start = tokens.mark();
    tokens.take();
    var value = grammar.expressions.yieldExpression();
    if (value == null) {
      value = grammar.expressions.namedExpression();
    }
    if (value != null && tokens.accept(")") != null) {
      return value;
    }
    tokens.reset(start);
    if (tokens.diagnosing()) {
      grammar.mistakes.group();
    }
    return generator();
  }

  Expression tuple() {
    int start = tokens.mark();
    if (tokens.accept("(") == null) {
      return null;
    }
    if (tokens.accept(")") != null) {
      return new TupleDisplay(tokens.from(start), List.of());
    }
    var elements = new ArrayList<Expression>();
    var first = grammar.expressions.starNamedExpression();
    if (first != null && tokens.accept(",") != null) {
      elements.add(first);
      var rest = grammar.expressions.starNamedExpressions();
      if (rest != null) {
        elements.addAll(rest);
      }
      if (tokens.accept(")") != null) {
        return new TupleDisplay(tokens.from(start), elements);
      }
    }
    return tokens.nothing(start);
  }

  Expression generator() {
    int start = tokens.mark();
    if (tokens.accept("(") != null) {
      var element = grammar.expressions.assignmentExpression();
      if (element == null) {
        element = grammar.expressions.expressionWithoutWalrus();
      }
      var clauses = element == null ? null : clauses();
      if (clauses != null && tokens.accept(")") != null) {
        return new Generator(tokens.from(start), element, clauses);
      }
    }
    tokens.reset(start);
    if (tokens.diagnosing()) {
      grammar.mistakes.comprehension();
    }
    return null;
  }

  private Expression square() {
    var list = list();
    if (list != null) {
      return list;
    }
    int start = tokens.mark();
    tokens.take();
    var element = grammar.expressions.namedExpression();
    var clauses = element == null ? null : clauses();
    if (clauses != null && tokens.accept("]") != null) {
      return new ListComprehension(tokens.from(start), element, clauses);
    }
    tokens.reset(start);
    if (tokens.diagnosing()) {
      grammar.mistakes.comprehension();
    }
    return null;
  }

  Expression list() {
    int start = tokens.mark();
    if (tokens.accept("[") == null) {
      return null;
    }
    var elements = grammar.expressions.starNamedExpressions();
    if (tokens.accept("]") == null) {
      return tokens.nothing(start);
    }
    return new ListDisplay(tokens.from(start), elements == null ? List.of() : elements);
  }

  private Expression curly() {
    int start = tokens.mark();
    tokens.take();
    var entries = entries();
    if (tokens.accept("}") != null) {
      return dict(tokens.from(start), entries);
    }
    tokens.reset(start);
    if (tokens.diagnosing()) {
      grammar.mistakes.dict();
    }
    tokens.take();
    var elements = grammar.expressions.starNamedExpressions();
    if (elements != null && tokens.accept("}") != null) {
      return new Outside(tokens.from(start), Construct.SET, elements);
    }
    tokens.reset(start + 1);
    var entry = entry(false);
    var clauses = entry == null ? null : clauses();
    if (clauses != null && tokens.accept("}") != null) {
      return new DictComprehension(tokens.from(start), entry.key(), entry.value(), clauses);
    }
    tokens.reset(start);
    if (tokens.diagnosing()) {
      grammar.mistakes.dictComprehension();
    }
    tokens.take();
    var element = grammar.expressions.namedExpression();
    clauses = element == null ? null : clauses();
    if (clauses != null && tokens.accept("}") != null) {
      var parts = new ArrayList<Expression>();
      parts.add(new Generator(tokens.from(start), element, clauses));
      return new Outside(tokens.from(start), Construct.SET_COMPREHENSION, parts);
    }
    tokens.reset(start);
    if (tokens.diagnosing()) {
      grammar.mistakes.comprehension();
    }
    return null;
  }

  private static Expression dict(Span span, List<Entry> entries) {
    if (entries.stream().allMatch(entry -> entry.key() != null)) {
      return new DictDisplay(span, entries);
    }
    var parts = new ArrayList<Expression>();
    for (var entry : entries) {
      if (entry.key() != null) {
        parts.add(entry.key());
      }
      parts.add(entry.value());
    }
    return new Outside(span, Construct.DOUBLE_STAR_ENTRY, parts);
  }

  /** Entries with commas between, perhaps one at the end; empty if there are none. */
  private List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    do {
      var entry = entryOrDoubleStar(!entries.isEmpty());
      if (entry == null) {
        break;
      }
      entries.add(entry);
    } while (tokens.accept(",") != null);
    return entries;
  }

  /** With a null key for {@code **value}. */
  Entry entryOrDoubleStar(boolean later) {
    int start = tokens.mark();
    if (tokens.accept("**") != null) {
      var value = grammar.expressions.bitwiseOr();
      return value == null ? tokens.nothing(start) : new Entry(null, value);
    }
    return entry(later);
  }

  private Entry entry(boolean later) {
    int start = tokens.mark();
    var key =
        later && tokens.diagnosing()
            ? grammar.mistakes.laterKey()
            : grammar.expressions.expression();
    if (key != null && tokens.accept(":") != null) {
      var value = grammar.expressions.expression();
      if (value != null) {
        return new Entry(key, value);
      }
    }
    return tokens.nothing(start);
  }

  /** One clause or more; null if none. */
  List<Clause> clauses() {
    return tokens.memo(
        Rule.CLAUSES,
        () -> {
          var clauses = new ArrayList<Clause>();
          for (var clause = clause(); clause != null; clause = clause()) {
            clauses.add(clause);
          }
          return clauses.isEmpty() ? null : clauses;
        });
  }

  private Clause clause() {
    int start = tokens.mark();
    boolean asynchronous = tokens.accept("async") != null;
    if (tokens.accept("for") == null) {
      return tokens.nothing(start);
    }
    var target = grammar.targets.starTargets();
    if (target == null || tokens.accept("in") == null) {
      tokens.reset(start);
      if (tokens.diagnosing()) {
        grammar.statementMistakes.forTarget();
      }
      return null;
    }
    var iterable = grammar.expressions.disjunction();
    if (iterable == null) {
      return tokens.nothing(start);
    }
    var conditions = new ArrayList<Expression>();
    int after = tokens.mark();
    while (tokens.accept("if") != null) {
      var condition = grammar.expressions.disjunction();
      if (condition == null) {
        break;
      }
      conditions.add(condition);
      after = tokens.mark();
    }
    tokens.reset(after);
    return new Clause(tokens.from(start), target, iterable, conditions, asynchronous);
  }
}
