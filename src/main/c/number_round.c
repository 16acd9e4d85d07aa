/* round(): to an int, to places of a float, to tens of an int; always half to even. */
#include "limbs.h"

extern double floor(double);

static val round_places(double v, i64 places) {
  if (!double_is_finite(v) || v == 0 || places > 323) return float_new(v);
  if (places < -308) return float_new(0 * v);
  decimal d;
  decimal_places(&d, v < 0 ? -v : v, (i32)places);
  /* read back as 0.DIGITS e point */
  u32 size = d.count + 20;
  raw *text = py_alloc(T_RAW, (u32)sizeof(raw) + size);
  if (!text) return ERROR;
  text->bytes = size;
  char *at = (char *)text->data;
  *at++ = '0';
  *at++ = '.';
  for (u32 i = 0; i < d.count; i++) *at++ = d.digits[i];
  if (d.count == 0) *at++ = '0';
  *at++ = 'e';
  *at++ = d.point < 0 ? '-' : '+';
  u32 n = (u32)(d.point < 0 ? -d.point : d.point);
  for (u32 by = 1000; by > 0; by /= 10) *at++ = (char)('0' + n / by % 10);
  double r;
  if (!float_read((char *)text->data, (u32)(at - (char *)text->data), &r)) return ERROR;
  if (!double_is_finite(r))
    return py_raise(E_OverflowError, "rounded value too large to represent");
  return float_new(v < 0 ? -r : r);
}

static val round_tens(val v, i64 tens) {
  v = int_of(v);
  /* a number of n bits has at most 0.302 n + 1 digits */
  if (tens > (i64)int_bit_length(v) * 302 / 1000 + 2) return from_small(0);
  val unit = int_power(from_small(10), from_small(tens));
  if (unit == ERROR) return ERROR;
  val q, r;
  if (!int_divmod(v, unit, &q, &r)) return ERROR;
  val twice = int_shift_left(r, 1);
  if (twice == ERROR || q == ERROR) return ERROR;
  i32 half = int_compare(twice, unit);
  num n;
  num_load(&n, q);
  bool up = half > 0 || (half == 0 && n.size > 0 && (n.limb[0] & 1));
  val down = int_sub(v, r);
  return down == ERROR || !up ? down : int_add(down, unit);
}

val py_round(val v, val digits) {
  if (py_failed()) return ERROR;
  if (is(v, T_FLOAT)) {
    double d = float_value(v);
    if (digits == MISSING || digits == NONE) {
      if (double_is_finite(d)) {
        double down = floor(d);
        double off = d - down;
        d = off > 0.5 || (off == 0.5 && down / 2 != floor(down / 2)) ? down + 1 : down;
      }
      return float_to_int(d);
    }
    i64 places;
    if (!int_index(digits, &places, "'%t' object cannot be interpreted as an integer"))
      return ERROR;
    return round_places(d, places);
  }
  if (!int_like(v)) return py_raise(E_TypeError, "type %t doesn't define __round__ method", v);
  if (digits == MISSING || digits == NONE) return int_of(v);
  i64 places;
  if (!int_index(digits, &places, "'%t' object cannot be interpreted as an integer"))
    return ERROR;
  if (places >= 0) return int_of(v);
  return round_tens(v, places == INT64_MIN ? INT64_MAX : -places);
}
