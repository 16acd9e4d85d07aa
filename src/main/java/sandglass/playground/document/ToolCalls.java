package sandglass.playground.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sandglass.capsule.CapsuleException;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleReader;
import sandglass.data.DataException;
import sandglass.data.Node;
import sandglass.data.Problem;
import sandglass.interpreter.Interpreters;
import sandglass.tool.AllowedPaths;
import sandglass.tool.ToolCall;
import sandglass.tool.ToolCallJson;
import sandglass.tool.ToolCapsule;
import sandglass.tool.ToolException;
import sandglass.tool.ToolPolicy;

/** Makes a capsule of a tool call that a person brought, who may read every file that it names. */
final class ToolCalls {
  private static final List<String> KEYS = List.of("tool", "tool_name", "parameters");

  private ToolCalls() {}

  /** Whether it looks like a call, be it right or not. */
  static boolean isOne(Node root) {
    return root instanceof Node.Tree tree
        && KEYS.stream().anyMatch(tree.fields()::containsKey)
        && !CapsuleReader.isMarked(root);
  }

  /**
   * What a call asks for.
   *
   * @param name what to call it in messages
   * @param interpreters where Python is found for a script that brings none
   * @throws DataException with everything that is wrong, each with its place where it has one
   */
  static Origin origin(String name, Node root, Optional<Path> base, Interpreters interpreters)
      throws DataException, CapsuleException, InterruptedException {
    var policy = ToolPolicy.DEFAULT.withPaths(AllowedPaths.ANY);
    ToolCall call;
    CapsuleFile file;
    try {
      call = ToolCallJson.of(root);
      file = new ToolCapsule(policy, interpreters).toShow().of(call);
    } catch (ToolException e) {
      throw new DataException(name, e.problems().stream().map(p -> placed(p, root)).toList());
    }
    return OriginReader.origin(name, file, base, Optional.of(call.tool()));
  }

  /** With the place of its field, where only that is known. */
  private static Problem placed(Problem problem, Node root) {
    if (problem.place().line() > 0) {
      return problem;
    }
    Node at = root;
    var place = problem.place();
    for (String key : problem.path().split("\\.", -1)) {
      if (at instanceof Node.Tree tree && tree.fields().containsKey(key)) {
        var field = tree.fields().get(key);
        place = field.place();
        at = field.value();
      }
    }
    return new Problem(place, problem.path(), problem.message());
  }
}
