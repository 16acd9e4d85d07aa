/*
 * Sorting, stable: natural runs, short ones lengthened by insertion, merged as in CPython's
 * listsort. Below 64 items it compares and moves exactly as CPython does, so even a list whose sort
 * failed half way is left in the same order.
 */
#include "objects.h"

typedef struct part { val *keys; val *values; } part; /* values may be null */

static inline bool less(val a, val b) {
  if (((a | b) & 1) == 0) return (i64)a < (i64)b;
  if (is(a, T_STR) && is(b, T_STR)) return str_compare(AS(str, a), AS(str, b)) < 0;
  if (is(a, T_FLOAT) && is(b, T_FLOAT)) return AS(flt, a)->value < AS(flt, b)->value;
  return py_compare('<', a, b);
}

static void reverse_values(val *at, u32 count) {
  if (!at) return;
  for (u32 i = 0, j = count; i + 1 < j; i++) {
    val v = at[--j];
    at[j] = at[i];
    at[i] = v;
  }
}

static void reverse(part p, u32 from, u32 to) {
  reverse_values(p.keys + from, to - from);
  if (p.values) reverse_values(p.values + from, to - from);
}

/* The end of the run that begins at from; a falling one is turned round. 0 if it failed. */
static u32 run_end(part p, u32 from, u32 to) {
  u32 at = from + 1;
  if (at == to) return at;
  bool falling = less(p.keys[at], p.keys[from]);
  if (py_failed()) return 0;
  for (at++; at < to; at++) {
    bool falls = less(p.keys[at], p.keys[at - 1]);
    if (py_failed()) return 0;
    if (falls != falling) break;
  }
  if (falling) reverse(p, from, at);
  return at;
}

static void rotate(val *at, u32 place, u32 last) {
  val v = at[last];
  move_bytes(at + place + 1, at + place, (last - place) * 8);
  at[place] = v;
}

