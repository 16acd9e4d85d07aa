/* Puts the parts of a number's text together: padding, sign, prefix, grouped digits, rest. */
#include "number_spec.h"

/*
 * Writes the digits from the right, with separators, filled with zeros to a least width (CPython:
 * _PyUnicode_InsertThousandsGrouping); with to null only counts.
 */
static i64 group(u32 *to_end, const spec *s, const char *digits, i64 count, i64 least) {
  i64 written = 0;
  bool separate = false;
  for (;;) {
    i64 most = count > least ? count : least;
    if (most < 1) most = 1;
    i64 length = s->separator && most > s->group ? s->group : most;
    if (separate) {
      written++;
      if (to_end) *--to_end = s->separator;
    }
    for (i64 i = 0; i < length; i++) {
      u32 c = count > 0 ? (u32)(u8)digits[--count] : '0';
      if (to_end) *--to_end = c;
    }
    written += length;
    least -= length;
    if (count <= 0 && least <= 0) return written;
    separate = true;
    least--;
  }
}

val spec_layout(const spec *s, const parts *p, i64 wide) {
  u32 sign = p->negative ? '-' : s->sign == '+' ? '+' : s->sign == ' ' ? ' ' : 0;
  i64 fixed = (sign != 0) + p->prefix_length + (wide >= 0 ? 1 : p->rest_length);
  i64 least = s->fill == '0' && s->align == '=' ? s->width - fixed : 0;
  i64 digits = p->digit_count == 0 ? 0 : group(0, s, p->digits, p->digit_count, least);
  i64 padding = s->width - fixed - digits;
  if (padding < 0) padding = 0;
  i64 length = fixed + digits + padding;
  if (length > 1 << 27) return py_raise(E_MemoryError, "");
  u32 *text = limbs_new((u32)length);
  if (!text) return ERROR;
  u32 *at = text;
  i64 left = s->align == '>' ? padding : s->align == '^' ? padding / 2 : 0;
  i64 inner = s->align == '=' ? padding : 0;
  for (i64 i = 0; i < left; i++) *at++ = s->fill;
  if (sign) *at++ = sign;
  for (u32 i = 0; i < p->prefix_length; i++) *at++ = (u8)p->prefix[i];
  for (i64 i = 0; i < inner; i++) *at++ = s->fill;
  if (digits > 0) {
    at += digits;
    group(at, s, p->digits, p->digit_count, least);
  }
  if (wide >= 0) *at++ = (u32)wide;
  else
    for (u32 i = 0; i < p->rest_length; i++) *at++ = (u8)p->rest[i];
  for (i64 i = padding - left - inner; i > 0; i--) *at++ = s->fill;
  u32 most = 0;
  for (i64 i = 0; i < length; i++) most |= text[i];
  u32 width = most < 0x100 ? 1 : most < 0x10000 ? 2 : 4;
  val r = str_make((u32)length, width);
  if (r == ERROR) return ERROR;
  u8 *data = AS(str, r)->data;
  for (i64 i = 0; i < length; i++) {
    if (width == 1) data[i] = (u8)text[i];
    else if (width == 2) ((u16 *)data)[i] = (u16)text[i];
    else ((u32 *)data)[i] = text[i];
  }
  return r;
}
