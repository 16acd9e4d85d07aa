/* Strings to and from UTF-8. A lone surrogate U+DC80 to U+DCFF stands for a byte that is not it. */
#include "str.h"

/* One character from at, which then is behind it; -1 if the bytes are not UTF-8. */
static i32 decode(const u8 **at, const u8 *end) {
  const u8 *p = *at;
  u32 c = *p++, more;
  if (c < 0x80) {
    *at = p;
    return (i32)c;
  }
  if (c >= 0xc2 && c < 0xe0) more = 1, c &= 0x1f;
  else if (c >= 0xe0 && c < 0xf0) more = 2, c &= 0x0f;
  else if (c >= 0xf0 && c < 0xf5) more = 3, c &= 0x07;
  else return -1;
  for (u32 i = 0; i < more; i++) {
    if (p == end || (*p & 0xc0) != 0x80) return -1;
    c = c << 6 | (*p++ & 0x3f);
  }
  if ((more == 2 && (c < 0x800 || (c >= 0xd800 && c < 0xe000))) ||
      (more == 3 && (c < 0x10000 || c > 0x10ffff)))
    return -1;
  *at = p;
  return (i32)c;
}

/* CPython's words for the byte at which decoding fails. */
static val undecodable(const u8 *text, const u8 *at, const u8 *end) {
  static const char digits[] = "0123456789abcdef";
  u8 first = *at;
  u32 good = 1, more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
  char shown[5] = {'0', 'x', digits[first >> 4], digits[first & 15], 0};
  i32 place = (i32)(at - text);
  if (first < 0xc2 || first > 0xf4)
    return py_raise(E_UnicodeDecodeError,
                    "'utf-8' codec can't decode byte %s in position %d: invalid start byte", shown,
                    place);
  while (good <= more && at + good < end) {
    u8 next = at[good];
    u8 low = 0x80, high = 0xbf;
    if (good == 1 && first == 0xe0) low = 0xa0;
    if (good == 1 && first == 0xed) high = 0x9f;
    if (good == 1 && first == 0xf0) low = 0x90;
    if (good == 1 && first == 0xf4) high = 0x8f;
    if (next < low || next > high) break;
    good++;
  }
  const char *why = at + good >= end ? "unexpected end of data" : "invalid continuation byte";
  if (good == 1)
    return py_raise(E_UnicodeDecodeError, "'utf-8' codec can't decode byte %s in position %d: %s",
                    shown, place, why);
  return py_raise(E_UnicodeDecodeError, "'utf-8' codec can't decode bytes in position %d-%d: %s",
                  place, place + (i32)good - 1, why);
}

val str_utf8(const char *utf8, u32 bytes) {
  const u8 *text = (const u8 *)utf8, *end = text + bytes, *at = text;
  u32 length = 0, seen = 0;
  while (at < end) {
    const u8 *before = at;
    i32 c = decode(&at, end);
    if (c < 0) return undecodable(text, before, end);
    seen |= (u32)c;
    length++;
  }
  if (length == 1) return str_char(seen);
  u32 width = str_width_of(seen);
  val v = str_make(length, width);
  if (v == ERROR || length == 0) return v;
  u8 *to = STR(v)->data;
  if (seen < 0x80) {
    copy_bytes(to, text, bytes);
    return v;
  }
  at = text;
  for (u32 i = 0; i < length; i++) {
    u32 c = (u32)decode(&at, end);
    if (width == 1) to[i] = (u8)c;
    else if (width == 2) ((u16 *)to)[i] = (u16)c;
    else ((u32 *)to)[i] = c;
  }
  return v;
}

val str_new(const char *utf8) {
  u32 bytes = 0;
  while (utf8[bytes]) bytes++;
  return str_utf8(utf8, bytes);
}

static u32 encoded(u32 c) {
  if (c < 0x80 || (c >= 0xdc80 && c < 0xdd00)) return 1;
  return c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

u32 utf8_length(const str *s) {
  u32 bytes = 0;
  if (str_is_ascii(s)) return s->length;
  for (u32 i = 0; i < s->length; i++) bytes += encoded(str_get(s, i));
  return bytes;
}

void utf8_write(const str *s, u8 *to) {
  if (str_is_ascii(s)) {
    copy_bytes(to, s->data, s->length);
    return;
  }
  for (u32 i = 0; i < s->length; i++) {
    u32 c = str_get(s, i);
    switch (encoded(c)) {
      case 1: *to++ = (u8)c; break; /* of a surrogate: the byte that it stands for */
      case 2:
        *to++ = (u8)(0xc0 | c >> 6);
        *to++ = (u8)(0x80 | (c & 0x3f));
        break;
      case 3:
        *to++ = (u8)(0xe0 | c >> 12);
        *to++ = (u8)(0x80 | (c >> 6 & 0x3f));
        *to++ = (u8)(0x80 | (c & 0x3f));
        break;
      default:
        *to++ = (u8)(0xf0 | c >> 18);
        *to++ = (u8)(0x80 | (c >> 12 & 0x3f));
        *to++ = (u8)(0x80 | (c >> 6 & 0x3f));
        *to++ = (u8)(0x80 | (c & 0x3f));
    }
  }
}
