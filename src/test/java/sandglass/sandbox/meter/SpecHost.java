package sandglass.sandbox.meter;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.GlobalInstance;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportGlobal;
import com.dylibso.chicory.runtime.ImportMemory;
import com.dylibso.chicory.runtime.ImportTable;
import com.dylibso.chicory.runtime.Store;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.TableLimits;
import com.dylibso.chicory.wasm.types.ValType;
import com.dylibso.chicory.wasm.types.Value;
import java.util.List;

/** The module {@code spectest}, which the spec's scripts import: values to read, printers. */
final class SpecHost {
  private SpecHost() {}

  static Store store() {
    Store store = new Store();
    print(store, "print");
    print(store, "print_i32", ValType.I32);
    print(store, "print_i64", ValType.I64);
    print(store, "print_f32", ValType.F32);
    print(store, "print_f64", ValType.F64);
    print(store, "print_i32_f32", ValType.I32, ValType.F32);
    print(store, "print_f64_f64", ValType.F64, ValType.F64);
    constant(store, "global_i32", Value.i32(666));
    constant(store, "global_i64", Value.i64(666));
    constant(store, "global_f32", Value.fromFloat(666.6f));
    constant(store, "global_f64", Value.fromDouble(666.6));
    store.addMemory(memory("memory", false), memory("shared_memory", true));
    Table table = new Table(ValType.FuncRef, new TableLimits(10, 20));
    return store.addTable(
        new ImportTable("spectest", "table", new TableInstance(table, Value.REF_NULL_VALUE)));
  }

  private static void print(Store store, String name, ValType... parameters) {
    FunctionType type = FunctionType.of(List.of(parameters), List.of());
    store.addFunction(new HostFunction("spectest", name, type, (instance, args) -> null));
  }

  private static void constant(Store store, String name, Value value) {
    store.addGlobal(new ImportGlobal("spectest", name, new GlobalInstance(value)));
  }

  private static ImportMemory memory(String name, boolean shared) {
    return new ImportMemory("spectest", name, new ByteArrayMemory(new MemoryLimits(1, 2, shared)));
  }
}
