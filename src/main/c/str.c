/*
 * Strings: making, comparing, joining two, cutting. A string has the least width that holds its
 * characters, so equal strings have equal bytes.
 */
#include "str.h"

/* The empty string and those of one character below 256 exist once, outside of the heap. They
 * have no references, so that the collector may mark them, or not, as it likes. */
static u64 shared[257][3];

val str_empty(void) {
  str *s = (str *)shared[256];
  s->head.type = T_STR;
  s->head.width = 1;
  return value_of(s);
}

val str_char(u32 c) {
  str *s;
  if (c < 256) {
    s = (str *)shared[c];
    if (s->length) return value_of(s);
    s->head.type = T_STR;
    s->head.width = 1;
    s->length = 1;
    s->data[0] = (u8)c;
    return value_of(s);
  }
  u32 width = str_width_of(c);
  val v = str_make(1, width);
  if (v == ERROR) return ERROR;
  if (width == 2) *(u16 *)STR(v)->data = (u16)c;
  else *(u32 *)STR(v)->data = c;
  return v;
}

val str_too_long(void) {
  py_alloc(T_RAW, 0xffff0000); /* more than there can be: sets the MemoryError */
  return ERROR;
}

val str_make(u32 length, u32 width) {
  u64 bytes = sizeof(str) + (u64)length * width;
  if (length == 0) return str_empty();
  if (bytes > 0x7fffffff) return str_too_long();
  str *s = py_alloc(T_STR, (u32)bytes);
  if (!s) return ERROR;
  s->head.width = (u8)width;
  s->length = length;
  return value_of(s);
}

u32 str_at(const str *s, u32 index) { return str_get(s, index); }

void str_spread(u8 *to, u32 to_width, const u8 *from, u32 from_width, u32 count) {
  if (to_width == from_width) {
    copy_bytes(to, from, count * to_width);
  } else if (to_width == 4) {
    for (u32 i = 0; i < count; i++) ((u32 *)to)[i] = str_char_at(from, from_width, i);
  } else if (to_width == 2) {
    for (u32 i = 0; i < count; i++) ((u16 *)to)[i] = (u16)str_char_at(from, from_width, i);
  } else {
    for (u32 i = 0; i < count; i++) to[i] = (u8)str_char_at(from, from_width, i);
  }
}

/* The least width for these; looks no further than it must. */
u32 str_least_width(const u8 *data, u32 width, u32 count) {
  u32 seen = 0;
  if (width == 1) return 1;
  for (u32 i = 0; i < count; i++) {
    seen |= str_char_at(data, width, i);
    if (seen > 0xffff || (seen > 0xff && width == 2)) return width;
  }
  return str_width_of(seen);
}

val str_from(const u8 *data, u32 width, u32 count) {
  if (count == 0) return str_empty();
  if (count == 1) return str_char(str_char_at(data, width, 0));
  u32 least = str_least_width(data, width, count);
  val v = str_make(count, least);
  if (v != ERROR) str_spread(STR(v)->data, least, data, width, count);
  return v;
}

val str_part(val s, u32 start, u32 end) {
  const str *of = STR(s);
  if (start == 0 && end == of->length) return s;
  return str_from(of->data + start * of->head.width, of->head.width, end - start);
}

val str_slice(val s, u32 start, i32 step, u32 count) {
  const str *of = STR(s);
  if (step == 1 || count <= 1) return count ? str_part(s, start, start + count) : str_empty();
  u32 width = of->head.width, seen = 0;
  i64 at = start;
  if (width > 1) {
    for (u32 i = 0; i < count; i++, at += step) seen |= str_get(of, (u32)at);
    width = str_width_of(seen);
  }
  val v = str_make(count, width);
  if (v == ERROR) return ERROR;
  u8 *to = STR(v)->data;
  at = start;
  for (u32 i = 0; i < count; i++, at += step) {
    u32 c = str_get(of, (u32)at);
    if (width == 1) to[i] = (u8)c;
    else if (width == 2) ((u16 *)to)[i] = (u16)c;
    else ((u32 *)to)[i] = c;
  }
  return v;
}

u32 str_hash(str *s) {
  if (s->hash) return s->hash;
  u32 bytes = s->length * s->head.width, hash = 0x811c9dc5 ^ bytes, i = 0;
  for (; i + 4 <= bytes; i += 4) {
    hash = (hash ^ *(const u32 *)(s->data + i)) * 0x01000193;
    hash ^= hash >> 15;
  }
  for (; i < bytes; i++) hash = (hash ^ s->data[i]) * 0x01000193;
  hash ^= hash >> 16;
  if (!hash) hash = 1;
  s->hash = hash;
  return hash;
}

bool str_equal(const str *a, const str *b) {
  if (a == b) return true;
  if (a->length != b->length || a->head.width != b->head.width) return false;
  if (a->hash && b->hash && a->hash != b->hash) return false;
  u32 bytes = a->length * a->head.width, i = 0;
  for (; i + 8 <= bytes; i += 8)
    if (*(const u64 *)(a->data + i) != *(const u64 *)(b->data + i)) return false;
  for (; i < bytes; i++)
    if (a->data[i] != b->data[i]) return false;
  return true;
}

i32 str_compare(const str *a, const str *b) {
  u32 shorter = a->length < b->length ? a->length : b->length, i = 0;
  if (a->head.width == 1 && b->head.width == 1) {
    while (i < shorter && a->data[i] == b->data[i]) i++;
  } else {
    while (i < shorter && str_get(a, i) == str_get(b, i)) i++;
  }
  if (i < shorter) return str_get(a, i) < str_get(b, i) ? -1 : 1;
  return a->length < b->length ? -1 : a->length > b->length;
}

val str_concat(val a, val b) {
  const str *left = STR(a), *right = STR(b);
  if (left->length == 0) return b;
  if (right->length == 0) return a;
  u64 length = (u64)left->length + right->length;
  u32 width = left->head.width > right->head.width ? left->head.width : right->head.width;
  if (length > 0x7fffffff) return str_too_long();
  val v = str_make((u32)length, width);
  if (v == ERROR) return ERROR;
  u8 *to = STR(v)->data;
  str_spread(to, width, left->data, left->head.width, left->length);
  str_spread(to + left->length * width, width, right->data, right->head.width, right->length);
  return v;
}

val str_repeat(val s, i64 times) {
  const str *of = STR(s);
  if (times <= 0 || of->length == 0) return str_empty();
  if (times == 1) return s;
  if (times > INT64_MAX / of->length) return py_raise(E_OverflowError, "repeated string is too long");
  if (times > 0x7fffffff || (u64)times * of->length > 0x7fffffff) return str_too_long();
  val v = str_make((u32)times * of->length, of->head.width);
  if (v == ERROR) return ERROR;
  u32 unit = of->length * of->head.width, bytes = (u32)times * unit, done = unit;
  u8 *to = STR(v)->data;
  if (unit == 1) {
    __builtin_memset(to, of->data[0], bytes);
    return v;
  }
  copy_bytes(to, of->data, unit);
  while (done < bytes) { /* doubles what is there */
    u32 more = done < bytes - done ? done : bytes - done;
    copy_bytes(to + done, to, more);
    done += more;
  }
  return v;
}

bool str_is_ascii(const str *s) {
  u32 i = 0;
  if (s->head.width != 1) return false;
  for (; i + 8 <= s->length; i += 8)
    if (*(const u64 *)(s->data + i) & 0x8080808080808080) return false;
  for (; i < s->length; i++)
    if (s->data[i] & 0x80) return false;
  return true;
}
