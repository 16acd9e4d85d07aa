/* The functions of math that take one number, and log. */
#include "math_errors.h"

extern double exp2(double), floor(double), ceil(double), trunc(double), sqrt(double);
extern double frexp(double, int *), modf(double, double *), nextafter(double, double);

/* As CPython: a NaN out of a number is an error, so is an infinity out of a finite number. */
static val checked(double x, double r, bool can_overflow) {
  if (double_is_nan(r) && !double_is_nan(x)) return domain_error();
  if (!double_is_finite(r) && !double_is_nan(r) && double_is_finite(x))
    return can_overflow ? range_error() : domain_error();
  return float_new(r);
}

#define ONE(name, function, can_overflow)         \
  {                                               \
    double x;                                     \
    if (py_failed()) return ERROR;                \
    if (!number_real(name, &x)) return ERROR;     \
    return checked(x, function(x), can_overflow); \
  }

val py_math_sqrt(val v) ONE(v, sqrt, false)
val py_math_fabs(val v) ONE(v, __builtin_fabs, false)
val py_math_exp(val v) ONE(v, math_exp, true)
val py_math_exp2(val v) ONE(v, exp2, true)
val py_math_expm1(val v) ONE(v, math_expm1, true)
val py_math_log1p(val v) ONE(v, math_log1p, false)
val py_math_sin(val v) ONE(v, math_sin, false)
val py_math_cos(val v) ONE(v, math_cos, false)
val py_math_tan(val v) ONE(v, math_tan, false)
val py_math_asin(val v) ONE(v, math_asin, false)
val py_math_acos(val v) ONE(v, math_acos, false)
val py_math_atan(val v) ONE(v, math_atan, false)
val py_math_sinh(val v) ONE(v, math_sinh, true)
val py_math_cosh(val v) ONE(v, math_cosh, true)
val py_math_tanh(val v) ONE(v, math_tanh, false)
val py_math_asinh(val v) ONE(v, math_asinh, false)
val py_math_acosh(val v) ONE(v, math_acosh, false)
val py_math_atanh(val v) ONE(v, math_atanh, false)
val py_math_cbrt(val v) ONE(v, math_cbrt, false)
val py_math_erf(val v) ONE(v, math_erf, false)
val py_math_erfc(val v) ONE(v, math_erfc, false)

static double to_degrees(double x) { return x * (180.0 / 3.141592653589793238462643); }
static double to_radians(double x) { return x * (3.141592653589793238462643 / 180.0); }

val py_math_degrees(val v) {
  double x;
  if (py_failed() || !number_real(v, &x)) return ERROR;
  return float_new(to_degrees(x));
}

val py_math_radians(val v) {
  double x;
  if (py_failed() || !number_real(v, &x)) return ERROR;
  return float_new(to_radians(x));
}

/* The logarithm of any number; of ints too large for a float as well. */
static val logarithm(val v, double (*function)(double)) {
  double x;
  if (int_like(v)) {
    if (int_sign(v) <= 0) return domain_error();
    num n;
    num_load(&n, v);
    if (n.size > 31) {
      i32 exponent;
      u64 top = limbs_top(n.limb, n.size, &exponent);
      double m = double_assemble(top, -64);
      i32 e = exponent + 64;
      if (m < 0.5 || m >= 1) {
        int more;
        m = frexp(m, &more);
        e += more;
      }
      bool ok = true;
      if (n.size > 32 || !double_is_finite(double_assemble(top, exponent))) ok = false;
      if (!ok) return float_new(function(m) + function(2) * e);
    }
  }
  if (!number_real(v, &x)) return ERROR;
  if (double_is_nan(x)) return float_new(x);
  if (x <= 0) return domain_error();
  return float_new(double_is_finite(x) ? function(x) : x);
}

val py_math_log(val v, val base) {
  if (py_failed()) return ERROR;
  val n = logarithm(v, math_log);
  if (n == ERROR || base == MISSING) return n;
  val d = logarithm(base, math_log);
  return d == ERROR ? d : float_binary('/', float_value(n), float_value(d));
}

val py_math_log2(val v) { return py_failed() ? ERROR : logarithm(v, math_log2); }
val py_math_log10(val v) { return py_failed() ? ERROR : logarithm(v, math_log10); }

static val whole(val v, double (*function)(double)) {
  double x;
  if (py_failed()) return ERROR;
  if (int_like(v)) return int_of(v);
  return number_real(v, &x) ? float_to_int(function(x)) : ERROR;
}

val py_math_floor(val v) { return whole(v, floor); }
val py_math_ceil(val v) { return whole(v, ceil); }

val py_math_trunc(val v) {
  if (py_failed()) return ERROR;
  if (!number_is(v)) return py_raise(E_TypeError, "type %t doesn't define __trunc__ method", v);
  return whole(v, trunc);
}

static val pair(val a, val b) {
  if (a == ERROR || b == ERROR) return ERROR;
  val t = tuple_new(2);
  if (t == ERROR) return ERROR;
  AS(tuple, t)->at[0] = a;
  AS(tuple, t)->at[1] = b;
  return t;
}

val py_math_modf(val v) {
  double x;
  if (py_failed() || !number_real(v, &x)) return ERROR;
  if (double_is_nan(x)) return pair(float_new(x), float_new(x));
  if (!double_is_finite(x)) return pair(float_new(__builtin_copysign(0.0, x)), float_new(x));
  double integer;
  double fraction = modf(x, &integer);
  return pair(float_new(fraction), float_new(integer));
}

val py_math_frexp(val v) {
  double x;
  if (py_failed() || !number_real(v, &x)) return ERROR;
  int e = 0;
  if (double_is_finite(x) && x != 0) x = frexp(x, &e);
  return pair(float_new(x), from_small(e));
}

val py_math_isnan(val v) {
  double x;
  if (py_failed() || !number_real(v, &x)) return ERROR;
  return py_bool(double_is_nan(x));
}

val py_math_isinf(val v) {
  double x;
  if (py_failed() || !number_real(v, &x)) return ERROR;
  return py_bool(!double_is_nan(x) && !double_is_finite(x));
}

val py_math_isfinite(val v) {
  double x;
  if (py_failed() || !number_real(v, &x)) return ERROR;
  return py_bool(double_is_finite(x));
}

val py_math_ulp(val v) {
  double x;
  if (py_failed() || !number_real(v, &x)) return ERROR;
  if (x < 0) x = -x;
  if (!double_is_finite(x)) return float_new(x);
  double above = nextafter(x, __builtin_inf());
  if (!double_is_finite(above)) return float_new(x - nextafter(x, 0));
  return float_new(above - x);
}
