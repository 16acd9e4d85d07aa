package sandglass.program.python;

import java.math.BigInteger;
import java.util.List;

/**
 * An expression, and the targets of assignments. {@link Outside}, {@link Starred} and most {@link
 * Lambda}s are in no program that the checker lets through.
 */
sealed interface Expression {
  /** From its first character to its last; brackets around it are not part of it. */
  Span span();

  record IntLiteral(Span span, BigInteger value) implements Expression {}

  record FloatLiteral(Span span, double value) implements Expression {}

  /**
   * A string without fields, all its neighbours joined; surrogates that escapes gave stay alone.
   */
  record StringLiteral(Span span, String value) implements Expression {}

  record Constant(Span span, Value value) implements Expression {
    enum Value {
      TRUE("True"),
      FALSE("False"),
      NONE("None"),
      /** Outside the subset. */
      ELLIPSIS("...");

      final String symbol;

      Value(String symbol) {
        this.symbol = symbol;
      }
    }
  }

  /** An f-string, all its neighbours joined. */
  record JoinedString(Span span, List<Part> parts) implements Expression {
    sealed interface Part {}

    record Text(String value) implements Part {}

    /**
     * A replacement field. What {@code {x=}} shows before the value is a {@link Text} of its own,
     * and its conversion is {@link Conversion#REPR} where it has no other and no format.
     *
     * @param format null if there is none
     */
    record Field(Expression value, Conversion conversion, JoinedString format) implements Part {}

    enum Conversion {
      NONE(0),
      STR('s'),
      REPR('r'),
      ASCII('a');

      /** As the runtime takes it. */
      final int code;

      Conversion(int code) {
        this.code = code;
      }
    }
  }

  record Name(Span span, String name) implements Expression {}

  record Unary(Span span, UnaryOperator operator, Expression operand) implements Expression {}

  record Binary(Span span, Expression left, BinaryOperator operator, Expression right)
      implements Expression {}

  /** Two operands or more of the same operator. */
  record BoolOp(Span span, BoolOperator operator, List<Expression> operands)
      implements Expression {}

  /** {@code first operators[0] rest[0] operators[1] rest[1] …}. */
  record Compare(
      Span span, Expression first, List<CompareOperator> operators, List<Expression> rest)
      implements Expression {}

  record Conditional(Span span, Expression condition, Expression then, Expression otherwise)
      implements Expression {}

  /** Arguments in the order of the source, which is that of their evaluation. */
  record Call(Span span, Expression function, List<Argument> arguments) implements Expression {}

  /**
   * An argument of a call.
   *
   * @param name null for a positional one
   */
  record Argument(Span span, String name, Expression value) {}

  record Attribute(Span span, Expression value, String name, Span nameSpan) implements Expression {}

  /** {@code value[index]}, where the index may be a {@link Slice}. */
  record Index(Span span, Expression value, Expression index) implements Expression {}

  /** What stands in the brackets of an {@link Index}; the bounds are null where left out. */
  record Slice(Span span, Expression lower, Expression upper, Expression step)
      implements Expression {}

  record ListDisplay(Span span, List<Expression> elements) implements Expression {}

  /** Its span holds the brackets if it has any. */
  record TupleDisplay(Span span, List<Expression> elements) implements Expression {}

  record DictDisplay(Span span, List<Entry> entries) implements Expression {}

  record Entry(Expression key, Expression value) {}

  record ListComprehension(Span span, Expression element, List<Clause> clauses)
      implements Expression {}

  record DictComprehension(Span span, Expression key, Expression value, List<Clause> clauses)
      implements Expression {}

  record Generator(Span span, Expression element, List<Clause> clauses) implements Expression {}

  /** {@code for target in iterable if condition if condition}. */
  record Clause(
      Span span,
      Expression target,
      Expression iterable,
      List<Expression> conditions,
      boolean asynchronous) {}

  /** Let through only as {@code key=} of a call that takes one, with a single plain parameter. */
  record Lambda(Span span, List<Statement.Parameter> parameters, Expression body)
      implements Expression {}

  /** {@code *value}: let through only within targets of assignments. */
  record Starred(Span span, Expression value) implements Expression {}

  /**
   * An expression that is valid Python but outside the subset.
   *
   * @param parts the expressions in it, in their order
   */
  record Outside(Span span, Construct construct, List<Expression> parts) implements Expression {}

  /** Kinds of {@link Outside}. */
  enum Construct {
    COMPLEX("complex numbers"),
    BYTES("bytes"),
    SET("sets"),
    SET_COMPREHENSION("set comprehensions"),
    STAR_ARGUMENT("star-arguments"),
    DOUBLE_STAR_ARGUMENT("star-arguments"),
    DOUBLE_STAR_ENTRY("unpacking in dict displays"),
    WALRUS("the walrus operator"),
    YIELD("yield"),
    YIELD_FROM("yield"),
    AWAIT("await");

    final String words;

    Construct(String words) {
      this.words = words;
    }
  }

  enum UnaryOperator {
    NEGATIVE("-"),
    POSITIVE("+"),
    INVERT("~"),
    NOT("not");

    final String symbol;

    UnaryOperator(String symbol) {
      this.symbol = symbol;
    }
  }

  enum BinaryOperator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    FLOOR_DIVIDE("//"),
    MODULO("%"),
    POWER("**"),
    LEFT_SHIFT("<<"),
    RIGHT_SHIFT(">>"),
    AND("&"),
    OR("|"),
    XOR("^"),
    /** Outside the subset: nothing in it can be multiplied so. */
    MATRIX_MULTIPLY("@");

    final String symbol;

    BinaryOperator(String symbol) {
      this.symbol = symbol;
    }
  }

  enum BoolOperator {
    AND("and"),
    OR("or");

    final String symbol;

    BoolOperator(String symbol) {
      this.symbol = symbol;
    }
  }

  enum CompareOperator {
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    EQUAL("=="),
    NOT_EQUAL("!="),
    IS("is"),
    IS_NOT("is not"),
    IN("in"),
    NOT_IN("not in");

    final String symbol;

    CompareOperator(String symbol) {
      this.symbol = symbol;
    }
  }
}
