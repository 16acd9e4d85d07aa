package sandglass.program.python;

/** The parsers of the parts of the grammar, for each other. */
final class Grammar {
  final TokenBuffer tokens;
  final ExpressionParser expressions;
  final AtomParser atoms;
  final ArgumentParser arguments;
  final TargetParser targets;
  final ParameterParser parameters;
  final StringParser strings;
  final PatternParser patterns;
  final StatementParser statements;
  final CompoundParser compounds;
  final ExpressionMistakes mistakes;
  final StatementMistakes statementMistakes;

  Grammar(TokenBuffer tokens) {
    this.tokens = tokens;
    expressions = new ExpressionParser(this);
    atoms = new AtomParser(this);
    arguments = new ArgumentParser(this);
    targets = new TargetParser(this);
    parameters = new ParameterParser(this);
    strings = new StringParser(this);
    patterns = new PatternParser(this);
    statements = new StatementParser(this);
    compounds = new CompoundParser(this);
    mistakes = new ExpressionMistakes(this);
    statementMistakes = new StatementMistakes(this);
  }
}
