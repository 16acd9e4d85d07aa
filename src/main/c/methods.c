/* The methods of list, tuple, dict and range, and those they share with str. */
#include "objects.h"

static val takes_one(const char *name, i32 given) {
  return py_raise(E_TypeError, "%s() takes exactly one argument (%d given)", name, given);
}

static val at_least_one(const char *name) {
  return py_raise(E_TypeError, "%s expected at least 1 argument, got 0", name);
}

static val self_list(val self, const char *name) {
  if (py_failed()) return ERROR;
  return is(self, T_LIST) ? self : no_attribute(self, name);
}

static val self_dict(val self, const char *name) {
  if (py_failed()) return ERROR;
  return is(self, T_DICT) ? self : no_attribute(self, name);
}

val py_m_append(val self, val v) {
  if (py_failed()) return ERROR;
  if (!is(self, T_LIST)) return no_attribute(self, "append");
  if (v == MISSING) return takes_one("list.append", 0);
  return list_append(AS(list, self), v) ? NONE : ERROR;
}

val py_m_extend(val self, val iterable) {
  if (self_list(self, "extend") == ERROR) return ERROR;
  if (iterable == MISSING) return takes_one("list.extend", 0);
  return list_extend(AS(list, self), iterable) ? NONE : ERROR;
}

val py_m_insert(val self, val place, val v) {
  if (self_list(self, "insert") == ERROR) return ERROR;
  if (v == MISSING) {
    return py_raise(E_TypeError, "insert expected 2 arguments, got %d", place != MISSING);
  }
  list *l = AS(list, self);
  i64 at;
  if (!size_argument(place, &at)) return ERROR;
  if (at < 0) at += l->length;
  if (at < 0) at = 0;
  if (at > l->length) at = l->length;
  return list_replace(l, (u32)at, (u32)at, &v, 1) ? NONE : ERROR;
}

/* The place of v from start to stop, or -1. The list may not change: equality has no effects. */
static i64 find(val sequence, val v, i64 start, i64 stop) {
  u32 length;
  items_of(sequence, &length);
  for (i64 i = start; i < stop && i < length; i++) {
    if (item_equal(items_of(sequence, &length)[i], v)) return py_failed() ? -1 : i;
    if (py_failed()) return -1;
  }
  return -1;
}

val py_m_remove(val self, val v) {
  if (self_list(self, "remove") == ERROR) return ERROR;
  if (v == MISSING) return takes_one("list.remove", 0);
  list *l = AS(list, self);
  i64 at = find(self, v, 0, l->length);
  if (py_failed()) return ERROR;
  if (at < 0) return py_raise(E_ValueError, "list.remove(x): x not in list");
  return list_replace(l, (u32)at, (u32)at + 1, 0, 0) ? NONE : ERROR;
}

val py_m_reverse(val self) {
  if (self_list(self, "reverse") == ERROR) return ERROR;
  list *l = AS(list, self);
  for (u32 i = 0, j = l->length; i + 1 < j; i++) {
    val v = l->items->at[--j];
    l->items->at[j] = l->items->at[i];
    l->items->at[i] = v;
  }
  return NONE;
}

static val pop_list(list *l, val place) {
  i64 at = -1;
  if (place != MISSING && !size_argument(place, &at)) return ERROR;
  if (!l->length) return py_raise(E_IndexError, "pop from empty list");
  if (at < 0) at += l->length;
  if (at < 0 || at >= l->length) return py_raise(E_IndexError, "pop index out of range");
  val v = l->items->at[at];
  if (at == l->length - 1) {
    l->items->at[--l->length] = 0;
    return v;
  }
  return list_replace(l, (u32)at, (u32)at + 1, 0, 0) ? v : ERROR;
}

static val pop_dict(dict *d, val key, val otherwise) {
  if (key == MISSING) return at_least_one("pop");
  val v;
  /* CPython does not ask for the hash of a key when there are none */
  if (d->length && dict_remove(d, key, &v)) return v;
  if (py_failed()) return ERROR;
  return otherwise != MISSING ? otherwise : py_raise_key(key);
}

val py_m_pop(val self, val a, val b) {
  if (py_failed()) return ERROR;
  if (is(self, T_DICT)) return pop_dict(AS(dict, self), a, b);
  if (!is(self, T_LIST)) return no_attribute(self, "pop");
  if (b != MISSING) return py_raise(E_TypeError, "pop expected at most 1 argument, got 2");
  return pop_list(AS(list, self), a);
}

val py_m_clear(val self) {
  if (py_failed()) return ERROR;
  if (is(self, T_DICT)) {
    dict_clear(AS(dict, self));
    return NONE;
  }
  if (!is(self, T_LIST)) return no_attribute(self, "clear");
  AS(list, self)->length = 0;
  AS(list, self)->items = 0;
  return NONE;
}

