/* The functions of math on ints. */
#include "math_errors.h"

static const char *const NOT_INTEGER = "'%t' object cannot be interpreted as an integer";

static bool integer(val *v) {
  if (!int_like(*v)) {
    py_raise(E_TypeError, NOT_INTEGER, *v);
    return false;
  }
  *v = int_of(*v);
  return true;
}

val py_math_gcd(val args) {
  if (py_failed()) return ERROR;
  tuple *t = AS(tuple, args);
  val r = from_small(0);
  for (u32 i = 0; i < t->length; i++) {
    val v = t->at[i];
    if (!integer(&v)) return ERROR;
    r = int_gcd(r, v);
    if (r == ERROR) return ERROR;
  }
  return r;
}

val py_math_lcm(val args) {
  if (py_failed()) return ERROR;
  tuple *t = AS(tuple, args);
  val r = from_small(1);
  for (u32 i = 0; i < t->length; i++) {
    val v = t->at[i], q;
    if (!integer(&v)) return ERROR;
    if (r == from_small(0)) continue;
    if (v == from_small(0)) {
      r = v;
      continue;
    }
    val common = int_gcd(r, v);
    if (common == ERROR || !int_divmod(r, common, &q, 0)) return ERROR;
    r = int_mul(q, v);
    if (r != ERROR && int_sign(r) < 0) r = int_negate(r);
    if (r == ERROR) return ERROR;
  }
  return r;
}

/* Newton's way from above; begins at a power of two that is not less than the root. */
val py_math_isqrt(val n) {
  if (py_failed() || !integer(&n)) return ERROR;
  i32 sign = int_sign(n);
  if (sign < 0) return py_raise(E_ValueError, "isqrt() argument must be nonnegative");
  if (sign == 0) return n;
  val r;
  u32 bits = int_bit_length(n);
  if (bits <= 52) {
    bool ok;
    return from_small((i64)__builtin_sqrt(number_to_double(n, &ok)));
  }
  if (bits > 120) {
    /* the root of the upper half of the bits is nearly exact already */
    u32 drop = bits / 4;
    val high = int_shift_right(n, 2 * drop);
    if (high == ERROR) return ERROR;
    r = py_math_isqrt(high);
    if (r != ERROR) r = int_add(r, from_small(1));
    if (r != ERROR) r = int_shift_left(r, drop);
  } else {
    r = int_shift_left(from_small(1), (bits + 1) / 2);
  }
  while (r != ERROR) {
    val q;
    if (!int_divmod(n, r, &q, 0)) return ERROR;
    if (q == ERROR || int_compare(q, r) >= 0) return q == ERROR ? q : r;
    q = int_add(q, r);
    if (q == ERROR) return ERROR;
    r = int_shift_right(q, 1);
  }
  return ERROR;
}

/* The product of from, from + 1, … below to; in halves, so that factors are of like length. */
static val product(i64 from, i64 to) {
  if (to - from <= 0) return from_small(1);
  if (to - from < 12) {
    val r = int_from_i64(from);
    for (i64 i = from + 1; i < to && r != ERROR; i++) r = int_mul(r, int_from_i64(i));
    return r;
  }
  i64 middle = from + (to - from) / 2;
  val a = product(from, middle);
  if (a == ERROR) return ERROR;
  val b = product(middle, to);
  return b == ERROR ? b : int_mul(a, b);
}

val py_math_factorial(val v) {
  if (py_failed() || !integer(&v)) return ERROR;
  if (int_sign(v) < 0)
    return py_raise(E_ValueError, "factorial() not defined for negative values");
  i64 n;
  if (!int_index(v, &n, "")) return ERROR;
  if (n == INT64_MAX && int_compare(v, int_from_i64(n)) > 0)
    return py_raise(E_OverflowError, "factorial() argument should not exceed 9223372036854775807");
  /* more would not fit any memory */
  if (n > 100000000) return py_raise(E_MemoryError, "");
  return product(2, n + 1);
}

/* n (n - 1) … k factors, of any n; with divided also divided by k!. */
static val falling(val n, i64 k, bool divided) {
  i64 small_n;
  if (is_int(n) && (small_n = small(n)) < 1ll << 61 && k > 24) {
    val a = product(small_n - k + 1, small_n + 1);
    if (a == ERROR || !divided) return a;
    val b = product(2, k + 1), q;
    return b == ERROR || !int_divmod(a, b, &q, 0) ? ERROR : q;
  }
  val r = from_small(1);
  for (i64 i = 0; i < k; i++) {
    val factor = int_sub(n, int_from_i64(i));
    if (factor == ERROR) return ERROR;
    r = int_mul(r, factor);
    /* the product of i + 1 neighbours is a multiple of (i + 1)! */
    if (r != ERROR && divided && !int_divmod(r, from_small(i + 1), &r, 0)) return ERROR;
    if (r == ERROR) return ERROR;
  }
  return r;
}

static bool natural(val n, val k) {
  if (int_sign(n) < 0) {
    py_raise(E_ValueError, "n must be a non-negative integer");
    return false;
  }
  if (int_sign(k) < 0) {
    py_raise(E_ValueError, "k must be a non-negative integer");
    return false;
  }
  return true;
}

val py_math_perm(val n, val k) {
  if (py_failed()) return ERROR;
  if (k == MISSING || k == NONE) return py_math_factorial(n);
  if (!integer(&n) || !integer(&k) || !natural(n, k)) return ERROR;
  if (int_compare(n, k) < 0) return from_small(0);
  i64 count;
  if (!int_index(k, &count, "")) return ERROR;
  if (is(k, T_BIG) && int_compare(k, int_from_i64(INT64_MAX)) > 0)
    return py_raise(E_OverflowError, "k must not exceed 9223372036854775807");
  if (count > 100000000) return py_raise(E_MemoryError, "");
  return falling(n, count, false);
}

val py_math_comb(val n, val k) {
  if (py_failed() || !integer(&n) || !integer(&k) || !natural(n, k)) return ERROR;
  val other = int_sub(n, k);
  if (other == ERROR) return ERROR;
  if (int_sign(other) < 0) return from_small(0);
  if (int_compare(other, k) < 0) k = other;
  i64 count;
  if (!int_index(k, &count, "")) return ERROR;
  if (is(k, T_BIG) && int_compare(k, int_from_i64(INT64_MAX)) > 0)
    return py_raise(E_OverflowError, "min(n - k, k) must not exceed 9223372036854775807");
  if (count > 100000000) return py_raise(E_MemoryError, "");
  return falling(n, count, true);
}
