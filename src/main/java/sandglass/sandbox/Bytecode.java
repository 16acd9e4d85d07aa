package sandglass.sandbox;

import java.util.Arrays;
import java.util.BitSet;

/** The lengths of the JVM's instructions, and where they branch. */
final class Bytecode {
  static final int NOP = 0x00;
  static final int ICONST_M1 = 0x02;
  static final int ICONST_5 = 0x08;
  static final int LCONST_0 = 0x09;
  static final int LCONST_1 = 0x0A;
  static final int BIPUSH = 0x10;
  static final int SIPUSH = 0x11;
  static final int LDC = 0x12;
  static final int LDC_W = 0x13;
  static final int LDC2_W = 0x14;
  static final int ALOAD = 0x19;
  static final int ALOAD_0 = 0x2A;
  static final int ALOAD_3 = 0x2D;
  static final int LLOAD = 0x16;
  static final int LLOAD_0 = 0x1E;
  static final int LSTORE = 0x37;
  static final int LSUB = 0x65;
  static final int LCMP = 0x94;
  static final int FCMPL = 0x95;
  static final int FCMPG = 0x96;
  static final int DCMPL = 0x97;
  static final int DCMPG = 0x98;
  static final int IFEQ = 0x99;
  static final int IFNE = 0x9A;
  static final int IFLT = 0x9B;
  static final int IFGE = 0x9C;
  static final int IFGT = 0x9D;
  static final int IFLE = 0x9E;
  static final int IF_ICMPEQ = 0x9F;
  static final int GOTO = 0xA7;
  static final int INVOKESTATIC = 0xB8;
  static final int WIDE = 0xC4;

  private static final int IINC = 0x84;
  private static final int JSR = 0xA8;
  private static final int TABLESWITCH = 0xAA;
  private static final int LOOKUPSWITCH = 0xAB;
  private static final int IFNULL = 0xC6;
  private static final int IFNONNULL = 0xC7;
  private static final int GOTO_W = 0xC8;
  private static final int JSR_W = 0xC9;

  private Bytecode() {}

  /**
   * Bytes of the instruction at {@code at}.
   *
   * @param code where its method's code begins
   */
  static int length(ClassPatch file, int code, int at) {
    int op = file.bytes[at] & 0xFF;
    if (op == WIDE) {
      return (file.bytes[at + 1] & 0xFF) == IINC ? 6 : 4;
    }
    if (op == TABLESWITCH) {
      int operands = operands(code, at);
      return operands + 12 + 4 * (file.i4(operands + 8) - file.i4(operands + 4) + 1) - at;
    }
    if (op == LOOKUPSWITCH) {
      int operands = operands(code, at);
      return operands + 8 + 8 * file.i4(operands + 4) - at;
    }
    return fixedLength(op);
  }

  private static int fixedLength(int op) {
    if (op < BIPUSH) {
      return 1;
    }
    return switch (op) {
      case BIPUSH,
          LDC,
          0x15,
          LLOAD,
          0x17,
          0x18,
          ALOAD,
          0x36,
          LSTORE,
          0x38,
          0x39,
          0x3A,
          0xA9,
          0xBC ->
          2;
      case SIPUSH, LDC_W, LDC2_W, IINC, 0xBB, 0xBD, 0xC0, 0xC1, IFNULL, IFNONNULL -> 3;
      case 0xB9, 0xBA, GOTO_W, JSR_W -> 5;
      case 0xC5 -> 4;
      default -> isBranch(op) || (op >= 0xB2 && op <= INVOKESTATIC) ? 3 : 1;
    };
  }

  private static boolean isBranch(int op) {
    return (op >= IFEQ && op <= JSR) || op == IFNULL || op == IFNONNULL;
  }

  /** A switch's operands are aligned within its method. */
  private static int operands(int code, int at) {
    return code + (at - code + 4) / 4 * 4;
  }

  /** Where each instruction begins, and at last where the code ends. */
  static int[] starts(ClassPatch file, int code, int length) {
    var starts = new int[length + 1];
    int count = 0;
    int at = code;
    while (at < code + length) {
      starts[count++] = at;
      at += length(file, code, at);
    }
    starts[count++] = at;
    return Arrays.copyOf(starts, count);
  }

  /**
   * Where branches arrive, counted from {@code code}; handlers of exceptions are not among them.
   */
  static BitSet targets(ClassPatch file, int[] starts) {
    int code = starts[0];
    var targets = new BitSet(starts[starts.length - 1] - code);
    for (int i = 0; i + 1 < starts.length; i++) {
      int at = starts[i];
      int op = file.bytes[at] & 0xFF;
      int from = at - code;
      if (isBranch(op)) {
        targets.set(from + (short) file.u2(at + 1));
      } else if (op == GOTO_W) {
        targets.set(from + file.i4(at + 1));
      } else if (op == TABLESWITCH || op == LOOKUPSWITCH) {
        int operands = operands(code, at);
        targets.set(from + file.i4(operands));
        int step = op == TABLESWITCH ? 4 : 8;
        for (int j = operands + 12; j < starts[i + 1]; j += step) {
          targets.set(from + file.i4(j));
        }
      }
    }
    return targets;
  }
}
