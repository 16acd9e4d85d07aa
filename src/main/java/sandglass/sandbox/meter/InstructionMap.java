package sandglass.sandbox.meter;

import java.util.Arrays;

/**
 * From the bytes of a metered module back to the original's. The rewriter copies runs of bytes and
 * puts its own in between; this keeps the runs, sorted by where they went. Immutable.
 */
public final class InstructionMap {
  private final int[] rewritten;
  private final int[] original;
  private final int[] length;

  /**
   * @param rewritten where each copied run begins in the metered module, ascending
   * @param original where it began in the original
   * @param length its bytes
   */
  InstructionMap(int[] rewritten, int[] original, int[] length) {
    this.rewritten = rewritten;
    this.original = original;
    this.length = length;
  }

  /**
   * Where a byte of the metered module's code came from.
   *
   * @param address a byte offset in the metered module, as {@code Instruction.address()} gives it
   * @return the byte offset in the original, or -1 for an instruction that the meter put in
   */
  public int original(int address) {
    int found = Arrays.binarySearch(rewritten, address);
    int run = found >= 0 ? found : -found - 2;
    if (run < 0 || address - rewritten[run] >= length[run]) {
      return -1;
    }
    return original[run] + address - rewritten[run];
  }
}
