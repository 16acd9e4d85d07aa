package sandglass.program.python;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the variables that loops build strings in, by {@code text += part}. Such a string is grown
 * in place while only its variable knows it, so that building it takes time in proportion to its
 * length; reading the variable where others may come to know the string ends that.
 */
final class Growing {
  private Growing() {}

  /**
   * The variables of a body that are given a string in it, and grown in a loop.
   *
   * @param variables those that are locals of the written function
   */
  static Set<String> of(List<Statement> body, Set<String> variables) {
    var strings = new LinkedHashSet<String>();
    var grown = new LinkedHashSet<String>();
    collect(body, false, strings, grown);
    grown.retainAll(strings);
    grown.retainAll(variables);
    return grown;
  }

  private static void collect(
      List<Statement> block, boolean inLoop, Set<String> strings, Set<String> grown) {
    for (var statement : block) {
      boolean loop =
          inLoop || statement instanceof Statement.For || statement instanceof Statement.While;
      switch (statement) {
        case Statement.Assign s when isString(s.value()) ->
            s.targets().forEach(t -> Names.target(strings, t));
        case Statement.AugmentedAssign s
            when inLoop
                && s.operator() == Expression.BinaryOperator.ADD
                && s.target() instanceof Expression.Name n ->
            grown.add(n.name());
        default -> {}
      }
      for (var inner : Bindings.blocks(statement)) {
        collect(inner, loop, strings, grown);
      }
    }
  }

  private static boolean isString(Expression expression) {
    return expression instanceof Expression.StringLiteral
        || expression instanceof Expression.JoinedString;
  }
}
