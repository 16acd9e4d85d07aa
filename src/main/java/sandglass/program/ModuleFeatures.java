package sandglass.program;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.AnnotatedInstruction;
import com.dylibso.chicory.wasm.types.ExternalType;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.GlobalImport;
import com.dylibso.chicory.wasm.types.MemoryImport;
import com.dylibso.chicory.wasm.types.MutabilityType;
import com.dylibso.chicory.wasm.types.OpCode;
import com.dylibso.chicory.wasm.types.PassiveDataSegment;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds which proposals beyond WebAssembly 1.0 a module uses. */
final class ModuleFeatures {
  private final SortedSet<String> found = new TreeSet<>();
  private final WasmModule module;

  private ModuleFeatures(WasmModule module) {
    this.module = module;
  }

  /** Their names in alphabetical order. */
  static List<String> of(WasmModule module) {
    var features = new ModuleFeatures(module);
    features.types();
    features.imports();
    features.definitions();
    features.code();
    return List.copyOf(features.found);
  }

  private void types() {
    var types = module.typeSection();
    for (int i = 0; i < types.subTypeCount(); i++) {
      var comp = types.getSubType(i).compType();
      if (comp.funcType() == null) {
        found.add("gc");
      } else {
        function(comp.funcType());
      }
    }
    for (int i = 0; i < types.typeCount(); i++) {
      if (types.getRecType(i).subTypes().length > 1) {
        found.add("gc");
      }
    }
  }

  private void function(FunctionType type) {
    if (type.returns().size() > 1) {
      found.add("multi-value");
    }
    type.params().forEach(this::value);
    type.returns().forEach(this::value);
  }

  private void value(ValType type) {
    switch (type.opcode()) {
      case ValType.ID.V128 -> found.add("simd");
      case ValType.ID.ExnRef -> found.add("exceptions");
      case ValType.ID.ExternRef, ValType.ID.FuncRef -> found.add("reference-types");
      case ValType.ID.Ref, ValType.ID.RefNull -> found.add(reference(type));
      case ValType.ID.I32, ValType.ID.I64, ValType.ID.F32, ValType.ID.F64 -> {}
      default -> found.add("gc");
    }
  }

  private static String reference(ValType type) {
    int heap = type.typeIdx();
    boolean classic =
        heap == ValType.TypeIdxCode.FUNC.code() || heap == ValType.TypeIdxCode.EXTERN.code();
    if (classic && type.isNullable()) {
      return "reference-types";
    }
    return classic || heap >= 0 ? "function-references" : "gc";
  }

  private void imports() {
    module.importSection().stream()
        .forEach(
            entry -> {
              if (entry instanceof GlobalImport global) {
                value(global.type());
                mutable(global.mutabilityType());
              } else if (entry instanceof MemoryImport memory && memory.limits().shared()) {
                found.add("threads");
              } else if (entry.importType() == ExternalType.TAG) {
                found.add("exceptions");
              }
            });
  }

  private void mutable(MutabilityType mutability) {
    if (mutability == MutabilityType.Var) {
      found.add("mutable-globals");
    }
  }

  private void definitions() {
    var imports = module.importSection();
    var memories = module.memorySection();
    int own = memories.map(section -> section.memoryCount()).orElse(0);
    for (int i = 0; i < own; i++) {
      if (memories.get().getMemory(i).limits().shared()) {
        found.add("threads");
      }
    }
    if (own + imports.count(ExternalType.MEMORY) > 1) {
      found.add("multi-memory");
    }
    if (module.tableSection().tableCount() + imports.count(ExternalType.TABLE) > 1) {
      found.add("reference-types");
    }
    if (module.tagSection().isPresent()) {
      found.add("exceptions");
    }
    int importedGlobals = imports.count(ExternalType.GLOBAL);
    for (var global : module.globalSection().globals()) {
      value(global.valueType());
      if (global.initInstructions().size() > 1) {
        found.add("extended-const");
      }
    }
    var exports = module.exportSection();
    for (int i = 0; i < exports.exportCount(); i++) {
      var export = exports.getExport(i);
      int index = export.index() - importedGlobals;
      if (export.exportType() == ExternalType.GLOBAL && index >= 0) {
        mutable(module.globalSection().getGlobal(index).mutabilityType());
      }
    }
    if (Arrays.stream(module.dataSection().dataSegments())
        .anyMatch(PassiveDataSegment.class::isInstance)) {
      found.add("bulk-memory");
    }
  }

  private void code() {
    var used = new boolean[1 << 16];
    for (var body : module.codeSection().functionBodies()) {
      body.localTypes().stream().distinct().forEach(this::value);
      for (AnnotatedInstruction instruction : body.instructions()) {
        int opcode = instruction.opcode().opcode() & 0xffff;
        used[opcode] = true;
      }
    }
    for (OpCode opcode : OpCode.values()) {
      if (used[opcode.opcode() & 0xffff]) {
        instruction(opcode.opcode());
      }
    }
  }

  private void instruction(int opcode) {
    switch (opcode >> 8) {
      case 0xfb -> found.add("gc");
      case 0xfc -> {
        int sub = opcode & 0xff;
        found.add(
            sub < 8 ? "saturating-float-to-int" : sub < 15 ? "bulk-memory" : "reference-types");
      }
      case 0xfd -> found.add("simd");
      case 0xfe -> found.add("threads");
      default -> plain(opcode);
    }
  }

  private void plain(int opcode) {
    switch (opcode) {
      case 0x08, 0x0a, 0x1f -> found.add("exceptions");
      case 0x12, 0x13 -> found.add("tail-calls");
      case 0x14, 0xd4, 0xd5, 0xd6 -> found.add("function-references");
      case 0x15 -> {
        found.add("tail-calls");
        found.add("function-references");
      }
      case 0x1c, 0x25, 0x26, 0xd0, 0xd1, 0xd2 -> found.add("reference-types");
      case 0xc0, 0xc1, 0xc2, 0xc3, 0xc4 -> found.add("sign-extension");
      case 0xd3 -> found.add("gc");
      default -> {}
    }
  }
}
