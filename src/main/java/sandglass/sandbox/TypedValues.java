package sandglass.sandbox;

import com.dylibso.chicory.wasm.types.ValType;
import com.dylibso.chicory.wasm.types.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** WebAssembly values as a person writes and reads them. */
final class TypedValues {
  private TypedValues() {}

  /** The type names in parentheses: {@code (i32, f64)}. */
  static String names(List<ValType> types) {
    return types.stream().map(TypedValues::name).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String name(ValType type) {
    return switch (type.opcode()) {
      case ValType.ID.I32 -> "i32";
      case ValType.ID.I64 -> "i64";
      case ValType.ID.F32 -> "f32";
      case ValType.ID.F64 -> "f64";
      case ValType.ID.V128 -> "v128";
      case ValType.ID.FuncRef -> "funcref";
      case ValType.ID.ExternRef -> "externref";
      default -> type.toString().toLowerCase(Locale.ROOT);
    };
  }

  /**
   * Reads arguments.
   *
   * @param function its name, for messages
   */
  static long[] parse(String function, List<ValType> types, List<String> texts)
      throws RejectedException {
    long[] values = new long[types.size()];
    for (int i = 0; i < values.length; i++) {
      ValType type = types.get(i);
      try {
        values[i] = parse(type, texts.get(i).strip());
      } catch (NumberFormatException e) {
        throw new RejectedException(
            "argument %d of %s: \"%s\" is not an %s, such as %s"
                .formatted(i + 1, function, texts.get(i), name(type), example(type)));
      }
    }
    return values;
  }

  private static long parse(ValType type, String text) throws RejectedException {
    return switch (type.opcode()) {
      case ValType.ID.I32 -> integer(text, 32) & 0xFFFF_FFFFL;
      case ValType.ID.I64 -> integer(text, 64);
      case ValType.ID.F32 -> Float.floatToRawIntBits((float) floating(text, true)) & 0xFFFF_FFFFL;
      case ValType.ID.F64 -> Double.doubleToRawLongBits(floating(text, false));
      default -> {
        if (type.isReference() && text.equals("null")) {
          yield Value.REF_NULL_VALUE;
        }
        throw new RejectedException(
            "a value of type " + name(type) + " cannot be given as an argument");
      }
    };
  }

  /** Signed or unsigned, decimal or hexadecimal, with underscores. */
  private static long integer(String text, int bits) {
    String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
    boolean negative = digits.startsWith("-");
    if (negative || digits.startsWith("+")) {
      digits = digits.substring(1);
    }
    boolean hexadecimal = digits.startsWith("0x");
    if (digits.startsWith("-") || digits.startsWith("+") || digits.length() > 80) {
      throw new NumberFormatException(text);
    }
    var magnitude =
        new BigInteger(hexadecimal ? digits.substring(2) : digits, hexadecimal ? 16 : 10);
    BigInteger value = negative ? magnitude.negate() : magnitude;
    if (magnitude.signum() < 0
        || value.compareTo(BigInteger.ONE.shiftLeft(bits - 1).negate()) < 0
        || value.compareTo(BigInteger.ONE.shiftLeft(bits)) >= 0) {
      throw new NumberFormatException(text);
    }
    return value.longValue();
  }

  private static double floating(String text, boolean single) {
    String lower = text.replace("_", "").toLowerCase(Locale.ROOT);
    String unsigned = lower.startsWith("-") || lower.startsWith("+") ? lower.substring(1) : lower;
    double sign = lower.startsWith("-") ? -1 : 1;
    return switch (unsigned) {
      case "nan" -> Double.NaN;
      case "inf", "infinity" -> sign * Double.POSITIVE_INFINITY;
      default -> {
        boolean hasSuffix = !isHex(unsigned) && unsigned.matches(".*[fd]");
        if (!unsigned.matches("[0-9.].*") || hasSuffix) {
          throw new NumberFormatException(text);
        }
        String number = isHex(unsigned) && !unsigned.contains("p") ? unsigned + "p0" : unsigned;
        yield sign * (single ? Float.parseFloat(number) : Double.parseDouble(number));
      }
    };
  }

  private static boolean isHex(String text) {
    return text.startsWith("0x");
  }

  private static String example(ValType type) {
    return switch (type.opcode()) {
      case ValType.ID.I32, ValType.ID.I64 -> "42, -1 or 0xFF";
      case ValType.ID.F32, ValType.ID.F64 -> "3.5, -1e9, nan or inf";
      default -> "null";
    };
  }

  /** The results of a call as {@code type:value}. */
  static List<String> format(List<ValType> types, long[] values) {
    var texts = new ArrayList<String>();
    int slot = 0;
    for (ValType type : types) {
      long value = values[slot++];
      texts.add(
          name(type)
              + ":"
              + switch (type.opcode()) {
                case ValType.ID.I32 -> Integer.toString((int) value);
                case ValType.ID.I64 -> Long.toString(value);
                case ValType.ID.F32 -> floating(Float.toString(Float.intBitsToFloat((int) value)));
                case ValType.ID.F64 -> floating(Double.toString(Double.longBitsToDouble(value)));
                case ValType.ID.V128 -> "0x%016x%016x".formatted(values[slot++], value);
                default -> value == Value.REF_NULL_VALUE ? "null" : Long.toString(value);
              });
    }
    return texts;
  }

  private static String floating(String java) {
    return java.toLowerCase(Locale.ROOT).replace("infinity", "inf");
  }
}
