package sandglass.sandbox.meter;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Store;
import com.dylibso.chicory.runtime.WasmException;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** One run of the export {@code main} of a {@link RandomModule}, and all that is left of it. */
final class RandomRun {
  /** Below this a check has failed; see {@link Meter#MARK}. */
  private static final long EXHAUSTED = -(Meter.MARK >> 1);

  private static final String OUT_OF_FUEL = "out of fuel";
  private static final String CANNOT_COMPILE = "cannot compile: ";

  /** What the engines say of traps, of which either may say more. */
  private static final List<String> TRAPS =
      List.of(
          "integer divide by zero",
          "integer overflow",
          "invalid conversion to integer",
          "out of bounds memory access",
          "out of bounds table access",
          "undefined element",
          "uninitialized element",
          "indirect call type mismatch",
          "unreachable",
          "call stack exhausted");

  /**
   * How a run ended.
   *
   * @param kind {@code ended}, or the kind of trap
   * @param memory a digest of it
   * @param fuelLeft what the meter's global holds; 0 for a module as it is
   */
  record Ending(String kind, List<Long> results, String memory, List<Long> globals, long fuelLeft) {
    /** Chicory's compiler fails on some valid modules: nothing ran. */
    boolean cannotCompile() {
      return kind.startsWith(CANNOT_COMPILE);
    }

    boolean isOutOfFuel() {
      return kind.equals(OUT_OF_FUEL);
    }

    boolean endedNormally() {
      return kind.equals("ended");
    }

    Ending withoutFuel() {
      return new Ending(kind, results, memory, globals, 0);
    }
  }

  private RandomRun() {}

  /**
   * Runs a module.
   *
   * @param module metered already, where the side is
   */
  static Ending run(Side side, byte[] module, long fuel) {
    Instance instance;
    try {
      instance =
          side.isMetered() ? side.loadMetered(module, host(), fuel) : side.load(module, host());
    } catch (ChicoryException | WasmException e) {
      return new Ending("start: " + kind(e), List.of(), "", List.of(), 0);
    } catch (CannotCompileException e) {
      return new Ending(CANNOT_COMPILE + e.getMessage(), List.of(), "", List.of(), 0);
    }
    String kind = "ended";
    List<Long> results = List.of();
    try {
      long[] values = instance.export("main").apply();
      FunctionType type = instance.exportType("main");
      results =
          IntStream.range(0, values.length)
              .mapToObj(i -> plain(type.returns().get(i), values[i]))
              .toList();
    } catch (RuntimeException | StackOverflowError e) {
      kind = kind(e);
    }
    long left = side.isMetered() ? instance.exports().global(Meter.FUEL_EXPORT).getValue() : 0;
    if (left < EXHAUSTED) {
      kind = OUT_OF_FUEL;
    }
    return new Ending(kind, results, memory(instance), globals(instance), left);
  }

  private static Store host() {
    FunctionType type = FunctionType.of(List.of(ValType.I64), List.of(ValType.I64));
    return new Store()
        .addFunction(
            new HostFunction(
                "env", "host", type, (instance, args) -> new long[] {args[0] ^ 0x5555L}));
  }

  private static String kind(Throwable thrown) {
    if (thrown instanceof WasmException) {
      return "exception";
    }
    String message = String.valueOf(thrown.getMessage());
    return TRAPS.stream().filter(message::contains).findFirst().orElse(thrown.getClass().getName());
  }

  private static List<Long> globals(Instance instance) {
    return IntStream.rangeClosed(0, RandomModule.GLOBALS)
        .mapToObj(i -> instance.exports().global("g" + i))
        .map(global -> plain(global.getType(), global.getValue()))
        .toList();
  }

  /** Engines differ in what they keep above 32 bits, which no guest sees. */
  private static long plain(ValType type, long value) {
    boolean narrow = type.equals(ValType.I32) || type.equals(ValType.F32);
    return narrow ? value & 0xffffffffL : value;
  }

  private static String memory(Instance instance) {
    var memory = instance.exports().memory("memory");
    byte[] bytes = memory.readBytes(0, memory.pages() * (1 << 16));
    return memory.pages() + ":" + HexFormat.of().toHexDigits(Arrays.hashCode(bytes));
  }
}
