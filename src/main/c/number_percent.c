/* The conversions of numbers in format % values. */
#include "number_spec.h"

enum { ALTERNATE = 1, ZERO = 2, LEFT = 4, BLANK = 8, PLUS = 16 };

/* digits has no sign; prefix is what # puts before. */
static val lay_out(bool negative, const char *prefix, const char *digits, u32 count, u32 flags,
                   i32 width) {
  spec s = {.fill = ' ', .align = '>', .width = width};
  if (flags & LEFT) s.align = '<';
  else if (flags & ZERO) {
    s.fill = '0';
    s.align = '=';
  }
  s.sign = flags & PLUS ? '+' : flags & BLANK ? ' ' : 0;
  parts p = {.negative = negative, .prefix = prefix, .rest = digits, .rest_length = count};
  if (prefix) p.prefix_length = 2;
  return spec_layout(&s, &p, -1);
}

static val percent_int(val v, u32 conversion, u32 flags, i32 width, i32 precision) {
  u32 base = conversion == 'o' ? 8 : (conversion | 32) == 'x' ? 16 : 10;
  u32 length;
  raw *text = int_digits(v, base, &length);
  if (!text) return ERROR;
  char *digits = (char *)text->data;
  bool negative = *digits == '-';
  if (negative) {
    digits++;
    length--;
  }
  if (conversion == 'X')
    for (u32 i = 0; i < length; i++)
      if (digits[i] >= 'a') digits[i] -= 32;
  if (precision > (i32)length) {
    if (precision > 1 << 28) return py_raise(E_MemoryError, "");
    raw *longer = py_alloc(T_RAW, (u32)sizeof(raw) + (u32)precision);
    if (!longer) return ERROR;
    longer->bytes = (u32)precision;
    u32 zeros = (u32)precision - length;
    __builtin_memset(longer->data, '0', zeros);
    copy_bytes(longer->data + zeros, digits, length);
    digits = (char *)longer->data;
    length = (u32)precision;
  }
  const char *prefix = 0;
  if (flags & ALTERNATE)
    prefix = conversion == 'o' ? "0o" : conversion == 'x' ? "0x" : conversion == 'X' ? "0X" : 0;
  return lay_out(negative, prefix, digits, length, flags, width);
}

val number_percent(val v, u32 conversion, u32 flags, i32 width, i32 precision) {
  const char letter[2] = {(char)conversion, 0};
  switch (conversion) {
  case 'd': case 'i': case 'u':
    if (is(v, T_FLOAT)) {
      v = float_to_int(float_value(v));
      if (v == ERROR) return ERROR;
    }
    if (!int_like(v))
      return py_raise(E_TypeError, "%%%s format: a real number is required, not %t", letter, v);
    return percent_int(v, 'd', flags, width, precision);
  case 'o': case 'x': case 'X':
    if (!int_like(v))
      return py_raise(E_TypeError, "%%%s format: an integer is required, not %t", letter, v);
    return percent_int(v, conversion, flags, width, precision);
  default: {
    double d;
    if (!number_real(v, &d)) return ERROR;
    u32 length;
    raw *text = float_text(d, conversion, precision < 0 ? 6 : precision, flags & ALTERNATE, false,
                           false, &length);
    if (!text) return ERROR;
    char *digits = (char *)text->data;
    bool negative = *digits == '-';
    return lay_out(negative, 0, digits + negative, length - negative, flags, width);
  }
  }
}
