/* What the written code calls for variables that are floats for certain, which it keeps as doubles. */
#include "objects.h"

val py_add(val a, val b);
val py_sub(val a, val b);
val py_mul(val a, val b);
val py_div(val a, val b);
val py_iadd(val a, val b);
val py_isub(val a, val b);
val py_imul(val a, val b);
val py_idiv(val a, val b);

val py_boxed(double d) { return float_new(d); }

/* The same for a variable: its NaN is the same object each time. */
val py_boxed_variable(double d) {
  static flt nan = {.head = {.type = T_FLOAT}};
  if (d == d) return float_new(d);
  nan.value = d;
  return value_of(&nan);
}

/* The double of a float; of an error anything. */
double py_real(val v) { return is(v, T_FLOAT) ? AS(flt, v)->value : 0; }

/* A float and any value, in both orders: what is neither int nor float is the general operation's. */
#define MIXED(name)                                                                                \
  static __attribute__((noinline)) double name##_left(double a, val b) {                           \
    return py_real(py_##name(float_new(a), b));                                                    \
  }                                                                                                \
  static __attribute__((noinline)) double name##_right(val a, double b) {                          \
    return py_real(py_##name(a, float_new(b)));                                                    \
  }
MIXED(add)
MIXED(sub)
MIXED(mul)
MIXED(div)

double py_add_real(double a, val b) {
  if (is_int(b)) return a + (double)small(b);
  return is(b, T_FLOAT) ? a + AS(flt, b)->value : add_left(a, b);
}
double py_iadd_real(double a, val b) {
  if (is_int(b)) return a + (double)small(b);
  return is(b, T_FLOAT) ? a + AS(flt, b)->value : py_real(py_iadd(float_new(a), b));
}
double py_add_to_real(val a, double b) {
  if (is_int(a)) return (double)small(a) + b;
  return is(a, T_FLOAT) ? AS(flt, a)->value + b : add_right(a, b);
}
double py_sub_real(double a, val b) {
  if (is_int(b)) return a - (double)small(b);
  return is(b, T_FLOAT) ? a - AS(flt, b)->value : sub_left(a, b);
}
double py_isub_real(double a, val b) {
  if (is_int(b)) return a - (double)small(b);
  return is(b, T_FLOAT) ? a - AS(flt, b)->value : py_real(py_isub(float_new(a), b));
}
double py_sub_to_real(val a, double b) {
  if (is_int(a)) return (double)small(a) - b;
  return is(a, T_FLOAT) ? AS(flt, a)->value - b : sub_right(a, b);
}
double py_mul_real(double a, val b) {
  if (is_int(b)) return a * (double)small(b);
  return is(b, T_FLOAT) ? a * AS(flt, b)->value : mul_left(a, b);
}
double py_imul_real(double a, val b) {
  if (is_int(b)) return a * (double)small(b);
  return is(b, T_FLOAT) ? a * AS(flt, b)->value : py_real(py_imul(float_new(a), b));
}
double py_mul_to_real(val a, double b) {
  if (is_int(a)) return (double)small(a) * b;
  return is(a, T_FLOAT) ? AS(flt, a)->value * b : mul_right(a, b);
}
double py_div_real(double a, val b) {
  if (is_int(b) && b) return a / (double)small(b);
  return is(b, T_FLOAT) && AS(flt, b)->value != 0 ? a / AS(flt, b)->value : div_left(a, b);
}
double py_idiv_real(double a, val b) {
  if (is_int(b) && b) return a / (double)small(b);
  if (is(b, T_FLOAT) && AS(flt, b)->value != 0) return a / AS(flt, b)->value;
  return py_real(py_idiv(float_new(a), b));
}
double py_div_to_real(val a, double b) {
  if (b != 0) {
    if (is_int(a)) return (double)small(a) / b;
    if (is(a, T_FLOAT)) return AS(flt, a)->value / b;
  }
  return div_right(a, b);
}

static __attribute__((noinline)) double no_quotient(void) {
  if (!py_failed()) py_raise(E_ZeroDivisionError, "float division by zero");
  return 0;
}

double py_div_reals(double a, double b) { return b != 0 ? a / b : no_quotient(); }

#define EXACT (1ll << 53)
/* Any two values; ints that doubles hold exactly have a quotient that is rounded rightly. */
double py_div_values(val a, val b) {
  if (((a | b) & 1) == 0 && b) {
    i64 x = small(a), y = small(b);
    if (x <= EXACT && x >= -EXACT && y <= EXACT && y >= -EXACT) return (double)x / (double)y;
  }
  return py_real(py_div(a, b));
}

static __attribute__((noinline)) double no_root(void) {
  if (!py_failed()) py_raise(E_ValueError, "math domain error");
  return 0;
}

double py_sqrt_real(double x) { return x < 0 ? no_root() : __builtin_sqrt(x); }
