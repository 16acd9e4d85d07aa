/*
 * Functions built upon exp, expm1 and log, and the cube root: with the steps of the libm that
 * CPython's builds on Linux have, since those steps show in the last digit.
 */
#include "math_errors.h"

extern double sqrt(double), frexp(double, int *), ldexp(double, int);

double math_sinh(double x) {
  double size = __builtin_fabs(x);
  double half = x < 0 ? -0.5 : 0.5;
  if (!double_is_finite(x) || size < 0x1p-28) return x;
  if (size < 22) {
    double t = math_expm1(size);
    if (size < 1) return half * (2 * t - t * t / (t + 1));
    return half * (t + t / (t + 1));
  }
  if (size < 709.7822265625) return half * math_exp(size);
  double root = math_exp(0.5 * size);
  return half * root * root;
}

double math_cosh(double x) {
  double size = __builtin_fabs(x);
  if (!double_is_finite(x)) return x * x;
  if (size < 22) {
    if (size < 0.34657287597656250) { /* half the logarithm of 2 */
      if (size < 0x1p-55) return 1;
      double t = math_expm1(size);
      double w = 1 + t;
      return 1 + t * t / (w + w);
    }
    double t = math_exp(size);
    return 0.5 * t + 0.5 / t;
  }
  if (size < 709.7822265625) return 0.5 * math_exp(size);
  double root = math_exp(0.5 * size);
  return 0.5 * root * root;
}

double math_tanh(double x) {
  double size = __builtin_fabs(x);
  double r = 1;
  if (double_is_nan(x)) return x;
  if (size < 0x1p-55) return x;
  if (size < 1) {
    double t = math_expm1(-2 * size);
    r = -t / (t + 2);
  } else if (size < 22) {
    double t = math_expm1(2 * size);
    r = 1 - 2 / (t + 2);
  }
  return x < 0 ? -r : r;
}

double math_asinh(double x) {
  double size = __builtin_fabs(x);
  if (!double_is_finite(x) || size < 0x1p-28) return x;
  double r;
  if (size > 0x1p28) {
    r = math_log(size) + 6.93147180559945286227e-01;
  } else if (size > 2) {
    r = math_log(2 * size + 1 / (sqrt(x * x + 1) + size));
  } else {
    double t = x * x;
    r = math_log1p(size + t / (1 + sqrt(1 + t)));
  }
  return x < 0 ? -r : r;
}

double math_acosh(double x) {
  if (!(x >= 1)) return __builtin_nan("");
  if (x >= 0x1p28) return double_is_finite(x) ? math_log(x) + 6.93147180559945286227e-01 : x;
  if (x > 2) return math_log(2 * x - 1 / (x + sqrt(x * x - 1)));
  double t = x - 1;
  return math_log1p(t + sqrt(2 * t + t * t));
}

double math_atanh(double x) {
  double size = __builtin_fabs(x);
  if (size < 0x1p-28) return x;
  double t = size + size;
  if (size < 0.5) t = 0.5 * math_log1p(t + t * size / (1 - size));
  else t = 0.5 * math_log1p(t / (1 - size));
  return x < 0 ? -t : t;
}

double math_log10(double x) {
  if (x == 1) return 0;
  int k;
  double m = 2 * frexp(x, &k);
  k--;
  if (k < 0) { /* then a fraction between 1/2 and 1 and one power more */
    k++;
    m /= 2;
  }
  double z = k * 3.69423907715893078616e-13 + 4.34294481903251816668e-01 * math_log(m);
  return z + k * 3.01029995663611771306e-01;
}

double math_cbrt(double x) {
  static const double factor[5] = {1 / 1.5874010519681994748, 1 / 1.2599210498948731648, 1,
                                   1.2599210498948731648, 1.5874010519681994748};
  if (x == 0 || !double_is_finite(x)) return x + x;
  int e;
  double m = frexp(__builtin_fabs(x), &e);
  double u =
      0.354895765043919860 +
      (1.50819193781584896 -
       (2.11499494167371287 -
        (2.4469312256353444 -
         (1.83469277483613086 - (0.784932344976639262 - 0.145263899385486367 * m) * m) * m) *
            m) *
           m) *
          m;
  double cube = u * u * u;
  double r = u * (cube + 2 * m) / (2 * cube + m) * factor[2 + e % 3];
  return ldexp(x > 0 ? r : -r, e / 3);
}
