package sandglass.sandbox;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.TableLimits;
import java.util.concurrent.atomic.AtomicLong;

/** A table whose growth draws on the run's limit for the elements of all tables. */
final class BoundedTable extends TableInstance {
  private final AtomicLong left;

  /**
   * @param table what the module declares; copied, since the engine writes to its limits
   * @param left elements that the run may still add
   */
  BoundedTable(Table table, int initialValue, AtomicLong left) {
    super(copy(table), initialValue);
    this.left = left;
  }

  private static Table copy(Table table) {
    TableLimits limits = table.limits();
    return new Table(
        table.elementType(),
        new TableLimits(limits.min(), limits.max(), limits.shared()),
        table.initialize());
  }

  /**
   * The owner of a function, {@code null} for the table's own instance: there is no other here. The
   * engine asks for it with wrong indices when it copies tables.
   */
  @Override
  public Instance instance(int index) {
    return null;
  }

  @Override
  public int grow(int size, int value, Instance instance) {
    if (size < 0 || size > left.get()) {
      return -1;
    }
    int before = super.grow(size, value, instance);
    if (before >= 0) {
      left.addAndGet(-size);
    }
    return before;
  }
}
