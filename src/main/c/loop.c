/* What the written code's loops ask: rounds of a range, items until the end, steps of sums. */
#include "runtime.h"

i32 py_due(void) {
#ifdef GC_STRESS /* see build.sh */
  py_gc_due |= DUE_MEMORY;
#endif
  return (i32)py_gc_due;
}

/* The next item; END at the end, and when an error is pending. */
val py_for_next(val iterator) {
  val item = py_next(iterator);
  return item == ERROR ? END : item;
}

/* A range's bound as an int. */
val py_index(val v) {
  if (py_failed()) return ERROR;
  if (int_like(v)) return int_of(v);
  return py_raise(E_TypeError, "'%t' object cannot be interpreted as an integer", v);
}

/* How many items range(start, stop, step) has; more than i64 holds count as its greatest. 0 on error. */
i64 py_range_count(val start, val stop, val step) {
  if (py_failed()) return 0;
  if (is_int(start) && is_int(stop) && is_int(step) && step != 0) {
    i64 from = small(start), to = small(stop), by = small(step);
    if (by > 0) return from < to ? (i64)(((u64)to - (u64)from - 1) / (u64)by + 1) : 0;
    return from > to ? (i64)(((u64)from - (u64)to - 1) / (0 - (u64)by) + 1) : 0;
  }
  stop = py_index(stop);
  step = py_index(step);
  if (py_failed()) return 0;
  if (step == 0) {
    py_raise(E_ValueError, "range() arg 3 must not be zero");
    return 0;
  }
  bool down = int_compare(step, 0) < 0;
  if (down ? int_compare(start, stop) <= 0 : int_compare(start, stop) >= 0) return 0;
  val distance = down ? number_binary('-', start, stop) : number_binary('-', stop, start);
  val by = down ? number_negate(step) : step;
  val one = from_small(1);
  val count = number_binary('+', number_binary('f', number_binary('-', distance, one), by), one);
  if (py_failed()) return 0;
  return is_int(count) ? small(count) : INT64_MAX;
}

/* min and max of what comes one by one: MISSING is nothing so far. */
val py_min_end(val best, val otherwise) {
  if (py_failed()) return ERROR;
  if (best != MISSING) return best;
  if (otherwise != MISSING) return otherwise;
  return py_raise(E_ValueError, "min() iterable argument is empty");
}

val py_max_end(val best, val otherwise) {
  if (py_failed()) return ERROR;
  if (best != MISSING) return best;
  if (otherwise != MISSING) return otherwise;
  return py_raise(E_ValueError, "max() iterable argument is empty");
}
