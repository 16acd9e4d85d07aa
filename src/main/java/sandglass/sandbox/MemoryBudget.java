package sandglass.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import sandglass.sandbox.Report.Growth;

/**
 * The linear memory of one run: all its memories draw on one limit, and each growth is recorded.
 * Written by the guest's thread; {@link #bytes} may be read from any.
 */
final class MemoryBudget {
  private static final int PAGE = 65_536;

  private final LongSupplier fuelUsed;
  private final Runnable sampler;
  private final List<Growth> growths = new ArrayList<>();
  private final AtomicLong bytes = new AtomicLong();
  private volatile long limit;
  private long dropped;
  private boolean refusedLast;

  /**
   * @param limit bytes
   * @param fuelUsed the fuel used so far, for the record
   * @param sampler takes a sample of the run; called before and after each growth
   */
  MemoryBudget(long limit, LongSupplier fuelUsed, Runnable sampler) {
    this.limit = limit;
    this.fuelUsed = fuelUsed;
    this.sampler = sampler;
  }

  /** Forgets the growths so far and draws on another limit. What is there counts against it. */
  synchronized void restart(long newLimit) {
    limit = newLimit;
    growths.clear();
    dropped = 0;
    refusedLast = false;
  }

  /** Bytes now, which are the most so far: memories never shrink. */
  long bytes() {
    return bytes.get();
  }

  /** Pages that the limit still allows. */
  long pagesLeft() {
    return (limit - bytes.get()) / PAGE;
  }

  /** Takes what a memory begins with; that it fits was checked before. */
  void begin(int pages) {
    bytes.addAndGet((long) pages * PAGE);
  }

  /** Told before a {@code memory.grow} is answered, which takes its time where bytes are copied. */
  void growing() {
    sampler.run();
  }

  /** Records the answer to a {@code memory.grow} of {@code pages}, as an unsigned number. */
  void grown(int pages, boolean granted) {
    keep(pages, granted);
    sampler.run();
  }

  private synchronized void keep(int pages, boolean granted) {
    refusedLast = !granted;
    if (granted) {
      bytes.addAndGet((long) pages * PAGE);
    }
    if (growths.size() < Report.MAX_GROWTHS) {
      growths.add(new Growth(fuelUsed.getAsLong(), Integer.toUnsignedLong(pages), granted));
    } else {
      dropped++;
    }
  }

  /** Whether the last growth was refused. */
  synchronized boolean refusedLast() {
    return refusedLast;
  }

  synchronized List<Growth> growths() {
    return List.copyOf(growths);
  }

  synchronized long dropped() {
    return dropped;
  }
}
