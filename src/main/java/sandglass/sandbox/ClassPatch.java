package sandglass.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A class file that is changed in place: constants are appended, and everything else keeps its
 * length. So jumps, exception tables and stack maps stay true, nothing is decoded that need not be,
 * and a class of megabytes takes milliseconds; to take it apart and build it again takes seconds.
 */
final class ClassPatch {
  private static final int UTF8 = 1;
  private static final int INTEGER = 3;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int METHOD = 10;
  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_HANDLE = 15;

  private static final int MAX_CONSTANTS = 65_535;
  private static final int COUNT = 8;

  final byte[] bytes;

  /** Where each constant begins, at its tag; 0 where there is none. */
  private final int[] constants;

  private final int poolEnd;
  private final ByteArrayOutputStream added = new ByteArrayOutputStream();
  private int next;

  /** Told of each method that has code. */
  interface MethodVisitor {
    /**
     * Told of one.
     *
     * @param name its name
     * @param type its descriptor
     * @param code where its code begins in {@link #bytes}
     * @param length bytes of its code
     */
    void visit(String name, String type, int code, int length);
  }

  /**
   * @param original a class file as Chicory made it; not changed
   */
  ClassPatch(byte[] original) {
    bytes = original.clone();
    next = u2(COUNT);
    constants = new int[next];
    int at = COUNT + 2;
    for (int i = 1; i < next; i++) {
      constants[i] = at;
      int tag = bytes[at];
      at +=
          switch (tag) {
            case UTF8 -> 3 + u2(at + 1);
            case LONG, DOUBLE -> 9;
            case METHOD_HANDLE -> 4;
            case CLASS, 8, 16, 19, 20 -> 3;
            default -> 5;
          };
      if (tag == LONG || tag == DOUBLE) {
        i++;
      }
    }
    poolEnd = at;
  }

  int u2(int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  int i4(int at) {
    return u2(at) << 16 | u2(at + 2);
  }

  void putU2(int at, int value) {
    bytes[at] = (byte) (value >> 8);
    bytes[at + 1] = (byte) value;
  }

  /** Constants that there were; indices are below. */
  int constants() {
    return constants.length;
  }

  /** Whether so many constants may be appended. */
  boolean hasRoomFor(int more) {
    return next + more <= MAX_CONSTANTS;
  }

  boolean isMethod(int constant) {
    return constants[constant] > 0 && bytes[constants[constant]] == METHOD;
  }

  /** Index of the class of a method that the code refers to. */
  int owner(int method) {
    return u2(constants[method] + 1);
  }

  void setOwner(int method, int owner) {
    putU2(constants[method] + 1, owner);
  }

  /** The name of a method that the code refers to. */
  String methodName(int method) {
    return text(u2(constants[u2(constants[method] + 3)] + 1));
  }

  /** The internal name of a class. */
  String className(int constant) {
    return text(u2(constants[constant] + 1));
  }

  /** The {@code int} that a constant is. */
  boolean isInt(int constant, int value) {
    int at = constants[constant];
    return bytes[at] == INTEGER && i4(at + 1) == value;
  }

  /** The {@code long} that a constant is; 0 where it is none. */
  long longValue(int constant) {
    int at = constants[constant];
    return bytes[at] == LONG ? (long) i4(at + 1) << 32 | (i4(at + 5) & 0xFFFF_FFFFL) : 0;
  }

  private String text(int constant) {
    int at = constants[constant];
    return new String(bytes, at + 3, u2(at + 1), StandardCharsets.UTF_8);
  }

  private int addText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int index = add(UTF8, utf8.length);
    added.writeBytes(utf8);
    return index;
  }

  private int add(int tag, int value) {
    added.write(tag);
    addU2(value);
    return next++;
  }

  private void addU2(int value) {
    added.write(value >> 8);
    added.write(value);
  }

  /** Appends a class: two constants. */
  int addClass(String internalName) {
    return add(CLASS, addText(internalName));
  }

  /** Appends a method of a class: four constants. */
  int addMethod(int owner, String name, String type) {
    int text = addText(name);
    int typeText = addText(type);
    int nameAndType = add(NAME_AND_TYPE, text);
    addU2(typeText);
    int method = add(METHOD, owner);
    addU2(nameAndType);
    return method;
  }

  /** Goes through all methods. */
  void forEachMethod(MethodVisitor visitor) {
    int at = poolEnd + 6;
    at += 2 + 2 * u2(at);
    int fields = u2(at);
    at += 2;
    for (int i = 0; i < fields; i++) {
      at = skipAttributes(at + 6);
    }
    int methods = u2(at);
    at += 2;
    for (int i = 0; i < methods; i++) {
      int code = codeAttribute(at + 6);
      if (code > 0) {
        visitor.visit(text(u2(at + 2)), text(u2(at + 4)), code + 14, i4(code + 10));
      }
      at = skipAttributes(at + 6);
    }
  }

  private int codeAttribute(int at) {
    int attribute = at + 2;
    for (int n = u2(at); n > 0; n--) {
      if (text(u2(attribute)).equals("Code")) {
        return attribute;
      }
      attribute += 6 + i4(attribute + 2);
    }
    return 0;
  }

  private int skipAttributes(int at) {
    int end = at + 2;
    for (int n = u2(at); n > 0; n--) {
      end += 6 + i4(end + 2);
    }
    return end;
  }

  /** Makes room for more operands in the method whose code begins at {@code code}. */
  void addStack(int code, int slots) {
    putU2(code - 8, u2(code - 8) + slots);
  }

  /** The class as it is now. */
  byte[] toBytes() {
    byte[] more = added.toByteArray();
    byte[] result = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(more, 0, result, poolEnd, more.length);
    System.arraycopy(bytes, poolEnd, result, poolEnd + more.length, bytes.length - poolEnd);
    result[COUNT] = (byte) (next >> 8);
    result[COUNT + 1] = (byte) next;
    return result;
  }
}
