package sandglass.sandbox.meter;

/** The expressions that initialise globals, tables and segments. */
final class Initialiser {
  private Initialiser() {}

  /** Moves past the expression's {@code end}; refuses what the specification does not allow. */
  static void skip(ModuleBytes in) {
    while (true) {
      int start = in.at;
      int opcode = in.u8();
      switch (opcode) {
        case 0x0b -> {
          return;
        }
        case 0x23, 0xd2 -> in.u32(); // global.get, ref.func
        case 0x41 -> in.skipSigned(32);
        case 0x42 -> in.skipSigned(64);
        case 0x43 -> in.skip(4, "a number");
        case 0x44 -> in.skip(8, "a number");
        case 0x6a, 0x6b, 0x6c, 0x7c, 0x7d, 0x7e -> {} // add, sub, mul
        case 0xd0 -> in.skipSigned(33); // ref.null
        case 0xfb -> managed(in, start);
        case 0xfd -> {
          if (in.u32() != 0x0c) { // v128.const
            throw notConstant(in, start);
          }
          in.skip(16, "a number");
        }
        default -> throw notConstant(in, start);
      }
    }
  }

  private static void managed(ModuleBytes in, int start) {
    switch ((int) in.u32()) {
      case 0, 1, 6, 7 -> in.u32(); // struct.new, array.new and their defaults
      case 8 -> { // array.new_fixed
        in.u32();
        in.u32();
      }
      case 26, 27, 28 -> {} // any.convert_extern, extern.convert_any, ref.i31
      default -> throw notConstant(in, start);
    }
  }

  private static ModuleBytes.Damaged notConstant(ModuleBytes in, int start) {
    return in.damaged(
        "instruction 0x%02x in an initialiser, which must be constant,"
            .formatted(in.bytes[start] & 0xff),
        start);
  }
}
