/* Natural numbers multiplied: as by hand, by Karatsuba's way when both are long. */
#include "limbs.h"

/* Below that many limbs the way by hand is quicker. */
#define SHORT 48

static void by_hand(u32 *r, const u32 *a, u32 na, const u32 *b, u32 nb) {
  for (u32 i = 0; i < na; i++) r[i] = 0;
  for (u32 j = 0; j < nb; j++) {
    u64 sum = 0;
    u64 by = b[j];
    u32 *to = r + j;
    if (by == 0) {
      to[na] = 0;
      continue;
    }
    for (u32 i = 0; i < na; i++) {
      sum += a[i] * by + to[i];
      to[i] = (u32)sum;
      sum >>= 32;
    }
    to[na] = (u32)sum;
  }
}

/* Adds b to a, which has room for the carry. */
static void add_into(u32 *a, const u32 *b, u32 nb) {
  u64 carry = 0;
  u32 i = 0;
  for (; i < nb; i++) {
    carry += (u64)a[i] + b[i];
    a[i] = (u32)carry;
    carry >>= 32;
  }
  for (; carry; i++) {
    carry += a[i];
    a[i] = (u32)carry;
    carry >>= 32;
  }
}

/* Takes b from a, which is not less. */
static void take_from(u32 *a, const u32 *b, u32 nb) {
  u64 borrow = 0;
  u32 i = 0;
  for (; i < nb; i++) {
    u64 d = (u64)a[i] - b[i] - borrow;
    a[i] = (u32)d;
    borrow = d >> 63;
  }
  for (; borrow; i++) {
    u64 d = (u64)a[i] - borrow;
    a[i] = (u32)d;
    borrow = d >> 63;
  }
}

/*
 * r = a * b, both of n limbs. The scratch has 4 n + 128 limbs: this level takes 4 (n - n / 2) + 4
 * of it, the ones below in all no more than the same again... so 8 limbs a limb of the halves.
 */
static void karatsuba(u32 *r, const u32 *a, const u32 *b, u32 n, u32 *scratch) {
  if (n < SHORT) {
    by_hand(r, a, n, b, n);
    return;
  }
  u32 low = n - n / 2;
  u32 high = n - low;
  u32 m = low + 1;
  u32 *sum_a = scratch;
  u32 *sum_b = scratch + m;
  u32 *middle = scratch + 2 * m;
  u32 *rest = scratch + 4 * m;
  sum_a[low] = limbs_add(sum_a, a, low, a + low, high);
  sum_b[low] = limbs_add(sum_b, b, low, b + low, high);
  karatsuba(middle, sum_a, sum_b, m, rest);
  karatsuba(r, a, b, low, rest);
  karatsuba(r + 2 * low, a + low, b + low, high, rest);
  take_from(middle, r, 2 * low);
  take_from(middle, r + 2 * low, 2 * high);
  add_into(r + low, middle, limbs_trim(middle, 2 * m));
}

bool limbs_mul(u32 *r, const u32 *a, u32 na, const u32 *b, u32 nb) {
  if (na < nb) {
    const u32 *t = a;
    a = b;
    b = t;
    u32 n = na;
    na = nb;
    nb = n;
  }
  if (nb < SHORT) {
    by_hand(r, a, na, b, nb);
    return true;
  }
  u32 *scratch = limbs_new(8 * nb + 512 + 2 * nb);
  if (!scratch) return false;
  u32 *product = scratch + 8 * nb + 512;
  for (u32 i = 0; i < na + nb; i++) r[i] = 0;
  u32 at = 0;
  for (; at + nb <= na; at += nb) {
    karatsuba(product, a + at, b, nb, scratch);
    add_into(r + at, product, limbs_trim(product, 2 * nb));
  }
  u32 left = na - at;
  if (left > 0) {
    u32 *last = limbs_new(left + nb);
    if (!last || !limbs_mul(last, b, nb, a + at, left)) return false;
    add_into(r + at, last, limbs_trim(last, left + nb));
  }
  return true;
}
