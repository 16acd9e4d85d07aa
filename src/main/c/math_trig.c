/*
 * Sine, cosine, tangent and their inverses, mostly worked out in twice a double's precision:
 * CPython's come from a libm that rounds nearly always correctly, so the last digit has to be
 * right.
 */
#include "math_errors.h"
#include "twofold.h"

extern double sqrt(double), atan2(double, double);
extern int __rem_pio2(double x, double *y); /* of wasi-libc's libm, exact for large angles */

/* pi / 2 in parts */
static const double half_pi[3] = {0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54,
                                  -0x1.f1976b7ed8fbcp-110};

/* The angle without quarter turns: at most pi / 4 and a bit; *turns modulo 4. */
static two reduce(double x, u32 *turns) {
  if (__builtin_fabs(x) < 0.7853981633974483) {
    *turns = 0;
    return (two){x, 0};
  }
  if (__builtin_fabs(x) > 1e8) {
    double y[2];
    *turns = (u32)__rem_pio2(x, y) & 3;
    return two_quick(y[0], y[1]);
  }
  double n = x * 0.6366197723675814 + 0x1.8p52 - 0x1.8p52;
  *turns = (u32)(i32)n & 3;
  two p = two_product(-n, half_pi[0]);
  two r = two_sum(x, p.high); /* exact: they nearly cancel */
  two q = two_product(-n, half_pi[1]);
  r = two_add(r, (two){p.low, 0});
  r = two_add(r, q);
  return two_add(r, (two){-n * half_pi[2], 0});
}

/* The series of Taylor; the later terms are small enough for plain doubles. */
static two sine(two r) {
  two rr = two_mul(r, r);
  double x = rr.high;
  double rest = 2.7557319223985893e-06 +
                x * (-2.505210838544172e-08 +
                     x * (1.6059043836821613e-10 +
                          x * (-7.647163731819816e-13 +
                               x * (2.8114572543455206e-15 + x * -8.22063524662433e-18))));
  two s = two_add((two){-0x1.a01a01a01a01ap-13, -0x1.a01a01a01a01ap-73}, two_product(x, rest));
  s = two_add((two){0x1.1111111111111p-7, 0x1.1111111111111p-63}, two_mul(rr, s));
  s = two_add((two){-0x1.5555555555555p-3, -0x1.5555555555555p-57}, two_mul(rr, s));
  return two_add(r, two_mul(two_mul(rr, s), r));
}

static two cosine(two r) {
  two rr = two_mul(r, r);
  double x = rr.high;
  double rest =
      -2.755731922398589e-07 +
      x * (2.08767569878681e-09 +
           x * (-1.1470745597729725e-11 +
                x * (4.779477332387385e-14 +
                     x * (-1.5619206968586225e-16 + x * 4.110317623312165e-19))));
  two s = two_add((two){0x1.a01a01a01a01ap-16, 0x1.a01a01a01a01ap-76}, two_product(x, rest));
  s = two_add((two){-0x1.6c16c16c16c17p-10, 0x1.f49f49f49f49fp-65}, two_mul(rr, s));
  s = two_add((two){0x1.5555555555555p-5, 0x1.5555555555555p-59}, two_mul(rr, s));
  s = two_add((two){-0.5, 0}, two_mul(rr, s));
  return two_add((two){1, 0}, two_mul(rr, s));
}

static two turned(two r, u32 turns) {
  two v = turns & 1 ? cosine(r) : sine(r);
  return turns & 2 ? two_negate(v) : v;
}

/*
 * Sine and cosine as the libm of CPython's builds on Linux works them out (IBM's accurate
 * library): from those of the nearest 128th and a short series for the rest, with fused
 * operations. The values of the 128ths are worked out when they are first asked for.
 */
static struct { two sine, cosine; } at128[112];

static const double near_sine[2] = {-1.66666666666664880952546298448555e-01,
                                    8.33333214285722277379541354343671e-03};
static const double near_cosine[3] = {4.99999999999999999999950396842453e-01,
                                      -4.16666666666664434524222570944589e-02,
                                      1.38888874937007613028114285595617e-03};

/* The 128th nearest to x >= 0, which it is taken from. */
static u32 take_128th(double *x) {
  double n = *x + 0x1.8p45 - 0x1.8p45;
  u32 k = (u32)(n * 128);
  if (at128[k].cosine.high == 0) {
    at128[k].sine = sine((two){n, 0});
    at128[k].cosine = cosine((two){n, 0});
  }
  *x -= n;
  return k;
}

/* of x + low, |x| < 0.86 */
static double short_sine(double x, double low) {
  double size = __builtin_fabs(x);
  double xx;
  if (size < 0.126) {
    xx = x * x;
    double p = two_fused(-2.5022014848318398e-08, xx, 2.755729806860771e-06);
    p = two_fused(p, xx, -0.00019841269834414642);
    p = two_fused(p, xx, 0.0083333333333323288);
    p = two_fused(p, xx, -0.16666666666666666);
    return x + two_fused(two_fused(p, x, -(0.5 * low)), xx, low);
  }
  if (x <= 0) low = -low;
  double rest = size;
  u32 k = take_128th(&rest);
  two sn = at128[k].sine, cs = at128[k].cosine;
  xx = rest * rest;
  double s = rest + two_fused(rest * xx, two_fused(xx, near_sine[1], near_sine[0]), low);
  double c = two_fused(xx, near_cosine[2], near_cosine[1]);
  c = two_fused(rest, low, xx * two_fused(xx, c, near_cosine[0]));
  double off = two_fused(-sn.high, c, two_fused(s, cs.low, sn.low));
  return __builtin_copysign(sn.high + two_fused(cs.high, s, off), x);
}

