package sandglass.program;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.ExternalType;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.GlobalImport;
import com.dylibso.chicory.wasm.types.MemoryImport;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.MutabilityType;
import com.dylibso.chicory.wasm.types.NameCustomSection;
import com.dylibso.chicory.wasm.types.TableImport;
import com.dylibso.chicory.wasm.types.TableLimits;
import com.dylibso.chicory.wasm.types.TagImport;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sandglass.program.ModuleInspection.Export;
import sandglass.program.ModuleInspection.Function;
import sandglass.program.ModuleInspection.Global;
import sandglass.program.ModuleInspection.Import;
import sandglass.program.ModuleInspection.Kind;
import sandglass.program.ModuleInspection.Memory;
import sandglass.program.ModuleInspection.Section;
import sandglass.program.ModuleInspection.Table;
import sandglass.sandbox.meter.ModuleStructure;

/** Gathers a {@link ModuleInspection} from a parsed module, index spaces in order. */
final class InspectionBuilder {
  private static final long PAGE = 1 << 16;

  private final byte[] bytes;
  private final WasmModule module;
  private final List<Import> imports = new ArrayList<>();
  private final List<Memory> memories = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Global> globals = new ArrayList<>();
  private final List<String> functionTypes = new ArrayList<>();
  private final List<String> tagTypes = new ArrayList<>();

  InspectionBuilder(byte[] bytes, WasmModule module) {
    this.bytes = bytes;
    this.module = module;
  }

  ModuleInspection build() {
    readImports();
    readDefinitions();
    var exports = exports();
    return new ModuleInspection(
        bytes.length,
        ModuleInspector.sha256(bytes),
        kind(exports),
        names().flatMap(NameCustomSection::moduleName),
        ModuleStructure.listSections(bytes).stream()
            .map(s -> new Section(s.name(), s.offset(), s.size()))
            .toList(),
        types(),
        imports,
        exports,
        memories,
        tables,
        globals,
        module.functionSection().functionCount(),
        module.startSection().map(s -> function((int) s.startIndex(), exports)),
        module.dataSection().dataSegmentCount(),
        module.elementSection().elementCount(),
        CustomSections.list(bytes),
        CustomSections.producers(bytes),
        ModuleFeatures.of(module));
  }

  private void readImports() {
    var section = module.importSection();
    for (int i = 0; i < section.importCount(); i++) {
      var entry = section.getImport(i);
      String type =
          switch (entry) {
            case FunctionImport function -> {
              functionTypes.add(functionType(function.typeIndex()));
              yield functionTypes.getLast();
            }
            case MemoryImport memory -> {
              memories.add(memory(memory.limits(), true));
              yield text(memories.getLast());
            }
            case TableImport table -> {
              tables.add(table(table.entryType(), table.limits(), true));
              yield text(tables.getLast());
            }
            case GlobalImport global -> {
              globals.add(global(global.type(), global.mutabilityType(), true));
              yield text(globals.getLast());
            }
            case TagImport tag -> {
              tagTypes.add(functionType(tag.tagType().typeIdx()));
              yield tagTypes.getLast();
            }
            default -> "";
          };
      imports.add(new Import(entry.module(), entry.name(), kind(entry.importType()), type));
    }
  }

  private void readDefinitions() {
    var functions = module.functionSection();
    for (int i = 0; i < functions.functionCount(); i++) {
      functionTypes.add(functionType(functions.getFunctionType(i)));
    }
    module
        .memorySection()
        .ifPresent(
            section -> {
              for (int i = 0; i < section.memoryCount(); i++) {
                memories.add(memory(section.getMemory(i).limits(), false));
              }
            });
    for (int i = 0; i < module.tableSection().tableCount(); i++) {
      var table = module.tableSection().getTable(i);
      tables.add(table(table.elementType(), table.limits(), false));
    }
    for (var global : module.globalSection().globals()) {
      globals.add(global(global.valueType(), global.mutabilityType(), false));
    }
    module
        .tagSection()
        .ifPresent(
            section -> {
              for (var tag : section.types()) {
                tagTypes.add(functionType(tag.typeIdx()));
              }
            });
  }

  private List<String> types() {
    var section = module.typeSection();
    var types = new ArrayList<String>();
    for (int i = 0; i < section.subTypeCount(); i++) {
      types.add(ModuleTypes.text(section.getSubType(i)));
    }
    return types;
  }

  private String functionType(int index) {
    return ModuleTypes.text(module.typeSection().getSubType(index));
  }

  private List<Export> exports() {
    var section = module.exportSection();
    var exports = new ArrayList<Export>();
    for (int i = 0; i < section.exportCount(); i++) {
      var export = section.getExport(i);
      String type =
          switch (export.exportType()) {
            case FUNCTION -> functionTypes.get(export.index());
            case MEMORY -> text(memories.get(export.index()));
            case TABLE -> text(tables.get(export.index()));
            case GLOBAL -> text(globals.get(export.index()));
            case TAG -> tagTypes.get(export.index());
          };
      exports.add(new Export(export.name(), kind(export.exportType()), export.index(), type));
    }
    return exports;
  }

  private static Kind kind(List<Export> exports) {
    if (exports.stream().anyMatch(e -> isFunction(e, "_start"))) {
      return Kind.COMMAND;
    }
    return exports.stream().anyMatch(e -> isFunction(e, "_initialize"))
        ? Kind.REACTOR
        : Kind.LIBRARY;
  }

  private static boolean isFunction(Export export, String name) {
    return export.kind().equals("function") && export.name().equals(name);
  }

  private Function function(int index, List<Export> exports) {
    String name =
        names()
            .map(section -> section.nameOfFunction(index))
            .or(
                () ->
                    exports.stream()
                        .filter(e -> e.kind().equals("function") && e.index() == index)
                        .map(Export::name)
                        .findFirst())
            .orElse("");
    return new Function(index, name);
  }

  private Optional<NameCustomSection> names() {
    return module.customSections().stream()
        .filter(NameCustomSection.class::isInstance)
        .map(NameCustomSection.class::cast)
        .findFirst();
  }

  private static String kind(ExternalType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private Memory memory(MemoryLimits limits, boolean imported) {
    long min = limits.initialPages();
    // The parser writes "no maximum" as the largest there is; both mean the same.
    Optional<Long> max =
        limits.maximumPages() >= MemoryLimits.MAX_PAGES
            ? Optional.empty()
            : Optional.of((long) limits.maximumPages());
    return new Memory(
        memories.size(),
        min,
        max,
        min * PAGE,
        max.map(pages -> pages * PAGE),
        limits.shared(),
        imported);
  }

  private Table table(ValType type, TableLimits limits, boolean imported) {
    Optional<Long> max =
        limits.max() >= TableLimits.LIMIT_MAX ? Optional.empty() : Optional.of(limits.max());
    return new Table(tables.size(), ModuleTypes.text(type), limits.min(), max, imported);
  }

  private Global global(ValType type, MutabilityType mutability, boolean imported) {
    return new Global(
        globals.size(), ModuleTypes.text(type), mutability == MutabilityType.Var, imported);
  }

  private static String text(Memory memory) {
    String max = memory.maxPages().map(pages -> ".." + pages).orElse(" or more");
    return memory.minPages() + max + " pages" + (memory.shared() ? ", shared" : "");
  }

  private static String text(Table table) {
    return table.type() + ", " + table.min() + table.max().map(m -> ".." + m).orElse(" or more");
  }

  private static String text(Global global) {
    return (global.mutable() ? "mut " : "") + global.type();
  }
}
