package sandglass.data;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A value of JSON or YAML. Immutable. */
public sealed interface Node {
  /** Where it begins. */
  Place place();

  /** What it is, for messages: {@code a text}. */
  default String kind() {
    return switch (this) {
      case Text t -> "a text";
      case Decimal d -> "a number";
      case Flag f -> f.value() ? "true" : "false";
      case Nothing n -> "null";
      case Items i -> "a list";
      case Tree t -> "an object";
    };
  }

  /** A text. */
  record Text(Place place, String value) implements Node {}

  /** A number. */
  record Decimal(Place place, BigDecimal value) implements Node {}

  /** True or false. */
  record Flag(Place place, boolean value) implements Node {}

  /** {@code null}, or in YAML nothing at all. */
  record Nothing(Place place) implements Node {}

  /** A list. */
  record Items(Place place, List<Node> values) implements Node {
    /** Copies the list. */
    public Items {
      values = List.copyOf(values);
    }
  }

  /**
   * An object.
   *
   * @param fields its fields by key, in the order of the text
   */
  record Tree(Place place, Map<String, Field> fields) implements Node {}

  /**
   * A key and its value.
   *
   * @param place where the key stands
   */
  record Field(Place place, Node value) {}
}
