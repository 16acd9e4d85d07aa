/* Equality and order of all values, and membership. */
#include "objects.h"

static bool enter(void) {
  if (object_depth >= DEEPEST) {
    py_raise(E_RecursionError, "maximum recursion depth exceeded in comparison");
    return false;
  }
  object_depth++;
  return true;
}

static bool is_number_type(u32 type) {
  return type == T_INT || type == T_BIG || type == T_BOOL || type == T_FLOAT;
}

/* The first place where two sequences differ, or the shorter's length; they may change meanwhile. */
static u32 first_difference(val a, val b) {
  u32 i = 0;
  u32 n;
  u32 m;
  const val *x = items_of(a, &n);
  const val *y = items_of(b, &m);
  while (i < n && i < m) {
    if (x[i] != y[i] && (!item_equal(x[i], y[i]) || py_failed())) break;
    i++;
  }
  return i;
}

static bool sequences_equal(val a, val b) {
  u32 n;
  u32 m;
  items_of(a, &n);
  items_of(b, &m);
  if (object_of(a)->type == T_LIST && n != m) return false;
  if (!enter()) return false;
  u32 i = first_difference(a, b);
  object_depth--;
  return !py_failed() && i == n && i == m;
}

static bool dicts_equal(dict *a, dict *b) {
  if (a == b) return true;
  if (a->length != b->length) return false;
  if (!enter()) return false;
  u32 at = 0;
  val key;
  val value;
  bool equal = true;
  while (equal && dict_step(a, &at, &key, &value)) {
    val other = dict_find(b, key);
    equal = !py_failed() && other != MISSING && item_equal(value, other) && !py_failed();
  }
  object_depth--;
  return equal;
}

i32 py_equal(val a, val b) {
  u32 s = py_type(a);
  u32 t = py_type(b);
  if (is_number_type(s)) return is_number_type(t) && number_compare(a, b) == 0;
  if (s != t) {
    bool views = (s == T_KEYS || s == T_ITEMS) && (t == T_KEYS || t == T_ITEMS);
    return views && view_equal(a, b);
  }
  switch (s) {
    case T_STR: return a == b || str_equal(AS(str, a), AS(str, b));
    case T_LIST: case T_TUPLE: return a == b || sequences_equal(a, b);
    case T_DICT: return dicts_equal(AS(dict, a), AS(dict, b));
    case T_RANGE: return range_equal(a, b);
    case T_KEYS: case T_ITEMS: return view_equal(a, b);
    case T_SLICE: return a == b || (is(b, T_SLICE) && py_refuse("a comparison of slices") != ERROR);
    default: return py_is(a, b);
  }
}

bool item_equal_slow(val a, val b) {
  if (is(a, T_STR) && is(b, T_STR)) return str_equal(AS(str, a), AS(str, b));
  return py_equal(a, b);
}

static const char *op_text(u32 op) {
  switch (op) {
    case '<': return "<";
    case 'l': return "<=";
    case '>': return ">";
    default: return ">=";
  }
}

static i32 holds(u32 op, i32 order) {
  switch (op) {
    case '<': return order < 0;
    case 'l': return order <= 0;
    case '>': return order > 0;
    default: return order >= 0;
  }
}

static i32 compare_sequences(u32 op, val a, val b) {
  if (!enter()) return 0;
  u32 i = first_difference(a, b);
  i32 result = 0;
  if (!py_failed()) {
    u32 n;
    u32 m;
    const val *x = items_of(a, &n);
    const val *y = items_of(b, &m);
    if (i < n && i < m) {
      result = py_compare(op, x[i], y[i]);
    } else {
      result = holds(op, n < m ? -1 : n > m);
    }
  }
  object_depth--;
  return result;
}

static i32 compare_views(u32 op, val a, val b) {
  i64 n = view_dict(a)->length;
  i64 m = view_dict(b)->length;
  switch (op) {
    case '<': return n < m && view_within(a, b);
    case 'l': return n <= m && view_within(a, b);
    case '>': return n > m && view_within(b, a);
    default: return n >= m && view_within(b, a);
  }
}

