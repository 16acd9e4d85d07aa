/* The built-in functions, operators of one operand, and methods of numbers. */
#include "limbs.h"

extern double floor(double);

static const char *const NOT_INTEGER = "'%t' object cannot be interpreted as an integer";

val py_neg(val a) {
  if (is_int(a) && small(a) != -(1ll << 62)) return from_small(-small(a));
  if (py_failed()) return ERROR;
  if (number_is(a)) return number_negate(a);
  return py_raise(E_TypeError, "bad operand type for unary -: '%t'", a);
}

val py_pos(val a) {
  if (py_failed()) return ERROR;
  if (number_is(a)) return int_of(a);
  return py_raise(E_TypeError, "bad operand type for unary +: '%t'", a);
}

val py_invert(val a) {
  if (is_int(a)) return from_small(~small(a));
  if (py_failed()) return ERROR;
  if (is_bool(a)) return py_refuse("~ of a bool, of which CPython warns,");
  if (!int_like(a)) return py_raise(E_TypeError, "bad operand type for unary ~: '%t'", a);
  val negative = int_negate(a);
  return negative == ERROR ? negative : int_sub(negative, from_small(1));
}

val py_abs(val v) {
  if (py_failed()) return ERROR;
  if (is(v, T_FLOAT)) return float_new(__builtin_fabs(float_value(v)));
  if (!int_like(v)) return py_raise(E_TypeError, "bad operand type for abs(): '%t'", v);
  return int_sign(v) < 0 ? int_negate(v) : int_of(v);
}

static val pair(val a, val b) {
  if (a == ERROR || b == ERROR) return ERROR;
  val t = tuple_new(2);
  if (t == ERROR) return ERROR;
  AS(tuple, t)->at[0] = a;
  AS(tuple, t)->at[1] = b;
  return t;
}

val py_divmod(val a, val b) {
  if (py_failed()) return ERROR;
  if (!number_is(a) || !number_is(b))
    return py_raise(E_TypeError, "unsupported operand type(s) for divmod(): '%t' and '%t'", a, b);
  if (!is(a, T_FLOAT) && !is(b, T_FLOAT)) {
    if (int_sign(b) == 0)
      return py_raise(E_ZeroDivisionError, "integer division or modulo by zero");
    val q, r;
    return int_divmod(a, b, &q, &r) ? pair(q, r) : ERROR;
  }
  bool ok;
  double x = number_to_double(a, &ok);
  if (!ok) return ERROR;
  double y = number_to_double(b, &ok);
  if (!ok) return ERROR;
  if (y == 0) return py_raise(E_ZeroDivisionError, "float divmod()");
  double q, r;
  float_divmod(x, y, &q, &r);
  return pair(float_new(q), float_new(r));
}

val py_pow3(val a, val b, val mod) {
  if (py_failed()) return ERROR;
  if (mod == MISSING || mod == NONE) {
    if (number_is(a) && number_is(b)) return number_binary('p', a, b);
    return py_raise(E_TypeError, "unsupported operand type(s) for ** or pow(): '%t' and '%t'", a,
                    b);
  }
  if (int_like(a) && int_like(b) && int_like(mod)) return int_power_mod(a, b, mod);
  if (is(a, T_FLOAT) || is(b, T_FLOAT) || is(mod, T_FLOAT))
    return py_raise(E_TypeError,
                    "pow() 3rd argument not allowed unless all arguments are integers");
  return py_raise(E_TypeError,
                  "unsupported operand type(s) for ** or pow(): '%t', '%t', '%t'", a, b, mod);
}

val py_int(val v, val base) {
  if (py_failed()) return ERROR;
  if (v == MISSING) {
    if (base != MISSING) return py_raise(E_TypeError, "int() missing string argument");
    return from_small(0);
  }
  if (base != MISSING) {
    i64 radix;
    if (!int_index(base, &radix, NOT_INTEGER)) return ERROR;
    if (radix != 0 && (radix < 2 || radix > 36))
      return py_raise(E_ValueError, "int() base must be >= 2 and <= 36, or 0");
    if (!is(v, T_STR))
      return py_raise(E_TypeError, "int() can't convert non-string with explicit base");
    return int_parse(v, (i32)radix);
  }
  if (int_like(v)) return int_of(v);
  if (is(v, T_FLOAT)) return float_to_int(float_value(v));
  if (is(v, T_STR)) return int_parse(v, 10);
  return py_raise(
      E_TypeError,
      "int() argument must be a string, a bytes-like object or a real number, not '%t'", v);
}

val py_float(val v) {
  if (py_failed()) return ERROR;
  if (v == MISSING) return float_new(0);
  if (is(v, T_FLOAT)) return v;
  if (is(v, T_STR)) return float_parse(v);
  if (!int_like(v))
    return py_raise(E_TypeError, "float() argument must be a string or a real number, not '%t'",
                    v);
  bool ok;
  double d = number_to_double(v, &ok);
  return ok ? float_new(d) : ERROR;
}

static val based(val v, u32 base, char letter) {
  if (py_failed()) return ERROR;
  if (!int_like(v)) return py_raise(E_TypeError, NOT_INTEGER, v);
  u32 length;
  raw *digits = int_digits(v, base, &length);
  if (!digits) return ERROR;
  val s = str_make(length + 2, 1);
  if (s == ERROR) return ERROR;
  u8 *to = AS(str, s)->data;
  u8 *from = digits->data;
  if (*from == '-') {
    *to++ = *from++;
    length--;
  }
  *to++ = '0';
  *to++ = (u8)letter;
  copy_bytes(to, from, length);
  return s;
}

val py_bin(val v) { return based(v, 2, 'b'); }
val py_oct(val v) { return based(v, 8, 'o'); }
val py_hex(val v) { return based(v, 16, 'x'); }

static val no_method(val v, const char *name) {
  return py_raise(E_AttributeError, "'%t' object has no attribute '%s'", v, name);
}

val py_m_bit_length(val v) {
  if (py_failed()) return ERROR;
  return int_like(v) ? from_small(int_bit_length(v)) : no_method(v, "bit_length");
}

val py_m_bit_count(val v) {
  if (py_failed()) return ERROR;
  if (!int_like(v)) return no_method(v, "bit_count");
  num n;
  num_load(&n, v);
  i64 count = 0;
  for (u32 i = 0; i < n.size; i++) count += __builtin_popcount(n.limb[i]);
  return from_small(count);
}

val py_m_is_integer(val v) {
  if (py_failed()) return ERROR;
  if (int_like(v)) return TRUE;
  if (!is(v, T_FLOAT)) return no_method(v, "is_integer");
  double d = float_value(v);
  return py_bool(double_is_finite(d) && floor(d) == d);
}
