/* Natural numbers: adding, subtracting, shifting, and the way to and from values. */
#include "limbs.h"

/* More is 128 MiB: refused before sizes in bytes can overflow. */
#define MOST_LIMBS (1u << 25)

void num_load(num *n, val v) {
  if (is_object(v)) {
    big *b = AS(big, v);
    n->sign = b->sign;
    n->size = b->size;
    n->limb = b->limb;
    return;
  }
  i64 small_value = is_int(v) ? small(v) : v == TRUE;
  u64 size = small_value < 0 ? 0 - (u64)small_value : (u64)small_value;
  n->sign = small_value < 0 ? -1 : small_value > 0;
  n->own[0] = (u32)size;
  n->own[1] = (u32)(size >> 32);
  n->size = size == 0 ? 0 : size >> 32 ? 2 : 1;
  n->limb = n->own;
}

big *big_new(u32 limbs) {
  if (limbs > MOST_LIMBS) {
    py_raise(E_MemoryError, "");
    return 0;
  }
  big *b = py_alloc(T_BIG, (u32)sizeof(big) + limbs * 4);
  if (b) {
    b->sign = 1;
    b->size = limbs;
  }
  return b;
}

val big_value(big *b) {
  if (!b) return ERROR;
  b->size = limbs_trim(b->limb, b->size);
  if (b->size > 2) return value_of(b);
  u64 n = (b->size > 0 ? b->limb[0] : 0) | (b->size > 1 ? (u64)b->limb[1] << 32 : 0);
  if (n < 1ull << 62 || (n == 1ull << 62 && b->sign < 0))
    return from_small(b->sign < 0 ? -(i64)n : (i64)n);
  return value_of(b);
}

val big_signed(big *b, i32 sign) {
  if (!b) return ERROR;
  b->sign = sign < 0 ? -1 : 1;
  return big_value(b);
}

u32 *limbs_new(u32 limbs) {
  if (limbs > MOST_LIMBS) {
    py_raise(E_MemoryError, "");
    return 0;
  }
  raw *r = py_alloc(T_RAW, (u32)sizeof(raw) + limbs * 4);
  if (!r) return 0;
  r->bytes = limbs * 4;
  return (u32 *)r->data;
}

u32 limbs_trim(const u32 *a, u32 n) {
  while (n > 0 && a[n - 1] == 0) n--;
  return n;
}

u32 limbs_bits(const u32 *a, u32 n) {
  n = limbs_trim(a, n);
  return n == 0 ? 0 : n * 32 - (u32)__builtin_clz(a[n - 1]);
}

i32 limbs_compare(const u32 *a, u32 na, const u32 *b, u32 nb) {
  if (na != nb) return na < nb ? -1 : 1;
  for (u32 i = na; i-- > 0;)
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  return 0;
}

u32 limbs_add(u32 *r, const u32 *a, u32 na, const u32 *b, u32 nb) {
  u64 carry = 0;
  u32 i = 0;
  for (; i < nb; i++) {
    carry += (u64)a[i] + b[i];
    r[i] = (u32)carry;
    carry >>= 32;
  }
  for (; i < na; i++) {
    carry += a[i];
    r[i] = (u32)carry;
    carry >>= 32;
  }
  return (u32)carry;
}

u32 limbs_sub(u32 *r, const u32 *a, u32 na, const u32 *b, u32 nb) {
  u64 borrow = 0;
  u32 i = 0;
  for (; i < nb; i++) {
    u64 d = (u64)a[i] - b[i] - borrow;
    r[i] = (u32)d;
    borrow = d >> 63;
  }
  for (; i < na; i++) {
    u64 d = (u64)a[i] - borrow;
    r[i] = (u32)d;
    borrow = d >> 63;
  }
  return (u32)borrow;
}

u32 limbs_scale(u32 *r, const u32 *a, u32 n, u32 by, u32 carry) {
  u64 sum = carry;
  for (u32 i = 0; i < n; i++) {
    sum += (u64)a[i] * by;
    r[i] = (u32)sum;
    sum >>= 32;
  }
  return (u32)sum;
}

u32 limbs_split(u32 *r, const u32 *a, u32 n, u32 by) {
  u64 rest = 0;
  for (u32 i = n; i-- > 0;) {
    rest = rest << 32 | a[i];
    r[i] = (u32)(rest / by);
    rest %= by;
  }
  return (u32)rest;
}

u32 limbs_up(u32 *r, const u32 *a, u32 n, u32 bits) {
  u64 carry = 0;
  for (u32 i = 0; i < n; i++) {
    carry |= (u64)a[i] << bits;
    r[i] = (u32)carry;
    carry >>= 32;
  }
  return (u32)carry;
}

void limbs_down(u32 *r, const u32 *a, u32 n, u32 bits) {
  for (u32 i = 0; i < n; i++) {
    u64 two = a[i] | (i + 1 < n ? (u64)a[i + 1] << 32 : 0);
    r[i] = (u32)(two >> bits);
  }
}
