package sandglass.sandbox;

import com.dylibso.chicory.compiler.Cache;
import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.WasmModule;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * One module on its way through Chicory's compiler. What the compiler made is rewritten by {@link
 * FuelFields}, kept on disk like that, and loaded from there or from memory.
 */
final class CompiledModule implements Cache {
  private final WasmModule module;
  private final int fuelGlobal;
  private final Optional<DiskCache> disk;
  private byte[] rewritten;

  CompiledModule(WasmModule module, int fuelGlobal, Optional<DiskCache> disk) {
    this.module = module;
    this.fuelGlobal = fuelGlobal;
    this.disk = disk;
  }

  /** What makes the machines of instances of the module; compiles where it is not known yet. */
  Function<Instance, Machine> load() {
    Function<Instance, Machine> first = compile();
    // The first time, the compiler has loaded what it made as it was.
    return rewritten == null ? first : compile();
  }

  private Function<Instance, Machine> compile() {
    return MachineFactoryCompiler.builder(module)
        .withInterpreterFallback(InterpreterFallback.SILENT)
        .withCache(this)
        .compile();
  }

  @Override
  public byte[] get(String key) throws IOException {
    return rewritten != null || disk.isEmpty() ? rewritten : disk.get().get(key);
  }

  @Override
  public void putIfAbsent(String key, byte[] jar) throws IOException {
    boolean hasMemory =
        module.memorySection().map(memories -> memories.memoryCount()).orElse(0) > 0;
    byte[] result = hasMemory ? FuelFields.rewrite(jar, fuelGlobal) : jar;
    if (hasMemory) {
      rewritten = result;
    }
    disk.ifPresent(cache -> cache.putIfAbsent(key, result));
  }
}
