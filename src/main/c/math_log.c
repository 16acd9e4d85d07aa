/*
 * log and log2: with the tables and the steps of libm, but with the fused operations that the libm
 * of CPython's builds on Linux uses, since that shows in the last digit.
 */
#include "math_errors.h"
#include "twofold.h"

extern double log(double), log2(double);

/* As libm lays them out; the tables are its own. */
extern const struct {
  double ln2_high, ln2_low, poly[5], near[11];
  struct { double inverse, log; } tab[128];
} __log_data;
extern const struct {
  double inverse_high, inverse_low, poly[6], near[10];
  struct { double inverse, log; } tab[64];
} __log2_data;

/* a + b x + c x^2, as the compiler fuses it */
static double three(double a, double b, double c, double x, double xx) {
  return two_fused(xx, c, two_fused(x, b, a));
}

/* a + b x + (c + d x) x^2 */
static double four(const double *c, double x, double xx) {
  return two_fused(xx, two_fused(x, c[3], c[2]), two_fused(x, c[1], c[0]));
}

/* x near 1: then both the number and its logarithm's high digits come out of x - 1 exactly. */
static double log_near(double x) {
  const double *c = __log_data.near;
  double r = x - 1, rr = r * r, rrr = r * rr;
  double p = two_fused(rrr, c[10], three(c[7], c[8], c[9], r, rr));
  p = two_fused(rrr, p, three(c[4], c[5], c[6], r, rr));
  p = two_fused(rrr, p, three(c[1], c[2], c[3], r, rr));
  double w = r * 0x1p27;
  double r_high = r + w - w, r_low = r - r_high;
  w = r_high * r_high * c[0];
  double high = r + w;
  double low = two_fused(c[0] * r_low, r_high + r, r - high + w);
  return two_fused(rrr, p, low) + high;
}

double math_log(double x) {
  if (!(x >= 0x1p-1022 && x < __builtin_inf())) return log(x);
  if (x == 1) return 0;
  if (x >= 1 - 0x1p-4 && x < 1 + 0x1.09p-4) return log_near(x);
  u64 bits = double_bits(x);
  u64 off = bits - 0x3fe6000000000000ull;
  double k = (double)((i64)off >> 52);
  u32 i = (u32)(off >> 45) % 128;
  double z = bits_double(bits - (off & 0xfffull << 52));
  const double *c = __log_data.poly;
  double r = two_fused(z, __log_data.tab[i].inverse, -1);
  double w = two_fused(k, __log_data.ln2_high, __log_data.tab[i].log);
  double high = w + r;
  double low = two_fused(k, __log_data.ln2_low, w - high + r);
  double rr = r * r;
  double p = four(c + 1, r, rr);
  return two_fused(r * rr, p, two_fused(rr, c[0], low)) + high;
}

double math_log2(double x) {
  if (!(x >= 0x1p-1022 && x < __builtin_inf())) return log2(x);
  if (x == 1) return 0;
  double inverse = __log2_data.inverse_high;
  if (x >= 1 - 0x1.5b51p-5 && x < 1 + 0x1.6ab2p-5) {
    const double *c = __log2_data.near;
    double r = x - 1, rr = r * r, rrrr = rr * rr;
    double high = r * inverse;
    double low = two_fused(r, __log2_data.inverse_low, two_fused(r, inverse, -high));
    double q = two_fused(r, c[1], c[0]);
    double y = two_fused(rr, q, high);
    low += two_fused(rr, q, high - y);
    double p = two_fused(rrrr, four(c + 6, r, rr), four(c + 2, r, rr));
    return y + two_fused(rrrr, p, low);
  }
  u64 bits = double_bits(x);
  u64 off = bits - 0x3fe6000000000000ull;
  double k = (double)((i64)off >> 52);
  u32 i = (u32)(off >> 46) % 64;
  double z = bits_double(bits - (off & 0xfffull << 52));
  const double *c = __log2_data.poly;
  double r = two_fused(z, __log2_data.tab[i].inverse, -1);
  double t1 = r * inverse;
  double t2 = two_fused(r, __log2_data.inverse_low, two_fused(r, inverse, -t1));
  double t3 = k + __log2_data.tab[i].log;
  double high = t3 + t1;
  double low = t3 - high + t1 + t2;
  double rr = r * r;
  double p = two_fused(rr * rr, two_fused(r, c[5], c[4]), four(c, r, rr));
  return two_fused(rr, p, low) + high;
}
