package sandglass.program.python;

import java.util.List;

/** A piece of a function's body, as a tree: what an instruction takes stands inside it. */
sealed interface WatNode {
  /**
   * An instruction.
   *
   * @param head its name and immediates, as they are printed
   * @param operands what computes its operands, in their order
   */
  record Op(String head, List<WatNode> operands) implements WatNode {}

  /** A {@code block} or {@code loop}, the keyword being part of the head. */
  record Block(String head, List<WatNode> body) implements WatNode {}

  /**
   * An {@code if}.
   *
   * @param result what it leaves, such as {@code (result i64)}, or empty
   */
  record If(String result, WatNode condition, List<WatNode> then, List<WatNode> otherwise)
      implements WatNode {}

  /**
   * A comment of its own; what follows it in its list belongs to a line of the source.
   *
   * @param line that line; 0 if the comment says nothing of it
   */
  record Comment(String text, int line) implements WatNode {}

  static Op op(String head, WatNode... operands) {
    return new Op(head, List.of(operands));
  }

  static Op op(String head, List<WatNode> operands) {
    return new Op(head, List.copyOf(operands));
  }

  static Op call(String function, WatNode... operands) {
    return op("call $" + function, operands);
  }

  static WatNode get(String local) {
    return op("local.get $" + local);
  }

  static WatNode set(String local, WatNode value) {
    return op("local.set $" + local, value);
  }

  static WatNode i32(int value) {
    return op("i32.const " + value);
  }

  static WatNode i64(long value) {
    return op("i64.const " + value);
  }

  static WatNode comment(String text) {
    return new Comment(text, 0);
  }
}
