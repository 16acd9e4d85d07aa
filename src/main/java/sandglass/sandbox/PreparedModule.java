package sandglass.sandbox;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.ExternalType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import sandglass.sandbox.meter.Metered;

/**
 * A module that was metered, checked and, for the compiled engine, compiled. Immutable, and shared
 * by all runs of the same module.
 *
 * @param module the metered binary, parsed and validated, but for the bodies of compiled functions
 * @param fuelGlobal index of the meter's global
 * @param startupFuel see {@link Metered#startupFuel()}
 * @param compiled makes the machine of an instance; empty for the interpreter
 * @param firstPart index of the first function that is a part of another; parts come last
 * @param interpretedWhy why functions are interpreted where compiled code was asked for, by index
 * @param bytes about how many bytes of memory it takes
 */
record PreparedModule(
    WasmModule module,
    int fuelGlobal,
    long startupFuel,
    Optional<Function<Instance, Machine>> compiled,
    int firstPart,
    Map<Integer, String> interpretedWhy,
    long bytes) {

  /** The functions that are interpreted where compiled code was asked for. */
  List<Interpreted> interpreted() {
    return interpretedWhy.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry ->
                new Interpreted(entry.getKey(), functionName(entry.getKey()), entry.getValue()))
        .toList();
  }

  /** A function's name from the name section, else from an export, else {@code ""}. */
  String functionName(int function) {
    if (function == Interpreted.ALL) {
      return "";
    }
    if (module.nameSection() != null) {
      String name = module.nameSection().nameOfFunction(function);
      if (name != null) {
        return name;
      }
    }
    var exports = module.exportSection();
    for (int i = 0; i < exports.exportCount(); i++) {
      var export = exports.getExport(i);
      if (export.exportType() == ExternalType.FUNCTION && export.index() == function) {
        return export.name();
      }
    }
    return "";
  }
}
