package sandglass.sandbox;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.WasmModule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import sandglass.sandbox.meter.InvalidModuleException;
import sandglass.sandbox.meter.Meter;
import sandglass.sandbox.meter.Metered;
import sandglass.sandbox.meter.ModuleParser;
import sandglass.sandbox.meter.ModuleStructure;

/**
 * Meters, validates and compiles modules, and keeps the most recently used. Safe for use by several
 * runs at once; what two of them prepare at the same time is prepared twice.
 */
final class ModulePreparer {
  /** Bytes of metered modules kept in memory. */
  private static final long MAX_KEPT_BYTES = 96L << 20;

  private final Optional<DiskCache> disk;
  private final Map<Key, PreparedModule> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long keptBytes;

  private record Key(String sha256, Engine engine) {}

  ModulePreparer(Optional<DiskCache> disk) {
    this.disk = disk;
  }

  /**
   * Prepares a module, on the calling thread. Answers an interrupt between its stages.
   *
   * @throws RejectedException if it is not a valid module, or not one that the engine can run
   * @throws InterruptedException if the thread was interrupted
   */
  PreparedModule prepare(byte[] module, String sha256, Engine engine)
      throws RejectedException, InterruptedException {
    var key = new Key(sha256, engine);
    synchronized (kept) {
      PreparedModule known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    Optional<String> damage = ModuleStructure.check(module);
    if (damage.isPresent()) {
      throw new RejectedException("not a valid module: " + damage.get());
    }
    Metered metered = meter(module);
    checkInterrupt();
    WasmModule parsed = parse(metered.module());
    checkInterrupt();
    var prepared =
        new PreparedModule(
            metered,
            parsed,
            engine == Engine.COMPILED ? compile(parsed, metered.fuelGlobal()) : Optional.empty());
    checkInterrupt();
    keep(key, prepared);
    return prepared;
  }

  private static void checkInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private static Metered meter(byte[] module) throws RejectedException {
    try {
      return Meter.meter(module);
    } catch (InvalidModuleException e) {
      throw new RejectedException("not a valid module: " + e.getMessage());
    }
  }

  private static WasmModule parse(byte[] metered) throws RejectedException {
    try {
      return ModuleParser.parse(metered);
    } catch (ChicoryException e) {
      throw new RejectedException("not a valid module: " + reason(e));
    } catch (RuntimeException | AssertionError e) {
      // The parser stumbled over what it should have named.
      throw new RejectedException("not a valid module: the parser failed with " + e);
    } catch (StackOverflowError e) {
      throw new RejectedException("not a valid module: it is nested too deeply");
    }
  }

  /** What the parser says, in words that fit what it means by them. */
  private static String reason(ChicoryException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("malformed UTF-8 encoding")) {
      // Whether names are UTF-8 was checked before.
      return "it imports by a name with characters that this engine does not read";
    }
    if (message.equals("size minimum must not be greater than maximum")) {
      // No module declares that of itself; the engine has a maximum of its own.
      return "a memory or table begins above its own maximum, or a table above the 10,000,000"
          + " elements that this engine has at most";
    }
    // It puts this before whatever is malformed.
    return message.replace("section size mismatch, unexpected end of section or function, ", "");
  }

  /** Empty where the compiler cannot: vector instructions, for one, run interpreted. */
  private Optional<Function<Instance, Machine>> compile(WasmModule module, int fuelGlobal)
      throws InterruptedException {
    try {
      return Optional.of(new CompiledModule(module, fuelGlobal, disk).load());
    } catch (LinkageError | RuntimeException | StackOverflowError e) {
      if (disk.isEmpty()) {
        return Optional.empty();
      }
      // What the disk had may be unusable; without it, the compiler's own no is final.
      disk.get().remove(module.digest());
    }
    checkInterrupt();
    try {
      return Optional.of(new CompiledModule(module, fuelGlobal, disk).load());
    } catch (LinkageError | RuntimeException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private void keep(Key key, PreparedModule prepared) {
    synchronized (kept) {
      if (kept.put(key, prepared) == null) {
        keptBytes += prepared.metered().module().length;
      }
      var oldest = kept.values().iterator();
      while (keptBytes > MAX_KEPT_BYTES && kept.size() > 1) {
        keptBytes -= oldest.next().metered().module().length;
        oldest.remove();
      }
    }
  }
}
