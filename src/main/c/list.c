/* Lists: growing, extending, replacing parts. */
#include "objects.h"

#define MOST 0x1ffffff0u /* values that the address space holds */

static bool make_items(list *l, u32 capacity) {
  if (capacity > MOST) {
    no_memory();
    return false;
  }
  vals *items = py_alloc(T_VALS, (u32)sizeof(vals) + capacity * 8);
  if (!items) return false;
  items->capacity = capacity;
  if (l->length) copy_bytes(items->at, l->items->at, l->length * 8);
  l->items = items;
  return true;
}

/* Room for that many in all, with some to spare, so that appending takes constant time. */
bool list_reserve(list *l, u32 capacity) {
  if (l->items && l->items->capacity >= capacity) return true;
  u32 generous = l->length ? capacity + capacity / 2 + 4 : capacity;
  return make_items(l, generous > MOST ? capacity : generous);
}

val list_new(u32 capacity) {
  list *l = py_alloc(T_LIST, sizeof(list));
  if (!l || (capacity && !make_items(l, capacity))) return ERROR;
  return value_of(l);
}

static __attribute__((noinline)) bool append_slow(list *l, val v) {
  u32 capacity = l->items ? l->items->capacity : 0;
  if (!make_items(l, capacity + capacity / 2 + 4)) return false;
  l->items->at[l->length++] = v;
  return true;
}

bool list_append(list *l, val v) {
  vals *items = l->items;
  if (!items || l->length == items->capacity) return append_slow(l, v);
  items->at[l->length++] = v;
  return true;
}

/* For comprehensions, where the list is one for certain. */
val py_append(val l, val v) {
  if (py_failed()) return ERROR;
  return list_append(AS(list, l), v) ? NONE : ERROR;
}

static bool extend_sequence(list *l, val sequence) {
  u32 count;
  items_of(sequence, &count);
  if (!count) return true;
  if (!list_reserve(l, l->length + count)) return false;
  copy_bytes(l->items->at + l->length, items_of(sequence, &count), count * 8);
  l->length += count;
  return true;
}

bool list_extend(list *l, val iterable) {
  if (is_sequence(iterable)) return extend_sequence(l, iterable);
  val it = py_iter(iterable);
  if (it == ERROR) return false;
  if (is(iterable, T_DICT) && !list_reserve(l, l->length + AS(dict, iterable)->length)) return false;
  for (;;) {
    val v = py_next(it);
    if (v == END) return true;
    if (v == ERROR || !list_append(l, v)) return false;
  }
}

val list_from(val iterable) {
  val l = list_new(0);
  if (l == ERROR || !list_extend(AS(list, l), iterable)) return ERROR;
  return l;
}

bool list_replace(list *l, u32 start, u32 stop, const val *values, u32 count) {
  u32 tail = l->length - stop;
  u32 length = start + count + tail;
  if (count > stop - start && !list_reserve(l, length)) return false;
  if (!l->items) return true;
  val *at = l->items->at;
  move_bytes(at + start + count, at + stop, tail * 8);
  if (count) copy_bytes(at + start, values, count * 8);
  for (u32 i = length; i < l->length; i++) at[i] = 0; /* nothing stays alive by what is past the end */
  l->length = length;
  return true;
}

val list_concat(val a, val b) {
  if (!is(b, T_LIST)) {
    return py_raise(E_TypeError, "can only concatenate list (not \"%t\") to list", b);
  }
  val joined = list_new(AS(list, a)->length + AS(list, b)->length);
  if (joined == ERROR) return ERROR;
  extend_sequence(AS(list, joined), a);
  extend_sequence(AS(list, joined), b);
  return joined;
}

val list_repeat(val v, i64 times) {
  const list *l = AS(list, v);
  if (!l->length || !times) return list_new(0);
  if (times > MOST / l->length) return no_memory();
  u32 total = l->length * (u32)times;
  val repeated = list_new(total);
  if (repeated == ERROR) return ERROR;
  val *at = AS(list, repeated)->items->at;
  if (l->length == 1) {
    for (u32 i = 0; i < total; i++) at[i] = l->items->at[0];
  } else {
    for (u32 i = 0; i < total; i += l->length) copy_bytes(at + i, l->items->at, l->length * 8);
  }
  AS(list, repeated)->length = total;
  return repeated;
}

val py_list1(val v) {
  if (py_failed()) return ERROR;
  return v == MISSING ? list_new(0) : list_from(v);
}
