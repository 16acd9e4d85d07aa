/* Ints of any size: the four operations. Two small ones are done in machine arithmetic first. */
#include "limbs.h"

val int_from_u64(u64 n) {
  if (n < 1ull << 62) return from_small((i64)n);
  big *b = big_new(2);
  if (!b) return ERROR;
  b->limb[0] = (u32)n;
  b->limb[1] = (u32)(n >> 32);
  return value_of(b);
}

val int_from_i64(i64 n) {
  if (fits_small(n)) return from_small(n);
  if (n >= 0) return int_from_u64((u64)n);
  val v = int_from_u64(0 - (u64)n);
  return v == ERROR ? v : is_int(v) ? from_small(n) : big_signed(AS(big, v), -1);
}

static bool both_small(val a, val b, i64 *x, i64 *y) {
  if (is_object(a) || is_object(b)) return false;
  *x = is_int(a) ? small(a) : a == TRUE;
  *y = is_int(b) ? small(b) : b == TRUE;
  return true;
}

/* a + sign * b */
static val add_signed(val a, val b, i32 sign) {
  num x, y;
  num_load(&x, a);
  num_load(&y, b);
  y.sign *= sign;
  u32 most = (x.size > y.size ? x.size : y.size) + 1;
  big *r = big_new(most);
  if (!r) return ERROR;
  const num *more = &x, *less = &y;
  if (limbs_compare(x.limb, x.size, y.limb, y.size) < 0) more = &y, less = &x;
  if (x.sign * y.sign >= 0)
    r->limb[more->size] = limbs_add(r->limb, more->limb, more->size, less->limb, less->size);
  else
    limbs_sub(r->limb, more->limb, more->size, less->limb, less->size);
  return big_signed(r, more->sign);
}

val int_add(val a, val b) {
  i64 x, y;
  if (both_small(a, b, &x, &y)) return int_from_i64(x + y);
  return add_signed(a, b, 1);
}

val int_sub(val a, val b) {
  i64 x, y;
  if (both_small(a, b, &x, &y)) return int_from_i64(x - y);
  return add_signed(a, b, -1);
}

val int_mul(val a, val b) {
  num x, y;
  num_load(&x, a);
  num_load(&y, b);
  if (x.size <= 1 && y.size <= 1) {
    u64 n = (u64)x.own[0] * y.own[0];
    if (n < 1ull << 62) return from_small(x.sign * y.sign < 0 ? -(i64)n : (i64)n);
  }
  if (x.sign == 0 || y.sign == 0) return from_small(0);
  big *r = big_new(x.size + y.size);
  if (!r || !limbs_mul(r->limb, x.limb, x.size, y.limb, y.size)) return ERROR;
  return big_signed(r, x.sign * y.sign);
}

bool int_divmod(val a, val b, val *quotient, val *rest) {
  i64 n, m;
  if (both_small(a, b, &n, &m)) {
    i64 q = n / m;
    i64 r = n % m;
    if (r != 0 && (r ^ m) < 0) {
      q--;
      r += m;
    }
    if (quotient) *quotient = int_from_i64(q);
    if (rest) *rest = from_small(r);
    return true;
  }
  num x, y;
  num_load(&x, a);
  num_load(&y, b);
  big *q = big_new(x.size < y.size ? 1 : x.size - y.size + 2);
  big *r = big_new(y.size);
  if (!q || !r) return false;
  if (!limbs_divide(x.size < y.size ? 0 : q->limb, r->limb, x.limb, x.size, y.limb, y.size))
    return false;
  i32 sign = x.sign * y.sign;
  if (sign < 0 && limbs_trim(r->limb, r->size) > 0) {
    /* towards minus infinity: one further, and what is missing to the divisor */
    u32 one = 1;
    limbs_add(q->limb, q->limb, q->size, &one, 1);
    limbs_sub(r->limb, y.limb, y.size, r->limb, y.size);
  }
  if (quotient) *quotient = big_signed(q, sign);
  if (rest) *rest = big_signed(r, y.sign);
  return true;
}

val int_negate(val a) {
  if (!is_object(a)) return int_from_i64(-(is_int(a) ? small(a) : a == TRUE));
  num x;
  num_load(&x, a);
  big *r = big_new(x.size);
  if (!r) return ERROR;
  copy_bytes(r->limb, x.limb, x.size * 4);
  return big_signed(r, -x.sign);
}

i32 int_sign(val a) {
  num x;
  num_load(&x, a);
  return x.sign;
}

i32 int_compare(val a, val b) {
  i64 n, m;
  if (both_small(a, b, &n, &m)) return n < m ? -1 : n > m;
  num x, y;
  num_load(&x, a);
  num_load(&y, b);
  if (x.sign != y.sign) return x.sign < y.sign ? -1 : 1;
  return x.sign * limbs_compare(x.limb, x.size, y.limb, y.size);
}
