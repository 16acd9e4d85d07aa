/*
 * Searching. A window goes over the text; where its last character and all else do not match,
 * the character behind the window says, by a mask of the part's characters, whether the window
 * may go past it whole (Sunday's algorithm with CPython's mask in place of a table).
 */
#include "str.h"

void needle_start(needle *n, const str *text, const str *part) {
  u32 width = text->head.width;
  n->text = text->data;
  n->part = part->data;
  n->length = text->length;
  n->count = part->length;
  n->width = width;
  n->mask = 0;
  n->never = part->head.width > width || part->length > text->length;
  if (n->never) return;
  if (part->head.width < width && part->length) {
    val wide = str_make(part->length, width); /* not of the least width, and seen only here */
    if (wide == ERROR) {
      n->never = true;
      return;
    }
    str_spread(STR(wide)->data, width, part->data, part->head.width, part->length);
    n->part = STR(wide)->data;
  }
  if (n->count > 1)
    for (u32 i = 0; i < n->count; i++) n->mask |= 1ull << (str_char_at(n->part, width, i) & 63);
}

#define SEARCHES(name, T)                                                                \
  static i64 next_##name(const needle *n, u32 from, u32 to) {                            \
    const T *text = (const T *)n->text, *part = (const T *)n->part;                      \
    u32 last = n->count - 1, end = to - last;                                            \
    T wanted = part[last];                                                               \
    if (last == 0) {                                                                     \
      for (u32 i = from; i < end; i++)                                                   \
        if (text[i] == wanted) return i;                                                 \
      return -1;                                                                         \
    }                                                                                    \
    for (u32 i = from; i < end; i++) {                                                   \
      if (text[i + last] == wanted) {                                                    \
        u32 j = 0;                                                                       \
        while (j < last && text[i + j] == part[j]) j++;                                  \
        if (j == last) return i;                                                         \
      }                                                                                  \
      if (i + 1 < end && !(n->mask >> (text[i + last + 1] & 63) & 1)) i += last + 1;     \
    }                                                                                    \
    return -1;                                                                           \
  }                                                                                      \
  static i64 last_##name(const needle *n, u32 from, u32 to) {                            \
    const T *text = (const T *)n->text, *part = (const T *)n->part;                      \
    for (u32 i = to - n->count + 1; i-- > from;) {                                       \
      if (text[i] != part[0]) continue;                                                  \
      u32 j = 1;                                                                         \
      while (j < n->count && text[i + j] == part[j]) j++;                                \
      if (j == n->count) return i;                                                       \
    }                                                                                    \
    return -1;                                                                           \
  }

SEARCHES(1, u8)
SEARCHES(2, u16)
SEARCHES(4, u32)

/* The one byte, eight at a time: x - 1 borrows into the high bit of a byte that was 0. */
static i64 next_byte(const u8 *text, u8 wanted, u32 from, u32 to) {
  const u64 ones = 0x0101010101010101;
  u32 i = from;
  for (; i + 8 <= to; i += 8) {
    u64 eight;
    copy_bytes(&eight, text + i, 8);
    eight ^= ones * wanted;
    u64 zero = (eight - ones) & ~eight & ones << 7;
    if (zero) return i + (u32)__builtin_ctzll(zero) / 8;
  }
  for (; i < to; i++)
    if (text[i] == wanted) return i;
  return -1;
}

i64 needle_next(const needle *n, u32 from, u32 to) {
  if (n->never || from > to || to - from < n->count) return -1;
  if (n->count == 0) return from;
  if (n->width == 1 && n->count == 1) return next_byte(n->text, n->part[0], from, to);
  if (n->width == 1) return next_1(n, from, to);
  if (n->width == 2) return next_2(n, from, to);
  return next_4(n, from, to);
}

i64 needle_last(const needle *n, u32 from, u32 to) {
  if (n->never || from > to || to - from < n->count) return -1;
  if (n->count == 0) return to;
  if (n->width == 1) return last_1(n, from, to);
  if (n->width == 2) return last_2(n, from, to);
  return last_4(n, from, to);
}

i32 str_contains(val s, val part) {
  needle n;
  needle_start(&n, STR(s), STR(part));
  return needle_next(&n, 0, n.length) >= 0;
}
