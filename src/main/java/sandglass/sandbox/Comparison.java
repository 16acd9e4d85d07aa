package sandglass.sandbox;

import java.util.Optional;

/**
 * One of WebAssembly's comparisons, which Chicory compiles into the call of a method that answers 0
 * or 1. Where a branch follows that asks for 0 or not, the six bytes of the two have room for the
 * JVM's own comparison and branch: less to interpret and to inline, which counts in large methods,
 * for there HotSpot soon gives up to inline.
 *
 * @param operands what is compared
 * @param jump the JVM's instruction that branches if it holds, of those that compare with zero
 */
record Comparison(Operands operands, int jump) {
  /** What is compared, and how. */
  enum Operands {
    INT_WITH_ZERO,
    INT,
    UNSIGNED_INT,
    LONG_WITH_ZERO,
    LONG,
    UNSIGNED_LONG,
    FLOAT,
    DOUBLE
  }

  /**
   * The comparison of that name.
   *
   * @param name as in Chicory, such as {@code I32_LT_U}
   */
  static Optional<Comparison> named(String name) {
    if (name.length() < 6 || name.charAt(3) != '_') {
      return Optional.empty();
    }
    int jump =
        switch (name.substring(4, 6)) {
          case "EQ" -> Bytecode.IFEQ;
          case "NE" -> Bytecode.IFNE;
          case "LT" -> Bytecode.IFLT;
          case "GE" -> Bytecode.IFGE;
          case "GT" -> Bytecode.IFGT;
          case "LE" -> Bytecode.IFLE;
          default -> 0;
        };
    String rest = name.substring(6);
    return jump == 0
        ? Optional.empty()
        : operands(name.substring(0, 3), rest).map(operands -> new Comparison(operands, jump));
  }

  private static Optional<Operands> operands(String type, String rest) {
    return Optional.ofNullable(
        switch (type + rest) {
          case "I32Z" -> Operands.INT_WITH_ZERO;
          case "I32", "I32_S" -> Operands.INT;
          case "I32_U" -> Operands.UNSIGNED_INT;
          case "I64Z" -> Operands.LONG_WITH_ZERO;
          case "I64", "I64_S" -> Operands.LONG;
          case "I64_U" -> Operands.UNSIGNED_LONG;
          case "F32" -> Operands.FLOAT;
          case "F64" -> Operands.DOUBLE;
          default -> null; // such as I32_EXTEND_8_S
        });
  }

  /**
   * The instruction that puts the order of two floating-point numbers on the stack so that nothing
   * but inequality holds where one of them is not a number.
   */
  int floatingOrder() {
    boolean less = jump == Bytecode.IFLT || jump == Bytecode.IFLE;
    if (operands == Operands.FLOAT) {
      return less ? Bytecode.FCMPG : Bytecode.FCMPL;
    }
    return less ? Bytecode.DCMPG : Bytecode.DCMPL;
  }

  /** The branch for a branch that asks whether the answer was 0, or was not. */
  int branch(int asked) {
    return asked == Bytecode.IFNE ? jump : opposite(jump);
  }

  /** They come in pairs: equal and not, less and not, greater and not. */
  private static int opposite(int jump) {
    return ((jump - Bytecode.IFEQ) ^ 1) + Bytecode.IFEQ;
  }
}
