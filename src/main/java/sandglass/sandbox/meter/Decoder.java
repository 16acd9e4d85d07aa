package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.types.OpCode;

/**
 * Reads instructions as far as the meter needs them. What follows an opcode is taken from the table
 * of Chicory's own parser, so that both always agree on where an instruction ends.
 */
final class Decoder {
  private static final int REF = 0x64;
  private static final int REF_NULL = 0x63;

  private Decoder() {}

  /** The next opcode; the reader stands at its immediates then. */
  static OpCode opcode(ByteReader in) {
    int start = in.position();
    int b = in.u8();
    if (b >= 0xFB && b < 0xFF) {
      long sub = in.u32();
      // Chicory would take 0xFD 0x100 for 0xFE 0x00: the sub-opcodes above are relaxed SIMD.
      b = sub > 0xFF ? -1 : (b << 8) + (int) sub;
    }
    OpCode op = b < 0 || b >= 0xFF00 ? null : OpCode.byOpCode(b);
    if (op == null) {
      throw new InvalidModuleException(
          "illegal opcode, or an instruction that the engine does not know, at offset " + start);
    }
    return op;
  }

  /** Passes over the immediates of {@code op}. */
  static void skipImmediates(OpCode op, ByteReader in) {
    for (var encoding : OpCode.signature(op)) {
      switch (encoding) {
        case BYTE -> in.skip(1);
        case VARUINT, VARSINT32 -> in.skipLeb(5);
        case VARSINT64 -> in.skipLeb(10);
        case FLOAT32 -> in.skip(4);
        case FLOAT64 -> in.skip(8);
        case V128 -> in.skip(16);
        case BLOCK_TYPE -> skipValueType(in);
        case VEC_VARUINT -> {
          for (int n = in.count(); n > 0; n--) {
            in.skipLeb(5);
          }
        }
        case VEC_VALUE_TYPE -> {
          for (int n = in.count(); n > 0; n--) {
            skipValueType(in);
          }
        }
        case VEC_CATCH -> {
          for (int n = in.count(); n > 0; n--) {
            catchLabel(in);
          }
        }
        case MEMARG -> {
          if (in.u32() >> 6 != 0) {
            in.skipLeb(5);
          }
          in.skipLeb(10);
        }
      }
    }
  }

  /** One catch clause of {@code try_table}; gives its label. */
  static int catchLabel(ByteReader in) {
    int kind = in.u8();
    if (kind > 3) {
      throw new InvalidModuleException("malformed catch clause at offset " + (in.position() - 1));
    }
    if (kind < 2) {
      in.skipLeb(5);
    }
    return in.index();
  }

  /** Passes over a value type, or a block type, which is one or an index. */
  static void skipValueType(ByteReader in) {
    valueType(in);
  }

  /** As {@link #skipValueType}, and gives the type's code. */
  static long valueType(ByteReader in) {
    long code = in.u32();
    if (isTypedReference(code)) {
      in.skipLeb(5);
    }
    return code;
  }

  /** Whether a value type's first byte is followed by a heap type. */
  static boolean isTypedReference(long code) {
    return code == REF || code == REF_NULL;
  }
}
