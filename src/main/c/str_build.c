/* The builder: a text that grows by doubling. Its width is 0 once memory has run out. */
#include "str.h"

void build_start(builder *b) {
  b->data = 0;
  b->length = 0;
  b->width = 1;
}

/* Room for that many more characters, of that width. */
static bool room(builder *b, u32 more, u32 width) {
  if (!b->width) return false;
  if (width < b->width) width = b->width;
  u64 needed = ((u64)b->length + more) * width;
  if (b->data && width == b->width && needed <= b->data->bytes) return true;
  u64 bytes = (u64)b->length * width * 2;
  if (bytes < needed) bytes = needed;
  if (bytes < 48) bytes = 48;
  if (bytes > 0x7fffff00) bytes = needed;
  raw *data = 0;
  if (bytes > 0x7fffff00) str_too_long();
  else data = py_alloc(T_RAW, (u32)(sizeof(raw) + bytes));
  if (!data) {
    b->width = 0;
    return false;
  }
  data->bytes = (u32)bytes;
  if (b->data) str_spread(data->data, width, b->data->data, b->width, b->length);
  b->data = data;
  b->width = width;
  return true;
}

void build_char(builder *b, u32 c) {
  if (!room(b, 1, str_width_of(c))) return;
  u8 *data = b->data->data;
  if (b->width == 1) data[b->length++] = (u8)c;
  else if (b->width == 2) ((u16 *)data)[b->length++] = (u16)c;
  else ((u32 *)data)[b->length++] = c;
}

static void build_many(builder *b, const u8 *from, u32 width, u32 count) {
  if (!count || !room(b, count, width)) return;
  str_spread(b->data->data + b->length * b->width, b->width, from, width, count);
  b->length += count;
}

void build_ascii(builder *b, const char *text) {
  u32 count = 0;
  while (text[count]) count++;
  build_many(b, (const u8 *)text, 1, count);
}

void build_str(builder *b, val s) {
  if (!str_is(s)) { /* ERROR, from what was to give the str */
    b->width = 0;
    return;
  }
  const str *of = STR(s);
  build_many(b, of->data, of->head.width, of->length);
}

void build_part(builder *b, const str *s, u32 start, u32 end) {
  u32 width = s->head.width, count = end - start;
  const u8 *from = s->data + start * width;
  if (!count) return;
  u32 least = str_least_width(from, width, count);
  if (!room(b, count, least)) return;
  str_spread(b->data->data + b->length * b->width, b->width, from, width, count);
  b->length += count;
}

void build_fill(builder *b, u32 c, i64 count) {
  if (count <= 0) return;
  if (count > 0x7fffffff) {
    if (b->width) str_too_long();
    b->width = 0;
    return;
  }
  if (!room(b, (u32)count, str_width_of(c))) return;
  u32 n = (u32)count, start = b->length;
  u8 *data = b->data->data;
  if (b->width == 1) __builtin_memset(data + start, (int)c, n);
  else if (b->width == 2) for (u32 i = 0; i < n; i++) ((u16 *)data)[start + i] = (u16)c;
  else for (u32 i = 0; i < n; i++) ((u32 *)data)[start + i] = c;
  b->length += n;
}

val build_end(builder *b) {
  if (!b->width) return ERROR;
  if (!b->length) return str_empty();
  if (b->length == 1) return str_char(str_char_at(b->data->data, b->width, 0));
  val v = str_make(b->length, b->width);
  if (v != ERROR) copy_bytes(STR(v)->data, b->data->data, b->length * b->width);
  return v;
}
