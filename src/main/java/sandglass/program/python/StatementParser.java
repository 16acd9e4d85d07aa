package sandglass.program.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sandglass.program.python.Expression.BinaryOperator;
import sandglass.program.python.Expression.Name;
import sandglass.program.python.Statement.Alias;
import sandglass.program.python.Statement.AnnotatedAssign;
import sandglass.program.python.Statement.Assert;
import sandglass.program.python.Statement.Assign;
import sandglass.program.python.Statement.AugmentedAssign;
import sandglass.program.python.Statement.Break;
import sandglass.program.python.Statement.Construct;
import sandglass.program.python.Statement.Continue;
import sandglass.program.python.Statement.Delete;
import sandglass.program.python.Statement.ExpressionStatement;
import sandglass.program.python.Statement.Global;
import sandglass.program.python.Statement.Import;
import sandglass.program.python.Statement.ImportFrom;
import sandglass.program.python.Statement.Outside;
import sandglass.program.python.Statement.Pass;
import sandglass.program.python.Statement.Raise;
import sandglass.program.python.Statement.Return;
import sandglass.program.python.Token.Kind;
import sandglass.program.python.TokenBuffer.Rule;

/** Statements of one line, and blocks. */
final class StatementParser {
  private static final Map<String, BinaryOperator> AUGMENTED =
      Map.ofEntries(
          Map.entry("+=", BinaryOperator.ADD),
          Map.entry("-=", BinaryOperator.SUBTRACT),
          Map.entry("*=", BinaryOperator.MULTIPLY),
          Map.entry("@=", BinaryOperator.MATRIX_MULTIPLY),
          Map.entry("/=", BinaryOperator.DIVIDE),
          Map.entry("%=", BinaryOperator.MODULO),
          Map.entry("&=", BinaryOperator.AND),
          Map.entry("|=", BinaryOperator.OR),
          Map.entry("^=", BinaryOperator.XOR),
          Map.entry("<<=", BinaryOperator.LEFT_SHIFT),
          Map.entry(">>=", BinaryOperator.RIGHT_SHIFT),
          Map.entry("**=", BinaryOperator.POWER),
          Map.entry("//=", BinaryOperator.FLOOR_DIVIDE));

  private final Grammar grammar;
  private final TokenBuffer tokens;

  StatementParser(Grammar grammar) {
    this.grammar = grammar;
    this.tokens = grammar.tokens;
  }

  /** All statements up to what is none. */
  List<Statement> statements() {
    var statements = new ArrayList<Statement>();
    while (statement(statements)) {
      // the condition takes them
    }
    return statements;
  }

  private boolean statement(List<Statement> into) {
    var compound = grammar.compounds.compound();
    if (compound != null) {
      into.add(compound);
      return true;
    }
    var simple = simpleStatements();
    if (simple == null) {
      return false;
    }
    into.addAll(simple);
    return true;
  }

  /** Those of one line, its end taken; null if they do not fit. */
  List<Statement> simpleStatements() {
    int start = tokens.mark();
    var statements = new ArrayList<Statement>();
    do {
      var statement = simple();
      if (statement == null) {
        break;
      }
      statements.add(statement);
    } while (tokens.accept(";") != null);
    return !statements.isEmpty() && tokens.accept(Kind.NEWLINE) != null
        ? statements
        : tokens.nothing(start);
  }

  /** What a colon is followed by; null if that does not fit. */
  List<Statement> block() {
    return tokens.memo(
        Rule.BLOCK,
        () -> {
          int start = tokens.mark();
          if (tokens.accept(Kind.NEWLINE) != null && tokens.accept(Kind.INDENT) != null) {
            var statements = statements();
            if (!statements.isEmpty() && tokens.accept(Kind.DEDENT) != null) {
              return statements;
            }
          }
          tokens.reset(start);
          var simple = simpleStatements();
          if (simple == null && tokens.diagnosing()) {
            grammar.statementMistakes.block();
          }
          return simple;
        });
  }

