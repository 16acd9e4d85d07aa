package sandglass.sandbox;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import com.dylibso.chicory.runtime.WasmException;
import com.dylibso.chicory.wasm.ChicoryException;
import java.util.List;
import java.util.Locale;
import sandglass.sandbox.FuelGlobal.OutOfFuelException;
import sandglass.sandbox.Outcome.Frame;
import sandglass.sandbox.wasi.ProcExit;
import sandglass.sandbox.wasi.WorldException;

/** Turns whatever ended a guest into an {@link Outcome}. */
final class OutcomeOf {
  private OutcomeOf() {}

  /** Reads a failure from before there was a guest. */
  static Outcome unprepared(Throwable thrown, Limits limits) {
    return switch (thrown) {
      case RejectedException e -> failure(e, limits, false, List.of());
      case WorldException e -> failure(e, limits, false, List.of());
      case InterruptedException e -> failure(e, limits, false, List.of());
      case OutOfMemoryError e -> failure(e, limits, false, List.of());
      case StackOverflowError e ->
          new Outcome.Rejected("it is nested more deeply than this engine can take");
      default -> new Outcome.Rejected("this engine could not prepare it (" + thrown + ")");
    };
  }

  /**
   * Reads a failure.
   *
   * @param thrown what the engine or a host function threw, or what kept the run from beginning
   * @param limits for the messages
   * @param afterRefusedGrowth whether the guest's last {@code memory.grow} was refused
   * @param frames the guest's frames
   */
  static Outcome failure(
      Throwable thrown, Limits limits, boolean afterRefusedGrowth, List<Frame> frames) {
    return switch (thrown) {
      case EndOfRun end -> end.outcome();
      case RejectedException e -> new Outcome.Rejected(e.getMessage());
      case WorldException e -> new Outcome.Rejected(e.getMessage());
      case InterruptedException e -> new Outcome.Cancelled("stopped");
      case ProcExit exit -> new Outcome.Exited(exit.code());
      case OutOfFuelException e -> outOfFuel(limits);
      case GuestOutput.LimitException e ->
          new Outcome.OutputLimit(
              "wrote more than the output limit of "
                  + limits.outputBytes()
                  + " bytes; raise the output limit, or write less");
      case GuestOutput.ClosedException e -> new Outcome.Cancelled("stopped: its output was closed");
      case OutOfMemoryError e ->
          new Outcome.OutOfMemory(
              "needed more memory than this machine's Java heap of "
                  + (Runtime.getRuntime().maxMemory() >> 20)
                  + " MiB can give; start Java with a larger -Xmx, or lower the memory limit");
      case StackOverflowError e -> new Outcome.Trapped("call stack exhausted", frames);
      case WasmException e -> new Outcome.Trapped("uncaught exception, tag " + e.tagIdx(), frames);
      case ChicoryInterruptedException e -> new Outcome.Cancelled("stopped");
      default -> {
        if (rootIs(thrown, StackOverflowError.class)) {
          yield new Outcome.Trapped("call stack exhausted", frames);
        }
        yield new Outcome.Trapped(reason(thrown, limits, afterRefusedGrowth), frames);
      }
    };
  }

  static Outcome outOfFuel(Limits limits) {
    return new Outcome.OutOfFuel(
        "used up its fuel of "
            + String.format(Locale.ROOT, "%,d", limits.fuel())
            + " units; raise the fuel limit, or look for a loop that does not end");
  }

  private static boolean rootIs(Throwable thrown, Class<? extends Throwable> type) {
    for (Throwable t = thrown; t != null; t = t.getCause() == t ? null : t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  /** The trap in the specification's words. */
  private static String reason(Throwable thrown, Limits limits, boolean afterRefusedGrowth) {
    String message = thrown.getMessage() == null ? "" : thrown.getMessage();
    if (message.contains("unreachable instruction")) {
      return afterRefusedGrowth
          ? "unreachable, after memory.grow was refused at the memory limit of "
              + limits.memoryBytes()
              + " bytes; raise that limit, or use less"
          : "unreachable";
    }
    for (String words : List.of("out of bounds memory access", "uninitialized element")) {
      if (message.startsWith(words)) {
        return words; // without the figures that the engine adds
      }
    }
    if (thrown instanceof ChicoryException && !message.isEmpty()) {
      return message;
    }
    // Not one of the engine's own traps: a guest that found an edge of the engine.
    return switch (thrown) {
      case ArithmeticException e -> "integer divide by zero";
      case IndexOutOfBoundsException e -> "out of bounds access";
      case NegativeArraySizeException e -> "out of bounds access";
      default -> "engine failure: " + thrown;
    };
  }
}
