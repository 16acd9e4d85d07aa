package sandglass.sandbox;

import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import sandglass.sandbox.FuelGlobal.OutOfFuelException;

/**
 * What compiled code calls where {@link CodeRewriter} changed it: the guest's memory, its globals
 * and its fuel. Small, so that HotSpot inlines it everywhere. Public because compiled code has a
 * package and a class loader of its own; for nobody else.
 *
 * <p>The methods of the memory have the names and types that Chicory's own have, so that a call of
 * one becomes a call of the other by its class alone. An address is an unsigned base and an offset
 * that is not negative; in 64 bits their sum cannot overflow, and one comparison tells whether it
 * is in bounds.
 */
public final class CompiledAccess {
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);
  private static final VarHandle FLOAT = view(float[].class);
  private static final VarHandle DOUBLE = view(double[].class);

  private static final long UNSIGNED = 0xFFFF_FFFFL;

  private CompiledAccess() {}

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  static WasmRuntimeException outOfBounds() {
    return new WasmRuntimeException("out of bounds memory access");
  }

  /** Loads 8 bits. */
  public static byte memoryReadByte(int base, int offset, Memory memory) {
    var flat = (FlatMemory) memory;
    long end = (base & UNSIGNED) + ((long) offset + 1);
    if (end > flat.end) {
      throw outOfBounds();
    }
    return flat.bytes[base + offset];
  }

  /** Loads 16 bits. */
  public static short memoryReadShort(int base, int offset, Memory memory) {
    var flat = (FlatMemory) memory;
    long end = (base & UNSIGNED) + ((long) offset + Short.BYTES);
    if (end > flat.end) {
      throw outOfBounds();
    }
    return (short) SHORT.get(flat.bytes, base + offset);
  }

  /** Loads 32 bits. */
  public static int memoryReadInt(int base, int offset, Memory memory) {
    var flat = (FlatMemory) memory;
    long end = (base & UNSIGNED) + ((long) offset + Integer.BYTES);
    if (end > flat.end) {
      throw outOfBounds();
    }
    return (int) INT.get(flat.bytes, base + offset);
  }

  /** Loads 64 bits. */
  public static long memoryReadLong(int base, int offset, Memory memory) {
    var flat = (FlatMemory) memory;
    long end = (base & UNSIGNED) + ((long) offset + Long.BYTES);
    if (end > flat.end) {
      throw outOfBounds();
    }
    return (long) LONG.get(flat.bytes, base + offset);
  }

  /** Loads a {@code float}. */
  public static float memoryReadFloat(int base, int offset, Memory memory) {
    var flat = (FlatMemory) memory;
    long end = (base & UNSIGNED) + ((long) offset + Float.BYTES);
    if (end > flat.end) {
      throw outOfBounds();
    }
    return (float) FLOAT.get(flat.bytes, base + offset);
  }

  /** Loads a {@code double}. */
  public static double memoryReadDouble(int base, int offset, Memory memory) {
    var flat = (FlatMemory) memory;
    long end = (base & UNSIGNED) + ((long) offset + Double.BYTES);
    if (end > flat.end) {
      throw outOfBounds();
    }
    return (double) DOUBLE.get(flat.bytes, base + offset);
  }

  /** Stores 8 bits. */
  public static void memoryWriteByte(int base, byte value, int offset, Memory memory) {
    var flat = (FlatMemory) memory;
    long end = (base & UNSIGNED) + ((long) offset + 1);
    if (end > flat.end) {
      throw outOfBounds();
    }
    flat.bytes[base + offset] = value;
  }

  /** Stores 16 bits. */
  public static void memoryWriteShort(int base, short value, int offset, Memory memory) {
    var flat = (FlatMemory) memory;
    long end = (base & UNSIGNED) + ((long) offset + Short.BYTES);
    if (end > flat.end) {
      throw outOfBounds();
    }
    SHORT.set(flat.bytes, base + offset, value);
  }

  /** Stores 32 bits. */
  public static void memoryWriteInt(int base, int value, int offset, Memory memory) {
    var flat = (FlatMemory) memory;
    long end = (base & UNSIGNED) + ((long) offset + Integer.BYTES);
    if (end > flat.end) {
      throw outOfBounds();
    }
    INT.set(flat.bytes, base + offset, value);
  }

  /** Stores 64 bits. */
  public static void memoryWriteLong(int base, long value, int offset, Memory memory) {
    var flat = (FlatMemory) memory;
    long end = (base & UNSIGNED) + ((long) offset + Long.BYTES);
    if (end > flat.end) {
      throw outOfBounds();
    }
    LONG.set(flat.bytes, base + offset, value);
  }

  /** Stores a {@code float}. */
  public static void memoryWriteFloat(int base, float value, int offset, Memory memory) {
    var flat = (FlatMemory) memory;
    long end = (base & UNSIGNED) + ((long) offset + Float.BYTES);
    if (end > flat.end) {
      throw outOfBounds();
    }
    FLOAT.set(flat.bytes, base + offset, value);
  }

  /** Stores a {@code double}. */
  public static void memoryWriteDouble(int base, double value, int offset, Memory memory) {
    var flat = (FlatMemory) memory;
    long end = (base & UNSIGNED) + ((long) offset + Double.BYTES);
    if (end > flat.end) {
      throw outOfBounds();
    }
    DOUBLE.set(flat.bytes, base + offset, value);
  }

  /** The fuel left in the slice. */
  public static long fuel(Memory memory) {
    return ((FlatMemory) memory).fuel;
  }

  /** Sets the fuel left in the slice. */
  public static void fuel(long balance, Memory memory) {
    ((FlatMemory) memory).fuel = balance;
  }

  /** Answers a failed check, as {@link FuelGlobal} does, but never becomes a part of its caller. */
  public static void spent(long balance, Memory memory) {
    OutOfFuelException.set(balance, ((FlatMemory) memory).keeper);
  }

  /** A global's value, in the form in which Chicory keeps it. */
  public static long global(int index, Memory memory) {
    return ((FlatMemory) memory).globals[index];
  }

  /** Sets a global's value. */
  public static void global(long value, int index, Memory memory) {
    ((FlatMemory) memory).globals[index] = value;
  }
}
