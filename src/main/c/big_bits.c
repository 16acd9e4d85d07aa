/* Ints of any size as bits: shifts, and the operations of two's complement. */
#include "limbs.h"

u32 int_bit_length(val a) {
  num x;
  num_load(&x, a);
  return limbs_bits(x.limb, x.size);
}

val int_shift_left(val a, u32 bits) {
  num x;
  num_load(&x, a);
  if (x.sign == 0) return from_small(0);
  u32 whole = bits / 32;
  big *r = big_new(x.size + whole + 1);
  if (!r) return ERROR;
  r->limb[x.size + whole] = limbs_up(r->limb + whole, x.limb, x.size, bits % 32);
  return big_signed(r, x.sign);
}

val int_shift_right(val a, u32 bits) {
  if (!is_object(a)) {
    i64 n = is_int(a) ? small(a) : a == TRUE;
    return from_small(n >> (bits > 63 ? 63 : bits));
  }
  num x;
  num_load(&x, a);
  u32 whole = bits / 32;
  if (whole >= x.size) return from_small(x.sign < 0 ? -1 : 0);
  big *r = big_new(x.size - whole + 1);
  if (!r) return ERROR;
  limbs_down(r->limb, x.limb + whole, x.size - whole, bits % 32);
  if (x.sign < 0) {
    bool lost = (x.limb[whole] & ((1u << bits % 32) - 1)) != 0;
    for (u32 i = 0; i < whole && !lost; i++) lost = x.limb[i] != 0;
    u32 one = lost;
    limbs_add(r->limb, r->limb, r->size, &one, 1);
  }
  return big_signed(r, x.sign);
}

val int_shift(u32 op, val a, val b) {
  i32 by = int_sign(b);
  if (by < 0) return py_raise(E_ValueError, "negative shift count");
  if (by == 0) return int_of(a);
  i32 sign = int_sign(a);
  if (sign == 0) return from_small(0);
  bool fits = !is_object(b) && (b == TRUE || small(b) < 1ll << 31);
  u32 bits = fits ? (u32)(b == TRUE ? 1 : small(b)) : 0;
  if (op == 'l') {
    /* CPython counts in digits of 30 bits, at most as many of 4 bytes as 63 bits of address reach */
    i64 most = INT64_MAX, count;
    if (!fits && is_object(b) && int_index(b, &count, "") && count == most &&
        int_compare(b, number_binary('*', int_from_i64((1ll << 61) - 8), from_small(30))) >= 0) {
      return py_raise(E_OverflowError, "too many digits in integer");
    }
    return fits ? int_shift_left(a, bits) : py_raise(E_MemoryError, "");
  }
  return fits ? int_shift_right(a, bits) : from_small(sign < 0 ? -1 : 0);
}

static void complement(u32 *a, u32 n) {
  u64 carry = 1;
  for (u32 i = 0; i < n; i++) {
    carry += (u32)~a[i];
    a[i] = (u32)carry;
    carry >>= 32;
  }
}

val int_bits(u32 op, val a, val b) {
  if (!is_object(a) && !is_object(b)) {
    i64 x = is_int(a) ? small(a) : a == TRUE;
    i64 y = is_int(b) ? small(b) : b == TRUE;
    i64 r = op == '&' ? x & y : op == '|' ? x | y : x ^ y;
    return is_bool(a) && is_bool(b) ? py_bool(r != 0) : from_small(r);
  }
  num x, y;
  num_load(&x, a);
  num_load(&y, b);
  u32 n = (x.size > y.size ? x.size : y.size) + 1;
  big *r = big_new(n);
  u32 *other = limbs_new(n);
  if (!r || !other) return ERROR;
  copy_bytes(r->limb, x.limb, x.size * 4);
  copy_bytes(other, y.limb, y.size * 4);
  if (x.sign < 0) complement(r->limb, n);
  if (y.sign < 0) complement(other, n);
  for (u32 i = 0; i < n; i++) {
    u32 p = r->limb[i], q = other[i];
    r->limb[i] = op == '&' ? p & q : op == '|' ? p | q : p ^ q;
  }
  bool negative = r->limb[n - 1] >> 31;
  if (negative) complement(r->limb, n);
  return big_signed(r, negative ? -1 : 1);
}
