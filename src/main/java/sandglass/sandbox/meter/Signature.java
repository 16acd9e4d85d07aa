package sandglass.sandbox.meter;

/**
 * A function type, or the type of a block: what it takes from the stack and what it leaves.
 *
 * @param params codes of value types, in order
 * @param results codes of value types, in order
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record Signature(int[] params, int[] results) {
  static final int I32 = 0x7F;
  static final int I64 = 0x7E;
  static final int F32 = 0x7D;
  static final int F64 = 0x7C;
  static final int FUNCREF = 0x70;
  static final int EXTERNREF = 0x6F;

  private static final int[] NONE = {};

  /** Takes and leaves nothing. */
  static final Signature VOID = new Signature(NONE, NONE);

  /** Leaves one value. */
  static Signature leaving(int result) {
    return new Signature(NONE, new int[] {result});
  }

  /** Reads the parameters and results of a function type. */
  static Signature read(ByteReader in) {
    int[] params = readTypes(in);
    return new Signature(params, readTypes(in));
  }

  private static int[] readTypes(ByteReader in) {
    var types = new int[in.count()];
    for (int i = 0; i < types.length; i++) {
      types[i] = (int) Decoder.valueType(in);
    }
    return types;
  }

  /** Whether a value is a number, which can be kept in 64 bits. */
  static boolean isNumber(int type) {
    return type <= I32 && type >= F64;
  }

  /** Whether a local of this type can be a parameter of any function, and begins as null or 0. */
  static boolean isPlain(int type) {
    return isNumber(type) || type == FUNCREF || type == EXTERNREF;
  }

  /** How many of the JVM's local variables or stack entries a value takes. */
  static int slots(int type) {
    return type == I64 || type == F64 ? 2 : 1;
  }
}