/* from .. sorted is in order; takes in the rest up to to. */
static bool insert_rest(part p, u32 from, u32 sorted, u32 to) {
  for (u32 next = sorted; next < to; next++) {
    u32 low = from;
    u32 high = next;
    val pivot = p.keys[next];
    while (low < high) {
      u32 middle = low + ((high - low) >> 1);
      bool before = less(pivot, p.keys[middle]);
      if (py_failed()) return false;
      if (before) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    rotate(p.keys, low, next);
    if (p.values) rotate(p.values, low, next);
  }
  return true;
}

/* Where v goes among the sorted from .. to: after its equals if after, else before them. */
static u32 search(const val *keys, u32 from, u32 to, val v, bool after) {
  while (from < to && !py_failed()) {
    u32 middle = from + ((to - from) >> 1);
    bool right = after ? !less(v, keys[middle]) : less(keys[middle], v);
    if (right) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return from;
}

/* Merges from .. middle with middle .. to; the left part goes by way of spare. */
static bool merge(part p, part spare, u32 from, u32 middle, u32 to) {
  from = search(p.keys, from, middle, p.keys[middle], true);
  if (py_failed()) return false;
  if (from == middle) return true;
  to = search(p.keys, middle, to, p.keys[middle - 1], false);
  if (py_failed()) return false;
  u32 left = middle - from;
  copy_bytes(spare.keys, p.keys + from, left * 8);
  if (p.values) copy_bytes(spare.values, p.values + from, left * 8);
  u32 i = 0;
  u32 j = middle;
  u32 out = from;
  while (i < left && j < to) {
    bool right = less(p.keys[j], spare.keys[i]);
    if (py_failed()) break;
    if (p.values) p.values[out] = right ? p.values[j] : spare.values[i];
    p.keys[out++] = right ? p.keys[j++] : spare.keys[i++];
  }
  copy_bytes(p.keys + out, spare.keys + i, (left - i) * 8);
  if (p.values) copy_bytes(p.values + out, spare.values + i, (left - i) * 8);
  return !py_failed();
}

static u32 least_run(u32 n) {
  u32 odd = 0;
  while (n >= 64) {
    odd |= n & 1;
    n >>= 1;
  }
  return n + odd;
}

/* The depth, in the ideal tree of merges, of the border between two neighbouring runs (powersort). */
static u32 power(u32 start, u32 n1, u32 n2, u32 total) {
  u64 a = 2 * (u64)start + n1;
  u64 b = a + n1 + n2;
  u32 result = 0;
  for (;;) {
    result++;
    if (a >= total) {
      a -= total;
      b -= total;
    } else if (b >= total) {
      return result;
    }
    a <<= 1;
    b <<= 1;
  }
}

static bool sort_long(part p, part spare, u32 count) {
  struct { u32 start; u32 power; } runs[66];
  u32 n = 0;
  u32 least = least_run(count);
  u32 from = 0;
  while (from < count) {
    u32 end = run_end(p, from, count);
    if (!end) return false;
    u32 wanted = count - from < least ? count : from + least;
    if (end < wanted) {
      if (!insert_rest(p, from, end, wanted)) return false;
      end = wanted;
    }
    if (n) {
      u32 border = power(runs[n - 1].start, from - runs[n - 1].start, end - from, count);
      while (n > 1 && runs[n - 2].power > border) {
        if (!merge(p, spare, runs[n - 2].start, runs[n - 1].start, from)) return false;
        n--;
      }
      runs[n - 1].power = border;
    }
    runs[n].start = from;
    runs[n++].power = 0;
    from = end;
  }
  for (; n > 1; n--) {
    if (!merge(p, spare, runs[n - 2].start, runs[n - 1].start, count)) return false;
  }
  return true;
}

static bool sort_part(part p, u32 count) {
  if (count < 64) {
    u32 end = run_end(p, 0, count);
    return end && insert_rest(p, 0, end, count);
  }
  part spare = {0, 0};
  val keys = list_new(count);
  val values = p.values ? list_new(count) : NONE;
  if (keys == ERROR || values == ERROR) return false;
  spare.keys = AS(list, keys)->items->at;
  if (p.values) spare.values = AS(list, values)->items->at;
  return sort_long(p, spare, count);
}

bool sort_values(val *keys, val *values, u32 count, bool backwards) {
  if (count < 2) return true;
  part p = {keys, values};
  if (backwards) reverse(p, 0, count); /* and again at the end, so that equals keep their order */
  bool done = sort_part(p, count);
  if (backwards) reverse(p, 0, count);
  return done;
}

bool list_sort(list *l, bool backwards) {
  return l->length < 2 || sort_values(l->items->at, 0, l->length, backwards);
}

static i32 wanted(val reverse) { return reverse != MISSING && py_truth(reverse); }

val py_sorted(val iterable, val reverse) {
  if (py_failed()) return ERROR;
  val l = list_from(iterable);
  return l != ERROR && list_sort(AS(list, l), wanted(reverse)) ? l : ERROR;
}

/* Sorts values in place by keys, a list of as many, which it uses up; gives the values. */
val py_sorted_by(val values, val keys, val reverse) {
  if (py_failed()) return ERROR;
  list *v = AS(list, values);
  if (v->length < 2) return values;
  bool done = sort_values(AS(list, keys)->items->at, v->items->at, v->length, wanted(reverse));
  return done ? values : ERROR;
}

val py_m_sort(val self, val reverse) {
  if (py_failed()) return ERROR;
  if (!is(self, T_LIST)) return no_attribute(self, "sort");
  return list_sort(AS(list, self), wanted(reverse)) ? NONE : ERROR;
}

/* list.sort with a key: a copy of the list, whose keys the program's code computes, and... */
val py_sort_start(val self) {
  if (py_failed()) return ERROR;
  return is(self, T_LIST) ? list_from(self) : no_attribute(self, "sort");
}

/* ... the end of it, which puts the copy's items into the list, sorted by their keys. */
val py_sort_end(val self, val values, val keys, val reverse) {
  val sorted = py_sorted_by(values, keys, reverse);
  if (sorted == ERROR) return ERROR;
  list *to = AS(list, self);
  const list *from = AS(list, sorted);
  if (to->length != from->length) return py_raise(E_ValueError, "list modified during sort");
  if (from->length) copy_bytes(to->items->at, from->items->at, from->length * sizeof(val));
  return NONE;
}
