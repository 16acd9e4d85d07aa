/* gamma and lgamma by Lanczos' approximation, with the parameters and steps of CPython. */
#include "math_errors.h"

extern double floor(double), fmod(double, double), round(double);

#define PI 3.141592653589793238462643383279502884197
#define LOG_PI 1.144729885849400174143427351353058711647
#define G 6.024680040776729583740234375
#define G_MINUS_HALF 5.524680040776729583740234375

static double lanczos_sum(double x) {
  static const double above[13] = {
      23531376880.410759688572007674451636754734846804940,
      42919803642.649098768957899047001988850926355848959,
      35711959237.355668049440185451547166705960488635843,
      17921034426.037209699919755754458931112671403265390,
      6039542586.3520280050642916443072979210699388420708,
      1439720407.3117216736632230727949123939715485786372,
      248874557.86205415651146038641322942321632125127801,
      31426415.585400194380614231628318205362874684987640,
      2876370.6289353724412254090516208496135991145378768,
      186056.26539522349504029498971604569928220784236328,
      8071.6720023658162106380029022722506138218516325024,
      210.82427775157934587250973392071336271166969580291,
      2.5066282746310002701649081771338373386264310793408};
  static const double below[13] = {0,        39916800, 120543840, 150917976, 105258076,
                                   45995730, 13339535, 2637558,   357423,    32670,
                                   1925,     66,       1};
  double a = 0, b = 0;
  if (x < 5) {
    for (int i = 13; i-- > 0;) {
      a = a * x + above[i];
      b = b * x + below[i];
    }
  } else {
    for (int i = 0; i < 13; i++) {
      a = a / x + above[i];
      b = b / x + below[i];
    }
  }
  return a / b;
}

static double sin_pi(double x) {
  double y = fmod(__builtin_fabs(x), 2);
  double r;
  switch ((int)round(2 * y)) {
  case 0: r = math_sin(PI * y); break;
  case 1: r = math_cos(PI * (y - 0.5)); break;
  case 2: r = math_sin(PI * (1 - y)); break;
  case 3: r = -math_cos(PI * (y - 1.5)); break;
  default: r = math_sin(PI * (y - 2)); break;
  }
  return __builtin_copysign(1.0, x) * r;
}

val py_math_gamma(val v) {
  double x;
  if (py_failed() || !number_real(v, &x)) return ERROR;
  if (!double_is_finite(x)) return double_is_nan(x) || x > 0 ? float_new(x) : domain_error();
  if (x == 0) return domain_error();
  if (x == floor(x)) {
    if (x < 0) return domain_error();
    if (x <= 23) {
      double r = 1;
      for (double i = 2; i < x; i++) r *= i;
      return float_new(r);
    }
  }
  double size = __builtin_fabs(x);
  if (size < 1e-20) {
    double r = 1 / x;
    return double_is_finite(r) ? float_new(r) : range_error();
  }
  if (size > 200) return x < 0 ? float_new(0 / sin_pi(x)) : range_error();
  double y = size + G_MINUS_HALF;
  double z; /* what the sum y lost */
  if (size > G_MINUS_HALF) z = y - size - G_MINUS_HALF;
  else z = y - G_MINUS_HALF - size;
  z = z * G / y;
  double r;
  if (x < 0) {
    r = -PI / sin_pi(size) / size * math_exp(y) / lanczos_sum(size);
    r -= z * r;
    if (size < 140) {
      r /= math_pow(y, size - 0.5);
    } else {
      double root = math_pow(y, size / 2 - 0.25);
      r /= root;
      r /= root;
    }
  } else {
    r = lanczos_sum(size) / math_exp(y);
    r += z * r;
    if (size < 140) {
      r *= math_pow(y, size - 0.5);
    } else {
      double root = math_pow(y, size / 2 - 0.25);
      r *= root;
      r *= root;
    }
  }
  return double_is_finite(r) ? float_new(r) : range_error();
}

val py_math_lgamma(val v) {
  double x;
  if (py_failed() || !number_real(v, &x)) return ERROR;
  if (!double_is_finite(x)) return float_new(double_is_nan(x) ? x : __builtin_inf());
  if (x == floor(x) && x <= 2) return x <= 0 ? domain_error() : float_new(0);
  double size = __builtin_fabs(x);
  if (size < 1e-20) return float_new(-math_log(size));
  double r = math_log(lanczos_sum(size)) - G;
  r += (size - 0.5) * (math_log(size + G - 0.5) - 1);
  if (x < 0) r = LOG_PI - math_log(__builtin_fabs(sin_pi(size))) - math_log(size) - r;
  return double_is_finite(r) ? float_new(r) : range_error();
}
