package sandglass.sandbox.wasi;

import java.util.Map;

/** {@code clock_*}, {@code random_get}, {@code proc_*} and {@code sched_yield}. */
final class ProcessFunctions {
  private static final int RANDOM_CHUNK = 1 << 16;

  private final Clocks clocks;
  private final RandomSource random;

  ProcessFunctions(Clocks clocks, RandomSource random) {
    this.clocks = clocks;
    this.random = random;
  }

  void addTo(Map<String, Handler> table) {
    table.put("clock_res_get", this::clockResGet);
    table.put("clock_time_get", this::clockTimeGet);
    table.put("random_get", this::randomGet);
    table.put("proc_exit", ProcessFunctions::procExit);
    table.put("proc_raise", (_, _) -> Errno.ENOTSUP);
    table.put("sched_yield", (_, _) -> Errno.ESUCCESS);
  }

  private Errno clockResGet(GuestMemory memory, long[] args) {
    memory.check((int) args[1], 8);
    memory.writeLong((int) args[1], clocks.resolution((int) args[0]));
    return Errno.ESUCCESS;
  }

  private Errno clockTimeGet(GuestMemory memory, long[] args) {
    memory.check((int) args[2], 8);
    memory.writeLong((int) args[2], clocks.time((int) args[0]));
    return Errno.ESUCCESS;
  }

  private Errno randomGet(GuestMemory memory, long[] args) {
    int pointer = (int) args[0];
    long left = Integer.toUnsignedLong((int) args[1]);
    memory.check(pointer, left);
    do { // at least once, so that a source that is off always says so
      Clocks.checkInterrupt();
      var bytes = new byte[(int) Math.min(left, RANDOM_CHUNK)];
      random.fill(bytes);
      memory.write(pointer, bytes);
      pointer += bytes.length;
      left -= bytes.length;
    } while (left > 0);
    return Errno.ESUCCESS;
  }

  private static Errno procExit(GuestMemory memory, long[] args) {
    throw new ProcExit((int) args[0]);
  }
}
