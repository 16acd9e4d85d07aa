package sandglass.sandbox;

import com.dylibso.chicory.runtime.ChicoryInterruptedException;
import com.dylibso.chicory.runtime.GlobalInstance;
import com.dylibso.chicory.wasm.types.MutabilityType;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.function.LongConsumer;
import sandglass.sandbox.meter.Meter;

/**
 * The global in which a metered module keeps its fuel. It hands the fuel out in slices: a loop
 * keeps its count in a local until its slice is used up, so this is how far {@link #used} may lag
 * behind. The slices begin small and grow with what was used, so that a short run is as finely
 * observed as a long one. Written by the guest's thread; {@link #used} may be read from any, where
 * it is a recent value.
 */
final class FuelGlobal extends GlobalInstance {
  /** Units of the first slice. */
  private static final long SMALLEST_SLICE = 1 << 6;

  /** Units: tens of microseconds of compiled code. */
  private static final long LARGEST_SLICE = 1 << 16;

  /** A slice is this part of what was used. */
  private static final int SLICES = 1 << 8;

  private static final long MARKED = -(Meter.MARK / 2);

  private final LongConsumer refilled;
  private long limit;
  private long reserve;
  private long usedBefore;
  private FlatMemory memory;

  /**
   * @param limit units that the run may use
   * @param alreadyUsed units used before the first instruction
   * @param refilled told on the guest's thread what was used whenever a slice is; exact
   */
  FuelGlobal(long limit, long alreadyUsed, LongConsumer refilled) {
    super(0, 0, ValType.I64, MutabilityType.Var);
    this.limit = limit;
    this.refilled = refilled;
    this.reserve = limit - alreadyUsed;
    refill(0);
  }

  /** Keeps the slice in {@code first}, the module's first memory, where compiled code has it. */
  void keepIn(FlatMemory first) {
    long balance = getValue();
    memory = first;
    first.keeper = this;
    store(balance);
  }

  /** Keeps the slice here again, so that the guest, which has ended, can go. */
  void letGo() {
    super.setValue(getValue());
    memory = null;
    setInstance(null); // the engine told it whose it is
  }

  /**
   * Begins to count anew, against another limit. To be called on the guest's thread in a host
   * function.
   */
  void restart(long newLimit) {
    usedBefore += used();
    limit = newLimit;
    reserve = newLimit;
    store(0);
    refill(0);
  }

  /** Units used since the guest began, whatever limit they counted against. */
  long usedInAll() {
    return usedBefore + used();
  }

  /** Units used; exact whenever the guest is outside of its own code. */
  long used() {
    return limit - reserve - getValue();
  }

  @Override
  public long getValue() {
    FlatMemory keeper = memory;
    return keeper == null ? super.getValue() : keeper.fuel;
  }

  @Override
  public long getValueLow() {
    return getValue();
  }

  @Override
  public void setValue(long value) {
    if (value >= MARKED) {
      store(value);
      return;
    }
    refill(value + Meter.MARK);
    refilled.accept(used());
    if (Thread.currentThread().isInterrupted()) {
      throw new ChicoryInterruptedException("Thread interrupted");
    }
    if (getValue() <= 0) {
      throw new OutOfFuelException();
    }
  }

  /** Puts into the slice, which holds {@code balance}, what the reserve has for it. */
  private void refill(long balance) {
    long used = limit - reserve - balance;
    long slice = Math.clamp(used / SLICES, SMALLEST_SLICE, LARGEST_SLICE);
    long amount = Math.min(reserve, slice - balance);
    reserve -= amount;
    store(balance + amount);
  }

  private void store(long balance) {
    if (memory == null) {
      super.setValue(balance);
    } else {
      memory.fuel = balance;
    }
  }

  /** Ends a guest whose fuel is used up. */
  static final class OutOfFuelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfFuelException() {
      super("out of fuel", null, false, false);
    }

    /**
     * Sets the global, from compiled code. It is here because HotSpot compiles no method of an
     * exception's class into its callers: one that is called in every loop, but rarely, would take
     * the registers from what the loop is about.
     */
    static void set(long value, FuelGlobal global) {
      global.setValue(value);
    }
  }
}
