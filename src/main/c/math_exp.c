/*
 * exp and pow. The libm of wasi-libc has the same algorithms and tables as the one that
 * CPython's builds on Linux have, but there they run with fused multiplication and addition, which
 * shows in the last digit: so their steps are done here with the tables of libm and that operation.
 */
#include "math_errors.h"
#include "twofold.h"

extern double exp(double), pow(double, double), ldexp(double, int);

/* As libm lays them out; the tables are its own. */
extern const struct {
  double inverse, shift, minus_high, minus_low, poly[4], shift2, poly2[5];
  u64 tab[256];
} __exp_data;
extern const struct {
  double ln2_high, ln2_low, poly[7];
  struct { double inverse, pad, log, tail; } tab[128];
} __pow_log_data;

/* e^(x + tail) for 2^-54 < |x| < 704, where the result is a normal number */
static double exponential(double x, double tail) {
  double turned = two_fused(__exp_data.inverse, x, __exp_data.shift);
  u64 k = double_bits(turned);
  double n = turned - __exp_data.shift;
  double r = two_fused(n, __exp_data.minus_low, two_fused(n, __exp_data.minus_high, x)) + tail;
  const u64 *entry = __exp_data.tab + 2 * (k % 128);
  /* 2^n apart from its power of two, which goes to the exponent of the result: so the fused
   * operation keeps away from the limits */
  u64 both = entry[1] + (k << 45);
  double scale = bits_double((both & 0xfffffffffffffull) | 0x3ffull << 52);
  const double *c = __exp_data.poly;
  double rr = r * r;
  double t = two_fused(rr, two_fused(r, c[1], c[0]), bits_double(entry[0]) + r);
  t = two_fused(rr * rr, two_fused(r, c[3], c[2]), t);
  /* far down the other libm is built without the fused operation */
  double result = x <= -512 ? scale + scale * t : two_fused(scale, t, scale);
  return bits_double(double_bits(result) + (((both >> 52) - 1023) << 52));
}

double math_exp(double x) {
  double size = __builtin_fabs(x);
  return size > 0x1p-54 && size < 704 ? exponential(x, 0) : exp(x);
}

/* a > 0 */
double math_pow(double a, double b) {
  double size = __builtin_fabs(b);
  if (!(a >= 0x1p-1022 && a < __builtin_inf() && a != 1 && size > 0x1p-60 && size < 0x1p60))
    return pow(a, b);
  u64 bits = double_bits(a);
  u64 off = bits - 0x3fe6955500000000ull;
  double k = (double)((i64)off >> 52);
  double z = bits_double(bits - (off & 0xfffull << 52));
  u32 i = (u32)(off >> 45) % 128;
  const double *c = __pow_log_data.poly;
  double log = __pow_log_data.tab[i].log, tail = __pow_log_data.tab[i].tail;
  double r = two_fused(z, __pow_log_data.tab[i].inverse, -1);
  double t1 = two_fused(k, __pow_log_data.ln2_high, log);
  double t2 = t1 + r;
  double low1 = two_fused(k, __pow_log_data.ln2_low, tail);
  double low2 = t1 - t2 + r;
  double ar = c[0] * r;
  double arr = r * ar;
  double arrr = r * arr;
  double high = t2 + arr;
  double low3 = two_fused(ar, r, -arr);
  double low4 = t2 - high + arr;
  double p = two_fused(arr, two_fused(r, c[6], c[5]), two_fused(r, c[4], c[3]));
  p = two_fused(arr, p, two_fused(r, c[2], c[1]));
  double low = two_fused(arrr, p, low1 + low2 + low3 + low4);
  double y = high + low;
  double rest = high - y + low;
  double power = b * y;
  double more = two_fused(b, rest, two_fused(b, y, -power));
  double far = __builtin_fabs(power);
  return far > 0x1p-54 && far < 704 ? exponential(power, more) : pow(a, b);
}
