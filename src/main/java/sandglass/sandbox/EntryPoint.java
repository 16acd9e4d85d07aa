package sandglass.sandbox;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.ExternalType;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sandglass.sandbox.meter.Meter;

/**
 * Where a run begins, found and checked before the module is instantiated.
 *
 * @param initialize whether {@code _initialize} runs first
 * @param export the function to call then
 * @param type its type
 * @param args its arguments, as the engine takes them
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the engine once
record EntryPoint(boolean initialize, String export, FunctionType type, long[] args) {
  private static final String START = "_start";
  private static final String INITIALIZE = "_initialize";
  private static final int MAX_NAMED = 10;

  static EntryPoint find(WasmModule module, Entry entry) throws RejectedException {
    return switch (entry) {
      case Entry.Start start -> command(module);
      case Entry.Invoke invoke -> export(module, invoke);
    };
  }

  /** Calls it, and gives its results as typed texts. */
  List<String> call(Instance instance) {
    if (initialize) {
      instance.export(INITIALIZE).apply();
    }
    long[] results = instance.export(export).apply(args);
    return TypedValues.format(type.returns(), results);
  }

  private static EntryPoint command(WasmModule module) throws RejectedException {
    Optional<FunctionType> type = functionType(module, START);
    if (type.isEmpty()) {
      throw new RejectedException("it has no _start to run; it exports: " + exports(module));
    }
    if (!type.get().params().isEmpty() || !type.get().returns().isEmpty()) {
      throw new RejectedException(
          "its _start is " + signature(type.get()) + ", but takes and gives nothing in WASI");
    }
    return new EntryPoint(false, START, type.get(), new long[0]);
  }

  private static EntryPoint export(WasmModule module, Entry.Invoke invoke)
      throws RejectedException {
    Optional<FunctionType> type = functionType(module, invoke.export());
    if (type.isEmpty()) {
      throw new RejectedException(
          "it exports no function named "
              + PlainText.name(invoke.export())
              + "; it has: "
              + exports(module));
    }
    List<String> texts = invoke.args();
    if (texts.size() != type.get().params().size()) {
      throw new RejectedException(
          "%s is %s and takes %d arguments, not %d"
              .formatted(
                  invoke.export(),
                  signature(type.get()),
                  type.get().params().size(),
                  texts.size()));
    }
    Optional<FunctionType> initialize = functionType(module, INITIALIZE);
    boolean initializes =
        initialize.isPresent()
            && initialize.get().params().isEmpty()
            && initialize.get().returns().isEmpty()
            && !invoke.export().equals(INITIALIZE);
    return new EntryPoint(
        initializes,
        invoke.export(),
        type.get(),
        TypedValues.parse(invoke.export(), type.get().params(), texts));
  }

  private static Optional<FunctionType> functionType(WasmModule module, String name) {
    var exports = module.exportSection();
    for (int i = 0; i < exports.exportCount(); i++) {
      var export = exports.getExport(i);
      if (export.exportType() == ExternalType.FUNCTION && export.name().equals(name)) {
        return Optional.of(functionType(module, export.index()));
      }
    }
    return Optional.empty();
  }

  private static FunctionType functionType(WasmModule module, int function) {
    int imported = 0;
    var imports = module.importSection();
    for (int i = 0; i < imports.importCount(); i++) {
      if (imports.getImport(i) instanceof FunctionImport functionImport) {
        if (imported++ == function) {
          return module.typeSection().getType(functionImport.typeIndex());
        }
      }
    }
    return module.functionSection().getFunctionType(function - imported, module.typeSection());
  }

  private static String exports(WasmModule module) {
    var functions = new ArrayList<String>();
    var exports = module.exportSection();
    for (int i = 0; i < exports.exportCount(); i++) {
      var export = exports.getExport(i);
      if (export.exportType() == ExternalType.FUNCTION
          && !export.name().equals(Meter.FUEL_EXPORT)) {
        if (functions.size() == MAX_NAMED) {
          return String.join(", ", functions) + " and more";
        }
        functions.add(
            PlainText.name(export.name()) + " " + signature(functionType(module, export.index())));
      }
    }
    return functions.isEmpty() ? "no functions" : String.join(", ", functions);
  }

  private static String signature(FunctionType type) {
    return TypedValues.names(type.params()) + " -> " + TypedValues.names(type.returns());
  }
}
