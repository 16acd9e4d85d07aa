package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.types.OpCode;

/**
 * A constant expression: what a global, a table or a segment begins with.
 *
 * @param only its single instruction, or null where it has several or none
 * @param value the operand of the last {@code i32.const} or {@code i64.const} in it
 * @param instructions how many instructions it has, without the {@code end}
 * @param elements elements of the arrays that it makes
 */
record ConstantExpression(OpCode only, long value, int instructions, long elements) {

  /**
   * Reads one.
   *
   * @param globals how many globals the module has: an expression must not reach the meter's own
   */
  static ConstantExpression read(ByteReader in, int globals) {
    OpCode only = null;
    long value = 0;
    int instructions = 0;
    long elements = 0;
    while (true) {
      OpCode op = Decoder.opcode(in);
      if (op == OpCode.END) {
        return new ConstantExpression(
            instructions == 1 ? only : null, value, instructions, elements);
      }
      only = op;
      instructions++;
      switch (op) {
        case I32_CONST -> value = in.signed(5) & 0xFFFF_FFFFL;
        case I64_CONST -> value = in.signed(10);
        case GLOBAL_GET -> {
          long index = in.u32();
          if (index >= globals) {
            throw new InvalidModuleException("unknown global " + index);
          }
        }
        case ARRAY_NEW, ARRAY_NEW_DEFAULT -> {
          elements += value;
          Decoder.skipImmediates(op, in);
        }
        default -> Decoder.skipImmediates(op, in);
      }
    }
  }

  /** Whether it is a number that is known before the module is instantiated. */
  boolean isNumber() {
    return only == OpCode.I32_CONST
        || only == OpCode.I64_CONST
        || only == OpCode.F32_CONST
        || only == OpCode.F64_CONST
        || only == OpCode.V128_CONST;
  }

  /** Whether it is an address or index that is known before the module is instantiated. */
  boolean isOffset() {
    return only == OpCode.I32_CONST || only == OpCode.I64_CONST;
  }
}
