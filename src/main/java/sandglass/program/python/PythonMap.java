package sandglass.program.python;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a Python source and the WebAssembly text compiled from it belong together. Lines count from
 * 1. Immutable; for any thread.
 */
public final class PythonMap {
  private final int[] sourceLines;
  private final Map<String, int[]> instructions;
  private final int ownLines;

  PythonMap(int[] sourceLines, Map<String, int[]> instructions, int ownLines) {
    this.sourceLines = sourceLines;
    this.instructions = Map.copyOf(instructions);
    this.ownLines = ownLines;
  }

  /**
   * The line of the source that a line of the text comes from.
   *
   * @return 0 if it comes from none, as the runtime does
   */
  public int sourceLine(int textLine) {
    return textLine < 1 || textLine > sourceLines.length ? 0 : sourceLines[textLine - 1];
  }

  /**
   * The lines of the text that come from a line of the source, in order; often more than one run.
   */
  public int[] textLines(int sourceLine) {
    return sourceLine < 1
        ? new int[0]
        : IntStream.rangeClosed(1, sourceLines.length)
            .filter(line -> sourceLines[line - 1] == sourceLine)
            .toArray();
  }

  /** The last line of the text that is the program's own; the runtime follows. */
  public int ownLines() {
    return ownLines;
  }

  /**
   * The line of the text that an instruction stands on.
   *
   * @param function the function's name in the text, without the dollar sign
   * @param index the instruction's place in its body, from 0, as a decoder of the binary counts:
   *     operands first, {@code else} and {@code end} among them
   * @return nothing for functions of the runtime
   */
  public Optional<Integer> textLine(String function, int index) {
    int[] lines = instructions.get(function);
    return lines == null || index < 0 || index >= lines.length
        ? Optional.empty()
        : Optional.of(lines[index]);
  }

  /**
   * How many instructions a function has, its {@code end} among them; 0 for those of the runtime.
   */
  public int instructions(String function) {
    return instructions.getOrDefault(function, new int[0]).length;
  }
}
