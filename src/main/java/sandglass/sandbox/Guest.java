package sandglass.sandbox;

import com.dylibso.chicory.runtime.GlobalInstance;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.MutabilityType;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * A prepared module with what one run gives it: fuel, memory, tables. Used by the guest's thread;
 * the meters may be read from any.
 */
final class Guest {
  /** The calls in which time may pass while no fuel is used. */
  private static final Set<String> MAY_WAIT = Set.of("fd_read", "poll_oneoff");

  private final PreparedModule prepared;
  private final TimelineRecorder timeline;
  private final FuelGlobal fuel;
  private final MemoryBudget memory;
  private final AtomicLong tableElementsLeft;
  private final FailureTrail trail = new FailureTrail();
  private int globals;
  private FlatMemory firstMemory;

  Guest(PreparedModule prepared, Limits limits, TimelineRecorder timeline) {
    this.prepared = prepared;
    this.timeline = timeline;
    this.fuel = new FuelGlobal(limits.fuel(), prepared.startupFuel(), this::sampleAtRefill);
    this.memory = new MemoryBudget(limits.memoryBytes(), fuel::used, this::sample);
    this.tableElementsLeft =
        new AtomicLong(limits.tableElements() - ModuleChecks.tableElements(prepared.module()));
  }

  long fuelUsed() {
    return fuel.used();
  }

  /** The fuel used since it began, by which the virtual clock goes. */
  long fuelUsedInAll() {
    return fuel.usedInAll();
  }

  /** Begins to count anew, against other limits; on the guest's thread, in a host function. */
  void restart(Limits limits) {
    fuel.restart(limits.fuel());
    memory.restart(limits.memoryBytes());
    sample();
  }

  MemoryBudget memory() {
    return memory;
  }

  /** Lets go of the memory; the meters stay as they are. */
  void release() {
    fuel.letGo();
    firstMemory = null;
  }

  /** Instantiates the module, start function included, and runs it from {@code entry}. */
  List<String> run(EntryPoint entry, HostFunction[] host) {
    Instance instance =
        Instance.builder(prepared.module())
            .withImportValues(ImportValues.builder().addFunction(sampled(host)).build())
            .withMemoryFactory(this::memory)
            .withTableFactory(this::table)
            .withGlobalFactory(this::global)
            .withMachineFactory(machine())
            .withStart(false)
            .build();
    return entry.call(instance);
  }

  /** The engine asks for the globals in their order, with the memories there, before it runs. */
  private GlobalInstance global(long low, long high, ValType type, MutabilityType mutability) {
    int index = globals++;
    if (index == prepared.fuelGlobal()) {
      sample();
      return fuel;
    }
    return firstMemory == null || type.equals(ValType.V128)
        ? new GlobalInstance(low, high, type, mutability)
        : new MemoryGlobal(firstMemory, index, low, type, mutability);
  }

  private void sample() {
    timeline.record(fuel.used(), memory.bytes());
  }

  private void sampleAtRefill(long fuelUsed) {
    timeline.record(fuelUsed, memory.bytes());
  }

  private HostFunction[] sampled(HostFunction[] host) {
    return Arrays.stream(host)
        .map(function -> MAY_WAIT.contains(function.name()) ? sampled(function) : function)
        .toArray(HostFunction[]::new);
  }

  private HostFunction sampled(HostFunction function) {
    return new HostFunction(
        function.module(),
        function.name(),
        function.functionType(),
        (instance, args) -> {
          sample();
          try {
            return function.handle().apply(instance, args);
          } finally {
            sample();
          }
        });
  }

  /** The engine asks for the memories in their order, and for all of them before the globals. */
  private FlatMemory memory(MemoryLimits limits) {
    var made = new FlatMemory(limits, memory);
    if (firstMemory == null) {
      firstMemory = made;
      made.globals = new long[prepared.module().globalSection().globalCount()];
      fuel.keepIn(made);
    }
    return made;
  }

  private BoundedTable table(Table table, int initialValue) {
    return new BoundedTable(table, initialValue, tableElementsLeft);
  }

  private Function<Instance, Machine> machine() {
    return prepared.compiled().orElse(instance -> new GuestInterpreter(instance, trail));
  }

  /** The frames that a failure came through, innermost first. */
  List<Outcome.Frame> frames(Throwable failure) {
    return trail.of(failure, prepared.firstPart()).stream()
        .map(function -> new Outcome.Frame(function, prepared.functionName(function)))
        .toList();
  }
}
