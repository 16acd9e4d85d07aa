/* o[i], o[i] = v and del o[i]. */
#include "objects.h"

static const char *index_text(u32 type) {
  switch (type) {
    case T_LIST: return "list indices must be integers or slices, not %t";
    case T_TUPLE: return "tuple indices must be integers or slices, not %t";
    default: return "string indices must be integers, not '%t'";
  }
}

/* The place in a sequence of that length that an index means. */
static bool place(val i, u32 type, u32 length, const char *outside, u32 *at) {
  i64 n;
  if (!index_value(i, &n, index_text(type))) return false;
  if (n < 0) n += length;
  if (n >= 0 && n < length) {
    *at = (u32)n;
    return true;
  }
  py_raise(E_IndexError, outside);
  return false;
}

static val dict_getitem(val o, val key) {
  val v = dict_find(AS(dict, o), key);
  if (v != MISSING) return v;
  return py_failed() ? ERROR : py_raise_key(key);
}

static __attribute__((noinline)) val getitem_slow(val o, val i) {
  if (py_failed()) return ERROR;
  u32 at;
  switch (py_type(o)) {
    case T_LIST: {
      const list *l = AS(list, o);
      if (!place(i, T_LIST, l->length, "list index out of range", &at)) return ERROR;
      return l->items->at[at];
    }
    case T_TUPLE: {
      const tuple *t = AS(tuple, o);
      if (!place(i, T_TUPLE, t->length, "tuple index out of range", &at)) return ERROR;
      return t->at[at];
    }
    case T_STR: {
      const str *s = AS(str, o);
      if (!place(i, T_STR, s->length, "string index out of range", &at)) return ERROR;
      return str_char(str_at(s, at));
    }
    case T_DICT: return dict_getitem(o, i);
    case T_RANGE: return range_getitem(o, i);
    case T_TYPE:
      return py_raise(E_TypeError, "type '%s' is not subscriptable",
                      type_object_name(AS(typeobj, o)->which));
    default: return py_raise(E_TypeError, "'%t' object is not subscriptable", o);
  }
}

static __attribute__((noinline)) val getitem_other(val o, val i) {
  if (is(o, T_DICT)) return py_failed() ? ERROR : dict_getitem(o, i);
  if (is(o, T_TUPLE) && is_int(i)) {
    const tuple *t = AS(tuple, o);
    i64 n = small(i);
    if (n < 0) n += t->length;
    if ((u64)n < t->length) return t->at[n];
  } else if (is(o, T_STR) && is_int(i)) {
    const str *s = AS(str, o);
    i64 n = small(i);
    if (n < 0) n += s->length;
    if ((u64)n < s->length) return str_char(str_at(s, (u32)n));
  }
  return getitem_slow(o, i);
}

/* A list's item is found in few instructions, for the program's loops. */
val py_getitem(val o, val i) {
  if (is(o, T_LIST) && is_int(i)) {
    const list *l = AS(list, o);
    i64 n = small(i);
    if (n < 0) n += l->length;
    if ((u64)n < l->length) return l->items->at[n];
  }
  return getitem_other(o, i);
}

/* Of a sequence that does not change, CPython looks whether the index fits before it refuses. */
static bool index_refused(val o, val i) {
  switch (py_type(o)) {
    case T_STR: case T_TUPLE: case T_RANGE: case T_KEYS: case T_VALUES: case T_ITEMS: {
      i64 n;
      return int_like(i) && !index_value(i, &n, "");
    }
    default: return false;
  }
}

static __attribute__((noinline)) val setitem_slow(val o, val i, val v) {
  u32 at;
  switch (py_type(o)) {
    case T_LIST: {
      list *l = AS(list, o);
      if (!place(i, T_LIST, l->length, "list assignment index out of range", &at)) return ERROR;
      l->items->at[at] = v;
      return NONE;
    }
    case T_DICT: return dict_put(AS(dict, o), i, v) ? NONE : ERROR;
    default:
      if (index_refused(o, i)) return ERROR;
      return py_raise(E_TypeError, "'%t' object does not support item assignment", o);
  }
}

val py_setitem(val o, val i, val v) {
  if (py_failed()) return ERROR;
  if (is(o, T_LIST) && is_int(i)) {
    list *l = AS(list, o);
    i64 n = small(i);
    if (n < 0) n += l->length;
    if ((u64)n < l->length) {
      l->items->at[n] = v;
      return NONE;
    }
  }
  return setitem_slow(o, i, v);
}

val py_delitem(val o, val i) {
  if (py_failed()) return ERROR;
  switch (py_type(o)) {
    case T_LIST: {
      list *l = AS(list, o);
      u32 at;
      if (!place(i, T_LIST, l->length, "list assignment index out of range", &at)) return ERROR;
      return list_replace(l, at, at + 1, 0, 0) ? NONE : ERROR;
    }
    case T_DICT:
      if (dict_remove(AS(dict, o), i, 0)) return NONE;
      return py_failed() ? ERROR : py_raise_key(i);
    case T_STR: case T_TUPLE: case T_RANGE: case T_KEYS: case T_VALUES: case T_ITEMS:
      if (index_refused(o, i)) return ERROR;
      if (!int_like(i)) break;
      return py_raise(E_TypeError, "'%t' object doesn't support item deletion", o);
    default: break;
  }
  return py_raise(E_TypeError, "'%t' object does not support item deletion", o);
}
