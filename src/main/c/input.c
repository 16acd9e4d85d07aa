/* Input by WASI: lines of stdin, and UTF-8 to str. */
#include "wasi.h"

#define SIZE 8192u

static u8 bytes[SIZE];
static u32 from, to; /* what of it is still unread */

/* The length of the UTF-8 character that begins there, or 0 if none does. */
static u32 char_length(const u8 *at, const u8 *end) {
  u32 first = at[0];
  u32 count = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (count > (u32)(end - at)) return 0;
  for (u32 i = 1; i < count; i++) {
    if ((at[i] & 0xc0) != 0x80) return 0;
  }
  if (first == 0xe0 && at[1] < 0xa0) return 0;
  if (first == 0xed && at[1] > 0x9f) return 0;
  if (first == 0xf0 && at[1] < 0x90) return 0;
  if (first == 0xf4 && at[1] > 0x8f) return 0;
  return count;
}

static u32 take_char(const u8 **at, const u8 *end) {
  const u8 *p = *at;
  u32 count = char_length(p, end);
  *at += count ? count : 1;
  switch (count) {
    case 0: return 0xdc00u + p[0];
    case 1: return p[0];
    case 2: return (p[0] & 31u) << 6 | (p[1] & 63u);
    case 3: return (p[0] & 15u) << 12 | (p[1] & 63u) << 6 | (p[2] & 63u);
    default: return (p[0] & 7u) << 18 | (p[1] & 63u) << 12 | (p[2] & 63u) << 6 | (p[3] & 63u);
  }
}

val text_decode(const u8 *at, u32 count) {
  const u8 *end = at + count;
  u32 length = 0, all = 0;
  for (const u8 *p = at; p < end; length++) all |= take_char(&p, end);
  u32 width = all < 0x100 ? 1 : all < 0x10000 ? 2 : 4;
  val text = str_make(length, width);
  if (py_failed()) return ERROR;
  u8 *data = AS(str, text)->data;
  for (u32 i = 0; i < length; i++) {
    u32 c = take_char(&at, end);
    if (width == 1) data[i] = (u8)c;
    else if (width == 2) ((u16 *)data)[i] = (u16)c;
    else ((u32 *)data)[i] = c;
  }
  return text;
}

/* False at the end of the input, and when an error is pending. */
static bool fill(void) {
  io_flush(); /* a question should be seen before its answer is awaited */
  if (py_failed()) return false;
  wasi_vector v = {bytes, SIZE};
  from = to = 0;
  u32 failed = fd_read(0, &v, 1, &to);
  if (failed) {
    to = 0;
    wasi_raise(failed);
  }
  return to > 0;
}

/* Adds count bytes to a growing text. */
static raw *keep(raw *text, u32 *used, u32 count) {
  if (!text || text->bytes - *used < count) {
    u32 size = (*used + count) * 2;
    raw *more = py_alloc(T_RAW, (u32)sizeof(raw) + size);
    if (!more) return 0;
    more->bytes = size;
    if (text) copy_bytes(more->data, text->data, *used);
    text = more;
  }
  copy_bytes(text->data + *used, bytes + from, count);
  *used += count;
  from += count;
  return text;
}

val io_read(bool all) {
  if (py_failed()) return ERROR;
  raw *text = 0;
  u32 used = 0;
  for (;;) {
    u32 end = all ? to : from;
    while (end < to && bytes[end] != '\n') end++;
    if (end < to) {
      end++;
      if (!text) {
        val line = text_decode(bytes + from, end - from);
        from = end;
        return line;
      }
      if (!(text = keep(text, &used, end - from))) return ERROR;
      break;
    }
    if (to > from && !(text = keep(text, &used, to - from))) return ERROR;
    if (!fill()) break;
  }
  if (py_failed()) return ERROR;
  return text_decode(text ? text->data : bytes, used);
}
