/* The methods that search: find, index, count, startswith, endswith, replace and their like. */
#include "str.h"

/* The place of part, or -1; -2 with an error. */
static i64 search(val self, val part, val start, val end, const char *method, bool last) {
  i64 from, to;
  needle n;
  if (!str_self(self, method) || !str_least(part, method) || !str_bounds(start, end, STR(self)->length, &from, &to))
    return -2;
  if (!str_must(part)) return -2;
  if (from > to) return -1;
  needle_start(&n, STR(self), STR(part));
  i64 found = last ? needle_last(&n, (u32)from, (u32)to) : needle_next(&n, (u32)from, (u32)to);
  return py_failed() ? -2 : found;
}

static val found(i64 place, bool must) {
  if (place == -2) return ERROR;
  if (place == -1 && must) return py_raise(E_ValueError, "substring not found");
  return from_small(place);
}

val py_m_find(val self, val part, val start, val end) {
  return found(search(self, part, start, end, "find", false), false);
}

val py_m_rfind(val self, val part, val start, val end) {
  return found(search(self, part, start, end, "rfind", true), false);
}

val py_m_rindex(val self, val part, val start, val end) {
  return found(search(self, part, start, end, "rindex", true), true);
}

val str_index(val self, val part, val start, val end) {
  return found(search(self, part, start, end, "index", false), true);
}

val str_count(val self, val part, val start, val end) {
  i64 from, to, count = 0;
  needle n;
  if (!str_self(self, "count") || !str_least(part, "count") || !str_bounds(start, end, STR(self)->length, &from, &to))
    return ERROR;
  if (!str_must(part)) return ERROR;
  if (from > to) return from_small(0);
  needle_start(&n, STR(self), STR(part));
  if (n.count == 0) return from_small(to - from + 1);
  for (i64 at; (at = needle_next(&n, (u32)from, (u32)to)) >= 0; from = at + n.count) count++;
  return py_failed() ? ERROR : from_small(count);
}

/* Does part stand at the end, or else the start, of what is between from and to? */
static bool at_edge(const str *s, const str *part, i64 from, i64 to, bool end) {
  if (to - from < (i64)part->length) return false;
  u32 at = (u32)(end ? to - part->length : from);
  if (s->head.width < part->head.width) return false;
  for (u32 i = 0; i < part->length; i++)
    if (str_get(s, at + i) != str_get(part, i)) return false;
  return true;
}

static val edge(val self, val parts, val start, val end, const char *method, bool at_end) {
  i64 from, to;
  if (!str_self(self, method) || !str_least(parts, method) || !str_bounds(start, end, STR(self)->length, &from, &to))
    return ERROR;
  if (str_is(parts)) return py_bool(at_edge(STR(self), STR(parts), from, to, at_end));
  if (!is(parts, T_TUPLE))
    return py_raise(E_TypeError, "%s first arg must be str or a tuple of str, not %t", method, parts);
  const tuple *t = AS(tuple, parts);
  for (u32 i = 0; i < t->length; i++) {
    if (!str_is(t->at[i]))
      return py_raise(E_TypeError, "tuple for %s must only contain str, not %t", method, t->at[i]);
    if (at_edge(STR(self), STR(t->at[i]), from, to, at_end)) return TRUE;
  }
  return FALSE;
}

val py_m_startswith(val self, val parts, val start, val end) {
  return edge(self, parts, start, end, "startswith", false);
}

val py_m_endswith(val self, val parts, val start, val end) {
  return edge(self, parts, start, end, "endswith", true);
}

static val remove(val self, val part, const char *method, bool at_end) {
  if (!str_self(self, method) || !str_one(part, method)) return ERROR;
  if (!str_is(part)) return str_bad_argument(method, "", part);
  u32 length = STR(self)->length, less = STR(part)->length;
  if (!less || !at_edge(STR(self), STR(part), 0, length, at_end)) return self;
  return at_end ? str_part(self, 0, length - less) : str_part(self, less, length);
}

val py_m_removeprefix(val self, val part) {
  return remove(self, part, "removeprefix", false);
}

val py_m_removesuffix(val self, val part) {
  return remove(self, part, "removesuffix", true);
}

/* An empty part stands before every character, and at the end. */
static val interleave(const str *s, val by, i64 most) {
  builder b;
  build_start(&b);
  for (u32 i = 0; i <= s->length; i++) {
    if (most-- > 0) build_str(&b, by);
    if (i < s->length) build_char(&b, str_get(s, i));
  }
  return build_end(&b);
}

val py_m_replace(val self, val part, val by, val count) {
  i64 most = -1;
  if (!str_self(self, "replace")) return ERROR;
  if (part == MISSING || by == MISSING)
    return py_raise(E_TypeError, "replace expected at least 2 arguments, got %d", part != MISSING);
  if (by == ERROR) return ERROR;
  if (!str_is(part)) return str_bad_argument("replace", " 1", part);
  if (!str_is(by)) return str_bad_argument("replace", " 2", by);
  if (count != MISSING && !str_size(count, &most)) return ERROR;
  if (most < 0) most = INT64_MAX;
  const str *s = STR(self);
  if (most == 0) return self;
  if (STR(part)->length == 0) return interleave(s, by, most);
  needle n;
  needle_start(&n, s, STR(part));
  i64 at = needle_next(&n, 0, n.length);
  if (at < 0) return py_failed() ? ERROR : self;
  builder b;
  u32 from = 0;
  build_start(&b);
  for (; at >= 0 && most > 0; most--) {
    build_part(&b, s, from, (u32)at);
    build_str(&b, by);
    from = (u32)at + n.count;
    at = needle_next(&n, from, n.length);
  }
  build_part(&b, s, from, s->length);
  return build_end(&b);
}
