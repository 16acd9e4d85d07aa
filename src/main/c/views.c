/* dict.keys(), dict.values(), dict.items(): what they hold, and the first and last as sets. */
#include "objects.h"

dict *view_dict(val v) { return AS(view, v)->of; }

bool is_set_view(val v) { return is(v, T_KEYS) || is(v, T_ITEMS); }

static bool value_in(const dict *d, val item) {
  u32 at = 0;
  val key;
  val value;
  while (dict_step(d, &at, &key, &value)) {
    if (item_equal(value, item)) return !py_failed();
    if (py_failed()) return false;
  }
  return false;
}

static bool pair_in(dict *d, val item) {
  if (!is(item, T_TUPLE) || AS(tuple, item)->length != 2) return false;
  val value = dict_find(d, AS(tuple, item)->at[0]);
  if (value == MISSING) return false;
  return item_equal(value, AS(tuple, item)->at[1]) && !py_failed();
}

bool view_contains(val v, val item) {
  dict *d = view_dict(v);
  switch (object_of(v)->type) {
    case T_KEYS: return dict_find(d, item) != MISSING;
    case T_VALUES: return value_in(d, item);
    default: return pair_in(d, item);
  }
}

bool view_within(val a, val b) {
  const dict *d = view_dict(a);
  u32 at = 0;
  val key;
  val value;
  while (dict_step(d, &at, &key, &value)) {
    val item = is(a, T_KEYS) ? key : tuple_pair(key, value);
    if (item == ERROR || !view_contains(b, item) || py_failed()) return false;
  }
  return true;
}

bool view_equal(val a, val b) {
  return view_dict(a)->length == view_dict(b)->length && view_within(a, b);
}

static val view_new(val d, u32 type, const char *name) {
  if (py_failed()) return ERROR;
  if (!is(d, T_DICT)) return no_attribute(d, name);
  view *v = py_alloc(type, sizeof(view));
  if (!v) return ERROR;
  v->of = AS(dict, d);
  return value_of(v);
}

val py_m_keys(val self) { return view_new(self, T_KEYS, "keys"); }
val py_m_values(val self) { return view_new(self, T_VALUES, "values"); }
val py_m_items(val self) { return view_new(self, T_ITEMS, "items"); }
