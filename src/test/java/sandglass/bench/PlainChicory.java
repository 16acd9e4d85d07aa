package sandglass.bench;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasi.WasiExitException;
import com.dylibso.chicory.wasi.WasiOptions;
import com.dylibso.chicory.wasi.WasiPreview1;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** The engine alone, as its makers deliver it: no fuel, no limits, its own WASI. */
final class PlainChicory {
  private final WasmModule module;
  private final Function<Instance, Machine> machine;
  private final boolean arrayMemory;

  /**
   * Compiles the module.
   *
   * @param arrayMemory whether to use the memory that the engine has for JVMs such as HotSpot, not
   *     its default
   */
  PlainChicory(byte[] bytes, boolean arrayMemory) {
    this.module = Parser.parse(bytes);
    this.machine = MachineFactoryCompiler.compile(module);
    this.arrayMemory = arrayMemory;
  }

  /** Runs {@code _start} in a new instance; gives what it prints. */
  String run() {
    var stdout = new ByteArrayOutputStream();
    var options = WasiOptions.builder().withArguments(List.of("guest")).withStdout(stdout).build();
    try (var wasi = WasiPreview1.builder().withOptions(options).build()) {
      var builder =
          Instance.builder(module)
              .withMachineFactory(machine)
              .withImportValues(ImportValues.builder().addFunction(wasi.toHostFunctions()).build());
      if (arrayMemory) {
        builder.withMemoryFactory(ByteArrayMemory::new);
      }
      builder.build();
    } catch (WasiExitException e) {
      if (e.exitCode() != 0) {
        throw e;
      }
    }
    return stdout.toString(StandardCharsets.UTF_8);
  }
}
