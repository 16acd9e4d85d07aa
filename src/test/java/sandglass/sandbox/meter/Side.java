package sandglass.sandbox.meter;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.GlobalFactory;
import com.dylibso.chicory.runtime.GlobalInstance;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Store;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import java.util.function.Function;
import sandglass.sandbox.simd.SimdMachine;

/** One way to run a module: which engine, whether metered, and whether split besides. */
enum Side {
  INTERPRETED(false, false, false),
  INTERPRETED_METERED(false, true, false),
  INTERPRETED_SPLIT(false, true, true),
  COMPILED(true, false, false),
  COMPILED_METERED(true, true, false),
  COMPILED_SPLIT(true, true, true);

  /** Bytes of JVM code, some twenty instructions: so that almost everything is split. */
  static final int TINY = 60;

  /** Enough for every script and random module. */
  static final long PLENTY = 1L << 60;

  private final boolean compiled;
  private final boolean metered;
  private final boolean split;

  Side(boolean compiled, boolean metered, boolean split) {
    this.compiled = compiled;
    this.metered = metered;
    this.split = split;
  }

  boolean isMetered() {
    return metered;
  }

  /** Parses, validates and instantiates the module with all the fuel it wants. */
  Instance load(byte[] original, Store store) {
    if (!metered) {
      return instantiate(Parser.parse(original), store, null);
    }
    byte[] rewritten = MeterFailure.guard(original).module();
    return loadMetered(rewritten, store, PLENTY);
  }

  /** Instantiates what the meter wrote, with this much fuel from the start function on. */
  Instance loadMetered(byte[] rewritten, Store store, long fuel) {
    if (split) {
      // What the splitter leaves out must be valid too: the preparer asks the original, so do we.
      Parser.parse(rewritten);
    }
    Split parts = split ? SplitFailure.guard(rewritten, TINY) : null;
    WasmModule module = Parser.parse(parts == null ? rewritten : parts.module());
    int spills = parts == null ? 0 : parts.spills();
    return instantiate(module, store, fuelled(module.globalSection().globalCount() - spills, fuel));
  }

  private Instance instantiate(WasmModule module, Store store, GlobalFactory globals) {
    var builder =
        Instance.builder(module)
            .withImportValues(store.toImportValues())
            .withMemoryFactory(ByteArrayMemory::new)
            .withGlobalFactory(globals)
            .withStart(false);
    return builder.withMachineFactory(compiled ? compile(module) : SimdMachine::new).build();
  }

  /**
   * Chicory's compiler fails on some valid modules, metered or not: that is not for us to judge.
   */
  private static Function<Instance, Machine> compile(WasmModule module) {
    try {
      return MachineFactoryCompiler.builder(module)
          .withInterpreterFallback(InterpreterFallback.SILENT)
          .compile();
    } catch (NullPointerException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | LinkageError e) {
      throw new CannotCompileException(e);
    }
  }

  /** The meter's global is the last but for the spills: full before a start function runs. */
  private static GlobalFactory fuelled(int count, long fuel) {
    int[] made = {0};
    return (low, high, type, mutability) ->
        new GlobalInstance(++made[0] == count ? fuel : low, high, type, mutability);
  }
}
