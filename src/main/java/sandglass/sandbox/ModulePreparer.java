package sandglass.sandbox;

import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.WasmModule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import sandglass.sandbox.meter.InvalidModuleException;
import sandglass.sandbox.meter.Meter;
import sandglass.sandbox.meter.Metered;
import sandglass.sandbox.meter.ModuleParser;
import sandglass.sandbox.meter.ModuleStructure;
import sandglass.sandbox.meter.Splitter;

/**
 * Meters, validates and compiles modules, and keeps the most recently used. Safe for use by several
 * runs at once: what one prepares, others that want the same wait for.
 */
final class ModulePreparer {
  /** Bytes of prepared modules kept in memory. */
  private static final long MAX_KEPT_BYTES = 256L << 20;

  /** What the meter and the splitter hold is several times the module. */
  private static final double METERED = 0.08;

  private final Optional<DiskCache> disk;
  private final int splitTarget;
  private final Map<Key, PreparedModule> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Key, Work> underWay = new ConcurrentHashMap<>();
  private long keptBytes;

  private record Key(String sha256, Engine engine) {}

  /** A preparation that is going on. */
  private record Work(CompletableFuture<PreparedModule> result, PreparationProgress progress) {}

  ModulePreparer(Optional<DiskCache> disk) {
    this(disk, Splitter.TARGET);
  }

  /**
   * @param splitTarget bytes of JVM code above which functions are split; where it is not the usual
   *     one, interpreted modules are split too
   */
  ModulePreparer(Optional<DiskCache> disk, int splitTarget) {
    this.disk = disk;
    this.splitTarget = splitTarget;
  }

  /**
   * Prepares a module on the calling thread, or waits for one that does. Answers an interrupt
   * between its stages.
   *
   * @param watcher is given the progress of the preparation, before it begins
   * @throws RejectedException if it is not a valid module, or not one that the engine can run
   * @throws InterruptedException if the thread was interrupted
   */
  PreparedModule prepare(
      byte[] module, String sha256, Engine engine, Consumer<PreparationProgress> watcher)
      throws RejectedException, InterruptedException {
    var key = new Key(sha256, engine);
    while (true) {
      synchronized (kept) {
        PreparedModule known = kept.get(key);
        if (known != null) {
          return known;
        }
      }
      var mine = new Work(new CompletableFuture<>(), new PreparationProgress());
      Work others = underWay.putIfAbsent(key, mine);
      if (others == null) {
        watcher.accept(mine.progress());
        return work(key, mine, module);
      }
      watcher.accept(others.progress());
      PreparedModule prepared = await(others);
      if (prepared != null) {
        return prepared;
      }
      // Whoever did it has given up.
    }
  }

  private PreparedModule work(Key key, Work work, byte[] module)
      throws RejectedException, InterruptedException {
    try {
      PreparedModule prepared =
          key.engine() == Engine.COMPILED
              ? compiled(module, key.sha256(), work.progress())
              : interpreted(module);
      keep(key, prepared);
      work.progress().reach(1);
      work.result().complete(prepared);
      return prepared;
    } catch (Throwable e) {
      work.result().completeExceptionally(e);
      throw e;
    } finally {
      underWay.remove(key, work);
    }
  }

  /** Null where the other gave up, or failed for a reason that need not be this one's. */
  private static PreparedModule await(Work work) throws RejectedException, InterruptedException {
    try {
      return work.result().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RejectedException rejected) {
        throw new RejectedException(rejected.getMessage());
      }
      return null;
    }
  }

  private PreparedModule interpreted(byte[] module) throws RejectedException, InterruptedException {
    Metered metered = checkAndMeter(module);
    Interrupts.check();
    WasmModule parsed = parse(metered.module());
    if (splitTarget != Splitter.TARGET) {
      parsed = parse(Splitter.split(metered.module(), splitTarget).module());
    }
    Interrupts.check();
    return new PreparedModule(
        parsed,
        metered.fuelGlobal(),
        metered.startupFuel(),
        Optional.empty(),
        Integer.MAX_VALUE,
        Map.of(),
        // Measured: some 20 bytes of objects a byte of code.
        20L * metered.module().length);
  }

  private PreparedModule compiled(byte[] module, String sha256, PreparationProgress progress)
      throws RejectedException, InterruptedException {
    Optional<CompiledModule> known = disk.flatMap(cache -> cache.get(sha256));
    if (known.isPresent()) {
      try {
        return loaded(known.get());
      } catch (LinkageError | RejectedException | RuntimeException e) {
        // What the disk had is unusable; what comes out of the compiler is final.
        disk.get().remove(sha256);
      }
    }
    Metered metered = checkAndMeter(module);
    Interrupts.check();
    progress.reach(METERED);
    CompiledModule compiled = verified(metered, progress);
    Interrupts.check();
    disk.ifPresent(cache -> cache.put(sha256, compiled));
    Interrupts.check();
    return loaded(compiled);
  }

  /** Compiled and accepted by the JVM, or left to the interpreter. */
  private CompiledModule verified(Metered metered, PreparationProgress progress)
      throws RejectedException, InterruptedException {
    CompiledModule compiled = ModuleCompiler.compile(metered, splitTarget, progress);
    try {
      GuestClasses.verify(compiled);
      return compiled;
    } catch (LinkageError e) {
      return ModuleCompiler.interpreted(
          metered,
          "the JVM refuses what the engine's compiler made of it: " + e.getClass().getSimpleName());
    }
  }

  private static PreparedModule loaded(CompiledModule compiled) throws RejectedException {
    long bytes = 4L * compiled.skeleton().length;
    for (byte[] file : compiled.classes().values()) {
      bytes += file.length;
    }
    return new PreparedModule(
        parse(compiled.skeleton()),
        compiled.fuelGlobal(),
        compiled.startupFuel(),
        compiled.refusal().isPresent()
            ? Optional.empty()
            : Optional.of(GuestClasses.load(compiled)),
        compiled.firstPart(),
        compiled.interpreted(),
        bytes);
  }

  private static Metered checkAndMeter(byte[] module) throws RejectedException {
    Optional<String> damage = ModuleStructure.check(module);
    if (damage.isPresent()) {
      throw new RejectedException("not a valid module: " + damage.get());
    }
    return meter(module);
  }

  private static Metered meter(byte[] module) throws RejectedException {
    try {
      return Meter.meter(module);
    } catch (InvalidModuleException e) {
      throw new RejectedException("not a valid module: " + e.getMessage());
    }
  }

  /** Parses and validates, and says what is wrong in the parser's words. */
  static WasmModule parse(byte[] metered) throws RejectedException {
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

  private void keep(Key key, PreparedModule prepared) {
    synchronized (kept) {
      if (kept.put(key, prepared) == null) {
        keptBytes += prepared.bytes();
      }
      var oldest = kept.values().iterator();
      while (keptBytes > MAX_KEPT_BYTES && kept.size() > 1) {
        keptBytes -= oldest.next().bytes();
        oldest.remove();
      }
    }
  }
}
