/*
 * Dicts: entries in the order of insertion, and an index of their places by hash. It grows, and
 * closes the gaps of deleted entries, when CPython's does, because what an iterator sees of a dict
 * that changes under it depends on that.
 */
#include "objects.h"

#define EMPTY 0u
#define GONE 1u
#define LEAST 8u
#define MOST (1u << 27)

static inline u32 *slots_of(const dict *d) { return (u32 *)d->index->data; }
static inline u32 size_of(const dict *d) { return d->index->bytes / 4; }
static inline u32 usable_of(u32 size) { return (size << 1) / 3; }

val dict_new(void) {
  dict *d = py_alloc(T_DICT, sizeof(dict));
  return d ? value_of(d) : ERROR;
}

static bool same_key(val have, val key, u32 hash) {
  if (is_int(have) && is_int(key)) return false;
  if (is(have, T_STR)) {
    if (!is(key, T_STR)) return false;
    const str *s = AS(str, have);
    return s->hash == hash && str_equal(s, AS(str, key));
  }
  if (is(have, T_TUPLE) && is(key, T_TUPLE)) {
    const tuple *t = AS(tuple, have);
    const tuple *k = AS(tuple, key);
    if (t->hash != hash) return false;
    u32 i = 0;
    while (i < t->length && i < k->length && t->at[i] == k->at[i]) i++;
    if (i == t->length && i == k->length) return true;
  }
  return item_equal(have, key) && !py_failed();
}

i32 dict_place(dict *d, val key, u32 hash) {
  if (!d->length) return DICT_NONE;
  const u32 *slots = slots_of(d);
  const val *entries = d->entries->at;
  u32 mask = size_of(d) - 1;
  u32 at = hash & mask;
  u32 rest = hash;
  for (;;) {
    u32 slot = slots[at];
    if (slot == EMPTY) return DICT_NONE;
    if (slot != GONE) {
      val have = entries[(slot - 2) * 2];
      if (have == key || same_key(have, key, hash)) return (i32)(slot - 2);
      if (py_failed()) return DICT_NONE;
    }
    rest >>= 5;
    at = (at * 5 + rest + 1) & mask;
  }
}

static void note_slot(u32 *slots, u32 mask, u32 hash, u32 content) {
  u32 at = hash & mask;
  u32 rest = hash;
  while (slots[at] > GONE) {
    rest >>= 5;
    at = (at * 5 + rest + 1) & mask;
  }
  slots[at] = content;
}

static u32 slot_of(const dict *d, u32 hash, u32 entry) {
  const u32 *slots = slots_of(d);
  u32 mask = size_of(d) - 1;
  u32 at = hash & mask;
  u32 rest = hash;
  while (slots[at] != entry + 2) {
    rest >>= 5;
    at = (at * 5 + rest + 1) & mask;
  }
  return at;
}

/* A new index for at least that many entries in all; deleted ones are left out. */
static bool resize(dict *d, u32 wanted) {
  u32 size = LEAST;
  while (size < wanted) size <<= 1;
  if (size > MOST) {
    no_memory();
    return false;
  }
  raw *index = py_alloc(T_RAW, (u32)sizeof(raw) + size * 4);
  u32 capacity = usable_of(size) * 2;
  vals *entries = index ? py_alloc(T_VALS, (u32)sizeof(vals) + capacity * 8) : 0;
  if (!entries) return false;
  index->bytes = size * 4;
  entries->capacity = capacity;
  u32 n = 0;
  for (u32 i = 0; i < d->used; i++) {
    val key = d->entries->at[i * 2];
    if (key == UNBOUND) continue;
    entries->at[n * 2] = key;
    entries->at[n * 2 + 1] = d->entries->at[i * 2 + 1];
    note_slot((u32 *)index->data, size - 1, key_hash(key), n + 2);
    n++;
  }
  d->index = index;
  d->entries = entries;
  d->used = n;
  return true;
}

/* index->spare counts the entries that popitem took: their slots are not free again. */
static bool add(dict *d, val key, u32 hash, val value) {
  if (!d->index || d->used + d->index->spare >= usable_of(size_of(d))) {
    if (!resize(d, d->length * 3)) return false;
  }
  note_slot(slots_of(d), size_of(d) - 1, hash, d->used + 2);
  d->entries->at[d->used * 2] = key;
  d->entries->at[d->used * 2 + 1] = value;
  d->used++;
  d->length++;
  d->version++;
  return true;
}

val dict_find(dict *d, val key) {
  u32 hash = key_hash(key);
  if (!hash && py_failed()) return MISSING;
  i32 entry = dict_place(d, key, hash);
  return entry == DICT_NONE ? MISSING : d->entries->at[entry * 2 + 1];
}

