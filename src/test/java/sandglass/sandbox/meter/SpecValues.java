package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.types.Value;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/** Arguments and expected results of a spec script, as wast2json writes them. */
final class SpecValues {
  private SpecValues() {}

  /** The engine's form of the arguments: one slot each, two for a vector. */
  static long[] arguments(JsonNode values) {
    long[] slots = new long[slots(values)];
    int at = 0;
    for (JsonNode value : values) {
      String type = value.get("type").asText();
      if (type.equals("v128")) {
        long[] halves = vector(value);
        slots[at++] = halves[0];
        slots[at++] = halves[1];
      } else {
        slots[at++] = scalar(type, value.get("value").asText());
      }
    }
    return slots;
  }

  /**
   * Compares results with what a script expects.
   *
   * @return null where they match, otherwise what differs
   */
  static String mismatch(JsonNode expected, long[] results) {
    long[] got = results == null ? Value.EMPTY_VALUES : results;
    if (got.length != slots(expected)) {
      return "expected " + slots(expected) + " result slots, got " + got.length;
    }
    int at = 0;
    for (JsonNode value : expected) {
      int width = width(value);
      long[] slots = Arrays.copyOfRange(got, at, at + width);
      if (!matches(value, slots)) {
        return "expected " + value + ", got " + Arrays.toString(slots);
      }
      at += width;
    }
    return null;
  }

  private static int slots(JsonNode values) {
    int count = 0;
    for (JsonNode value : values) {
      count += width(value);
    }
    return count;
  }

  private static int width(JsonNode value) {
    return value.path("type").asText().equals("v128") ? 2 : 1;
  }

  private static boolean matches(JsonNode expected, long[] slots) {
    if (expected.has("either")) {
      for (JsonNode choice : expected.get("either")) {
        if (matches(choice, slots)) {
          return true;
        }
      }
      return false;
    }
    String type = expected.get("type").asText();
    return switch (type) {
      case "f32", "f64" -> number(type, expected.get("value").asText(), slots[0]);
      case "i32", "i64" -> lane(type, expected.get("value").asText(), slots[0]);
      case "v128" -> vectorMatches(expected, slots);
      default ->
          expected.has("value")
              ? scalar(type, expected.get("value").asText()) == slots[0]
              : slots[0] != Value.REF_NULL_VALUE;
    };
  }

  /**
   * Where the spec wants a quiet NaN, Chicory may give a signaling one, by how far HotSpot has
   * compiled {@link Math} at the time: that is not for the meter to answer for. What runs compiled
   * in the sandbox always gives quiet ones; see CompiledMathTest.
   */
  private static boolean number(String type, String expected, long got) {
    if (expected.equals("nan:arithmetic")) {
      return type.equals("f32")
          ? Float.isNaN(Float.intBitsToFloat((int) got))
          : Double.isNaN(Double.longBitsToDouble(got));
    }
    return lane(type, expected, got);
  }

  private static boolean vectorMatches(JsonNode expected, long[] slots) {
    String type = expected.get("lane_type").asText();
    int bits = Integer.parseInt(type.substring(1));
    for (int i = 0; i < 128 / bits; i++) {
      int bit = i * bits;
      long got = slots[bit / 64] >>> (bit % 64);
      if (!lane(type, expected.get("value").get(i).asText(), got)) {
        return false;
      }
    }
    return true;
  }

  /** One number, of which only the type's low bits count. */
  private static boolean lane(String type, String expected, long got) {
    int bits = Integer.parseInt(type.substring(1));
    long mask = bits == 64 ? -1L : (1L << bits) - 1;
    long quiet = bits == 64 ? 0x7ff8L << 48 : 0x7fc00000L;
    return switch (expected) {
      case "nan:canonical" -> (got & mask & ~(1L << (bits - 1))) == quiet;
      case "nan:arithmetic" -> (got & quiet) == quiet;
      default -> (number(expected) & mask) == (got & mask);
    };
  }

  private static long[] vector(JsonNode value) {
    int bits = Integer.parseInt(value.get("lane_type").asText().substring(1));
    long mask = bits == 64 ? -1L : (1L << bits) - 1;
    long[] halves = new long[2];
    for (int i = 0; i < 128 / bits; i++) {
      int bit = i * bits;
      halves[bit / 64] |= (number(value.get("value").get(i).asText()) & mask) << (bit % 64);
    }
    return halves;
  }

  private static long scalar(String type, String value) {
    if (value.equals("null")) {
      return Value.REF_NULL_VALUE;
    }
    boolean narrow = type.equals("i32") || type.equals("f32");
    return narrow ? (int) number(value) : number(value);
  }

  private static long number(String text) {
    return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
  }
}
