/*
 * exp, pow and expm1. The libm of wasi-libc has the same algorithms and tables as the one that
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

/* e^(x + tail) for 2^-54 < |x| < 512 */
static double exponential(double x, double tail) {
  double turned = two_fused(__exp_data.inverse, x, __exp_data.shift);
  u64 k = double_bits(turned);
  double n = turned - __exp_data.shift;
  double r = two_fused(n, __exp_data.minus_low, two_fused(n, __exp_data.minus_high, x)) + tail;
  const u64 *entry = __exp_data.tab + 2 * (k % 128);
  double scale = bits_double(entry[1] + (k << 45));
  const double *c = __exp_data.poly;
  double rr = r * r;
  double t = two_fused(rr, two_fused(r, c[1], c[0]), bits_double(entry[0]) + r);
  t = two_fused(rr * rr, two_fused(r, c[3], c[2]), t);
  return two_fused(scale, t, scale);
}

double math_exp(double x) {
  double size = __builtin_fabs(x);
  return size > 0x1p-54 && size < 512 ? exponential(x, 0) : exp(x);
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
  return far > 0x1p-54 && far < 512 ? exponential(power, more) : pow(a, b);
}

/* Sun's fdlibm, with the polynomial summed in the other libm's order. */
double math_expm1(double x) {
  double size = __builtin_fabs(x);
  if (double_is_nan(x) || size < 0x1p-54) return x;
  if (x > 709.782712893384) return __builtin_inf();
  if (x < -38.81624221801758) return -1;
  const double ln2_high = 6.93147180369123816490e-01, ln2_low = 1.90821492927058770002e-10;
  int k = 0;
  double c = 0;
  if (double_bits(size) >> 32 > 0x3fd62e42) { /* half the logarithm of 2 */
    double high, low;
    if (double_bits(size) >> 32 < 0x3ff0a2b2) {
      k = x > 0 ? 1 : -1;
    } else {
      k = (int)(1.44269504088896338700e+00 * x + (x > 0 ? 0.5 : -0.5));
    }
    high = x - k * ln2_high;
    low = k * ln2_low;
    x = high - low;
    c = (high - x) - low;
  }
  double half = 0.5 * x;
  double h = x * half;
  double r1 = 1 + h * -3.33333333333331316428e-02;
  double h2 = h * h;
  double r2 = 1.58730158725481460165e-03 + h * -7.93650757867487942473e-05;
  double r3 = 4.00821782732936239552e-06 + h * -2.01099218183624371326e-07;
  r1 = r1 + h2 * r2 + h2 * h2 * r3;
  double t = 3 - r1 * half;
  double e = h * ((r1 - t) / (6 - x * t));
  if (k == 0) return x - (x * e - h);
  e = x * (e - c) - c;
  e -= h;
  if (k == -1) return 0.5 * (x - e) - 0.5;
  if (k == 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  if (k <= -2 || k > 56) return ldexp(1 - (e - x), k) - 1;
  if (k < 20) return ldexp(1 - ldexp(1, -k) - (e - x), k);
  return ldexp(x - (e + ldexp(1, -k)) + 1, k);
}
