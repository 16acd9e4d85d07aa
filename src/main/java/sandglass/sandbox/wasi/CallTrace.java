package sandglass.sandbox.wasi;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The first calls of a run, decoded; the rest are only counted. May be read from any thread. */
final class CallTrace {
  /** How many calls are kept. */
  static final int MAX_CALLS = 1_000;

  private final LongSupplier fuelUsed;
  private final List<WasiCall> calls = new ArrayList<>();
  private long fuelBefore;
  private final AtomicLong made = new AtomicLong();

  CallTrace(LongSupplier fuelUsed) {
    this.fuelUsed = fuelUsed;
  }

  /** Forgets all calls but the one that is being made, and counts fuel from now on. */
  synchronized void restart() {
    calls.clear();
    made.set(1);
    fuelBefore = fuelUsed.getAsLong();
  }

  /**
   * Makes a call and records it, as far as there is room. Whatever it throws but an errno passes
   * through, recorded as a call that did not return.
   */
  Errno call(Signature signature, Handler handler, GuestMemory memory, long[] args) {
    if (made.incrementAndGet() > MAX_CALLS) {
      return answer(handler, memory, args);
    }
    long fuel = fuelUsed.getAsLong();
    var decoded = CallDecoder.arguments(signature, memory, args);
    Errno errno = null;
    try {
      errno = answer(handler, memory, args);
      return errno;
    } finally {
      String name = errno == null ? "" : errno.name();
      String result = errno == Errno.ESUCCESS ? CallDecoder.results(signature, memory, args) : "";
      add(new WasiCall(fuel - fuelBefore, signature.name(), decoded, name, result));
    }
  }

  private static Errno answer(Handler handler, GuestMemory memory, long[] args) {
    try {
      return handler.call(memory, args);
    } catch (ErrnoException e) {
      return e.errno();
    }
  }

  private synchronized void add(WasiCall call) {
    calls.add(call);
  }

  synchronized List<WasiCall> calls() {
    return List.copyOf(calls);
  }

  long dropped() {
    return Math.max(0, made.get() - MAX_CALLS);
  }
}