i32 py_compare(u32 op, val a, val b) {
  u32 s = py_type(a);
  u32 t = py_type(b);
  if (is_number_type(s) && is_number_type(t)) {
    i32 order = number_compare(a, b);
    return order != 2 && holds(op, order);
  }
  if (s == t && s == T_STR) return holds(op, str_compare(AS(str, a), AS(str, b)));
  if (s == t && (s == T_LIST || s == T_TUPLE)) return compare_sequences(op, a, b);
  if (is_set_view(a) && is_set_view(b)) return compare_views(op, a, b);
  if (s == t && s == T_SLICE) {
    py_refuse("a comparison of slices");
    return 0;
  }
  py_raise(E_TypeError, "'%s' not supported between instances of '%t' and '%t'", op_text(op), a, b);
  return 0;
}

static __attribute__((noinline)) i32 compare_slow(u32 op, val a, val b) {
  if (py_failed()) return 0;
  i32 result = py_compare(op, a, b);
  return py_failed() ? 0 : result;
}

static __attribute__((noinline)) i32 equal_slow(val a, val b) {
  if (py_failed()) return 0;
  i32 result = py_equal(a, b);
  return py_failed() ? 0 : result;
}

static __attribute__((noinline)) i32 unequal_slow(val a, val b) {
  if (py_failed()) return 0;
  i32 result = !py_equal(a, b);
  return py_failed() ? 0 : result;
}

static inline bool both_ints(val a, val b) { return ((a | b) & 1) == 0; }
static inline bool both_floats(val a, val b) { return is(a, T_FLOAT) && is(b, T_FLOAT); }

/* Ints first; floats in a function of their own, so that the ints' way is short enough to be compiled
 * into the program's loops. */
#define ORDER(name, op, code)                                                                      \
  static __attribute__((noinline)) i32 name##_other(val a, val b) {                                \
    if (both_floats(a, b)) return AS(flt, a)->value op AS(flt, b)->value;                          \
    return compare_slow(code, a, b);                                                               \
  }
ORDER(lt, <, '<')
ORDER(le, <=, 'l')
ORDER(gt, >, '>')
ORDER(ge, >=, 'g')

static __attribute__((noinline)) i32 eq_other(val a, val b) {
  if (both_floats(a, b)) return AS(flt, a)->value == AS(flt, b)->value;
  return equal_slow(a, b);
}

static __attribute__((noinline)) i32 ne_other(val a, val b) {
  if (both_floats(a, b)) return AS(flt, a)->value != AS(flt, b)->value;
  return unequal_slow(a, b);
}

i32 py_lt(val a, val b) { return both_ints(a, b) ? (i64)a < (i64)b : lt_other(a, b); }
i32 py_le(val a, val b) { return both_ints(a, b) ? (i64)a <= (i64)b : le_other(a, b); }
i32 py_gt(val a, val b) { return both_ints(a, b) ? (i64)a > (i64)b : gt_other(a, b); }
i32 py_ge(val a, val b) { return both_ints(a, b) ? (i64)a >= (i64)b : ge_other(a, b); }
i32 py_eq(val a, val b) { return both_ints(a, b) ? a == b : eq_other(a, b); }
i32 py_ne(val a, val b) { return both_ints(a, b) ? a != b : ne_other(a, b); }

static i32 in_sequence(val item, val sequence) {
  u32 length;
  items_of(sequence, &length);
  for (u32 i = 0; i < length; i++) {
    if (item_equal(items_of(sequence, &length)[i], item)) return !py_failed();
    if (py_failed()) return 0;
  }
  return 0;
}

static i32 in_iterable(val item, val iterable) {
  if (!is_iterator(iterable)) {
    py_raise(E_TypeError, "argument of type '%t' is not iterable", iterable);
    return 0;
  }
  for (;;) {
    val v = py_next(iterable);
    if (v == END || py_failed()) return 0;
    if (item_equal(v, item)) return !py_failed();
    if (py_failed()) return 0;
  }
}

i32 py_in(val item, val container) {
  if (py_failed()) return 0;
  switch (py_type(container)) {
    case T_DICT: return dict_find(AS(dict, container), item) != MISSING && !py_failed();
    case T_LIST: case T_TUPLE: return in_sequence(item, container);
    case T_STR:
      if (is(item, T_STR)) return str_contains(container, item);
      py_raise(E_TypeError, "'in <string>' requires string as left operand, not %t", item);
      return 0;
    case T_RANGE: return range_contains(container, item);
    case T_KEYS: case T_VALUES: case T_ITEMS: return view_contains(container, item);
    default: return in_iterable(item, container);
  }
}
