/* The functions of math over many numbers: fsum, prod, hypot, dist. */
#include "math_errors.h"

extern double sqrt(double), frexp(double, int *), ldexp(double, int);
extern val py_mul(val a, val b);

val py_math_prod(val iterable, val start) {
  if (py_failed()) return ERROR;
  val r = start == MISSING ? from_small(1) : start;
  val over = py_iter(iterable);
  if (over == ERROR) return ERROR;
  for (;;) {
    val item = py_next(over);
    if (item == ERROR) return ERROR;
    if (item == END) return r;
    r = py_mul(r, item);
    if (r == ERROR) return ERROR;
  }
}

/* Shewchuk's partial sums, which do not overlap: more than 2100 doubles cannot. */
val py_math_fsum(val iterable) {
  double part[2100];
  u32 n = 0;
  double special = 0, infinities = 0;
  if (py_failed()) return ERROR;
  val over = py_iter(iterable);
  if (over == ERROR) return ERROR;
  for (;;) {
    val item = py_next(over);
    double x;
    if (item == ERROR) return ERROR;
    if (item == END) break;
    if (!number_real(item, &x)) return ERROR;
    double given = x;
    u32 kept = 0;
    for (u32 i = 0; i < n; i++) {
      double y = part[i];
      if (__builtin_fabs(x) < __builtin_fabs(y)) {
        double t = x;
        x = y;
        y = t;
      }
      double high = x + y;
      double low = y - (high - x);
      if (low != 0) part[kept++] = low;
      x = high;
    }
    n = kept;
    if (x == 0) continue;
    if (double_is_finite(x)) {
      part[n++] = x;
      continue;
    }
    if (double_is_finite(given))
      return py_raise(E_OverflowError, "intermediate overflow in fsum");
    if (!double_is_nan(given)) infinities += given;
    special += given;
    n = 0;
  }
  if (special != 0) {
    if (double_is_nan(infinities)) return py_raise(E_ValueError, "-inf + inf in fsum");
    return float_new(special);
  }
  double high = 0, low = 0;
  if (n > 0) {
    high = part[--n];
    while (n > 0) {
      double x = high, y = part[--n];
      high = x + y;
      low = y - (high - x);
      if (low != 0) break;
    }
    /* half to even, seen over all that is left */
    if (n > 0 && ((low < 0 && part[n - 1] < 0) || (low > 0 && part[n - 1] > 0))) {
      double y = low * 2, x = high + y;
      if (y == x - high) high = x;
    }
  }
  return float_new(high);
}

/* a * a without loss: what is returned plus *low (Veltkamp and Dekker). */
static double square(double a, double *low) {
  double t = a * 134217729.0;
  double high = t - (t - a);
  double rest = a - high;
  double p = a * a;
  *low = high * high - p + 2 * high * rest + rest * rest;
  return p;
}

/* The length of a vector as CPython computes it: scaled, summed in double length, corrected. */
static double norm(double *v, u32 n, double most, bool nan) {
  if (!double_is_finite(most) && !double_is_nan(most)) return most;
  if (nan) return __builtin_nan("");
  if (most == 0 || n <= 1) return most;
  int e;
  frexp(most, &e);
  if (e < -1023) {
    for (u32 i = 0; i < n; i++) v[i] /= 0x1p-1022;
    return 0x1p-1022 * norm(v, n, most / 0x1p-1022, nan);
  }
  double scale = ldexp(1, -e);
  double sum = 1, lost1 = 0, lost2 = 0, low;
  for (u32 i = 0; i < n; i++) {
    double p = square(v[i] * scale, &low);
    double s = sum + p;
    lost1 += low;
    lost2 += p - (s - sum);
    sum = s;
  }
  double h = sqrt(sum - 1 + (lost1 + lost2));
  double p = -square(h, &low);
  double s = sum + p;
  lost1 -= low;
  lost2 += p - (s - sum);
  double x = s - 1 + (lost1 + lost2);
  h += x / (2 * h);
  return h / scale;
}

static double *doubles(u32 n) { return (double *)limbs_new(2 * n + 2); }

static void add(double *v, u32 at, double x, double *most, bool *nan) {
  x = __builtin_fabs(x);
  v[at] = x;
  *nan |= double_is_nan(x);
  if (x > *most) *most = x;
}

val py_math_hypot(val args) {
  if (py_failed()) return ERROR;
  tuple *t = AS(tuple, args);
  double *v = doubles(t->length), most = 0;
  bool nan = false;
  if (!v) return ERROR;
  for (u32 i = 0; i < t->length; i++) {
    double x;
    if (!number_real(t->at[i], &x)) return ERROR;
    add(v, i, x, &most, &nan);
  }
  return float_new(norm(v, t->length, most, nan));
}

val py_math_dist(val p, val q) {
  if (py_failed()) return ERROR;
  val from = is(p, T_TUPLE) ? p : tuple_from(p);
  if (from == ERROR) return ERROR;
  val to = is(q, T_TUPLE) ? q : tuple_from(q);
  if (to == ERROR) return ERROR;
  tuple *a = AS(tuple, from), *b = AS(tuple, to);
  if (a->length != b->length)
    return py_raise(E_ValueError, "both points must have the same number of dimensions");
  double *v = doubles(a->length), most = 0;
  bool nan = false;
  if (!v) return ERROR;
  for (u32 i = 0; i < a->length; i++) {
    double x, y;
    if (!number_real(a->at[i], &x) || !number_real(b->at[i], &y)) return ERROR;
    add(v, i, x - y, &most, &nan);
  }
  return float_new(norm(v, a->length, most, nan));
}
