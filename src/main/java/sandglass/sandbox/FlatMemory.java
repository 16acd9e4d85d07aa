package sandglass.sandbox;

import com.dylibso.chicory.runtime.ConstantEvaluators;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.TrapException;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.UninstantiableException;
import com.dylibso.chicory.wasm.types.ActiveDataSegment;
import com.dylibso.chicory.wasm.types.DataSegment;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.PassiveDataSegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A linear memory in one {@code byte[]}, which HotSpot compiles to plain loads and stores. The
 * array may be larger than the memory, so that growing page by page does not copy everything each
 * time; every access is therefore checked against the memory's size first.
 *
 * <p>Compiled code reaches into it by way of {@link CompiledAccess}.
 *
 * <p>A run has one guest thread, so atomic operations need no more than plain ones do, and nothing
 * can ever wake a waiting guest.
 */
final class FlatMemory implements Memory {
  /** The fuel left in the guest's slice, where this is the first memory of its module. */
  long fuel;

  /** Where a failed check of the fuel is answered. */
  FuelGlobal keeper;

  /** The values of the module's globals, where this is its first memory. */
  long[] globals = {};

  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);
  private static final VarHandle FLOAT = view(float[].class);
  private static final VarHandle DOUBLE = view(double[].class);

  private final MemoryLimits limits;
  private final MemoryBudget budget;

  /** May be longer than the memory. */
  byte[] bytes;

  private int size;

  /** The size; a {@code long}, as compiled code compares it. */
  long end;

  private DataSegment[] segments = {};
  private boolean fresh = true;

  /**
   * @param limits what the module declares
   * @param budget what the run allows; it was checked to allow the beginning
   */
  FlatMemory(MemoryLimits limits, MemoryBudget budget) {
    this.limits = limits;
    this.budget = budget;
    this.size = Memory.bytes(limits.initialPages());
    this.end = size;
    this.bytes = new byte[size];
    budget.begin(limits.initialPages());
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  /** The memory's bytes; the array may be longer than the memory. */
  byte[] array() {
    return bytes;
  }

  @Override
  public int pages() {
    return size / PAGE_SIZE;
  }

  @Override
  public int grow(int delta) {
    budget.growing();
    int before = pages();
    long after = before + Integer.toUnsignedLong(delta);
    if (after > maximumPages() || Integer.toUnsignedLong(delta) > budget.pagesLeft()) {
      budget.grown(delta, false);
      return -1;
    }
    int newSize = (int) (after * PAGE_SIZE);
    if (newSize > bytes.length) {
      long roomy =
          Math.min((long) newSize + (newSize >> 1), newSize + budget.pagesLeft() * PAGE_SIZE);
      int capacity = (int) Math.min(roomy, (long) maximumPages() * PAGE_SIZE);
      bytes = Arrays.copyOf(bytes, Math.max(newSize, capacity));
    }
    size = newSize;
    end = newSize;
    budget.grown(delta, true);
    return before;
  }

  @Override
  public int initialPages() {
    return limits.initialPages();
  }

  @Override
  public int maximumPages() {
    return Math.min(limits.maximumPages(), RUNTIME_MAX_PAGES);
  }

  @Override
  public boolean shared() {
    return limits.shared();
  }

  // Access. A negative address is one beyond 2 GiB, which no memory here reaches.

  private void check(int address, int length) {
    if ((address | (size - length - address)) < 0) {
      throw outOfBounds();
    }
  }

  private static WasmRuntimeException outOfBounds() {
    return new WasmRuntimeException("out of bounds memory access");
  }

  /** For lengths that may be anything. */
  private void checkRange(int address, int length) {
    if (address < 0 || length < 0 || (long) address + length > size) {
      throw outOfBounds();
    }
  }

  @Override
  public byte read(int address) {
    check(address, 1);
    return bytes[address];
  }

  @Override
  public void writeByte(int address, byte data) {
    check(address, 1);
    bytes[address] = data;
  }

  @Override
  public short readShort(int address) {
    check(address, Short.BYTES);
    return (short) SHORT.get(bytes, address);
  }

  @Override
  public long readU16(int address) {
    return readShort(address) & 0xFFFFL;
  }

  @Override
  public void writeShort(int address, short data) {
    check(address, Short.BYTES);
    SHORT.set(bytes, address, data);
  }

  @Override
  public int readInt(int address) {
    check(address, Integer.BYTES);
    return (int) INT.get(bytes, address);
  }

  @Override
  public void writeI32(int address, int data) {
    check(address, Integer.BYTES);
    INT.set(bytes, address, data);
  }

  @Override
  public long readLong(int address) {
    check(address, Long.BYTES);
    return (long) LONG.get(bytes, address);
  }

  @Override
  public void writeLong(int address, long data) {
    check(address, Long.BYTES);
    LONG.set(bytes, address, data);
  }

  @Override
  public float readFloat(int address) {
    check(address, Float.BYTES);
    return (float) FLOAT.get(bytes, address);
  }

  @Override
  public long readF32(int address) {
    return readInt(address);
  }

  @Override
  public void writeF32(int address, float data) {
    check(address, Float.BYTES);
    FLOAT.set(bytes, address, data);
  }

  @Override
  public double readDouble(int address) {
    check(address, Double.BYTES);
    return (double) DOUBLE.get(bytes, address);
  }

  @Override
  public long readF64(int address) {
    return readLong(address);
  }

  @Override
  public void writeF64(int address, double data) {
    check(address, Double.BYTES);
    DOUBLE.set(bytes, address, data);
  }

  // Bulk operations. Arguments are unsigned in WebAssembly: what is negative here is out of bounds.

  @Override
  public void write(int address, byte[] data, int offset, int length) {
    checkRange(address, length);
    if (offset < 0 || (long) offset + length > data.length) {
      throw outOfBounds();
    }
    System.arraycopy(data, offset, bytes, address, length);
  }

  @Override
  public byte[] readBytes(int address, int length) {
    checkRange(address, length);
    return Arrays.copyOfRange(bytes, address, address + length);
  }

  @Override
  public void fill(byte value, int from, int to) {
    checkRange(from, to - from);
    Arrays.fill(bytes, from, to, value);
  }

  @Override
  public void copy(int destination, int source, int length) {
    checkRange(destination, length);
    checkRange(source, length);
    System.arraycopy(bytes, source, bytes, destination, length);
  }

  @Override
  public void zero() {
    if (!fresh) {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  // Segments.

  @Override
  public void initialize(Instance instance, DataSegment[] dataSegments) {
    initialize(instance, dataSegments, 0);
  }

  @Override
  public void initialize(Instance instance, DataSegment[] dataSegments, int memoryIndex) {
    fresh = false;
    segments = dataSegments == null ? new DataSegment[0] : dataSegments;
    for (DataSegment segment : segments) {
      if (segment instanceof ActiveDataSegment active && active.index() == memoryIndex) {
        long[] offset =
            ConstantEvaluators.computeConstantValue(instance, active.offsetInstructions());
        byte[] data = active.data();
        int address = (int) offset[0];
        if (address < 0 || (long) address + data.length > size) {
          throw new UninstantiableException("out of bounds memory access");
        }
        System.arraycopy(data, 0, bytes, address, data.length);
      }
    }
  }

  @Override
  public void initPassiveSegment(int segment, int destination, int offset, int length) {
    write(destination, segments[segment].data(), offset, length);
  }

  @Override
  public void drop(int segment) {
    segments[segment] = PassiveDataSegment.EMPTY;
  }

  // Atomics, which Chicory builds upon plain accesses under this lock.

  @Override
  @SuppressWarnings("removal")
  public Object lock(int address) {
    return this;
  }

  @Override
  public void atomicFence() {
    // One thread sees its own writes.
  }

  @Override
  @SuppressWarnings("removal")
  public int waitOn(int address, int expected, long timeout) {
    return readInt(address) == expected ? waitForNobody(timeout) : 1;
  }

  @Override
  @SuppressWarnings("removal")
  public int waitOn(int address, long expected, long timeout) {
    return readLong(address) == expected ? waitForNobody(timeout) : 1;
  }

  /** Only another thread could end the wait, and there is none: it always times out. */
  private int waitForNobody(long timeout) {
    if (!shared()) {
      throw new TrapException("expected shared memory");
    }
    if (timeout < 0) {
      throw new TrapException("deadlock: waiting without a timeout, and no thread can wake it");
    }
    return 2;
  }

  @Override
  @SuppressWarnings("removal")
  public int notify(int address, int maxThreads) {
    check(address, Integer.BYTES);
    return 0;
  }
}
