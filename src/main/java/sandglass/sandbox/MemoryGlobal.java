package sandglass.sandbox;

import com.dylibso.chicory.runtime.GlobalInstance;
import com.dylibso.chicory.wasm.types.MutabilityType;
import com.dylibso.chicory.wasm.types.ValType;
import com.dylibso.chicory.wasm.types.Value;

/**
 * A global whose value is in the module's first memory, where compiled code has it at hand: the
 * stack pointer that C keeps in a global is read and written in almost every function.
 */
final class MemoryGlobal extends GlobalInstance {
  private final long[] values;
  private final int index;

  /**
   * @param memory has room for the global's value
   * @param index the global's
   */
  MemoryGlobal(FlatMemory memory, int index, long value, ValType type, MutabilityType mutability) {
    super(value, 0, type, mutability);
    this.values = memory.globals;
    this.index = index;
    values[index] = value;
  }

  @Override
  public long getValue() {
    return values[index];
  }

  @Override
  public long getValueLow() {
    return values[index];
  }

  @Override
  public void setValue(long value) {
    values[index] = value;
  }

  @Override
  public void setValue(Value value) {
    values[index] = value.raw();
  }

  @Override
  public void setValueLow(long value) {
    values[index] = value;
  }
}
