/* Tuples. */
#include "objects.h"

#define MOST 0x1ffffff0u

static tuple *make(u32 length) {
  if (length > MOST) {
    no_memory();
    return 0;
  }
  tuple *t = py_alloc(T_TUPLE, (u32)sizeof(tuple) + length * 8);
  if (t) t->length = length;
  return t;
}

val tuple_new(u32 length) {
  tuple *t = make(length);
  if (!t) return ERROR;
  for (u32 i = 0; i < length; i++) t->at[i] = NONE;
  return value_of(t);
}

static val of_values(const val *values, u32 length) {
  tuple *t = make(length);
  if (!t) return ERROR;
  if (length) copy_bytes(t->at, values, length * 8);
  return value_of(t);
}

val tuple_from(val iterable) {
  if (is(iterable, T_TUPLE)) return iterable;
  val items = is(iterable, T_LIST) ? iterable : list_from(iterable);
  if (items == ERROR) return ERROR;
  u32 length;
  const val *at = items_of(items, &length);
  return of_values(at, length);
}

val tuple_pair(val a, val b) {
  tuple *t = make(2);
  if (!t) return ERROR;
  t->at[0] = a;
  t->at[1] = b;
  return value_of(t);
}

val tuple_concat(val a, val b) {
  if (!is(b, T_TUPLE)) {
    return py_raise(E_TypeError, "can only concatenate tuple (not \"%t\") to tuple", b);
  }
  const tuple *x = AS(tuple, a);
  const tuple *y = AS(tuple, b);
  if (!x->length) return b;
  if (!y->length) return a;
  tuple *t = make(x->length + y->length);
  if (!t) return ERROR;
  copy_bytes(t->at, x->at, x->length * 8);
  copy_bytes(t->at + x->length, y->at, y->length * 8);
  return value_of(t);
}

val tuple_repeat(val v, i64 times) {
  const tuple *t = AS(tuple, v);
  if (!t->length || times == 1) return v;
  if (times > MOST / t->length) return no_memory();
  tuple *repeated = make(t->length * (u32)times);
  if (!repeated) return ERROR;
  for (u32 i = 0; i < repeated->length; i += t->length) {
    copy_bytes(repeated->at + i, t->at, t->length * 8);
  }
  return value_of(repeated);
}

val py_tuple1(val v) {
  if (py_failed()) return ERROR;
  return v == MISSING ? tuple_new(0) : tuple_from(v);
}
