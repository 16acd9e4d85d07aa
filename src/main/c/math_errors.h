/* What the functions of math share. */
#ifndef SANDGLASS_MATH_ERRORS_H
#define SANDGLASS_MATH_ERRORS_H

#include "limbs.h"

static inline val domain_error(void) { return py_raise(E_ValueError, "math domain error"); }
static inline val range_error(void) { return py_raise(E_OverflowError, "math range error"); }

/* The functions as the libm of CPython on Linux rounds them; without errors. */
double math_exp(double x);
double math_log(double x);
double math_log2(double x);
double math_log10(double x);
double math_sin(double x);
double math_cos(double x);
double math_tan(double x);
double math_asin(double x);
double math_acos(double x);
double math_atan(double x);
double math_atan2(double y, double x);
double math_sinh(double x);
double math_cosh(double x);
double math_tanh(double x);
double math_asinh(double x);
double math_acosh(double x);
double math_atanh(double x);
double math_expm1(double x);
double math_log1p(double x);
double math_cbrt(double x);
double math_erf(double x);
double math_erfc(double x);

#endif
