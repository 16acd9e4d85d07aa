/* Ranges, of ints of any size. The arithmetic is the operators', quick for small ints. */
#include "objects.h"

val py_add(val a, val b);
val py_sub(val a, val b);
val py_mul(val a, val b);
val py_floordiv(val a, val b);
val py_int(val v, val base);

#define ZERO from_small(0)
#define ONE from_small(1)

static val range_new(val start, val stop, val step) {
  range *r = py_failed() ? 0 : py_alloc(T_RANGE, sizeof(range));
  if (!r) return ERROR;
  r->start = start;
  r->stop = stop;
  r->step = step;
  return value_of(r);
}

static bool range_argument(val *v) {
  if (int_like(*v)) {
    *v = int_of(*v);
    return true;
  }
  py_raise(E_TypeError, "'%t' object cannot be interpreted as an integer", *v);
  return false;
}

/* range(start, stop, step); of one argument only, that is the stop */
val py_range3(val start, val stop, val step) {
  if (py_failed()) return ERROR;
  if (stop == MISSING) {
    stop = start;
    start = ZERO;
  }
  if (start == MISSING) start = ZERO;
  if (step == MISSING) step = ONE;
  if (!range_argument(&start) || !range_argument(&stop) || !range_argument(&step)) return ERROR;
  if (step == ZERO) return py_raise(E_ValueError, "range() arg 3 must not be zero");
  return range_new(start, stop, step);
}

/* Whether a loop over range(a, b, c) can count in small ints. */
i32 py_range_check(val a, val b, val c) { return is_int(a) && is_int(b) && is_int(c) && c != ZERO; }

val range_length(val v) {
  const range *r = AS(range, v);
  if (is_int(r->start) && is_int(r->stop) && is_int(r->step)) {
    i64 step = small(r->step);
    i64 low = step > 0 ? small(r->start) : small(r->stop);
    i64 high = step > 0 ? small(r->stop) : small(r->start);
    if (low >= high) return ZERO;
    return int_from_u64((u64)(high - low - 1) / (u64)(step < 0 ? -step : step) + 1);
  }
  bool up = int_compare(r->step, ZERO) > 0;
  val low = up ? r->start : r->stop;
  val high = up ? r->stop : r->start;
  if (int_compare(low, high) >= 0) return ZERO;
  val step = up ? r->step : number_negate(r->step);
  return py_add(py_floordiv(py_sub(py_sub(high, low), ONE), step), ONE);
}

val range_item(val v, val index) {
  const range *r = AS(range, v);
  return py_add(r->start, py_mul(r->step, index));
}

val range_getitem(val v, val i) {
  if (!int_like(i)) {
    return py_raise(E_TypeError, "range indices must be integers or slices, not %t", i);
  }
  val length = range_length(v);
  val index = int_of(i);
  if (length == ERROR) return ERROR;
  if (int_compare(index, ZERO) < 0) index = py_add(index, length);
  if (index == ERROR) return ERROR;
  if (int_compare(index, ZERO) < 0 || int_compare(index, length) >= 0) {
    return py_raise(E_IndexError, "range object index out of range");
  }
  return range_item(v, index);
}

static bool slice_part(val *v) {
  if (*v == NONE) return true;
  if (int_like(*v)) {
    *v = int_of(*v);
    return true;
  }
  py_raise(E_TypeError, "slice indices must be integers or None or have an __index__ method");
  return false;
}

static val bound(val v, val length, val lowest, val highest) {
  if (int_compare(v, ZERO) >= 0) return int_compare(v, highest) > 0 ? highest : v;
  v = py_add(v, length);
  if (v == ERROR) return ERROR;
  return int_compare(v, lowest) < 0 ? lowest : v;
}

val range_getslice(val v, val lower, val upper, val step) {
  if (!slice_part(&step)) return ERROR;
  if (step == ZERO) return py_raise(E_ValueError, "slice step cannot be zero");
  if (!slice_part(&lower) || !slice_part(&upper)) return ERROR;
  if (step == NONE) step = ONE;
  val length = range_length(v);
  if (length == ERROR) return ERROR;
  bool back = int_compare(step, ZERO) < 0;
  val lowest = back ? from_small(-1) : ZERO;
  val highest = back ? py_sub(length, ONE) : length;
  if (highest == ERROR) return ERROR;
  val from = lower != NONE ? bound(lower, length, lowest, highest) : back ? highest : lowest;
  val to = upper != NONE ? bound(upper, length, lowest, highest) : back ? lowest : highest;
  if (from == ERROR || to == ERROR) return ERROR;
  val start = range_item(v, from);
  val stop = range_item(v, to);
  return range_new(start, stop, py_mul(AS(range, v)->step, step));
}

bool range_equal(val a, val b) {
  if (a == b) return true;
  const range *x = AS(range, a);
  const range *y = AS(range, b);
  val n = range_length(a);
  val m = range_length(b);
  if (n == ERROR || m == ERROR || int_compare(n, m) != 0) return false;
  if (n == ZERO) return true;
  if (int_compare(x->start, y->start) != 0) return false;
  return n == ONE || int_compare(x->step, y->step) == 0;
}

u32 range_hash(val v) {
  const range *r = AS(range, v);
  val n = range_length(v);
  if (n == ERROR || n == ZERO) return 1;
  u32 hash = number_hash(n) * 31 + number_hash(r->start);
  return n == ONE ? hash : hash * 31 + number_hash(r->step);
}

/* The index of an int in a range, or NONE. */
static val find_int(val v, val item) {
  const range *r = AS(range, v);
  bool up = int_compare(r->step, ZERO) > 0;
  val low = up ? r->start : item;
  val high = up ? item : r->start;
  if (int_compare(low, high) > 0) return NONE;
  if (int_compare(item, r->stop) * (up ? 1 : -1) >= 0) return NONE;
  val distance = py_sub(item, r->start);
  val index = py_floordiv(distance, r->step);
  val back = py_mul(index, r->step);
  if (py_failed()) return ERROR;
  return int_compare(back, distance) == 0 ? index : NONE;
}

val range_find(val v, val item) {
  if (int_like(item)) return find_int(v, int_of(item));
  if (!is(item, T_FLOAT)) return NONE;
  double d = float_value(item);
  if (d - d != 0) return NONE;
  val whole = py_int(item, MISSING);
  if (whole == ERROR) return ERROR;
  return number_compare(whole, item) == 0 ? find_int(v, whole) : NONE;
}

bool range_contains(val v, val item) {
  val index = range_find(v, item);
  return index != NONE && index != ERROR;
}
