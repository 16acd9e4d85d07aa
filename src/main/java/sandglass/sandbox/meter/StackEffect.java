package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.types.OpCode;

/**
 * How many operands an instruction takes and leaves, for those whose opcode tells; from the
 * specification's index of instructions.
 */
final class StackEffect {
  private static final int PREFIX_MISC = 0xFC;
  private static final int PREFIX_ATOMIC = 0xFE;

  private StackEffect() {}

  /** Packed as {@code pops << 4 | pushes}; -1 where the opcode alone does not tell. */
  static int of(OpCode op) {
    int code = op.opcode();
    if (code <= 0xFF) {
      return plain(code);
    }
    return switch (code >> 8) {
      case PREFIX_MISC -> misc(code & 0xFF);
      case PREFIX_ATOMIC -> atomic(code & 0xFF);
      default -> -1;
    };
  }

  static int pops(int effect) {
    return effect >> 4;
  }

  static int pushes(int effect) {
    return effect & 0xF;
  }

  private static int plain(int code) {
    return switch (code) {
      case 0x00, 0x01 -> 0x00; // unreachable, nop
      case 0x1A -> 0x10; // drop
      case 0x1B, 0x1C -> 0x31; // select
      case 0x23 -> 0x01; // global.get
      case 0x24 -> 0x10; // global.set
      case 0x25 -> 0x11; // table.get
      case 0x26 -> 0x20; // table.set
      case 0x3F -> 0x01; // memory.size
      case 0x40 -> 0x11; // memory.grow
      case 0x41, 0x42, 0x43, 0x44 -> 0x01; // const
      case 0x45, 0x50 -> 0x11; // eqz
      case 0xD0, 0xD2 -> 0x01; // ref.null, ref.func
      case 0xD1 -> 0x11; // ref.is_null
      default -> ranges(code);
    };
  }

  private static int ranges(int code) {
    if (code >= 0x28 && code <= 0x35) {
      return 0x11; // loads
    }
    if (code >= 0x36 && code <= 0x3E) {
      return 0x20; // stores
    }
    if (code >= 0x46 && code <= 0x66) {
      return 0x21; // comparisons
    }
    if (isBinary(code)) {
      return 0x21;
    }
    return code >= 0x67 && code <= 0xC4 ? 0x11 : -1;
  }

  private static boolean isBinary(int code) {
    return (code >= 0x6A && code <= 0x78)
        || (code >= 0x7C && code <= 0x8A)
        || (code >= 0x92 && code <= 0x98)
        || (code >= 0xA0 && code <= 0xA6);
  }

  private static int misc(int sub) {
    return switch (sub) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> 0x11; // saturating truncation
      case 8, 10, 11, 12, 14, 17 -> 0x30; // memory.init/copy/fill, table.init/copy/fill
      case 9, 13 -> 0x00; // data.drop, elem.drop
      case 15 -> 0x21; // table.grow
      case 16 -> 0x01; // table.size
      default -> -1;
    };
  }

  private static int atomic(int sub) {
    if (sub == 0x00) {
      return 0x21; // notify
    }
    if (sub == 0x01 || sub == 0x02) {
      return 0x31; // wait
    }
    if (sub == 0x03) {
      return 0x00; // fence
    }
    if (sub >= 0x10 && sub <= 0x16) {
      return 0x11; // loads
    }
    if (sub >= 0x17 && sub <= 0x1D) {
      return 0x20; // stores
    }
    if (sub >= 0x1E && sub <= 0x47) {
      return 0x21; // read, modify, write
    }
    return sub >= 0x48 && sub <= 0x4E ? 0x31 : -1; // compare and exchange
  }
}
