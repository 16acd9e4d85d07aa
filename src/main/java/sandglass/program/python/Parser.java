package sandglass.program.python;

import java.util.List;
import java.util.Optional;
import sandglass.program.python.Token.Kind;

/**
 * Parses the whole grammar of Python 3.12. A source that does not fit is parsed once more with
 * rules for mistakes, to find CPython's words for it.
 */
final class Parser {
  /**
   * What came of a source.
   *
   * @param module null if there is an error
   * @param error null if there is none
   * @param surrogates strings that hold half of a surrogate pair
   * @param odd what is to be refused for what only its text shows
   * @param encoding the comment that names an encoding other than UTF-8
   */
  record Result(
      PythonModule module,
      PythonError error,
      List<Span> surrogates,
      List<StringParser.Odd> odd,
      Optional<Span> encoding) {
    private static Result failed(SyntaxFailure failure) {
      return new Result(null, failure.error(), List.of(), List.of(), Optional.empty());
    }
  }

  private Parser() {}

  /** Parses; nests as deep as the source does, some thousand levels of it. */
  static Result parse(String source) {
    try {
      var text = new SourceText(source);
      var tokens = new TokenBuffer(text);
      var grammar = new Grammar(tokens);
      var module = module(grammar);
      if (module != null) {
        return new Result(
            module,
            null,
            grammar.strings.surrogates(),
            grammar.strings.odd(),
            text.foreignEncoding());
      }
      var last = tokens.last();
      return Result.failed(mistake(tokens, last));
    } catch (SyntaxFailure failure) {
      return Result.failed(failure);
    }
  }

  private static PythonModule module(Grammar grammar) {
    try {
      var statements = grammar.statements.statements();
      return grammar.tokens.at(Kind.END) ? new PythonModule(statements) : null;
    } catch (SyntaxFailure failure) {
      throw failure.tokenizing() ? failure : grammar.tokens.orScannersOf(failure);
    }
  }

  private static SyntaxFailure mistake(TokenBuffer tokens, Token last) {
    tokens.restart();
    try {
      new Grammar(tokens).statements.statements();
    } catch (SyntaxFailure failure) {
      return failure.tokenizing() ? failure : tokens.orScannersOf(failure);
    }
    if (last.kind() == Kind.INDENT || last.kind() == Kind.DEDENT) {
      return tokens.fail(
          last.span(), last.kind() == Kind.INDENT ? "unexpected indent" : "unexpected unindent");
    }
    return tokens.orScannersOf(tokens.fail(last.span(), "invalid syntax"));
  }
}
