package sandglass.sandbox;

import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.Import;
import com.dylibso.chicory.wasm.types.MemorySection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sandglass.sandbox.wasi.Wasi;

/** What a valid module must not ask for: unknown imports, and more than its limits. */
final class ModuleChecks {
  private static final int PAGE = 65_536;
  private static final int MAX_NAMED = 5;

  private ModuleChecks() {}

  static void check(WasmModule module, Limits limits) throws RejectedException {
    checkImports(module);
    checkMemory(module, limits);
    checkTables(module, limits);
  }

  private static void checkImports(WasmModule module) throws RejectedException {
    List<String> problems = new ArrayList<>();
    var imports = module.importSection();
    for (int i = 0; i < imports.importCount(); i++) {
      problem(module, imports.getImport(i)).ifPresent(problems::add);
    }
    if (problems.isEmpty()) {
      return;
    }
    String more =
        problems.size() > MAX_NAMED ? " and " + (problems.size() - MAX_NAMED) + " more" : "";
    throw new RejectedException(
        "it imports what no WASI preview 1 host provides: "
            + String.join(", ", problems.subList(0, Math.min(problems.size(), MAX_NAMED)))
            + more);
  }

  private static Optional<String> problem(WasmModule module, Import wanted) {
    String name = PlainText.name(wanted.module()) + "." + PlainText.name(wanted.name());
    if (!(wanted instanceof FunctionImport function)) {
      return Optional.of(name + " (a " + wanted.importType().name().toLowerCase(Locale.ROOT) + ")");
    }
    var provided = Wasi.signature(wanted.module(), wanted.name());
    if (provided.isEmpty()) {
      return Optional.of(name);
    }
    var type = module.typeSection().getType(function.typeIndex());
    return type.typesMatch(provided.get())
        ? Optional.empty()
        : Optional.of(name + " with another type than WASI's");
  }

  private static void checkMemory(WasmModule module, Limits limits) throws RejectedException {
    MemorySection memories = module.memorySection().orElse(null);
    long pages = 0;
    for (int i = 0; memories != null && i < memories.memoryCount(); i++) {
      pages += memories.getMemory(i).limits().initialPages();
    }
    if (pages * PAGE > limits.memoryBytes()) {
      throw new RejectedException(
          "it begins with %s bytes of memory, above the memory limit of %s; raise that limit"
              .formatted(
                  Quantities.formatCount(pages * PAGE),
                  Quantities.formatCount(limits.memoryBytes())));
    }
    if (pages > Memory.RUNTIME_MAX_PAGES) {
      throw new RejectedException(
          "it begins with %s bytes of memory; this engine has at most %s"
              .formatted(
                  Quantities.formatCount(pages * PAGE),
                  Quantities.formatCount((long) Memory.RUNTIME_MAX_PAGES * PAGE)));
    }
  }

  private static void checkTables(WasmModule module, Limits limits) throws RejectedException {
    long elements = tableElements(module);
    if (elements > limits.tableElements()) {
      throw new RejectedException(
          "its tables begin with %s elements, above the limit of %s; raise that limit"
              .formatted(
                  Quantities.formatCount(elements),
                  Quantities.formatCount(limits.tableElements())));
    }
  }

  /** Elements that all tables begin with. */
  static long tableElements(WasmModule module) {
    long elements = 0;
    for (int i = 0; i < module.tableSection().tableCount(); i++) {
      elements += module.tableSection().getTable(i).limits().min();
    }
    return elements;
  }
}
