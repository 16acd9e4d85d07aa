package sandglass.sandbox.meter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sandglass.sandbox.meter.ModuleStructure.Section;

/** How large the functions of a module are, as they are written and as they are compiled. */
public final class FunctionSizes {
  private FunctionSizes() {}

  /**
   * A function.
   *
   * @param function its index
   * @param bytes its body in the module
   * @param jvmBytes estimated bytes of JVM code, metered and whole; -1 where it has instructions
   *     that are not compiled or not taken apart
   * @param parts how many functions it is compiled as, itself among them
   * @param largestBytes estimated bytes of JVM code of the largest of these; -1 as above
   */
  public record Entry(int function, int bytes, int jvmBytes, int parts, int largestBytes) {}

  /**
   * The functions of a module, the largest first.
   *
   * @param module valid
   * @throws InvalidModuleException if it is not
   */
  public static List<Entry> of(byte[] module) {
    int[] bytes = Excerpt.bodySizes(module);
    byte[] metered = Meter.meter(module).module();
    Map<Integer, Split.Divided> divided = new HashMap<>();
    for (var entry : Splitter.split(metered, Splitter.TARGET).divided()) {
      divided.put(entry.function(), entry);
    }
    List<Section> sections = Sections.split(metered);
    var index = new ModuleIndex(metered, sections);
    List<Entry> entries = new ArrayList<>();
    for (Section section : sections) {
      if (section.id() == Sections.CODE) {
        var in = new ByteReader(metered, section.offset(), section.end());
        int count = in.count();
        for (int i = 0; i < count; i++) {
          int function = index.importedFunctions() + i;
          int size = size(index, in.slice(in.u32()), i);
          Split.Divided parts = divided.get(function);
          entries.add(
              parts == null
                  ? new Entry(function, bytes[i], size, 1, size)
                  : new Entry(
                      function,
                      bytes[i],
                      size,
                      parts.parts() + 1,
                      Math.max(parts.left(), parts.largestPart())));
        }
      }
    }
    entries.sort(
        Comparator.comparingInt((Entry entry) -> Math.max(entry.jvmBytes(), entry.bytes()))
            .reversed()
            .thenComparingInt(Entry::function));
    return entries;
  }

  private static int size(ModuleIndex index, ByteReader body, int defined) {
    try {
      var function = new TreeReader(index).read(body, index.signature(index.typeOf(defined)));
      return new JvmSize().measure(function);
    } catch (UnsplittableException | StackOverflowError e) {
      return -1;
    }
  }
}
