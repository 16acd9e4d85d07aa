package sandglass.sandbox.meter;

import com.dylibso.chicory.wasm.types.OpCode;
import java.util.function.IntConsumer;

/** The labels in a branch instruction's immediates. */
final class BranchLabels {
  private final OpCode op;
  private final ByteReader in;

  /**
   * @param op one of the branches
   * @param in stands at the immediates; is after them once {@link #forEach} has run
   */
  BranchLabels(OpCode op, ByteReader in) {
    this.op = op;
    this.in = in;
  }

  /** Gives each label, the depth of the block it leaves, to {@code action}. */
  void forEach(IntConsumer action) {
    switch (op) {
      case BR_TABLE -> {
        for (int n = in.count(); n >= 0; n--) {
          action.accept(in.index());
        }
      }
      case BR_ON_CAST, BR_ON_CAST_FAIL -> {
        in.skip(1);
        action.accept(in.index());
        in.skipLeb(5);
        in.skipLeb(5);
      }
      default -> action.accept(in.index());
    }
  }
}