val py_m_copy(val self) {
  if (py_failed()) return ERROR;
  if (is(self, T_DICT)) return dict_copy(AS(dict, self));
  return is(self, T_LIST) ? list_from(self) : no_attribute(self, "copy");
}

val py_m_count(val self, val v, val start, val end) {
  if (py_failed()) return ERROR;
  u32 type = py_type(self);
  if (type == T_STR) return str_count(self, v, start, end);
  if (type != T_LIST && type != T_TUPLE && type != T_RANGE) return no_attribute(self, "count");
  const char *name = type == T_LIST ? "list.count" : type == T_TUPLE ? "tuple.count" : "range.count";
  if (v == MISSING) return takes_one(name, 0);
  if (start != MISSING) return takes_one(name, end != MISSING ? 3 : 2);
  if (type == T_RANGE) return from_small(range_contains(self, v));
  u32 length;
  i64 count = 0;
  items_of(self, &length);
  for (u32 i = 0; i < length && !py_failed(); i++) count += item_equal(items_of(self, &length)[i], v);
  return py_failed() ? ERROR : from_small(count);
}

static bool index_bound(val v, i64 length, i64 *result) {
  if (v == MISSING) return true;
  if (!int_index(v, result, "slice indices must be integers or have an __index__ method")) return false;
  if (*result < 0) *result += length;
  if (*result < 0) *result = 0;
  return true;
}

static val index_in_range(val self, val v, val start) {
  if (start != MISSING) return takes_one("range.index", 2);
  val index = range_find(self, v);
  if (index != NONE) return index;
  if (int_like(v)) return py_raise(E_ValueError, "%r is not in range", v);
  return py_raise(E_ValueError, "sequence.index(x): x not in sequence");
}

val py_m_index(val self, val v, val start, val end) {
  if (py_failed()) return ERROR;
  u32 type = py_type(self);
  if (type == T_STR) return str_index(self, v, start, end);
  if (type != T_LIST && type != T_TUPLE && type != T_RANGE) return no_attribute(self, "index");
  if (v == MISSING) return type == T_RANGE ? takes_one("range.index", 0) : at_least_one("index");
  if (type == T_RANGE) return index_in_range(self, v, start);
  u32 length;
  items_of(self, &length);
  i64 from = 0;
  i64 to = length;
  if (!index_bound(start, length, &from) || !index_bound(end, length, &to)) return ERROR;
  i64 at = find(self, v, from, to);
  if (py_failed()) return ERROR;
  if (at >= 0) return from_small(at);
  if (type == T_LIST) return py_raise(E_ValueError, "%r is not in list", v);
  return py_raise(E_ValueError, "tuple.index(x): x not in tuple");
}

val py_m_get(val self, val key, val otherwise) {
  if (self_dict(self, "get") == ERROR) return ERROR;
  if (key == MISSING) return at_least_one("get");
  val v = dict_find(AS(dict, self), key);
  if (v != MISSING) return v;
  if (py_failed()) return ERROR;
  return otherwise != MISSING ? otherwise : NONE;
}

val py_m_setdefault(val self, val key, val otherwise) {
  if (self_dict(self, "setdefault") == ERROR) return ERROR;
  if (key == MISSING) return at_least_one("setdefault");
  val v = dict_find(AS(dict, self), key);
  if (v != MISSING) return v;
  if (py_failed()) return ERROR;
  if (otherwise == MISSING) otherwise = NONE;
  return dict_put(AS(dict, self), key, otherwise) ? otherwise : ERROR;
}

val py_m_update(val self, val other) {
  if (self_dict(self, "update") == ERROR) return ERROR;
  return other == MISSING || dict_update(AS(dict, self), other) ? NONE : ERROR;
}

val py_m_update_named(val self, val other, val names) {
  if (py_m_update(self, other) == ERROR) return ERROR;
  return dict_update(AS(dict, self), names) ? NONE : ERROR;
}

val py_m_popitem(val self) {
  if (self_dict(self, "popitem") == ERROR) return ERROR;
  dict *d = AS(dict, self);
  if (!d->length) return py_raise(E_KeyError, "popitem(): dictionary is empty");
  u32 last = d->used - 1;
  while (d->entries->at[last * 2] == UNBOUND) last--;
  val pair = tuple_pair(d->entries->at[last * 2], d->entries->at[last * 2 + 1]);
  if (pair == ERROR) return ERROR;
  dict_take(d, last);
  d->index->spare += d->used - last;
  d->used = last;
  return pair;
}

/* Whether self's type is among types, a bit each, so that it has the method; asked before the arguments. */
val py_method(val self, u32 types, val name) {
  u32 type = py_type(self);
  if (type >= T_INT) type = type == T_NONE ? 0 : T_BIG;
  if (types >> type & 1) return self;
  if (py_failed()) return ERROR;
  if (type == T_TYPE) return self; /* which has methods of its own */
  return py_raise(E_AttributeError, "'%t' object has no attribute '%v'", self, name);
}
