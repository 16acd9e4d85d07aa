/* The built-in functions over iterables. */
#include "objects.h"

val py_add(val a, val b);

static val extreme(val items, val keys, val otherwise, u32 op) {
  const char *name = op == '<' ? "min" : "max";
  u32 length;
  u32 best = 0;
  items_of(items, &length);
  if (!length) {
    if (otherwise != MISSING) return otherwise;
    return py_raise(E_ValueError, "%s() iterable argument is empty", name);
  }
  const val *key = items_of(keys, &length);
  for (u32 i = 1; i < length; i++) {
    if (py_compare(op, key[i], key[best])) best = i;
    if (py_failed()) return ERROR;
  }
  return items_of(items, &length)[best];
}

/* arguments: one iterable, or several values */
static val extreme_of(val arguments, val otherwise, u32 op) {
  if (py_failed()) return ERROR;
  const char *name = op == '<' ? "min" : "max";
  const tuple *t = AS(tuple, arguments);
  if (!t->length) return py_raise(E_TypeError, "%s expected at least 1 argument, got 0", name);
  if (t->length > 1) {
    if (otherwise == MISSING) return extreme(arguments, arguments, MISSING, op);
    return py_raise(E_TypeError, "Cannot specify a default for %s() with multiple positional arguments",
                    name);
  }
  val items = is_sequence(t->at[0]) ? t->at[0] : list_from(t->at[0]);
  return items == ERROR ? ERROR : extreme(items, items, otherwise, op);
}

val py_min(val arguments, val otherwise) { return extreme_of(arguments, otherwise, '<'); }
val py_max(val arguments, val otherwise) { return extreme_of(arguments, otherwise, '>'); }

/* With key=: the lists of the items and of their keys. */
val py_min_by(val items, val keys, val otherwise) {
  return py_failed() ? ERROR : extreme(items, keys, otherwise, '<');
}

val py_max_by(val items, val keys, val otherwise) {
  return py_failed() ? ERROR : extreme(items, keys, otherwise, '>');
}

/*
 * sum(), in CPython 3.12's stages: ints while they fit 64 bits, then floats with Neumaier's
 * compensation (ints among them are added without), then whatever + gives, to the end.
 */
typedef struct adder { val it; val result; } adder;

static bool fits_64(val v, i64 *n) {
  if (is_int(v)) {
    *n = small(v);
    return true;
  }
  if (!int_like(v) || !int_index(v, n, "")) return false;
  return number_compare(v, int_from_i64(*n)) == 0;
}

/* Each stage leaves its sum in result; true if the iterator came to its end, or failed. */
static bool add_ints(adder *a) {
  i64 sum;
  if (!fits_64(a->result, &sum)) return false;
  for (;;) {
    val item = py_next(a->it);
    if (item == ERROR) return true;
    i64 n;
    i64 total;
    if (item != END && fits_64(item, &n) && !__builtin_add_overflow(sum, n, &total)) {
      sum = total;
      continue;
    }
    a->result = int_from_i64(sum);
    if (item == END || a->result == ERROR) return true;
    a->result = py_add(a->result, item);
    return a->result == ERROR;
  }
}

static double absolute(double d) { return d < 0 ? -d : d; }

static bool add_floats(adder *a) {
  double sum = float_value(a->result);
  double lost = 0;
  for (;;) {
    val item = py_next(a->it);
    if (item == ERROR) return true;
    i64 n;
    if (is(item, T_FLOAT)) {
      double x = float_value(item);
      double t = sum + x;
      lost += absolute(sum) >= absolute(x) ? (sum - t) + x : (x - t) + sum;
      sum = t;
      continue;
    }
    if (item != END && fits_64(item, &n)) {
      sum += (double)n;
      continue;
    }
    if (lost != 0 && lost - lost == 0) sum += lost;
    a->result = float_new(sum);
    if (item == END || a->result == ERROR) return true;
    a->result = py_add(a->result, item);
    return a->result == ERROR;
  }
}

static void add_rest(adder *a) {
  for (;;) {
    val item = py_next(a->it);
    if (item == END || item == ERROR) return;
    a->result = py_add(a->result, item);
    if (a->result == ERROR) return;
  }
}

val py_sum(val iterable, val start) {
  if (py_failed()) return ERROR;
  adder a = {py_iter(iterable), start == MISSING ? from_small(0) : start};
  if (a.it == ERROR) return ERROR;
  if (is(start, T_STR)) {
    return py_raise(E_TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
  }
  bool done = (is_int(a.result) || is(a.result, T_BIG)) && add_ints(&a);
  if (!done && is(a.result, T_FLOAT)) done = add_floats(&a);
  if (!done) add_rest(&a);
  return py_failed() ? ERROR : a.result;
}

static val truths(val iterable, i32 wanted) {
  val it = py_iter(iterable);
  if (it == ERROR) return ERROR;
  for (;;) {
    val item = py_next(it);
    if (item == ERROR) return ERROR;
    if (item == END) return py_bool(!wanted);
    if (py_truth(item) == wanted) return py_bool(wanted);
  }
}

val py_any(val iterable) { return py_failed() ? ERROR : truths(iterable, 1); }
val py_all(val iterable) { return py_failed() ? ERROR : truths(iterable, 0); }
