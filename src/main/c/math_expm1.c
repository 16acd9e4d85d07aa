/*
 * expm1 and log1p after Sun's fdlibm, their polynomials summed in the order of the libm that
 * CPython's builds on Linux have, where expm1 uses fused operations and log1p does not: the last
 * digit shows it.
 */
#include "math_errors.h"
#include "twofold.h"

extern double ldexp(double, int);

static const double ln2_high = 6.93147180369123816490e-01, ln2_low = 1.90821492927058770002e-10;

double math_expm1(double x) {
  double size = __builtin_fabs(x);
  if (double_is_nan(x) || size < 0x1p-54) return x;
  if (x > 709.782712893384) return __builtin_inf();
  if (x < -38.81624221801758) return -1;
  int k = 0;
  double c = 0;
  if (double_bits(size) >> 32 > 0x3fd62e42) { /* half the logarithm of 2 */
    double high, low;
    if (double_bits(size) >> 32 < 0x3ff0a2b2) {
      k = x > 0 ? 1 : -1;
    } else {
      k = (int)(1.44269504088896338700e+00 * x + (x > 0 ? 0.5 : -0.5));
    }
    high = two_fused(-k, ln2_high, x);
    low = k * ln2_low;
    x = high - low;
    c = (high - x) - low;
  }
  double half = 0.5 * x;
  double h = x * half;
  double h2 = h * h;
  double r1 = two_fused(h, -3.33333333333331316428e-02, 1);
  double r2 = two_fused(h, -7.93650757867487942473e-05, 1.58730158725481460165e-03);
  double r3 = two_fused(h, -2.01099218183624371326e-07, 4.00821782732936239552e-06);
  r1 = two_fused(h2 * h2, r3, two_fused(h2, r2, r1));
  double t = two_fused(-r1, half, 3);
  double e = h * ((r1 - t) / two_fused(-x, t, 6));
  if (k == 0) return x - two_fused(x, e, -h);
  e = two_fused(x, e - c, -c);
  e -= h;
  if (k == -1) return 0.5 * (x - e) - 0.5;
  if (k == 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  if (k <= -2 || k > 56) return ldexp(1 - (e - x), k) - 1;
  if (k < 20) return ldexp(1 - ldexp(1, -k) - (e - x), k);
  return ldexp(x - (e + ldexp(1, -k)) + 1, k);
}

double math_log1p(double x) {
  if (double_is_nan(x) || x < -1) return __builtin_nan("");
  if (x == -1) return -__builtin_inf();
  if (!double_is_finite(x)) return x;
  double size = __builtin_fabs(x);
  if (size < 0x1p-29) return size < 0x1p-54 ? x : x - x * x * 0.5;
  i32 k = 0;
  double f = x, c = 0;
  bool tiny = false; /* |f| < 2^-20 */
  u32 high = (u32)(double_bits(x) >> 32);
  if (!(x > 0 ? high < 0x3fda827a : high <= 0xbfd2bec3)) {
    double u = x;
    if (high < 0x43400000 || x < 0) {
      u = 1 + x;
      k = (i32)(double_bits(u) >> 52) - 1023;
      c = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    } else {
      k = (i32)(double_bits(u) >> 52) - 1023;
    }
    u64 bits = double_bits(u) & 0xfffffffffffffull;
    u32 top = (u32)(bits >> 32);
    if (top < 0x6a09e) {
      u = bits_double(bits | 0x3ffull << 52);
      tiny = top == 0;
    } else {
      k++;
      u = bits_double(bits | 0x3feull << 52);
      tiny = (0x100000 - top) >> 2 == 0;
    }
    f = u - 1;
  }
  double half = 0.5 * f * f;
  if (tiny) {
    if (f == 0) return k == 0 ? 0 : k * ln2_high + (k * ln2_low + c);
    double r = half * (1 - 0.66666666666666666 * f);
    return k == 0 ? f - r : k * ln2_high - ((r - (k * ln2_low + c)) - f);
  }
  double s = f / (2 + f);
  double z = s * s, z2 = z * z, z4 = z2 * z2;
  double r1 = z * 6.666666666666735130e-01;
  double r2 = 3.999999999940941908e-01 + z * 2.857142874366239149e-01;
  double r3 = 2.222219843214978396e-01 + z * 1.818357216161805012e-01;
  double r4 = 1.531383769920937332e-01 + z * 1.479819860511658591e-01;
  double r = r1 + z2 * r2 + z4 * r3 + z4 * z2 * r4;
  if (k == 0) return f - (half - s * (half + r));
  return k * ln2_high - ((half - (s * (half + r) + (k * ln2_low + c))) - f);
}
