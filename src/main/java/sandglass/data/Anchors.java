package sandglass.data;

import java.util.HashMap;
import java.util.Map;

/**
 * What YAML's anchors stand for. An alias is the very node of its anchor, which is immutable, so
 * aliases of aliases take no more memory than they take text.
 */
final class Anchors {
  /** Fields that merge keys bring in, in one document: each is one more entry of a map. */
  private static final int MAX_MERGED = 100_000;

  private static final String MERGE = "<<";

  private final Map<String, Node> nodes = new HashMap<>();
  private int merged;

  void put(String anchor, Node node) {
    nodes.put(anchor, node);
  }

  /** What an alias stands for; null where nothing before it has that anchor. */
  Node get(String anchor) {
    return nodes.get(anchor);
  }

  /**
   * Brings in what a key {@code <<} names, behind what is there.
   *
   * @return what is wrong, or null
   */
  String merge(Map<String, Node.Field> fields) {
    Node.Field field = fields.get(MERGE);
    if (field == null) {
      return null;
    }
    boolean one = field.value() instanceof Node.Tree;
    if (!one && !(field.value() instanceof Node.Items)) {
      return null; // a key like any other
    }
    fields.remove(MERGE);
    var all = one ? java.util.List.of(field.value()) : ((Node.Items) field.value()).values();
    for (Node each : all) {
      if (!(each instanceof Node.Tree tree)) {
        return "<< names " + each.kind() + "; only objects can be merged";
      }
      merged += tree.fields().size();
      if (merged > MAX_MERGED) {
        return "merges more than %,d fields; write them out".formatted(MAX_MERGED);
      }
      tree.fields().forEach(fields::putIfAbsent);
    }
    return null;
  }
}
