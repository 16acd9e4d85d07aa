/* Types, their names, truth, identity, and the errors that every part raises alike. */
#include "objects.h"

u32 object_depth;

u32 py_type(val v) {
  if (is_int(v)) return T_INT;
  if (is_object(v)) return object_of(v)->type;
  return is_bool(v) ? T_BOOL : T_NONE;
}

static const char *const walk_names[] = {
  "list_iterator", "tuple_iterator", "str_ascii_iterator", "dict_keyiterator", "dict_valueiterator",
  "dict_itemiterator", "range_iterator", "longrange_iterator", "list_reverseiterator", "reversed",
  "reversed", "dict_reversekeyiterator", "dict_reversevalueiterator", "dict_reverseitemiterator",
  "str_iterator",
};
#define WALK_WIDE_STR 14 /* only a name: CPython has two types for iterators over a str */

static bool is_ascii(const str *s) {
  if (s->head.width != 1) return false;
  for (u32 i = 0; i < s->length; i++) {
    if (s->data[i] >= 0x80) return false;
  }
  return true;
}

static u32 name_of_walk(const iter *it) {
  bool wide = it->head.flags == WALK_STR && is(it->over, T_STR) && !is_ascii(AS(str, it->over));
  return wide ? WALK_WIDE_STR : it->head.flags;
}

const char *walk_name(const iter *it) { return walk_names[name_of_walk(it)]; }

static const char *plain_type_name(u32 type) {
  switch (type) {
    case T_BIG: case T_INT: return "int";
    case T_BOOL: return "bool";
    case T_NONE: return "NoneType";
    case T_FLOAT: return "float";
    case T_STR: return "str";
    case T_LIST: return "list";
    case T_TUPLE: return "tuple";
    case T_DICT: return "dict";
    case T_RANGE: return "range";
    case T_KEYS: return "dict_keys";
    case T_VALUES: return "dict_values";
    case T_ITEMS: return "dict_items";
    case T_ENUMERATE: return "enumerate";
    case T_ZIP: return "zip";
    case T_REVERSED: return "reversed";
    case T_FILE: return "_io.TextIOWrapper";
    case T_TYPE: return "type";
    case T_SLICE: return "slice";
    default: return "object";
  }
}

const char *type_object_name(u32 which) {
  if (which >= TYPE_OF_WALK) return walk_names[which - TYPE_OF_WALK];
  if (which >= TYPE_OF_EXCEPTION) return kind_name(which - TYPE_OF_EXCEPTION);
  return plain_type_name(which);
}

const char *py_type_name(val v) {
  u32 type = py_type(v);
  if (type == T_EXC) return kind_name(AS(exc, v)->kind);
  if (type == T_ITER) return walk_name(AS(iter, v));
  return plain_type_name(type);
}

/* which is an enum type, or 256 + an enum kind */
val py_typeobj(u32 which) {
  typeobj *t = py_alloc(T_TYPE, sizeof(typeobj));
  if (!t) return ERROR;
  t->which = which == T_BIG ? T_INT : which;
  return value_of(t);
}

static u32 which_of(val v) {
  u32 type = py_type(v);
  if (type == T_EXC) return TYPE_OF_EXCEPTION + AS(exc, v)->kind;
  if (type == T_ITER) return TYPE_OF_WALK + name_of_walk(AS(iter, v));
  return type == T_BIG ? T_INT : type;
}

/* type(v) */
val py_type1(val v) {
  if (py_failed()) return ERROR;
  return py_typeobj(which_of(v));
}

/* Types are made where they are named, so two objects may be the same type. */
i32 py_is(val a, val b) {
  return a == b || (is(a, T_TYPE) && is(b, T_TYPE) && AS(typeobj, a)->which == AS(typeobj, b)->which);
}

static bool instance_of(u32 have, u32 want) {
  if (have == want) return true;
  if (want == T_INT) return have == T_BOOL;
  if (have < TYPE_OF_EXCEPTION || have >= TYPE_OF_WALK) return false;
  if (want < TYPE_OF_EXCEPTION || want >= TYPE_OF_WALK) return false;
  return kind_is(have - TYPE_OF_EXCEPTION, want - TYPE_OF_EXCEPTION);
}

