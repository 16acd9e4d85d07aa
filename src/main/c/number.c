/* Numbers of all kinds together. */
#include "limbs.h"

extern double frexp(double, int *);
extern double ldexp(double, int);

bool int_is(val v) { return is_int(v) || is(v, T_BIG); }

bool int_like(val v) { return int_is(v) || is_bool(v); }

val int_of(val v) { return is_bool(v) ? from_small(v == TRUE) : v; }

bool number_is(val v) { return is_int(v) || is_bool(v) || is(v, T_BIG) || is(v, T_FLOAT); }

bool int_index(val v, i64 *result, const char *otherwise) {
  if (is_int(v)) {
    *result = small(v);
  } else if (is_bool(v)) {
    *result = v == TRUE;
  } else if (is(v, T_BIG)) {
    big *b = AS(big, v);
    u64 n = b->size > 2 ? ~0ull : b->limb[0] | (u64)b->limb[1] << 32;
    if (b->sign < 0) *result = n > 1ull << 63 ? INT64_MIN : (i64)(0 - n);
    else *result = n > (u64)INT64_MAX ? INT64_MAX : (i64)n;
  } else {
    py_raise(E_TypeError, otherwise, v);
    return false;
  }
  return true;
}

i32 number_compare(val a, val b) {
  bool float_a = is(a, T_FLOAT), float_b = is(b, T_FLOAT);
  if (!float_a && !float_b) return int_compare(a, b);
  if (float_a && float_b) {
    double x = float_value(a), y = float_value(b);
    return x < y ? -1 : x > y ? 1 : x == y ? 0 : 2;
  }
  double d = float_value(float_a ? a : b);
  if (double_is_nan(d)) return 2;
  return float_a ? -int_compare_double(b, d) : int_compare_double(a, d);
}

#define PRIME ((1ull << 61) - 1)

/* CPython's: the value modulo 2^61 - 1, a fraction being a product with the inverse of 2^n. */
i64 number_hash_value(val v) {
  if (is(v, T_FLOAT)) {
    double d = float_value(v);
    if (double_is_nan(d)) return (i64)(v >> 4);
    if (!double_is_finite(d)) return d > 0 ? 314159 : -314159;
    int e;
    double m = frexp(d < 0 ? -d : d, &e);
    u64 x = 0;
    while (m != 0) {
      x = (x << 28 & PRIME) | x >> 33;
      m *= 268435456.0;
      e -= 28;
      u64 y = (u64)m;
      m -= (double)y;
      x += y;
      if (x >= PRIME) x -= PRIME;
    }
    u32 turn = (u32)(e >= 0 ? e % 61 : 60 - (-1 - e) % 61);
    x = (x << turn & PRIME) | x >> (61 - turn);
    i64 hash = d < 0 ? -(i64)x : (i64)x;
    return hash == -1 ? -2 : hash;
  }
  num n;
  num_load(&n, v);
  u64 x = 0;
  for (u32 i = n.size; i-- > 0;) {
    x = (x << 32 & PRIME) | x >> 29;
    x += n.limb[i];
    if (x >= PRIME) x -= PRIME;
  }
  i64 hash = n.sign < 0 ? -(i64)x : (i64)x;
  return hash == -1 ? -2 : hash;
}

u32 number_hash(val v) {
  u64 hash = (u64)(is_int(v) && small(v) >= 0 && small(v) < (i64)PRIME ? small(v)
                                                                       : number_hash_value(v));
  return (u32)hash ^ (u32)(hash >> 32);
}

static val int_binary(u32 op, val a, val b) {
  val r = ERROR;
  switch (op) {
  case '+': return int_add(a, b);
  case '-': return int_sub(a, b);
  case '*': return int_mul(a, b);
  case '/': return int_true_divide(a, b);
  case 'f':
    if (int_sign(b) == 0)
      return py_raise(E_ZeroDivisionError, "integer division or modulo by zero");
    return int_divmod(a, b, &r, 0) ? r : ERROR;
  case '%':
    if (int_sign(b) == 0) return py_raise(E_ZeroDivisionError, "integer modulo by zero");
    return int_divmod(a, b, 0, &r) ? r : ERROR;
  case 'p':
    if (int_sign(b) >= 0) return int_power(a, b);
    return MISSING;
  case 'l':
  case 'r': return int_shift(op, a, b);
  default: return int_bits(op, a, b);
  }
}

val number_binary(u32 op, val a, val b) {
  if (is(a, T_FLOAT) && is(b, T_FLOAT)) return float_binary(op, float_value(a), float_value(b));
  if (!is(a, T_FLOAT) && !is(b, T_FLOAT)) {
    val r = int_binary(op, a, b);
    if (r != MISSING) return r; /* else a power with a negative exponent: as floats */
  } else if (op == 'l' || op == 'r' || op == '&' || op == '|' || op == '^') {
    return MISSING;
  }
  bool ok;
  double x = number_to_double(a, &ok);
  if (!ok) return ERROR;
  double y = number_to_double(b, &ok);
  return ok ? float_binary(op, x, y) : ERROR;
}

val number_negate(val a) {
  return is(a, T_FLOAT) ? float_new(-float_value(a)) : int_negate(a);
}
