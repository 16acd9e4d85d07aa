package sandglass.tool.grpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import sandglass.data.DataReader;
import sandglass.data.Node;
import sandglass.data.Place;
import sandglass.data.Problems;

/** Between protobuf's {@code Struct} and the trees of the core, without a text in between. */
final class Structs {
  static final String TOO_DEEP =
      "more than " + DataReader.MAX_DEPTH + " objects and lists within each other";

  private Structs() {}

  /**
   * A struct as a tree. Its numbers are doubles.
   *
   * @param path what to call it in problems
   */
  static Node.Tree tree(Struct struct, String path, Problems problems) {
    return tree(struct, new Trail(null, path, 1), problems);
  }

  /** Where a value is; made into a text only where something is wrong with it. */
  private record Trail(Trail outer, String step, int depth) {
    private static final int MAX_CHARS = 200;

    Trail to(String inner) {
      return new Trail(this, inner, depth + 1);
    }

    String path() {
      var steps = new ArrayDeque<String>();
      for (Trail at = this; at != null; at = at.outer) {
        steps.addFirst(at.step);
      }
      var path = new StringBuilder();
      for (String name : steps) {
        path.append(path.isEmpty() || name.startsWith("[") ? "" : ".");
        if (path.length() + name.length() > MAX_CHARS) {
          return path.append(name, 0, Math.max(0, MAX_CHARS - path.length()))
              .append('…')
              .toString();
        }
        path.append(name);
      }
      return path.toString();
    }
  }

  private static Node.Tree tree(Struct struct, Trail trail, Problems problems) {
    var fields = new LinkedHashMap<String, Node.Field>();
    if (trail.depth() > DataReader.MAX_DEPTH) {
      problems.add(Place.NONE, trail.path(), TOO_DEEP);
      return new Node.Tree(Place.NONE, fields);
    }
    for (var field : struct.getFieldsMap().entrySet()) {
      var value = node(field.getValue(), trail.to(field.getKey()), problems);
      fields.put(field.getKey(), new Node.Field(Place.NONE, value));
    }
    return new Node.Tree(Place.NONE, fields);
  }

  private static Node node(Value value, Trail trail, Problems problems) {
    return switch (value.getKindCase()) {
      case STRING_VALUE -> new Node.Text(Place.NONE, value.getStringValue());
      case NUMBER_VALUE -> number(value.getNumberValue(), trail, problems);
      case BOOL_VALUE -> new Node.Flag(Place.NONE, value.getBoolValue());
      case STRUCT_VALUE -> tree(value.getStructValue(), trail, problems);
      case LIST_VALUE -> items(value.getListValue(), trail, problems);
      case NULL_VALUE, KIND_NOT_SET -> new Node.Nothing(Place.NONE);
    };
  }

  private static Node items(ListValue list, Trail trail, Problems problems) {
    if (trail.depth() > DataReader.MAX_DEPTH) {
      problems.add(Place.NONE, trail.path(), TOO_DEEP);
      return new Node.Items(Place.NONE, List.of());
    }
    var values = new ArrayList<Node>(list.getValuesCount());
    for (int i = 0; i < list.getValuesCount(); i++) {
      values.add(node(list.getValues(i), trail.to("[" + i + "]"), problems));
    }
    return new Node.Items(Place.NONE, values);
  }

  private static Node number(double value, Trail trail, Problems problems) {
    if (!Double.isFinite(value)) {
      problems.add(Place.NONE, trail.path(), "must be a number, not " + value);
      return new Node.Nothing(Place.NONE);
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 0x1p62;
    return new Node.Decimal(
        Place.NONE, whole ? BigDecimal.valueOf((long) value) : BigDecimal.valueOf(value));
  }

  /** A JSON object as a struct. Whole numbers beyond 2^53 are rounded, as doubles are. */
  static Struct struct(JsonNode object) {
    var struct = Struct.newBuilder();
    for (var field : object.properties()) {
      struct.putFields(field.getKey(), value(field.getValue()));
    }
    return struct.build();
  }

  private static Value value(JsonNode node) {
    var value = Value.newBuilder();
    switch (node.getNodeType()) {
      case STRING -> value.setStringValue(node.textValue());
      case NUMBER -> value.setNumberValue(node.doubleValue());
      case BOOLEAN -> value.setBoolValue(node.booleanValue());
      case OBJECT -> value.setStructValue(struct(node));
      case ARRAY -> {
        var list = ListValue.newBuilder();
        node.forEach(item -> list.addValues(value(item)));
        value.setListValue(list);
      }
      default -> value.setNullValue(NullValue.NULL_VALUE);
    }
    return value.build();
  }
}
