/* Natural numbers divided: Knuth's algorithm D. */
#include "limbs.h"

/* a (na + 1 limbs, the divisor's shift applied) becomes the rest; q may be null. */
static void long_division(u32 *q, u32 *a, u32 na, const u32 *b, u32 nb) {
  u64 first = b[nb - 1];
  u64 second = b[nb - 2];
  for (u32 j = na - nb + 1; j-- > 0;) {
    u64 top = (u64)a[j + nb] << 32 | a[j + nb - 1];
    u64 guess = top / first;
    u64 rest = top % first;
    while (guess >> 32 || guess * second > (rest << 32 | a[j + nb - 2])) {
      guess--;
      rest += first;
      if (rest >> 32) break;
    }
    u64 carry = 0;
    u64 borrow = 0;
    for (u32 i = 0; i < nb; i++) {
      carry += guess * b[i];
      u64 d = (u64)a[i + j] - (u32)carry - borrow;
      a[i + j] = (u32)d;
      borrow = d >> 63;
      carry >>= 32;
    }
    u64 d = (u64)a[j + nb] - carry - borrow;
    a[j + nb] = (u32)d;
    if (d >> 63) { /* one too many */
      guess--;
      a[j + nb] += limbs_add(a + j, a + j, nb, b, nb);
    }
    if (q) q[j] = (u32)guess;
  }
}

bool limbs_divide(u32 *q, u32 *r, const u32 *a, u32 na, const u32 *b, u32 nb) {
  if (na < nb || limbs_compare(a, limbs_trim(a, na), b, nb) < 0) {
    if (q && na >= nb)
      for (u32 i = 0; i <= na - nb; i++) q[i] = 0;
    if (r)
      for (u32 i = 0; i < nb; i++) r[i] = i < na ? a[i] : 0;
    return true;
  }
  if (nb == 1) {
    u64 rest = 0;
    for (u32 i = na; i-- > 0;) {
      rest = rest << 32 | a[i];
      u64 digit = rest / b[0];
      if (q) q[i] = (u32)digit;
      rest -= digit * b[0];
    }
    if (r) r[0] = (u32)rest;
    return true;
  }
  u32 *left = limbs_new(na + 1 + nb);
  if (!left) return false;
  u32 *by = left + na + 1;
  u32 bits = (u32)__builtin_clz(b[nb - 1]);
  left[na] = limbs_up(left, a, na, bits);
  limbs_up(by, b, nb, bits);
  long_division(q, left, na, by, nb);
  if (r) limbs_down(r, left, nb, bits);
  return true;
}
