/* What the files about objects and containers offer each other, beyond runtime.h. */
#ifndef SANDGLASS_OBJECTS_H
#define SANDGLASS_OBJECTS_H

#include "runtime.h"

/* head.flags of a struct iter: what it goes over, and so the name of its type. */
enum walk {
  WALK_LIST, WALK_TUPLE, WALK_STR, WALK_KEYS, WALK_VALUES, WALK_ITEMS,
  WALK_RANGE,     /* all small: a is the next, b the stop */
  WALK_LONGRANGE, /* a is the next index, b the length */
  WALK_BACK_LIST, WALK_BACK_TUPLE, WALK_BACK_STR,
  WALK_BACK_KEYS, WALK_BACK_VALUES, WALK_BACK_ITEMS
};
const char *walk_name(const iter *it);
#define TYPE_OF_EXCEPTION 256 /* typeobj.which: an exception's kind is added to this, */
#define TYPE_OF_WALK 512      /* and an iterator's enum walk to this */

/* Nested data is followed so deep, as deep as the stack allows with some to spare. */
#define DEEPEST 1000
extern u32 object_depth;

/* object.c */
i32 py_truth(val v);
i32 py_is(val a, val b);
val py_bool1(val v);
val no_attribute(val self, const char *name);  /* AttributeError */
val no_memory(void);                           /* MemoryError */
const char *type_object_name(u32 which);
/* An index that must fit a size: IndexError "cannot fit 'int' into an index-sized integer" */
bool index_value(val v, i64 *result, const char *otherwise);
/* The same as an argument: OverflowError "Python int too large to convert to C ssize_t" */
bool size_argument(val v, i64 *result);
bool is_sequence(val v); /* list or tuple */
static inline bool is_error(val v) { return v == ERROR; }
/* The items of a list or tuple; at and length are valid until it changes. */
static inline const val *items_of(val v, u32 *length) {
  if (object_of(v)->type == T_TUPLE) {
    *length = AS(tuple, v)->length;
    return AS(tuple, v)->at;
  }
  *length = AS(list, v)->length;
  return AS(list, v)->items ? AS(list, v)->items->at : 0;
}

/* compare.c: equality inside containers, where identity comes first (as for a NaN) */
/* py_hash, which says how, without a call for what most keys are. */
static inline u32 key_hash(val key) {
  if (is_int(key) && small(key) == (i32)small(key)) return (u32)small(key);
  if (is(key, T_STR) && AS(str, key)->hash) return AS(str, key)->hash;
  return py_hash(key);
}
bool item_equal_slow(val a, val b);
static inline bool item_equal(val a, val b) {
  return a == b || (!(is_int(a) && is_int(b)) && item_equal_slow(a, b));
}
val unsupported(const char *op, val a, val b); /* ops.c: TypeError of an operator */

/* items.c */
val py_getitem(val o, val i);

/* list.c */
bool list_reserve(list *l, u32 capacity);
bool list_extend(list *l, val iterable);
/* Puts count values in the place of those from start to stop. The values must not be l's own. */
bool list_replace(list *l, u32 start, u32 stop, const val *values, u32 count);
val list_repeat(val l, i64 times);
val list_concat(val a, val b);
val tuple_concat(val a, val b);
val tuple_repeat(val t, i64 times);
val tuple_pair(val a, val b);
bool list_sort(list *l, bool reverse);
/* Sorts count values by keys, both arrays alike; stable; false if a comparison failed. */
bool sort_values(val *keys, val *values, u32 count, bool reverse);

/* dict.c */
#define DICT_NONE (-1)
i32 dict_place(dict *d, val key, u32 hash);    /* the entry, or DICT_NONE; may fail */
void dict_clear(dict *d);
val dict_copy(dict *d);
bool dict_update(dict *d, val other);          /* a dict, or pairs */
void dict_take(dict *d, u32 entry);            /* removes that entry */

/* views.c */
dict *view_dict(val v);                        /* of a view */
bool view_equal(val a, val b);                 /* dict_keys and dict_items as sets */
bool view_within(val a, val b);                /* all of a's in b */
bool view_contains(val view, val item);
bool is_set_view(val v);                       /* dict_keys or dict_items */

/* range.c */
val range_length(val r);                       /* an int of any size */
val range_item(val r, val index);              /* index from 0, an int, in bounds */
val range_getitem(val r, val index);
val range_getslice(val r, val lower, val upper, val step);
bool range_equal(val a, val b);
bool range_contains(val r, val item);
val range_find(val r, val item);               /* index, or NONE */
u32 range_hash(val r);

/* iter.c */
val iter_new(u32 type, u32 walk, val over);
bool is_iterator(val v);
bool is_iterable(val v);

/* core's part: exceptions, and the lines of a file */
const char *kind_name(u32 kind);
bool kind_is(u32 kind, u32 ancestor);
val exc_str(val e);
val exc_repr(val e);
void raise_memory(void);
val raise_args(u32 kind, val args);
val file_next(file *f);

/* strings' part of the methods that str shares with list and tuple */
val str_count(val self, val sub, val start, val end);
val str_index(val self, val sub, val start, val end);

#endif
