/* Floats as text. */
#include "limbs.h"

typedef struct writer { char *at; } writer;

static void put(writer *w, char c) { *w->at++ = c; }

static raw *special(double v, bool upper, u32 *length) {
  raw *text = py_alloc(T_RAW, sizeof(raw) + 8);
  if (!text) return 0;
  text->bytes = 8;
  writer w = {(char *)text->data};
  if (!double_is_nan(v) && v < 0) put(&w, '-');
  const char *name = double_is_nan(v) ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf");
  for (; *name; name++) put(&w, *name);
  *length = (u32)(w.at - (char *)text->data);
  return text;
}

raw *float_text(double v, u32 format, i32 precision, bool alternate, bool add_point,
                bool no_negative_zero, u32 *length) {
  bool upper = format < 'a';
  format |= 32;
  if (!double_is_finite(v)) return special(v, upper, length);
  bool negative = double_bits(v) >> 63;
  double size = negative ? -v : v;
  decimal d;
  i32 end; /* of the digits that are written, which begin at 0 */
  bool exponential = format == 'e';
  if (precision > 1 << 28) {
    py_raise(E_MemoryError, "");
    return 0;
  }
  if (format == 'r') decimal_shortest(&d, size);
  else if (format == 'f') decimal_places(&d, size, precision);
  else if (format == 'e') decimal_digits(&d, size, precision + 1);
  else decimal_digits(&d, size, precision == 0 ? precision = 1 : precision);
  if (d.count == 0) {
    if (no_negative_zero) negative = false;
    d.point = size == 0 || format != 'f' ? 1 : -precision;
  }
  end = (i32)d.count;
  if (d.count == 0 && d.point == 1) end = 1;
  i32 point = d.point;
  if (format == 'e') end = precision + 1;
  else if (format == 'f') end = point + precision;
  else if (format == 'g') {
    exponential = point <= -4 || point > precision - (add_point ? 1 : 0);
    if (alternate) end = precision;
  } else {
    exponential = point <= -4 || point > 16;
  }
  i32 exponent = 0;
  if (exponential) {
    exponent = point - 1;
    point = 1;
  }
  i32 start = point <= 0 ? point - 1 : 0;
  if (!exponential && add_point) end = end > point ? end : point + 1;
  else end = end > point ? end : point;
  raw *text = py_alloc(T_RAW, (u32)sizeof(raw) + (u32)(end - start) + 16);
  if (!text) return 0;
  text->bytes = (u32)(end - start) + 16;
  writer w = {(char *)text->data};
  if (negative) put(&w, '-');
  for (i32 i = start; i < end; i++) {
    if (i == point) put(&w, '.');
    put(&w, i >= 0 && i < (i32)d.count ? d.digits[i] : '0');
  }
  if (alternate && end == point) put(&w, '.');
  if (exponential) {
    put(&w, upper ? 'E' : 'e');
    put(&w, exponent < 0 ? '-' : '+');
    u32 n = (u32)(exponent < 0 ? -exponent : exponent);
    if (n >= 100) put(&w, (char)('0' + n / 100));
    put(&w, (char)('0' + n / 10 % 10));
    put(&w, (char)('0' + n % 10));
  }
  *length = (u32)(w.at - (char *)text->data);
  return text;
}

val number_repr(val v) {
  u32 length;
  raw *text = is(v, T_FLOAT)
                  ? float_text(float_value(v), 'r', 0, false, true, false, &length)
                  : int_digits(v, 10, &length);
  if (!text) return ERROR;
  val s = str_make(length, 1);
  if (s != ERROR) copy_bytes(AS(str, s)->data, text->data, length);
  return s;
}
