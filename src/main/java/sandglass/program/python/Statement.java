package sandglass.program.python;

import java.util.List;

/** A statement. {@link Outside} is in no program that the checker lets through. */
sealed interface Statement {
  /** From its first character to the last of its last line, its body included. */
  Span span();

  record ExpressionStatement(Span span, Expression value) implements Statement {}

  /** {@code targets[0] = targets[1] = … = value}; the targets are set from left to right. */
  record Assign(Span span, List<Expression> targets, Expression value) implements Statement {}

  record AugmentedAssign(
      Span span, Expression target, Expression.BinaryOperator operator, Expression value)
      implements Statement {}

  /**
   * {@code target: annotation = value}.
   *
   * @param value null if there is none
   * @param simple whether the target is a name without brackets
   */
  record AnnotatedAssign(
      Span span, Expression target, Expression annotation, Expression value, boolean simple)
      implements Statement {}

  /** {@code elif} is an If alone in orElse; without else that is empty. */
  record If(Span span, Expression condition, List<Statement> body, List<Statement> orElse)
      implements Statement {}

  record While(Span span, Expression condition, List<Statement> body, List<Statement> orElse)
      implements Statement {}

  record For(
      Span span,
      Expression target,
      Expression iterable,
      List<Statement> body,
      List<Statement> orElse)
      implements Statement {}

  record Break(Span span) implements Statement {}

  record Continue(Span span) implements Statement {}

  record Pass(Span span) implements Statement {}

  /** A return, value null if it has none. */
  record Return(Span span, Expression value) implements Statement {}

  /**
   * A function's definition.
   *
   * @param returns the annotation of its result, or null
   */
  record FunctionDef(
      Span span,
      String name,
      Span nameSpan,
      List<Expression> decorators,
      List<Parameter> parameters,
      Expression returns,
      List<Statement> body)
      implements Statement {}

  /**
   * A parameter.
   *
   * @param annotation null if it has none
   * @param defaultValue null if it has none
   */
  record Parameter(
      Span span, String name, Passing passing, Expression annotation, Expression defaultValue) {}

  /** How an argument reaches its parameter; the last two are outside the subset. */
  enum Passing {
    POSITIONAL_ONLY,
    EITHER,
    KEYWORD_ONLY,
    STAR,
    DOUBLE_STAR
  }

  record Global(Span span, List<String> names) implements Statement {}

  record Delete(Span span, List<Expression> targets) implements Statement {}

  /** An assert, message null if it has none. */
  record Assert(Span span, Expression condition, Expression message) implements Statement {}

  /** A raise; both null if bare, cause null if it has none. */
  record Raise(Span span, Expression exception, Expression cause) implements Statement {}

  /** Empty lists where a part is left out. */
  record Try(
      Span span,
      List<Statement> body,
      List<Handler> handlers,
      List<Statement> orElse,
      List<Statement> finallyBody)
      implements Statement {}

  /** {@code except type as name}; null where left out. */
  record Handler(Span span, Expression type, String name, List<Statement> body) {}

  record Import(Span span, List<Alias> names) implements Statement {}

  /**
   * {@code from module import names}.
   *
   * @param module without its leading dots
   * @param level how many dots lead
   */
  record ImportFrom(Span span, String module, int level, List<Alias> names) implements Statement {}

  /**
   * A name imported.
   *
   * @param asName null if it keeps its own
   */
  record Alias(Span span, String name, String asName) {}

  /**
   * A statement that is valid Python but outside the subset.
   *
   * @param names the names that it declares or binds
   * @param parts the expressions in its head, in their order
   * @param body all the statements in it
   */
  record Outside(
      Span span,
      Construct construct,
      List<String> names,
      List<Expression> parts,
      List<Statement> body)
      implements Statement {}

  /** Kinds of {@link Outside}. */
  enum Construct {
    CLASS("class definitions"),
    ASYNC_FUNCTION("async"),
    ASYNC_FOR("async"),
    ASYNC_WITH("async"),
    WITH("with"),
    MATCH("match"),
    NONLOCAL("nonlocal"),
    TYPE("type aliases"),
    TYPE_PARAMETERS("type parameters"),
    TRY_STAR("except*");

    final String words;

    Construct(String words) {
      this.words = words;
    }
  }
}
