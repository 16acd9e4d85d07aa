package sandglass.capsule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * JSON for people: what fits a line is on one, and what does not is indented by two. Every
 * character that one does not see is escaped. The same tree gives the same text. Pure.
 */
final class JsonText {
  private static final int WIDTH = 100;

  private final StringBuilder text = new StringBuilder();

  private JsonText() {}

  /** The text of a tree of objects, lists, texts, numbers, flags and nulls, with a line end. */
  static String of(JsonNode root) {
    var json = new JsonText();
    json.value(root, "", 0);
    return json.text.append('\n').toString();
  }

  /** The text of a tree on one line, without a line end. */
  static String line(JsonNode root) {
    var json = new JsonText();
    boolean _ = json.compact(root, Integer.MAX_VALUE);
    return json.text.toString();
  }

  /** A text as JSON has it, in quotes. */
  static String quoted(String value) {
    var json = new JsonText();
    json.quote(value);
    return json.text.toString();
  }

  /**
   * @param used columns that are taken in this line
   */
  private void value(JsonNode node, String indent, int used) {
    if (!node.isContainerNode()) {
      scalar(node);
      return;
    }
    int start = text.length();
    // The root is broken into lines even if it fits one.
    if ((used > 0 || node.isEmpty()) && compact(node, start + WIDTH - used)) {
      return;
    }
    text.setLength(start);
    String inner = indent + "  ";
    text.append(node.isObject() ? '{' : '[');
    String separator = "\n";
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        text.append(separator).append(inner);
        int from = text.length();
        quote(field.getKey());
        text.append(": ");
        value(field.getValue(), inner, inner.length() + text.length() - from);
        separator = ",\n";
      }
    } else {
      for (JsonNode item : node) {
        text.append(separator).append(inner);
        value(item, inner, inner.length());
        separator = ",\n";
      }
    }
    text.append('\n').append(indent).append(node.isObject() ? '}' : ']');
  }

  /**
   * Appends it as one line.
   *
   * @param end how long the whole text may become
   * @return whether it fits; if not, what it appended is to be thrown away
   */
  private boolean compact(JsonNode node, int end) {
    if (node.isTextual() && text.length() + node.textValue().length() >= end) {
      return false;
    }
    if (!node.isContainerNode()) {
      return scalar(node) <= end;
    }
    text.append(node.isObject() ? '{' : '[');
    String separator = "";
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        text.append(separator);
        quote(field.getKey());
        text.append(": ");
        if (!compact(field.getValue(), end)) {
          return false;
        }
        separator = ", ";
      }
    } else {
      for (JsonNode item : node) {
        text.append(separator);
        if (!compact(item, end)) {
          return false;
        }
        separator = ", ";
      }
    }
    return text.append(node.isObject() ? '}' : ']').length() <= end - 1; // a comma may follow
  }

  private int scalar(JsonNode node) {
    if (node.isTextual()) {
      quote(node.textValue());
    } else if (node.isNumber()) {
      text.append(node.decimalValue().toPlainString());
    } else {
      text.append(node.asText());
    }
    return text.length();
  }

  private void quote(String value) {
    text.append('"');
    value.codePoints().forEach(this::character);
    text.append('"');
  }

  private void character(int c) {
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        if (isUnseen(c)) {
          for (char unit : Character.toChars(c)) {
            text.append("\\u%04x".formatted((int) unit));
          }
        } else {
          text.appendCodePoint(c);
        }
      }
    }
  }

  /** Control characters, direction marks, and halves of surrogate pairs, which are no text. */
  private static boolean isUnseen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
