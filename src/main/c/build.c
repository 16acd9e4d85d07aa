/* Lists, tuples and dicts from the values on the value stack, and unpacking onto it. The stack
 * comes out even whatever fails. */
#include "objects.h"

val py_list(u32 n) {
  const val *values = py_pop(n);
  if (py_failed()) return ERROR;
  val l = list_new(n);
  if (l == ERROR || !n) return l;
  copy_bytes(AS(list, l)->items->at, values, n * 8);
  AS(list, l)->length = n;
  return l;
}

val py_tuple(u32 n) {
  const val *values = py_pop(n);
  if (py_failed()) return ERROR;
  val t = tuple_new(n);
  if (t != ERROR && n) copy_bytes(AS(tuple, t)->at, values, n * 8);
  return t;
}

val py_dict(u32 n) {
  const val *values = py_pop(n * 2);
  if (py_failed()) return ERROR;
  val d = dict_new();
  for (u32 i = 0; i < n && d != ERROR; i++) {
    if (!dict_put(AS(dict, d), values[i * 2], values[i * 2 + 1])) d = ERROR;
  }
  return d;
}

static val unpack_failed(u32 n) {
  for (u32 i = 0; i < n; i++) py_push(NONE);
  return ERROR;
}

/* No more than one item too many is taken out of an iterator. */
static val items_for(val v, u32 n) {
  if (is_sequence(v)) return v;
  if (!is_iterable(v)) return py_raise(E_TypeError, "cannot unpack non-iterable %t object", v);
  val it = py_iter(v);
  val items = it == ERROR ? ERROR : list_new(n + 1);
  while (items != ERROR && AS(list, items)->length <= n) {
    val item = py_next(it);
    if (item == END) break;
    if (item == ERROR || !list_append(AS(list, items), item)) return ERROR;
  }
  return items;
}

/* Pushes the n items of v, the first on top. */
val py_unpack(val v, u32 n) {
  if (py_failed()) return unpack_failed(n);
  val items = items_for(v, n);
  if (items == ERROR) return unpack_failed(n);
  u32 length;
  items_of(items, &length);
  if (length > n) {
    py_raise(E_ValueError, "too many values to unpack (expected %d)", (i32)n);
    return unpack_failed(n);
  }
  if (length < n) {
    py_raise(E_ValueError, "not enough values to unpack (expected %d, got %d)", (i32)n, (i32)length);
    return unpack_failed(n);
  }
  for (u32 i = n; i-- > 0;) py_push(items_of(items, &length)[i]);
  return NONE;
}

/* The same with a star: the items before it, a list of those that it takes, and those after it. */
val py_unpack_star(val v, u32 before, u32 after) {
  u32 n = before + 1 + after;
  if (py_failed()) return unpack_failed(n);
  if (!is_iterable(v)) {
    py_raise(E_TypeError, "cannot unpack non-iterable %t object", v);
    return unpack_failed(n);
  }
  val all = list_from(v);
  if (all == ERROR) return unpack_failed(n);
  u32 length;
  items_of(all, &length);
  if (length < before + after) {
    py_raise(E_ValueError, "not enough values to unpack (expected at least %d, got %d)", (i32)(before + after),
             (i32)length);
    return unpack_failed(n);
  }
  u32 taken = length - before - after;
  val rest = list_new(taken);
  if (rest == ERROR) return unpack_failed(n);
  const val *items = items_of(all, &length);
  for (u32 i = length; i-- > length - after;) py_push(items[i]);
  if (taken) copy_bytes(AS(list, rest)->items->at, items + before, taken * 8);
  AS(list, rest)->length = taken;
  py_push(rest);
  for (u32 i = before; i-- > 0;) py_push(items[i]);
  return NONE;
}