static double short_cosine(double x, double low) {
  if (x < 0) low = -low;
  double rest = __builtin_fabs(x);
  u32 k = take_128th(&rest);
  two sn = at128[k].sine, cs = at128[k].cosine;
  rest += low;
  double xx = rest * rest;
  double s = two_fused(rest * xx, two_fused(xx, near_sine[1], near_sine[0]), rest);
  double c = two_fused(xx, near_cosine[2], near_cosine[1]);
  c = xx * two_fused(xx, c, near_cosine[0]);
  double off = two_fused(-cs.high, c, two_fused(-s, sn.low, cs.low));
  return cs.high + two_fused(-sn.high, s, off);
}

/* The sine of x after so many quarter turns more. */
static double far_sine(double x, u32 more) {
  double a, low;
  u32 turns;
  if (__builtin_fabs(x) < 105414350) {
    double t = two_fused(x, 0.6366197723675814, 0x1.8p52);
    double n = t - 0x1.8p52;
    turns = (u32)double_bits(t);
    double y = two_fused(-n, 0x1.921fb58p0, x);
    y = two_fused(-n, -0x1.dde973cp-27, y);
    double b = two_fused(-n, -0x1.cb3b398p-55, y);
    low = two_fused(-n, -0x1.cb3b398p-55, y - b);
    a = two_fused(-n, -0x1.d747f23e32ed7p-83, b);
    low += two_fused(-n, -0x1.d747f23e32ed7p-83, b - a);
  } else {
    two r = reduce(x, &turns);
    a = r.high;
    low = r.low;
  }
  turns += more;
  double v = turns & 1 ? short_cosine(a, low) : short_sine(a, low);
  return turns & 2 ? -v : v;
}

double math_sin(double x) {
  double size = __builtin_fabs(x);
  if (!double_is_finite(x)) return __builtin_nan("");
  if (size < 0x1p-26) return x;
  u32 top = (u32)(double_bits(size) >> 32);
  if (top < 0x3feb6000) return short_sine(x, 0);
  if (top < 0x400368fd)
    return __builtin_copysign(short_cosine(half_pi[0] - size, half_pi[1]), x);
  return far_sine(x, 0);
}

double math_cos(double x) {
  double size = __builtin_fabs(x);
  if (!double_is_finite(x)) return __builtin_nan("");
  if (size < 0x1p-27) return 1;
  u32 top = (u32)(double_bits(size) >> 32);
  if (top < 0x3feb6000) return short_cosine(x, 0);
  if (top < 0x400368fd) {
    double y = half_pi[0] - size;
    double a = y + half_pi[1];
    return short_sine(a, (y - a) + half_pi[1]);
  }
  return far_sine(x, 1);
}

double math_tan(double x) {
  if (!double_is_finite(x)) return __builtin_nan("");
  if (__builtin_fabs(x) < 0x1p-27) return x;
  u32 turns;
  two r = reduce(x, &turns);
  two s = sine(r), c = cosine(r);
  return turns & 1 ? two_div(two_negate(c), s).high : two_div(s, c).high;
}

/* The angle of a point that is not 0 nor near the limits of the exponent: libm's, corrected. */
static double angle(two y, two x) {
  double guess = atan2(y.high, x.high);
  u32 turns;
  two r = reduce(guess, &turns);
  two s = turned(r, turns), c = turned(r, turns + 1);
  two off = two_add(two_mul(y, c), two_negate(two_mul(x, s)));
  double along = x.high * c.high + y.high * s.high;
  return guess + off.high / along;
}

static int exponent_of(double d) { return (int)(double_bits(d) >> 52 & 2047) - 1023; }

extern double ldexp(double, int);

double math_atan2(double y, double x) {
  if (y == 0 || x == 0 || !double_is_finite(x) || !double_is_finite(y)) return atan2(y, x);
  int ey = exponent_of(y), ex = exponent_of(x);
  /* where one alone tells the angle, or it would be too small for twice the precision */
  if (ey - ex > 60) return __builtin_copysign(half_pi[0], y);
  if (ey - ex < -900 || (ey - ex < -60 && x < 0)) return atan2(y, x);
  int middle = ex > ey ? ex : ey;
  return angle((two){ldexp(y, -middle), 0}, (two){ldexp(x, -middle), 0});
}

double math_atan(double x) {
  if (__builtin_fabs(x) < 0x1p-27 || double_is_nan(x)) return x;
  if (__builtin_fabs(x) > 0x1p60) return atan2(x, 1);
  return angle((two){x, 0}, (two){1, 0});
}

/* The root of 1 - x^2. */
static two other_side(double x) {
  two xx = two_product(x, x);
  two d = two_add((two){1, 0}, two_negate(xx));
  if (d.high <= 0) return (two){0, 0};
  double root = sqrt(d.high);
  two rest = two_add(d, two_negate(two_product(root, root)));
  return two_quick(root, rest.high / (2 * root));
}

double math_asin(double x) {
  double size = __builtin_fabs(x);
  if (!(size <= 1)) return __builtin_nan("");
  if (size < 0x1p-27) return x;
  return angle((two){x, 0}, other_side(x));
}

double math_acos(double x) {
  if (!(__builtin_fabs(x) <= 1)) return __builtin_nan("");
  if (x == 1) return 0;
  return angle(other_side(x), (two){x, 0});
}
