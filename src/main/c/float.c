/* Floats: making, and arithmetic with CPython's exact results and errors. */
#include "limbs.h"

extern double fmod(double, double);
extern double floor(double);
extern val py_exc(u32 kind, val args);
extern val py_throw(val exception, val cause);

val float_new(double d) {
  flt *f = py_alloc(T_FLOAT, sizeof(flt));
  if (!f) return ERROR;
  f->value = d;
  return value_of(f);
}

double float_value(val v) { return AS(flt, v)->value; }

double number_to_double(val v, bool *ok) {
  *ok = true;
  return is(v, T_FLOAT) ? float_value(v) : int_to_double(v, ok);
}

bool number_real(val v, double *d) {
  bool ok = true;
  if (is(v, T_FLOAT)) {
    *d = float_value(v);
  } else if (int_like(v)) {
    *d = int_to_double(v, &ok);
  } else {
    py_raise(E_TypeError, "must be real number, not %t", v);
    ok = false;
  }
  return ok;
}

bool float_divmod(double a, double b, double *quotient, double *rest) {
  double mod = fmod(a, b);
  double div = (a - mod) / b;
  if (mod != 0) {
    if ((b < 0) != (mod < 0)) {
      mod += b;
      div -= 1;
    }
  } else {
    mod = __builtin_copysign(0.0, b);
  }
  double whole;
  if (div != 0) {
    whole = floor(div);
    if (div - whole > 0.5) whole += 1;
  } else {
    whole = __builtin_copysign(0.0, a / b);
  }
  *quotient = whole;
  *rest = mod;
  return true;
}

/* What errno means; its arguments are two, as those of the exceptions made from one. */
static val out_of_range(void) {
  val args = tuple_new(2);
  if (args == ERROR) return ERROR;
  AS(tuple, args)->at[0] = from_small(34);
  val text = str_new("Numerical result out of range");
  if (text == ERROR) return ERROR;
  AS(tuple, args)->at[1] = text;
  val e = py_exc(E_OverflowError, args);
  return e == ERROR ? e : py_throw(e, MISSING);
}

static bool odd(double d) { return fmod(d < 0 ? -d : d, 2) == 1; }

static val power(double a, double b) {
  if (b == 0) return float_new(1);
  if (double_is_nan(a)) return float_new(a);
  if (double_is_nan(b)) return float_new(a == 1 ? 1 : b);
  if (!double_is_finite(b)) {
    double size = a < 0 ? -a : a;
    return float_new(size == 1 ? 1 : (b > 0) == (size > 1) ? __builtin_inf() : 0);
  }
  if (!double_is_finite(a)) {
    bool turned = odd(b);
    if (b > 0) return float_new(turned || a > 0 ? a : -a);
    return float_new(turned ? __builtin_copysign(0.0, a) : 0.0);
  }
  if (a == 0) {
    if (b < 0)
      return py_raise(E_ZeroDivisionError, "0.0 cannot be raised to a negative power");
    return float_new(odd(b) ? a : 0.0);
  }
  bool turned = false;
  if (a < 0) {
    /* CPython gives a complex number */
    if (b != floor(b)) {
      if (!double_is_finite(math_pow(-a, b)))
        return py_raise(E_OverflowError, "complex exponentiation");
      return py_refuse("a negative number to the power of a fraction");
    }
    a = -a;
    turned = odd(b);
  }
  double r = a == 1 ? 1 : math_pow(a, b);
  if (!double_is_finite(r)) return out_of_range();
  return float_new(turned ? -r : r);
}

val float_binary(u32 op, double a, double b) {
  double quotient, rest;
  switch (op) {
  case '+': return float_new(a + b);
  case '-': return float_new(a - b);
  case '*': return float_new(a * b);
  case '/':
    if (b == 0) return py_raise(E_ZeroDivisionError, "float division by zero");
    return float_new(a / b);
  case 'f':
    if (b == 0) return py_raise(E_ZeroDivisionError, "float floor division by zero");
    float_divmod(a, b, &quotient, &rest);
    return float_new(quotient);
  case '%':
    if (b == 0) return py_raise(E_ZeroDivisionError, "float modulo");
    float_divmod(a, b, &quotient, &rest);
    return float_new(rest);
  case 'p': return power(a, b);
  default: return MISSING;
  }
}
