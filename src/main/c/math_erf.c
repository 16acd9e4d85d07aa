/*
 * The error function: the approximations of Sun's fdlibm, their polynomials summed in the order of
 * the libm that CPython's builds on Linux have, since that shows in the last digit.
 */
#include "math_errors.h"

static const double middle = 8.45062911510467529297e-01; /* about erf(1) */

/* (erf(x) - x) / x for |x| < 0.84375 */
static double near_zero(double x) {
  double z = x * x, z2 = z * z, z4 = z2 * z2;
  double r1 = 1.28379167095512558561e-01 + z * -3.25042107247001499370e-01;
  double r2 = -2.84817495755985104766e-02 + z * -5.77027029648944159157e-03;
  double s1 = 1 + z * 3.97917223959155352819e-01;
  double s2 = 6.50222499887672944485e-02 + z * 5.08130628187576562776e-03;
  double s3 = 1.32494738004321644526e-04 + z * -3.96022827877536812320e-06;
  double r = r1 + z2 * r2 + z4 * -2.37630166566501626084e-05;
  return r / (s1 + z2 * s2 + z4 * s3);
}

/* erf(1 + s) - middle */
static double near_one(double s) {
  double s2 = s * s, s4 = s2 * s2, s6 = s4 * s2;
  double p1 = -2.36211856075265944077e-03 + s * 4.14856118683748331666e-01;
  double q1 = 1 + s * 1.06420880400844228286e-01;
  double p2 = -3.72207876035701323847e-01 + s * 3.18346619901161753674e-01;
  double q2 = 5.40397917702171048937e-01 + s * 7.18286544141962662868e-02;
  double p3 = -1.10894694282396677476e-01 + s * 3.54783043256182359371e-02;
  double q3 = 1.26171219808761642112e-01 + s * 1.36370839120290507362e-02;
  double p = p1 + s2 * p2 + s4 * p3 + s6 * -2.16637559486879084300e-03;
  double q = q1 + s2 * q2 + s4 * q3 + s6 * 1.19844998467991074170e-02;
  return p / q;
}

/* erfc(x) for 1.25 <= x < 28 */
static double beyond(double x) {
  double s = 1 / (x * x);
  double s2 = s * s, s4 = s2 * s2, s6 = s4 * s2;
  double ratio;
  if (double_bits(x) >> 32 < 0x4006DB6D) { /* 1 / 0.35 */
    double s8 = s4 * s4;
    double r1 = -9.86494403484714822705e-03 + s * -6.93858572707181764372e-01;
    double t1 = 1 + s * 1.96512716674392571292e+01;
    double r2 = -1.05586262253232909814e+01 + s * -6.23753324503260060396e+01;
    double t2 = 1.37657754143519042600e+02 + s * 4.34565877475229228821e+02;
    double r3 = -1.62396669462573470355e+02 + s * -1.84605092906711035994e+02;
    double t3 = 6.45387271733267880336e+02 + s * 4.29008140027567833386e+02;
    double r4 = -8.12874355063065934246e+01 + s * -9.81432934416914548592e+00;
    double t4 = 1.08635005541779435134e+02 + s * 6.57024977031928170135e+00;
    double r = r1 + s2 * r2 + s4 * r3 + s6 * r4;
    ratio = r / (t1 + s2 * t2 + s4 * t3 + s6 * t4 + s8 * -6.04244152148580987438e-02);
  } else {
    double r1 = -9.86494292470009928597e-03 + s * -7.99283237680523006574e-01;
    double t1 = 1 + s * 3.03380607434824582924e+01;
    double r2 = -1.77579549177547519889e+01 + s * -1.60636384855821916062e+02;
    double t2 = 3.25792512996573918826e+02 + s * 1.53672958608443695994e+03;
    double r3 = -6.37566443368389627722e+02 + s * -1.02509513161107724954e+03;
    double t3 = 3.19985821950859553908e+03 + s * 2.55305040643316442583e+03;
    double t4 = 4.74528541206955367215e+02 + s * -2.24409524465858183362e+01;
    double r = r1 + s2 * r2 + s4 * r3 + s6 * -4.83519191608651397019e+02;
    ratio = r / (t1 + s2 * t2 + s4 * t3 + s6 * t4);
  }
  double z = bits_double(double_bits(x) & 0xffffffff00000000ull);
  return math_exp(-z * z - 0.5625) * math_exp((z - x) * (z + x) + ratio) / x;
}

double math_erf(double x) {
  double size = __builtin_fabs(x);
  if (double_is_nan(x)) return x;
  if (size < 0.84375) {
    if (size < 0x1p-1000) return 0.0625 * (16 * x + 16 * 1.28379167095512586316e-01 * x);
    if (size < 0x1p-28) return x + 1.28379167095512586316e-01 * x;
    return x + x * near_zero(x);
  }
  double r = 1;
  if (size < 1.25) r = middle + near_one(size - 1);
  else if (size < 6) r = 1 - beyond(size);
  return x < 0 ? -r : r;
}

double math_erfc(double x) {
  double size = __builtin_fabs(x);
  if (double_is_nan(x)) return x;
  if (size < 0x1p-56) return 1 - x;
  if (size < 0.84375) {
    double y = near_zero(x);
    if (x < 0.25) return 1 - (x + x * y);
    return 0.5 - (x * y + (x - 0.5));
  }
  if (size < 1.25) {
    double r = near_one(size - 1);
    return x > 0 ? 1 - middle - r : 1 + (middle + r);
  }
  if (x < -6) return 2;
  if (size >= 28) return 0;
  return x > 0 ? beyond(size) : 2 - beyond(size);
}
