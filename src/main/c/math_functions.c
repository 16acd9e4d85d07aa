/* The functions of libm under the names that the rest uses. */
#include "math_errors.h"

#define SAME(name)             \
  extern double name(double);  \
  double math_##name(double x) { return name(x); }

SAME(exp) SAME(exp2) SAME(log) SAME(log2) SAME(log10) SAME(sin) SAME(cos) SAME(tan) SAME(asin)
SAME(acos) SAME(atan) SAME(sinh) SAME(cosh) SAME(tanh) SAME(asinh) SAME(acosh) SAME(atanh)
SAME(expm1) SAME(log1p) SAME(cbrt) SAME(erf) SAME(erfc)

extern double atan2(double, double), pow(double, double);
double math_atan2(double y, double x) { return atan2(y, x); }
double math_pow(double a, double b) { return pow(a, b); }
