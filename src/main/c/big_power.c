/* Ints of any size: powers, also modulo, and the greatest common divisor. */
#include "limbs.h"

val int_power(val a, val b) {
  i32 sign = int_sign(a);
  num e;
  num_load(&e, b);
  if (e.sign == 0) return from_small(1);
  if (sign == 0) return from_small(0);
  if (!is_object(a) && (a == TRUE || small(a) == 1)) return from_small(1);
  if (!is_object(a) && small(a) == -1) return from_small(e.limb[0] & 1 ? -1 : 1);
  if (e.size > 1) return py_raise(E_MemoryError, "");
  if (!is_object(a) && (small(a) & (small(a) - 1)) == 0 && small(a) > 0) {
    u32 zeros = (u32)__builtin_ctzll((u64)small(a));
    u64 bits = (u64)zeros * e.limb[0];
    if (bits >> 31) return py_raise(E_MemoryError, "");
    return int_shift_left(from_small(1), (u32)bits);
  }
  val r = a;
  for (u32 bit = 1u << (31 - __builtin_clz(e.limb[0])); (bit >>= 1) != 0;) {
    r = int_mul(r, r);
    if (r != ERROR && (e.limb[0] & bit)) r = int_mul(r, a);
    if (r == ERROR) return ERROR;
  }
  return int_of(r);
}

/* The x with a * x = 1 modulo m > 0, if there is one. */
static val inverse(val a, val m) {
  val r0 = m, r1, x0 = from_small(0), x1 = from_small(1), q, r;
  if (!int_divmod(a, m, 0, &r1)) return ERROR;
  while (int_sign(r1) != 0) {
    if (!int_divmod(r0, r1, &q, &r)) return ERROR;
    val product = int_mul(q, x1);
    if (product == ERROR) return ERROR;
    val x = int_sub(x0, product);
    if (x == ERROR) return ERROR;
    r0 = r1;
    r1 = r;
    x0 = x1;
    x1 = x;
  }
  if (r0 != from_small(1))
    return py_raise(E_ValueError, "base is not invertible for the given modulus");
  return int_divmod(x0, m, 0, &r) ? r : ERROR;
}

val int_power_mod(val a, val b, val modulus) {
  i32 sign = int_sign(modulus);
  if (sign == 0) return py_raise(E_ValueError, "pow() 3rd argument cannot be 0");
  val m = int_of(sign < 0 ? int_negate(modulus) : modulus);
  if (m == ERROR) return ERROR;
  if (m == from_small(1)) return from_small(0);
  if (int_sign(b) < 0) {
    a = inverse(a, m);
    b = int_negate(b);
    if (a == ERROR || b == ERROR) return ERROR;
  }
  num e;
  num_load(&e, b);
  val base, r = from_small(1);
  if (!int_divmod(a, m, 0, &base)) return ERROR;
  for (u32 i = limbs_bits(e.limb, e.size); i-- > 0;) {
    r = int_mul(r, r);
    if (r == ERROR || !int_divmod(r, m, 0, &r)) return ERROR;
    if (e.limb[i / 32] >> i % 32 & 1) {
      r = int_mul(r, base);
      if (r == ERROR || !int_divmod(r, m, 0, &r)) return ERROR;
    }
  }
  if (sign < 0 && int_sign(r) != 0) r = int_add(r, modulus);
  return r;
}

val int_gcd(val a, val b) {
  a = int_of(int_sign(a) < 0 ? int_negate(a) : a);
  b = int_of(int_sign(b) < 0 ? int_negate(b) : b);
  while (a != ERROR && b != ERROR && b != from_small(0)) {
    if (is_int(a) && is_int(b)) {
      i64 x = small(a), y = small(b);
      while (y != 0) {
        i64 r = x % y;
        x = y;
        y = r;
      }
      return from_small(x);
    }
    val r;
    if (!int_divmod(a, b, 0, &r)) return ERROR;
    a = b;
    b = r;
  }
  return a == ERROR ? a : b == ERROR ? b : a;
}
