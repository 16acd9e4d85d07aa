package sandglass.capsule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import sandglass.data.Fields;
import sandglass.data.Node;

/**
 * Texts in capsules: one string, or a list of lines, which a line feed joins. So a list that ends
 * with an empty line is a text that ends with a line feed, and each text is exactly one list.
 */
final class Lines {
  private Lines() {}

  /** Reads a text; empty where there is none. */
  static Optional<String> read(Fields fields, String key) {
    var found = fields.node(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return switch (found.get()) {
      case Node.Text text -> Optional.of(text.value());
      case Node.Items items -> joined(fields, key, items.values());
      default -> {
        fields.problem(key, "must be a text or a list of lines, not " + found.get().kind());
        yield Optional.empty();
      }
    };
  }

  private static Optional<String> joined(Fields fields, String key, List<Node> lines) {
    var text = new StringJoiner("\n");
    for (Node line : lines) {
      if (!(line instanceof Node.Text one)) {
        fields.problem(key, "must be a list of texts, a line each; there is " + line.kind());
        return Optional.empty();
      }
      text.add(one.value());
    }
    return Optional.of(text.toString());
  }

  /** A text as a list where it has several lines, so that it reads and compares well. */
  static JsonNode write(String text) {
    int first = text.indexOf('\n');
    if (first < 0 || first == text.length() - 1) {
      return JsonNodeFactory.instance.textNode(text);
    }
    var list = JsonNodeFactory.instance.arrayNode();
    for (String line : text.split("\n", -1)) {
      list.add(line);
    }
    return list;
  }
}
