package sandglass.program.python;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects that a program's text names: they stand in its memory from the start, below the heap,
 * as {@code runtime.h} lays them out. Equal ones are one.
 */
final class Constants {
  static final long ERROR = 3;
  static final long NONE = 11;
  static final long FALSE = 19;
  static final long TRUE = 27;
  static final long MISSING = 35;
  static final long UNBOUND = 43;
  static final long END = 51;

  private static final BigInteger SMALL = BigInteger.ONE.shiftLeft(62);

  // the types of runtime.h
  private static final int T_BIG = 3;
  private static final int T_FLOAT = 4;
  private static final int T_STR = 5;
  private static final int T_TUPLE = 7;

  private record Item(int address, byte[] bytes, String note) {}

  private final Map<Object, Long> known = new HashMap<>();
  private final List<Item> items = new ArrayList<>();
  private int end;

  /**
   * Makes an empty table.
   *
   * @param base where the first object may stand
   */
  Constants(int base) {
    end = align(base);
  }

  /** Where the last object ends. */
  int end() {
    return end;
  }

  /** An instruction that gives an int. */
  WatNode ofInt(BigInteger value) {
    return constant(intValue(value), shorten(value.toString()));
  }

  WatNode ofInt(long value) {
    return ofInt(BigInteger.valueOf(value));
  }

  WatNode ofFloat(double value) {
    return constant(floatValue(value), Double.toString(value));
  }

  WatNode ofString(String value) {
    return constant(stringValue(value), quoted(value));
  }

  /** An instruction that gives a tuple of constants. */
  WatNode ofTuple(List<Long> values, String note) {
    return constant(tupleValue(values), shorten(note));
  }

  static WatNode none() {
    return constant(NONE, "None");
  }

  static WatNode bool(boolean value) {
    return value ? constant(TRUE, "True") : constant(FALSE, "False");
  }

  static WatNode missing() {
    return constant(MISSING, "missing");
  }

  static WatNode error() {
    return constant(ERROR, "error");
  }

  static WatNode unbound() {
    return constant(UNBOUND, "unbound");
  }

  static WatNode constant(long value, String note) {
    return WatNode.op("i64.const " + value + " (;" + note + ";)");
  }

  long intValue(BigInteger value) {
    if (value.compareTo(SMALL) < 0 && value.compareTo(SMALL.negate()) >= 0) {
      return value.longValueExact() << 1;
    }
    return known.computeIfAbsent(
        value,
        _ -> {
          var magnitude = value.abs();
          int limbs = (magnitude.bitLength() + 31) / 32;
          var bytes = object(T_BIG, 0, 16 + 4 * limbs);
          bytes.putInt(value.signum()).putInt(limbs);
          for (int i = 0; i < limbs; i++) {
            bytes.putInt(magnitude.shiftRight(32 * i).intValue());
          }
          return add(bytes, shorten(value.toString()));
        });
  }

  long floatValue(double value) {
    return known.computeIfAbsent(
        Double.doubleToRawLongBits(value),
        _ -> add(object(T_FLOAT, 0, 16).putDouble(value), Double.toString(value)));
  }

  long stringValue(String value) {
    return known.computeIfAbsent(
        value,
        _ -> {
          int[] points = value.codePoints().toArray();
          int highest = 0;
          for (int point : points) {
            highest = Math.max(highest, point);
          }
          int width = highest <= 0xff ? 1 : highest <= 0xffff ? 2 : 4;
          var bytes = object(T_STR, width, 16 + width * points.length);
          bytes.putInt(points.length).putInt(0);
          for (int point : points) {
            switch (width) {
              case 1 -> bytes.put((byte) point);
              case 2 -> bytes.putShort((short) point);
              default -> bytes.putInt(point);
            }
          }
          return add(bytes, quoted(value));
        });
  }

  long tupleValue(List<Long> values) {
    return known.computeIfAbsent(
        List.copyOf(values),
        _ -> {
          var bytes = object(T_TUPLE, 0, 16 + 8 * values.size());
          bytes.putInt(values.size()).putInt(0);
          values.forEach(bytes::putLong);
          return add(bytes, values.isEmpty() ? "()" : "a tuple of " + values.size());
        });
  }

  /** Values one after the other, without a head. Their address. */
  int table(List<Long> values, String note) {
    var bytes = ByteBuffer.allocate(8 * values.size()).order(ByteOrder.LITTLE_ENDIAN);
    values.forEach(bytes::putLong);
    return (int) (add(bytes, note) - 1);
  }

  private static ByteBuffer object(int type, int width, int size) {
    return ByteBuffer.allocate(align(size))
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0)
        .put((byte) type)
        .put((byte) width)
        .putShort((short) 0);
  }

  private long add(ByteBuffer bytes, String note) {
    int address = end;
    items.add(new Item(address, bytes.array(), note));
    end = align(end + bytes.capacity());
    return address + 1L;
  }

  private static int align(int address) {
    return (address + 7) & -8;
  }

  /** Prints the data segments. */
  void print(WatPrinter printer) {
    for (var item : items) {
      printer.line(2, ";; " + item.note());
      printer.line(
          2, "(data (i32.const " + item.address() + ") \"" + escaped(item.bytes()) + "\")");
    }
  }

  static String escaped(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] == 0) {
      length--; // memory is zero to begin with
    }
    var text = new StringBuilder(length * 2);
    for (int i = 0; i < length; i++) {
      int b = bytes[i] & 0xff;
      if (b >= 0x20 && b < 0x7f && b != '"' && b != '\\') {
        text.append((char) b);
      } else {
        text.append('\\')
            .append(Character.forDigit(b >> 4, 16))
            .append(Character.forDigit(b & 15, 16));
      }
    }
    return text.toString();
  }

  /** A string as a comment may show it: short, in ASCII, and without what would end the comment. */
  static String quoted(String value) {
    var text = new StringBuilder("'");
    for (int i = 0; i < value.length() && i < 40; i++) {
      char c = value.charAt(i);
      if (c == '\n') {
        text.append("\\n");
      } else if (c < 0x20 || c >= 0x7f) {
        text.append("\\u").append(String.format("%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    return safe(text.append(value.length() > 40 ? "...'" : "'").toString());
  }

  private static String shorten(String text) {
    return safe(text.length() > 40 ? text.substring(0, 37) + "..." : text);
  }

  private static String safe(String text) {
    return text.replace(";)", "; )").replace("(;", "( ;");
  }
}
