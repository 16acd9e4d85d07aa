package sandglass.playground.document;

import java.nio.file.Path;
import java.util.Optional;
import sandglass.capsule.CapsuleException;
import sandglass.capsule.CapsuleFile;
import sandglass.data.DataException;
import sandglass.data.Fields;
import sandglass.data.Node;
import sandglass.data.Problem;
import sandglass.data.Problems;
import sandglass.interpreter.Interpreters;
import sandglass.tool.AllowedPaths;
import sandglass.tool.ToolCall;
import sandglass.tool.ToolCapsule;
import sandglass.tool.ToolException;
import sandglass.tool.ToolPolicy;

/** Makes a capsule of a tool call that a person brought, who may read every file that it names. */
final class ToolCalls {
  private ToolCalls() {}

  /** Whether it looks like a call, be it right or not. */
  static boolean isOne(Node root) {
    return root instanceof Node.Tree tree
        && (tree.fields().containsKey("tool") || tree.fields().containsKey("parameters"))
        && !tree.fields().containsKey("sandglass");
  }

  /**
   * What a call asks for.
   *
   * @param name what to call it in messages
   * @param interpreters where Python is found for a script that brings none
   * @throws DataException with everything that is wrong, each with its place where it has one
   */
  static Origin origin(
      String name, Node root, Optional<Path> base, Interpreters interpreters)
      throws DataException, CapsuleException, InterruptedException {
    var problems = new Problems(name);
    var fields = Fields.of(root, problems);
    String tool = fields.requiredText("tool");
    var parameters = fields.node("parameters");
    if (parameters.isEmpty()) {
      problems.add(root.place(), "parameters", "is missing");
    } else if (!(parameters.get() instanceof Node.Tree)) {
      fields.problem("parameters", "must be an object, not " + parameters.get().kind());
    }
    fields.end();
    problems.check();
    var call = new ToolCall(tool, (Node.Tree) parameters.orElseThrow());
    var policy = ToolPolicy.DEFAULT.withPaths(AllowedPaths.ANY);
    CapsuleFile file;
    try {
      file = new ToolCapsule(policy, interpreters).of(call);
    } catch (ToolException e) {
      throw new DataException(name, e.problems().stream().map(p -> placed(p, root)).toList());
    }
    return OriginReader.origin(name, file, base, Optional.of(tool));
  }

  /** With the place of its field, where only that is known. */
  private static Problem placed(Problem problem, Node root) {
    if (problem.place().line() > 0) {
      return problem;
    }
    Node at = root;
    var place = problem.place();
    for (String key : problem.path().split("\\.")) {
      if (at instanceof Node.Tree tree && tree.fields().get(key) instanceof Node.Field field) {
        place = field.place();
        at = field.value();
      }
    }
    return new Problem(place, problem.path(), problem.message());
  }
}