static i32 is_instance(val v, val types) {
  if (is(types, T_TYPE)) return instance_of(which_of(v), AS(typeobj, types)->which);
  if (!is(types, T_TUPLE)) {
    py_raise(E_TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union");
    return 0;
  }
  if (object_depth >= DEEPEST) {
    py_raise(E_RecursionError, "maximum recursion depth exceeded in __instancecheck__");
    return 0;
  }
  object_depth++;
  i32 found = 0;
  const tuple *t = AS(tuple, types);
  for (u32 i = 0; i < t->length && !found && !py_failed(); i++) found = is_instance(v, t->at[i]);
  object_depth--;
  return found;
}

val py_isinstance(val v, val types) {
  if (py_failed()) return ERROR;
  i32 found = is_instance(v, types);
  return py_failed() ? ERROR : py_bool(found);
}

static __attribute__((noinline)) i32 truth_slow(val v) {
  if (py_failed() || !is_object(v)) return 0;
  switch (object_of(v)->type) {
    case T_FLOAT: return float_value(v) != 0;
    case T_STR: return AS(str, v)->length != 0;
    case T_LIST: return AS(list, v)->length != 0;
    case T_TUPLE: return AS(tuple, v)->length != 0;
    case T_DICT: return AS(dict, v)->length != 0;
    case T_KEYS: case T_VALUES: case T_ITEMS: return view_dict(v)->length != 0;
    case T_RANGE: return range_length(v) != from_small(0);
    default: return 1;
  }
}

i32 py_truth(val v) {
  if (v == TRUE) return 1;
  if (v == FALSE || v == NONE || v == from_small(0)) return 0;
  if (is_int(v)) return 1;
  return truth_slow(v);
}

i32 py_not(val v) { return !py_truth(v); }

val py_bool1(val v) {
  if (v == MISSING) return FALSE;
  i32 truth = py_truth(v);
  return py_failed() ? ERROR : py_bool(truth);
}

bool is_sequence(val v) { return is(v, T_LIST) || is(v, T_TUPLE); }

/* len(v); len() of a range may not fit, which is an error as well */
i64 py_length(val v) {
  switch (py_type(v)) {
    case T_STR: return AS(str, v)->length;
    case T_LIST: return AS(list, v)->length;
    case T_TUPLE: return AS(tuple, v)->length;
    case T_DICT: return AS(dict, v)->length;
    case T_KEYS: case T_VALUES: case T_ITEMS: return view_dict(v)->length;
    case T_RANGE: {
      i64 length;
      val n = range_length(v);
      return n != ERROR && size_argument(n, &length) ? length : -1;
    }
    default:
      py_raise(E_TypeError, "object of type '%t' has no len()", v);
      return -1;
  }
}

val py_len(val v) {
  if (is(v, T_LIST)) return from_small(AS(list, v)->length);
  if (is(v, T_STR)) return from_small(AS(str, v)->length);
  if (py_failed()) return ERROR;
  i64 length = py_length(v);
  return length < 0 ? ERROR : int_from_i64(length);
}

val no_attribute(val self, const char *name) {
  if (py_failed()) return ERROR;
  if (is(self, T_TYPE)) {
    return py_raise(E_AttributeError, "type object '%s' has no attribute '%s'",
                    type_object_name(AS(typeobj, self)->which), name);
  }
  return py_raise(E_AttributeError, "'%t' object has no attribute '%s'", self, name);
}

val no_memory(void) {
  raise_memory();
  return ERROR;
}

/* Clamped values come from ints that do not fit 64 bits, so they are told by their type. */
static bool too_large(val v, i64 n) { return is(v, T_BIG) && (n == INT64_MAX || n == INT64_MIN); }

bool index_value(val v, i64 *result, const char *otherwise) {
  if (is_int(v)) {
    *result = small(v);
    return true;
  }
  if (!int_index(v, result, otherwise)) return false;
  if (!too_large(v, *result)) return true;
  py_raise(E_IndexError, "cannot fit '%t' into an index-sized integer", v);
  return false;
}

bool size_argument(val v, i64 *result) {
  if (!int_index(v, result, "'%t' object cannot be interpreted as an integer")) return false;
  if (!too_large(v, *result)) return true;
  py_raise(E_OverflowError, "Python int too large to convert to C ssize_t");
  return false;
}