  Statement simple() {
    return tokens.memo(
        Rule.SIMPLE_STATEMENT,
        () -> {
          var token = tokens.peek();
          if (token.kind() == Kind.KEYWORD) {
            switch (token.text()) {
              case "return", "raise", "pass", "del", "assert", "break", "continue" -> {
                return wordStatement(token.text());
              }
              case "global", "nonlocal" -> {
                return declaration();
              }
              case "import" -> {
                return importNames();
              }
              case "from" -> {
                return importFrom();
              }
              default -> {}
            }
          }
          var assignment = assignment();
          if (assignment != null) {
            return assignment;
          }
          if (token.isWord("type")) {
            var alias = typeAlias();
            if (alias != null) {
              return alias;
            }
          }
          int start = tokens.mark();
          var value = grammar.expressions.yieldOrStarExpressions();
          return value == null ? null : new ExpressionStatement(tokens.from(start), value);
        });
  }

  private Statement assignment() {
    int start = tokens.mark();
    var annotated = annotatedAssign();
    if (annotated != null) {
      return annotated;
    }
    var targets = new ArrayList<Expression>();
    int after = tokens.mark();
    for (var target = grammar.targets.starTargets();
        target != null && tokens.accept("=") != null;
        target = grammar.targets.starTargets()) {
      targets.add(target);
      after = tokens.mark();
    }
    tokens.reset(after);
    if (!targets.isEmpty()) {
      var value = grammar.expressions.yieldOrStarExpressions();
      if (value != null && !tokens.at("=")) {
        return new Assign(tokens.from(start), targets, value);
      }
      tokens.reset(start);
    }
    var target = grammar.targets.single();
    if (target != null) {
      var operator = augmented();
      if (operator != null) {
        var value = grammar.expressions.yieldOrStarExpressions();
        return value == null
            ? tokens.nothing(start)
            : new AugmentedAssign(tokens.from(start), target, operator, value);
      }
    }
    tokens.reset(start);
    if (tokens.diagnosing()) {
      grammar.statementMistakes.assignment();
    }
    return null;
  }

  /** The operator of an augmented assignment, taken, or null. */
  BinaryOperator augmented() {
    var token = tokens.peek();
    var operator = token.kind() == Kind.OPERATOR ? AUGMENTED.get(token.text()) : null;
    if (operator != null) {
      tokens.take();
    }
    return operator;
  }

  private Statement annotatedAssign() {
    int start = tokens.mark();
    boolean simple = true;
    Expression target = null;
    var name = tokens.accept(Kind.NAME);
    if (name != null && tokens.at(":")) {
      target = new Name(name.span(), name.text());
    } else {
      tokens.reset(start);
      simple = false;
      if (tokens.accept("(") != null) {
        target = grammar.targets.single();
        if (target != null && tokens.accept(")") == null) {
          target = null;
        }
      }
      if (target == null) {
        tokens.reset(start);
        target = grammar.targets.subscriptOrAttribute();
      }
    }
    if (target == null || tokens.accept(":") == null) {
      return tokens.nothing(start);
    }
    var annotation = grammar.expressions.expression();
    if (annotation == null) {
      return tokens.nothing(start);
    }
    int after = tokens.mark();
    Expression value = null;
    if (tokens.accept("=") != null) {
      value = grammar.expressions.yieldOrStarExpressions();
      if (value == null) {
        tokens.reset(after);
      }
    }
    return new AnnotatedAssign(tokens.from(start), target, annotation, value, simple);
  }

  private Statement typeAlias() {
    int start = tokens.mark();
    tokens.take();
    var name = tokens.accept(Kind.NAME);
    if (name != null) {
      grammar.compounds.typeParameters();
      if (tokens.accept("=") != null) {
        var value = grammar.expressions.expression();
        if (value != null) {
          return new Outside(
              tokens.from(start), Construct.TYPE, List.of(name.text()), List.of(value), List.of());
        }
      }
    }
    return tokens.nothing(start);
  }

  private Statement wordStatement(String word) {
    int start = tokens.mark();
    tokens.take();
    return switch (word) {
      case "return" -> {
        var value = grammar.expressions.starExpressions();
        yield new Return(tokens.from(start), value);
      }
      case "raise" -> {
        var exception = grammar.expressions.expression();
        Expression cause = null;
        if (exception != null) {
          int after = tokens.mark();
          if (tokens.accept("from") != null) {
            cause = grammar.expressions.expression();
            if (cause == null) {
              tokens.reset(after);
            }
          }
        }
        yield new Raise(tokens.from(start), exception, cause);
      }
      case "pass" -> new Pass(tokens.from(start));
      case "break" -> new Break(tokens.from(start));
      case "continue" -> new Continue(tokens.from(start));
      case "del" -> {
        var targets = grammar.targets.deleteTargets();
        if (targets != null && (tokens.at(";") || tokens.at(Kind.NEWLINE))) {
          yield new Delete(tokens.from(start), targets);
        }
        tokens.reset(start);
        if (tokens.diagnosing()) {
          grammar.statementMistakes.delete();
        }
        yield null;
      }
      default -> {
        var condition = grammar.expressions.expression();
        if (condition == null) {
          yield tokens.nothing(start);
        }
        int after = tokens.mark();
        Expression message = null;
        if (tokens.accept(",") != null) {
          message = grammar.expressions.expression();
          if (message == null) {
            tokens.reset(after);
          }
        }
        yield new Assert(tokens.from(start), condition, message);
      }
    };
  }

