/* Taking apart and putting together: split, rsplit, splitlines, partition, rpartition, join. */
#include "str.h"
#include "unicode.h"

static bool add(val list_of, val s, u32 start, u32 end) {
  val part = str_part(s, start, end);
  return part != ERROR && list_append(AS(list, list_of), part);
}

static inline bool space_at(const str *s, u32 at) {
  return unicode_space(str_get(s, at));
}

static bool split_space(val to, val self, i64 most) {
  const str *s = STR(self);
  u32 i = 0, n = s->length;
  while (most-- > 0) {
    while (i < n && space_at(s, i)) i++;
    if (i == n) return true;
    u32 start = i;
    while (i < n && !space_at(s, i)) i++;
    if (!add(to, self, start, i)) return false;
  }
  while (i < n && space_at(s, i)) i++;
  return i == n || add(to, self, i, n);
}

static bool rsplit_space(val to, val self, i64 most) {
  const str *s = STR(self);
  u32 i = s->length;
  while (most-- > 0) {
    while (i > 0 && space_at(s, i - 1)) i--;
    if (i == 0) return true;
    u32 end = i;
    while (i > 0 && !space_at(s, i - 1)) i--;
    if (!add(to, self, i, end)) return false;
  }
  while (i > 0 && space_at(s, i - 1)) i--;
  return i == 0 || add(to, self, 0, i);
}

static bool split_at(val to, val self, val sep, i64 most) {
  needle n;
  u32 from = 0;
  needle_start(&n, STR(self), STR(sep));
  while (most-- > 0) {
    i64 at = needle_next(&n, from, n.length);
    if (at < 0) break;
    if (!add(to, self, from, (u32)at)) return false;
    from = (u32)at + n.count;
  }
  return !py_failed() && add(to, self, from, n.length);
}

static bool rsplit_at(val to, val self, val sep, i64 most) {
  needle n;
  u32 end = STR(self)->length;
  needle_start(&n, STR(self), STR(sep));
  while (most-- > 0) {
    i64 at = needle_last(&n, 0, end);
    if (at < 0) break;
    if (!add(to, self, (u32)at + n.count, end)) return false;
    end = (u32)at;
  }
  return !py_failed() && add(to, self, 0, end);
}

static void reverse(list *l) {
  for (u32 i = 0, j = l->length; i + 1 < j; i++) {
    val first = l->items->at[i];
    l->items->at[i] = l->items->at[--j];
    l->items->at[j] = first;
  }
}

static val split(val self, val sep, val max, const char *method, bool from_right) {
  i64 most = -1;
  if (!str_self(self, method) || sep == ERROR) return ERROR;
  if (max != MISSING && !str_size(max, &most)) return ERROR;
  if (most < 0) most = INT64_MAX;
  bool space = sep == MISSING || sep == NONE;
  if (!space && !str_is(sep))
    return py_raise(E_TypeError, "must be str or None, not %t", sep);
  if (!space && STR(sep)->length == 0) return py_raise(E_ValueError, "empty separator");
  val to = list_new(0);
  if (to == ERROR) return ERROR;
  bool done;
  if (from_right) done = space ? rsplit_space(to, self, most) : rsplit_at(to, self, sep, most);
  else done = space ? split_space(to, self, most) : split_at(to, self, sep, most);
  if (!done) return ERROR;
  if (from_right) reverse(AS(list, to));
  return to;
}

val py_m_split(val self, val sep, val max) {
  return split(self, sep, max, "split", false);
}

val py_m_rsplit(val self, val sep, val max) {
  return split(self, sep, max, "rsplit", true);
}

val py_m_splitlines(val self, val keep) {
  if (!str_self(self, "splitlines") || keep == ERROR) return ERROR;
  bool ends = keep != MISSING && py_truth(keep);
  if (py_failed()) return ERROR;
  val to = list_new(0);
  if (to == ERROR) return ERROR;
  const str *s = STR(self);
  for (u32 i = 0, n = s->length; i < n;) {
    u32 start = i;
    while (i < n && !unicode_line_end(str_get(s, i))) i++;
    u32 end = i;
    if (i < n) {
      i += str_get(s, i) == '\r' && i + 1 < n && str_get(s, i + 1) == '\n' ? 2 : 1;
      if (ends) end = i;
    }
    if (!add(to, self, start, end)) return ERROR;
  }
  return to;
}

