package sandglass.tool.mcp;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sandglass.data.Node;
import sandglass.data.Place;

/** Parameters as the SDK has them, maps and lists, as {@link Node}s without places. Pure. */
final class MapNodes {
  private MapNodes() {}

  /** An object. */
  static Node.Tree tree(Map<?, ?> map) {
    var fields = new LinkedHashMap<String, Node.Field>();
    map.forEach(
        (key, value) -> fields.put(key.toString(), new Node.Field(Place.NONE, node(value))));
    return new Node.Tree(Place.NONE, fields);
  }

  private static Node node(Object value) {
    return switch (value) {
      case null -> new Node.Nothing(Place.NONE);
      case String text -> new Node.Text(Place.NONE, text);
      case Boolean flag -> new Node.Flag(Place.NONE, flag);
      case BigDecimal number -> new Node.Decimal(Place.NONE, number);
      case BigInteger number -> new Node.Decimal(Place.NONE, new BigDecimal(number));
      case Number number -> new Node.Decimal(Place.NONE, new BigDecimal(number.toString()));
      case List<?> list -> new Node.Items(Place.NONE, list.stream().map(MapNodes::node).toList());
      case Map<?, ?> map -> tree(map);
      default -> throw new IllegalArgumentException("not a value of JSON: " + value.getClass());
    };
  }
}
