package sandglass.program;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.ExternalType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sandglass.sandbox.meter.Excerpt;
import sandglass.sandbox.meter.FunctionSizes;
import sandglass.sandbox.meter.InvalidModuleException;
import sandglass.sandbox.meter.ModuleParser;

/**
 * How large a function is, and how it is compiled. HotSpot compiles methods to 8,000 bytes only, so
 * that a larger function is compiled in parts.
 *
 * @param index its index
 * @param name its name from the name section or an export, or {@code ""}
 * @param bytes its body in the module
 * @param jvmBytes estimated bytes of JVM code that the whole of it would be; -1 where it has
 *     instructions that are not compiled or not taken apart
 * @param parts how many methods it is compiled as; 1 where it is whole
 * @param largestPart estimated bytes of JVM code of the largest of them; -1 as above
 */
public record FunctionSize(
    int index, String name, int bytes, int jvmBytes, int parts, int largestPart) {

  /**
   * The functions that a module defines, the largest first.
   *
   * @param name what messages call the module
   * @param module was inspected without complaint
   * @throws ProgramException if it is not valid after all
   */
  public static List<FunctionSize> of(String name, byte[] module) throws ProgramException {
    try {
      Map<Integer, String> names = names(ModuleParser.parse(Excerpt.toRun(module, i -> false)));
      return FunctionSizes.of(module).stream()
          .map(
              size ->
                  new FunctionSize(
                      size.function(),
                      names.getOrDefault(size.function(), ""),
                      size.bytes(),
                      size.jvmBytes(),
                      size.parts(),
                      size.largestBytes()))
          .toList();
    } catch (InvalidModuleException e) {
      throw new ProgramException.Rejected(name, "not a valid module: " + e.getMessage());
    }
  }

  private static Map<Integer, String> names(WasmModule module) {
    Map<Integer, String> names = new HashMap<>();
    var exports = module.exportSection();
    for (int i = 0; i < exports.exportCount(); i++) {
      var export = exports.getExport(i);
      if (export.exportType() == ExternalType.FUNCTION) {
        names.put(export.index(), export.name());
      }
    }
    if (module.nameSection() != null) {
      int functions =
          (int)
                  module.importSection().stream()
                      .filter(i -> i.importType() == ExternalType.FUNCTION)
                      .count()
              + module.functionSection().functionCount();
      for (int i = 0; i < functions; i++) {
        String name = module.nameSection().nameOfFunction(i);
        if (name != null) {
          names.put(i, name);
        }
      }
    }
    return names;
  }
}