static val three(val a, val b, val c) {
  val t = tuple_new(3);
  if (t == ERROR || a == ERROR || b == ERROR || c == ERROR) return ERROR;
  AS(tuple, t)->at[0] = a;
  AS(tuple, t)->at[1] = b;
  AS(tuple, t)->at[2] = c;
  return t;
}

static val partition(val self, val sep, const char *method, bool last) {
  if (!str_self(self, method) || !str_one(sep, method) || !str_must(sep)) return ERROR;
  if (STR(sep)->length == 0) return py_raise(E_ValueError, "empty separator");
  needle n;
  needle_start(&n, STR(self), STR(sep));
  i64 at = last ? needle_last(&n, 0, n.length) : needle_next(&n, 0, n.length);
  if (py_failed()) return ERROR;
  if (at < 0)
    return last ? three(str_empty(), str_empty(), self) : three(self, str_empty(), str_empty());
  return three(str_part(self, 0, (u32)at), sep, str_part(self, (u32)at + n.count, n.length));
}

val py_m_partition(val self, val sep) {
  return partition(self, sep, "partition", false);
}

val py_m_rpartition(val self, val sep) {
  return partition(self, sep, "rpartition", true);
}

/* The strs at items, with sep (may be null) in between. */
val str_join(const str *sep, const val *items, u32 count) {
  u64 length = 0;
  u32 width = 1;
  for (u32 i = 0; i < count; i++) {
    if (!str_is(items[i])) {
      if (items[i] == ERROR) return ERROR;
      return py_raise(E_TypeError, "sequence item %d: expected str instance, %t found", (i32)i, items[i]);
    }
    const str *s = STR(items[i]);
    length += s->length;
    if (s->head.width > width) width = s->head.width;
  }
  if (count == 0) return str_empty();
  if (count == 1) return items[0];
  u32 between = sep ? sep->length : 0;
  length += (u64)between * (count - 1);
  if (between && sep->head.width > width) width = sep->head.width;
  if (length > 0x7fffffff) return str_too_long();
  val v = str_make((u32)length, width);
  if (v == ERROR || length == 0) return v;
  u8 *to = STR(v)->data;
  for (u32 i = 0; i < count; i++) {
    const str *s = STR(items[i]);
    if (i && between) {
      str_spread(to, width, sep->data, sep->head.width, between);
      to += between * width;
    }
    str_spread(to, width, s->data, s->head.width, s->length);
    to += s->length * width;
  }
  if (length == 1) return str_char(str_get(STR(v), 0)); /* those of one character are shared */
  return v;
}

static bool iterable(val v) {
  switch (py_type(v)) {
    case T_STR: case T_LIST: case T_TUPLE: case T_DICT: case T_RANGE: case T_KEYS: case T_VALUES:
    case T_ITEMS: case T_ITER: case T_ENUMERATE: case T_ZIP: case T_REVERSED: case T_FILE:
      return true;
    default:
      return false;
  }
}

val py_m_join(val self, val items) {
  if (!str_self(self, "join") || !str_one(items, "join")) return ERROR;
  if (is(items, T_TUPLE)) return str_join(STR(self), AS(tuple, items)->at, AS(tuple, items)->length);
  if (!is(items, T_LIST)) {
    if (!iterable(items)) return py_raise(E_TypeError, "can only join an iterable");
    items = list_from(items);
    if (items == ERROR) return ERROR;
  }
  const list *l = AS(list, items);
  return l->length ? str_join(STR(self), l->items->at, l->length) : str_empty();
}

val py_concat(u32 count) {
  val *items = py_pop(count);
  if (py_failed()) return ERROR;
  return str_join(0, items, count);
}
