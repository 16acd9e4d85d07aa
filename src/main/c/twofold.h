/*
 * Numbers of twice a double's precision, as the sum of two doubles, for functions of math that are
 * to be rounded correctly (but for one case in many millions).
 */
#ifndef SANDGLASS_TWOFOLD_H
#define SANDGLASS_TWOFOLD_H

typedef struct two { double high, low; } two;

/* |a| >= |b| */
static inline two two_quick(double a, double b) {
  double s = a + b;
  return (two){s, b - (s - a)};
}

static inline two two_sum(double a, double b) {
  double s = a + b;
  double t = s - a;
  return (two){s, (a - (s - t)) + (b - t)};
}

/* a * b exactly (Dekker), far from the limits of the exponent */
static inline two two_product(double a, double b) {
  double t = a * 134217729.0;
  double ah = t - (t - a), al = a - ah;
  t = b * 134217729.0;
  double bh = t - (t - b), bl = b - bh;
  double p = a * b;
  return (two){p, ((ah * bh - p) + ah * bl + al * bh) + al * bl};
}

static inline two two_add(two a, two b) {
  two s = two_sum(a.high, b.high);
  two t = two_sum(a.low, b.low);
  s = two_quick(s.high, s.low + t.high);
  return two_quick(s.high, s.low + t.low);
}

static inline two two_negate(two a) { return (two){-a.high, -a.low}; }

static inline two two_mul(two a, two b) {
  two p = two_product(a.high, b.high);
  return two_quick(p.high, p.low + (a.high * b.low + a.low * b.high));
}

static inline two two_div(two a, two b) {
  double q = a.high / b.high;
  two p = two_mul(b, (two){q, 0});
  two rest = two_add(a, two_negate(p));
  return two_quick(q, rest.high / b.high);
}

/* a * b + c, rounded once (but for rare cases of nearly half) */
static inline double two_fused(double a, double b, double c) {
  two p = two_product(a, b);
  two s = two_sum(p.high, c);
  return s.high + (s.low + p.low);
}

#endif