  private Statement declaration() {
    int start = tokens.mark();
    boolean global = tokens.take().text().equals("global");
    var names = new ArrayList<String>();
    int after;
    do {
      after = tokens.mark();
      var name = tokens.accept(Kind.NAME);
      if (name == null) {
        break;
      }
      names.add(name.text());
      after = tokens.mark();
    } while (tokens.accept(",") != null);
    if (names.isEmpty()) {
      return tokens.nothing(start);
    }
    tokens.reset(after);
    if (tokens.previous().is(",")) {
      tokens.reset(after - 1);
    }
    var span = tokens.from(start);
    return global
        ? new Global(span, names)
        : new Outside(span, Construct.NONLOCAL, names, List.of(), List.of());
  }

  private Statement importNames() {
    int start = tokens.mark();
    if (tokens.diagnosing()) {
      grammar.statementMistakes.importNames();
    }
    tokens.take();
    var names = new ArrayList<Alias>();
    int after = tokens.mark();
    do {
      int nameStart = tokens.mark();
      var name = dotted();
      if (name == null) {
        break;
      }
      names.add(alias(nameStart, name));
      after = tokens.mark();
    } while (tokens.accept(",") != null);
    tokens.reset(after);
    return names.isEmpty() ? tokens.nothing(start) : new Import(tokens.from(start), names);
  }

  private Alias alias(int start, String name) {
    int after = tokens.mark();
    if (tokens.accept("as") != null) {
      var as = tokens.accept(Kind.NAME);
      if (as != null) {
        return new Alias(tokens.from(start), name, as.text());
      }
      tokens.reset(after);
    }
    return new Alias(tokens.from(start), name, null);
  }

  /** Names with dots between, or null. */
  String dotted() {
    var first = tokens.accept(Kind.NAME);
    if (first == null) {
      return null;
    }
    var name = new StringBuilder(first.text());
    int after = tokens.mark();
    while (tokens.accept(".") != null) {
      var next = tokens.accept(Kind.NAME);
      if (next == null) {
        break;
      }
      name.append('.').append(next.text());
      after = tokens.mark();
    }
    tokens.reset(after);
    return name.toString();
  }

  private Statement importFrom() {
    int start = tokens.mark();
    tokens.take();
    int level = 0;
    while (tokens.at(".") || tokens.at("...")) {
      level += tokens.take().text().length();
    }
    var module = dotted();
    if ((module == null && level == 0) || tokens.accept("import") == null) {
      return tokens.nothing(start);
    }
    var names = importedNames();
    return names == null
        ? tokens.nothing(start)
        : new ImportFrom(tokens.from(start), module == null ? "" : module, level, names);
  }

  private List<Alias> importedNames() {
    int start = tokens.mark();
    if (tokens.accept("*") != null) {
      return List.of(new Alias(tokens.from(start), "*", null));
    }
    boolean bracket = tokens.accept("(") != null;
    var names = new ArrayList<Alias>();
    boolean comma = false;
    while (tokens.at(Kind.NAME)) {
      int nameStart = tokens.mark();
      names.add(alias(nameStart, tokens.take().text()));
      comma = tokens.accept(",") != null;
      if (!comma) {
        break;
      }
    }
    boolean complete = bracket ? tokens.accept(")") != null : !comma;
    if (!names.isEmpty() && complete) {
      return names;
    }
    if (tokens.diagnosing() && !bracket && comma && tokens.accept(Kind.NEWLINE) != null) {
      throw tokens.failAtLast("trailing comma not allowed without surrounding parentheses");
    }
    return tokens.nothing(start);
  }
}
