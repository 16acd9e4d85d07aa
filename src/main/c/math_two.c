/* The functions of math that take two or more numbers. */
#include "math_errors.h"

extern double fmod(double, double), remainder(double, double), floor(double);
extern double ldexp(double, int), nextafter(double, double);

static bool two(val a, val b, double *x, double *y) {
  return !py_failed() && number_real(a, x) && number_real(b, y);
}

val py_math_pow(val a, val b) {
  double x, y;
  if (!two(a, b, &x, &y)) return ERROR;
  bool odd = double_is_finite(y) && fmod(__builtin_fabs(y), 2) == 1;
  double size = __builtin_fabs(x);
  if (y == 0 || x == 1) return float_new(1);
  if (double_is_nan(x) || double_is_nan(y)) return float_new(double_is_nan(x) ? x : y);
  if (!double_is_finite(y))
    return float_new(size == 1 ? 1 : (y > 0) == (size > 1) ? __builtin_inf() : 0);
  if (!double_is_finite(x)) {
    if (y > 0) return float_new(odd ? x : size);
    return float_new(odd ? __builtin_copysign(0.0, x) : 0);
  }
  if (x == 0) return y < 0 ? domain_error() : float_new(odd ? x : 0);
  if (x < 0 && floor(y) != y) return domain_error();
  double r = size == 1 ? 1 : math_pow(size, y);
  if (!double_is_finite(r)) return range_error();
  return float_new(x < 0 && odd ? -r : r);
}

val py_math_atan2(val a, val b) {
  double x, y;
  return two(a, b, &y, &x) ? float_new(math_atan2(y, x)) : ERROR;
}

val py_math_copysign(val a, val b) {
  double x, y;
  return two(a, b, &x, &y) ? float_new(__builtin_copysign(x, y)) : ERROR;
}

val py_math_fmod(val a, val b) {
  double x, y;
  if (!two(a, b, &x, &y)) return ERROR;
  double r = fmod(x, y);
  if (double_is_nan(r) && !double_is_nan(x) && !double_is_nan(y)) return domain_error();
  return float_new(r);
}

val py_math_remainder(val a, val b) {
  double x, y;
  if (!two(a, b, &x, &y)) return ERROR;
  double r = remainder(x, y);
  if (double_is_nan(r) && !double_is_nan(x) && !double_is_nan(y)) return domain_error();
  return float_new(r);
}

val py_math_nextafter(val a, val b) {
  double x, y;
  return two(a, b, &x, &y) ? float_new(nextafter(x, y)) : ERROR;
}

val py_math_ldexp(val a, val b) {
  double x;
  i64 e;
  if (py_failed() || !number_real(a, &x)) return ERROR;
  if (!int_index(b, &e, "Expected an int as second argument to ldexp.")) return ERROR;
  if (x == 0 || !double_is_finite(x)) return float_new(x);
  if (e < -5000) e = -5000;
  if (e > 5000) return range_error();
  double r = ldexp(x, (int)e);
  return double_is_finite(r) ? float_new(r) : range_error();
}

val py_math_isclose(val a, val b, val relative, val absolute) {
  double x, y, rel = 1e-9, abs = 0;
  if (!two(a, b, &x, &y)) return ERROR;
  if (relative != MISSING && !number_real(relative, &rel)) return ERROR;
  if (absolute != MISSING && !number_real(absolute, &abs)) return ERROR;
  if (rel < 0 || abs < 0) return py_raise(E_ValueError, "tolerances must be non-negative");
  if (x == y) return TRUE;
  if (!double_is_finite(x) || !double_is_finite(y)) return FALSE;
  double off = __builtin_fabs(y - x);
  return py_bool(off <= __builtin_fabs(rel * y) || off <= __builtin_fabs(rel * x) || off <= abs);
}
