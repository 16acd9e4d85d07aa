package sandglass.sandbox;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.ExternalType;
import java.util.Optional;
import java.util.function.Function;
import sandglass.sandbox.meter.Metered;

/**
 * A module that was metered, checked and, for the compiled engine, compiled. Immutable, and shared
 * by all runs of the same module.
 *
 * @param metered the metered binary's figures and map
 * @param module the metered binary, parsed and validated
 * @param compiled makes the machine of an instance; empty for the interpreter
 */
record PreparedModule(
    Metered metered, WasmModule module, Optional<Function<Instance, Machine>> compiled) {

  /** A function's name from the name section, else from an export, else {@code ""}. */
  String functionName(int function) {
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