bool dict_put(dict *d, val key, val value) {
  u32 hash = key_hash(key);
  if (!hash && py_failed()) return false;
  i32 entry = dict_place(d, key, hash);
  if (entry != DICT_NONE) {
    d->entries->at[entry * 2 + 1] = value;
    return true;
  }
  return !py_failed() && add(d, key, hash, value);
}

void dict_take(dict *d, u32 entry) {
  val *at = d->entries->at + entry * 2;
  slots_of(d)[slot_of(d, key_hash(at[0]), entry)] = GONE;
  at[0] = UNBOUND;
  at[1] = UNBOUND;
  d->length--;
  d->version++;
}

bool dict_remove(dict *d, val key, val *value) {
  u32 hash = key_hash(key);
  if (!hash && py_failed()) return false;
  i32 entry = dict_place(d, key, hash);
  if (entry == DICT_NONE) return false;
  if (value) *value = d->entries->at[entry * 2 + 1];
  dict_take(d, (u32)entry);
  return true;
}

bool dict_step(const dict *d, u32 *at, val *key, val *value) {
  while (*at < d->used) {
    const val *entry = d->entries->at + *at * 2;
    ++*at;
    if (entry[0] != UNBOUND) {
      *key = entry[0];
      *value = entry[1];
      return true;
    }
  }
  return false;
}

void dict_clear(dict *d) {
  d->length = 0;
  d->used = 0;
  d->index = 0;
  d->entries = 0;
  d->version++;
}

/* Of one without gaps the tables are copied as they are. */
static bool clone(dict *to, const dict *from) {
  raw *index = py_alloc(T_RAW, (u32)sizeof(raw) + from->index->bytes);
  vals *entries = index ? py_alloc(T_VALS, (u32)sizeof(vals) + from->entries->capacity * 8) : 0;
  if (!entries) return false;
  index->bytes = from->index->bytes;
  index->spare = from->index->spare;
  entries->capacity = from->entries->capacity;
  copy_bytes(index->data, from->index->data, index->bytes);
  copy_bytes(entries->at, from->entries->at, from->used * 16);
  to->index = index;
  to->entries = entries;
  to->used = from->used;
  to->length = from->length;
  to->version++;
  return true;
}

static bool update_from_dict(dict *d, const dict *other) {
  if (!d->length && other->length && other->used == other->length) return clone(d, other);
  u32 at = 0;
  val key;
  val value;
  while (dict_step(other, &at, &key, &value)) {
    if (!dict_put(d, key, value)) return false;
  }
  return true;
}

val dict_copy(dict *d) {
  val copy = dict_new();
  return copy != ERROR && update_from_dict(AS(dict, copy), d) ? copy : ERROR;
}

static bool put_pair(dict *d, val pair, i32 number) {
  if (!is_sequence(pair)) {
    if (!is_iterable(pair)) {
      py_raise(E_TypeError, "cannot convert dictionary update sequence element #%d to a sequence",
               number);
      return false;
    }
    pair = list_from(pair);
    if (pair == ERROR) return false;
  }
  u32 length;
  const val *at = items_of(pair, &length);
  if (length == 2) return dict_put(d, at[0], at[1]);
  py_raise(E_ValueError, "dictionary update sequence element #%d has length %d; 2 is required", number,
           (i32)length);
  return false;
}

bool dict_update(dict *d, val other) {
  if (is(other, T_DICT)) return AS(dict, other) == d || update_from_dict(d, AS(dict, other));
  val it = py_iter(other);
  if (it == ERROR) return false;
  for (i32 number = 0;; number++) {
    val pair = py_next(it);
    if (pair == END) return true;
    if (pair == ERROR || !put_pair(d, pair, number)) return false;
  }
}

/* For comprehensions, where the dict is one for certain. */
val py_dict_add(val d, val key, val value) {
  if (py_failed()) return ERROR;
  return dict_put(AS(dict, d), key, value) ? NONE : ERROR;
}

val py_dict1(val v) {
  if (py_failed()) return ERROR;
  if (is(v, T_DICT)) return dict_copy(AS(dict, v));
  val d = dict_new();
  return d != ERROR && (v == MISSING || dict_update(AS(dict, d), v)) ? d : ERROR;
}

/* dict(v, name=value, ...), v being MISSING if there is none. */
val py_dict1_named(val v, val names) {
  val d = py_dict1(v);
  return d != ERROR && dict_update(AS(dict, d), names) ? d : ERROR;
}
