/* format() of ints, bools and floats. */
#include "number_spec.h"

static val format_float(double v, const spec *s) {
  u32 type = s->type;
  i32 precision = s->precision;
  bool add_point = type == 0, percent = type == '%';
  if (precision == INT32_MAX) return py_raise(E_ValueError, "precision too big");
  if (type == 0) type = precision < 0 ? 'r' : 'g';
  else if (type == 'n') type = 'g';
  else if (percent) {
    type = 'f';
    v *= 100;
  }
  if (precision < 0) precision = type == 'r' ? 0 : 6;
  u32 length;
  raw *text = float_text(v, type, precision, s->alternate, add_point, s->positive_zero, &length);
  if (!text) return ERROR;
  char *at = (char *)text->data;
  if (percent) at[length++] = '%'; /* float_text leaves room */
  parts p = {0};
  if (*at == '-') {
    p.negative = true;
    at++;
    length--;
  }
  p.digits = at;
  while (p.digit_count < length && at[p.digit_count] >= '0' && at[p.digit_count] <= '9')
    p.digit_count++;
  p.rest = at + p.digit_count;
  p.rest_length = length - p.digit_count;
  return spec_layout(s, &p, -1);
}

static val format_int(val v, const spec *s) {
  if (s->precision != -1)
    return py_raise(E_ValueError, "Precision not allowed in integer format specifier");
  if (s->positive_zero)
    return py_raise(E_ValueError,
                    "Negative zero coercion (z) not allowed in integer format specifier");
  parts p = {0};
  if (s->type == 'c') {
    if (s->sign)
      return py_raise(E_ValueError, "Sign not allowed with integer format specifier 'c'");
    if (s->alternate)
      return py_raise(E_ValueError,
                      "Alternate form (#) not allowed with integer format specifier 'c'");
    i64 c;
    if (is(v, T_BIG)) {
      big *b = AS(big, v);
      u64 n = b->limb[0] | (u64)b->limb[1] << 32;
      if (b->size > 2 || n >> 63)
        return py_raise(E_OverflowError, "Python int too large to convert to C long");
    }
    if (!int_index(v, &c, "")) return ERROR;
    if (c < 0 || c > 0x10ffff)
      return py_raise(E_OverflowError, "%%c arg not in range(0x110000)");
    return spec_layout(s, &p, c);
  }
  u32 base = s->type == 'b' ? 2 : s->type == 'o' ? 8 : (s->type | 32) == 'x' ? 16 : 10;
  u32 length;
  raw *text = int_digits(v, base, &length);
  if (!text) return ERROR;
  p.digits = (char *)text->data;
  p.digit_count = length;
  if (p.digits[0] == '-') {
    p.negative = true;
    p.digits++;
    p.digit_count--;
  }
  if (s->type == 'X')
    for (u32 i = 0; i < length; i++)
      if (text->data[i] >= 'a') text->data[i] -= 32;
  if (s->alternate && base != 10) {
    p.prefix = base == 2 ? "0b" : base == 8 ? "0o" : s->type == 'X' ? "0X" : "0x";
    p.prefix_length = 2;
  }
  return spec_layout(s, &p, -1);
}

static val unknown(u32 type, val v) {
  if (type > 32 && type < 128) {
    val c = str_char(type);
    return c == ERROR ? c
                      : py_raise(E_ValueError,
                                 "Unknown format code '%v' for object of type '%t'", c, v);
  }
  u32 length;
  raw *hex = int_digits(from_small(type), 16, &length);
  val code = hex ? str_utf8((const char *)hex->data, length) : ERROR;
  if (code == ERROR) return ERROR;
  return py_raise(E_ValueError, "Unknown format code '\\x%v' for object of type '%t'", code, v);
}

val number_format(val v, val text) {
  if (AS(str, text)->length == 0) {
    if (is_bool(v)) return str_new(v == TRUE ? "True" : "False");
    return number_repr(v);
  }
  spec s;
  if (!spec_read(&s, v, text)) return ERROR;
  bool ok = true;
  switch (s.type) {
  case 'b': case 'c': case 'd': case 'o': case 'x': case 'X':
    if (is(v, T_FLOAT)) return unknown(s.type, v);
    return format_int(v, &s);
  case 0: case 'n':
    if (!is(v, T_FLOAT)) return format_int(v, &s); /* fall through */
  case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case '%': {
    double d = number_to_double(v, &ok);
    return ok ? format_float(d, &s) : ERROR;
  }
  default: return unknown(s.type, v);
  }
}
