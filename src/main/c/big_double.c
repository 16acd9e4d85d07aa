/* Between ints and floats, exactly. */
#include "limbs.h"

u64 limbs_top(const u32 *a, u32 n, i32 *exponent) {
  n = limbs_trim(a, n);
  *exponent = 0;
  if (n == 0) return 0;
  if (n == 1) return a[0];
  u64 high = (u64)a[n - 1] << 32 | a[n - 2];
  if (n == 2) return high;
  u32 free = (u32)__builtin_clzll(high);
  u64 top = free == 0 ? high : high << free | a[n - 3] >> (32 - free);
  bool rest = free == 0 ? a[n - 3] != 0 : (a[n - 3] << free) != 0;
  for (u32 i = 0; i < n - 3 && !rest; i++) rest = a[i] != 0;
  *exponent = (i32)((n - 2) * 32 - free);
  return top | rest;
}

double double_assemble(u64 m, i32 exponent) {
  if (m == 0) return 0;
  i32 free = __builtin_clzll(m);
  m <<= free;
  exponent -= free;
  /* m * 2^exponent with the top bit of m set: the value has the binary exponent exponent + 63 */
  i32 drop = 11;
  if (exponent + 63 < -1022) drop = 11 + (-1022 - (exponent + 63));
  if (exponent + 63 > 1023) return __builtin_inf();
  if (drop > 64) return 0;
  u64 kept = drop == 64 ? 0 : m >> drop;
  u64 lost = drop == 64 ? m : m << (64 - drop);
  u64 half = 1ull << 63;
  if (lost > half || (lost == half && (kept & 1))) kept++;
  if (drop > 11) return bits_double(kept); /* subnormal, or just become normal */
  return bits_double(((u64)(exponent + 63 + 1023 - 1) << 52) + kept);
}

double int_to_double(val v, bool *ok) {
  if (!is_object(v)) return (double)(is_int(v) ? small(v) : v == TRUE);
  num x;
  num_load(&x, v);
  i32 exponent;
  u64 top = limbs_top(x.limb, x.size, &exponent);
  double d = x.size > 40 ? __builtin_inf() : double_assemble(top, exponent);
  if (!double_is_finite(d)) {
    *ok = false;
    py_raise(E_OverflowError, "int too large to convert to float");
    return 0;
  }
  return x.sign < 0 ? -d : d;
}

val int_from_double(double d) {
  if (d > -9e18 && d < 9e18) return int_from_i64((i64)d);
  u64 bits = double_bits(d);
  u32 shift = (u32)(bits >> 52 & 2047) - 1075;
  u64 m = (bits & ((1ull << 52) - 1)) | 1ull << 52;
  val v = int_shift_left(from_small((i64)m), shift);
  return v == ERROR || d > 0 ? v : int_negate(v);
}

val float_to_int(double d) {
  if (double_is_nan(d)) return py_raise(E_ValueError, "cannot convert float NaN to integer");
  if (!double_is_finite(d))
    return py_raise(E_OverflowError, "cannot convert float infinity to integer");
  return int_from_double(d);
}

i32 int_compare_double(val a, double d) {
  if (!is_object(a)) {
    i64 n = is_int(a) ? small(a) : a == TRUE;
    if (d >= 0x1p62) return -1;
    if (d < -0x1p62) return 1;
    i64 whole = (i64)d;
    if (n != whole) return n < whole ? -1 : 1;
    double rest = d - (double)whole;
    return rest > 0 ? -1 : rest < 0;
  }
  num x;
  num_load(&x, a);
  if (!double_is_finite(d)) return d > 0 ? -1 : 1;
  if (x.sign < 0 ? d >= -0x1p62 : d < 0x1p62) return x.sign;
  if (x.size > 33) return x.sign;
  val whole = int_from_double(d); /* it has no fraction at this size */
  return whole == ERROR ? 0 : int_compare(a, whole);
}

val int_true_divide(val a, val b) {
  num x, y;
  num_load(&x, a);
  num_load(&y, b);
  if (y.sign == 0) return py_raise(E_ZeroDivisionError, "division by zero");
  if (x.sign == 0) return float_new(y.sign < 0 ? -0.0 : 0.0);
  u32 bits_x = limbs_bits(x.limb, x.size);
  u32 bits_y = limbs_bits(y.limb, y.size);
  double d;
  if (bits_x <= 53 && bits_y <= 53) {
    bool ok = true;
    return float_new(int_to_double(a, &ok) / int_to_double(b, &ok));
  }
  i32 difference = (i32)bits_x - (i32)bits_y;
  if (difference > 1024) {
    d = __builtin_inf();
  } else if (difference < -1100) {
    d = 0;
  } else {
    /* a quotient of 65 or 66 bits holds all that rounding asks for; the rest goes into bit 0 */
    i32 shift = 66 - difference;
    val up = shift > 0 ? int_shift_left(a, (u32)shift) : int_of(a);
    val down = shift < 0 ? int_shift_left(b, (u32)-shift) : int_of(b);
    if (up == ERROR || down == ERROR) return ERROR;
    num n, m;
    num_load(&n, up);
    num_load(&m, down);
    u32 *q = limbs_new(n.size - m.size + 1 + m.size);
    if (!q) return ERROR;
    u32 *r = q + (n.size - m.size + 1);
    if (!limbs_divide(q, r, n.limb, n.size, m.limb, m.size)) return ERROR;
    i32 exponent;
    u64 top = limbs_top(q, n.size - m.size + 1, &exponent);
    d = double_assemble(top | (limbs_trim(r, m.size) > 0), exponent - shift);
  }
  if (!double_is_finite(d))
    return py_raise(E_OverflowError, "integer division result too large for a float");
  return float_new(x.sign * y.sign < 0 ? -d : d);
}
