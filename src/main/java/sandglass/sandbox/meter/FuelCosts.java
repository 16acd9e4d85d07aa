package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.types.OpCode;

/**
 * What instructions cost: wasmtime's default, as {@code default_operator_cost} and {@code
 * VariableOperatorCost} in its {@code crates/environ/src/tunables.rs} have it. Every instruction
 * costs 1, but for those that only give structure; bulk operations cost their length besides.
 */
final class FuelCosts {
  /** Each entry into a function costs this much more. */
  static final int FUNCTION_ENTRY = 1;

  /**
   * A bulk operation of a constant length up to this is charged without a check. A growth, of a
   * memory or a table, costs its length only if it succeeds, but if it is a constant up to this: as
   * measured on wasmtime 49.
   */
  static final int SMALL_LENGTH = 128;

  private FuelCosts() {}

  /** Whether {@code op} is charged for its length only if it does not answer -1. */
  static boolean isGrowth(OpCode op) {
    return op == OpCode.TABLE_GROW || op == OpCode.MEMORY_GROW;
  }

  static int of(OpCode op) {
    return switch (op) {
      case NOP, DROP, BLOCK, LOOP, UNREACHABLE, RETURN, ELSE, END -> 0;
      default -> 1;
    };
  }

  /**
   * Whether {@code op} costs a unit for each byte, page or element; how many is its topmost
   * operand.
   */
  static boolean isBulk(OpCode op) {
    return switch (op) {
      case MEMORY_COPY,
          MEMORY_FILL,
          MEMORY_INIT,
          TABLE_COPY,
          TABLE_FILL,
          TABLE_INIT,
          TABLE_GROW,
          MEMORY_GROW,
          ARRAY_COPY,
          ARRAY_FILL,
          ARRAY_INIT_DATA,
          ARRAY_INIT_ELEM,
          ARRAY_NEW,
          ARRAY_NEW_DEFAULT,
          ARRAY_NEW_DATA,
          ARRAY_NEW_ELEM ->
          true;
      default -> false;
    };
  }
}
