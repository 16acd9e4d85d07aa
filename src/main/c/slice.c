/* o[lower:upper:step], its assignment and deletion. */
#include "objects.h"

static bool slice_index(val v, i64 *result) {
  return int_index(v, result, "slice indices must be integers or None or have an __index__ method");
}

/* A bound of a slice, brought into what lies inside (for a step back, -1 is before the first). */
static i64 bound(i64 n, i64 length, bool back) {
  if (n < 0) n += length;
  if (n < 0) return back ? -1 : 0;
  if (n >= length) return back ? length - 1 : length;
  return n;
}

bool slice_resolve(val lower, val upper, val step, u32 length, u32 *start, i32 *stride, u32 *count) {
  i64 by = 1;
  i64 from = 0;
  i64 to = 0;
  if (step != NONE && !slice_index(step, &by)) return false;
  if (by == 0) {
    py_raise(E_ValueError, "slice step cannot be zero");
    return false;
  }
  bool back = by < 0;
  if (lower != NONE && !slice_index(lower, &from)) return false;
  if (upper != NONE && !slice_index(upper, &to)) return false;
  /* a larger step takes one item at most, as this one does */
  if (by > INT32_MAX) by = INT32_MAX;
  if (by < -INT32_MAX) by = -INT32_MAX;
  from = lower == NONE ? (back ? (i64)length - 1 : 0) : bound(from, length, back);
  to = upper == NONE ? (back ? -1 : (i64)length) : bound(to, length, back);
  i64 taken = 0;
  if (back && to < from) taken = (from - to - 1) / -by + 1;
  if (!back && from < to) taken = (to - from - 1) / by + 1;
  *start = from < 0 ? 0 : (u32)from;
  *stride = (i32)by;
  *count = (u32)taken;
  return true;
}

static void take(val *to, const val *from, u32 start, i32 stride, u32 count) {
  if (stride == 1) {
    if (count) copy_bytes(to, from + start, count * 8);
    return;
  }
  i64 at = start;
  for (u32 i = 0; i < count; i++, at += stride) to[i] = from[at];
}

/* CPython makes a slice object the key, which no dict has. */
static val no_slice_key(val lower, val upper, val step) {
  py_hash(lower);
  py_hash(upper);
  py_hash(step);
  range *slice = py_failed() ? 0 : py_alloc(T_SLICE, sizeof(range));
  if (!slice) return ERROR;
  slice->start = lower;
  slice->stop = upper;
  slice->step = step;
  return py_raise_key(value_of(slice));
}

val py_getslice(val o, val lower, val upper, val step) {
  if (py_failed()) return ERROR;
  u32 start;
  i32 stride;
  u32 count;
  switch (py_type(o)) {
    case T_LIST: {
      const list *l = AS(list, o);
      if (!slice_resolve(lower, upper, step, l->length, &start, &stride, &count)) return ERROR;
      val part = list_new(count);
      if (part == ERROR || !count) return part;
      take(AS(list, part)->items->at, l->items->at, start, stride, count);
      AS(list, part)->length = count;
      return part;
    }
    case T_TUPLE: {
      const tuple *t = AS(tuple, o);
      if (!slice_resolve(lower, upper, step, t->length, &start, &stride, &count)) return ERROR;
      if (stride == 1 && count == t->length) return o;
      val part = tuple_new(count);
      if (part != ERROR) take(AS(tuple, part)->at, t->at, start, stride, count);
      return part;
    }
    case T_STR: {
      const str *s = AS(str, o);
      if (!slice_resolve(lower, upper, step, s->length, &start, &stride, &count)) return ERROR;
      return str_slice(o, start, stride, count);
    }
    case T_RANGE: return range_getslice(o, lower, upper, step);
    case T_DICT: return no_slice_key(lower, upper, step);
    default: return py_getitem(o, from_small(0)); /* never has items; the texts are the same */
  }
}

/* The values to be put into a list, as a list or tuple that is not that list. */
static val values_for(val o, val v, const char *otherwise) {
  if (v == o) return list_from(v);
  if (is_sequence(v)) return v;
  if (!is_iterable(v)) return py_raise(E_TypeError, otherwise);
  return list_from(v);
}

val py_setslice(val o, val lower, val upper, val step, val v) {
  if (py_failed()) return ERROR;
  if (!is(o, T_LIST)) {
    if (is(o, T_DICT)) return py_refuse("a slice as the key of a dict");
    return py_raise(E_TypeError, "'%t' object does not support item assignment", o);
  }
  list *l = AS(list, o);
  u32 start;
  i32 stride;
  u32 count;
  u32 given;
  if (!slice_resolve(lower, upper, step, l->length, &start, &stride, &count)) return ERROR;
  bool plain = stride == 1;
  const char *otherwise = plain ? "can only assign an iterable" : "must assign iterable to extended slice";
  val values = values_for(o, v, otherwise);
  if (values == ERROR) return ERROR;
  const val *from = items_of(values, &given);
  if (plain) return list_replace(l, start, start + count, from, given) ? NONE : ERROR;
  if (given != count) {
    return py_raise(E_ValueError, "attempt to assign sequence of size %d to extended slice of size %d",
                    (i32)given, (i32)count);
  }
  i64 at = start;
  for (u32 i = 0; i < count; i++, at += stride) l->items->at[at] = from[i];
  return NONE;
}

/* Closes the gaps that every stride-th of the items leaves. */
static void remove_spread(list *l, u32 start, u32 stride, u32 count) {
  val *at = l->items->at;
  u32 to = start;
  u32 from = start;
  for (u32 i = 0; i < count; i++) {
    from++;
    u32 keep = i + 1 < count ? stride - 1 : l->length - from;
    move_bytes(at + to, at + from, keep * 8);
    to += keep;
    from += keep;
  }
  for (u32 i = to; i < l->length; i++) at[i] = 0;
  l->length = to;
}

val py_delslice(val o, val lower, val upper, val step) {
  if (py_failed()) return ERROR;
  if (is(o, T_DICT)) return no_slice_key(lower, upper, step);
  if (!is(o, T_LIST)) return py_raise(E_TypeError, "'%t' object does not support item deletion", o);
  list *l = AS(list, o);
  u32 start;
  i32 stride;
  u32 count;
  if (!slice_resolve(lower, upper, step, l->length, &start, &stride, &count)) return ERROR;
  if (!count) return NONE;
  if (stride == 1) return list_replace(l, start, start + count, 0, 0) ? NONE : ERROR;
  if (stride < 0) {
    start = (u32)((i64)start + (i64)stride * (count - 1));
    stride = -stride;
  }
  remove_spread(l, start, (u32)stride, count);
  return NONE;
}
