package sandglass.sandbox.meter;

import java.util.List;

/**
 * A module whose large functions are in parts, so that the JVM compiles them.
 *
 * @param module the binary; equal to the one before where nothing was split
 * @param firstPart the function index of the first part; parts are appended
 * @param origins for each part the function that it was cut out of
 * @param firstSpill index of the first of the {@code i64} globals in which parts hand values back
 * @param spills how many of these there are
 * @param map from this module's instructions to those of the one before
 * @param divided the functions that are in parts now
 * @param whole large functions that could not be split as far as they should, and why
 */
@SuppressWarnings("ArrayRecordComponent") // modules are large, and read only
public record Split(
    byte[] module,
    int firstPart,
    List<Integer> origins,
    int firstSpill,
    int spills,
    InstructionMap map,
    List<Divided> divided,
    List<Whole> whole) {

  /**
   * A function that is in parts. Sizes are estimated bytes of JVM code.
   *
   * @param function its index
   * @param before its size as it was
   * @param left what is left of it, which calls the parts
   * @param parts how many there are
   * @param largestPart the size of the largest
   */
  public record Divided(int function, int before, int left, int parts, int largestPart) {}

  /**
   * A function that stays larger than it should be.
   *
   * @param function its index
   * @param size estimated bytes of JVM code; 0 where it was not looked into
   * @param reason why, in words that follow "because"
   */
  public record Whole(int function, int size, String reason) {}
}
