/*
 * The decimal digits of a float: exactly, to a place, or as few as read back as the same float.
 * No tables of powers: what is not quickly seen to be a short decimal is worked out in limbs.
 */
#include "limbs.h"

extern double floor(double);

/* m * 2^exponent */
static u64 split(double v, i32 *exponent) {
  u64 bits = double_bits(v);
  i32 e = (i32)(bits >> 52 & 2047);
  u64 m = bits & ((1ull << 52) - 1);
  if (e > 0) m |= 1ull << 52;
  *exponent = (e > 0 ? e : 1) - 1075;
  return m;
}

/* Writes the number's digits; their count. */
static u32 whole_digits(char *to, u64 n) {
  char back[20];
  u32 count = 0;
  for (; n > 0; n /= 10) back[count++] = (char)('0' + n % 10);
  for (u32 i = 0; i < count; i++) to[i] = back[count - 1 - i];
  return count;
}

static void strip(decimal *d) {
  while (d->count > 0 && d->digits[d->count - 1] == '0') d->count--;
}

/* Rounds the digits up at the last one. */
static void round_up(decimal *d) {
  while (d->count > 0 && d->digits[d->count - 1] == '9') d->count--;
  if (d->count > 0) {
    d->digits[d->count - 1]++;
  } else {
    d->digits[d->count++] = '1';
    d->point++;
  }
}

/* Cuts the digits to that many, up or down; rest: there is more than the digits say. */
static void cut(decimal *d, i32 keep, bool rest) {
  if (keep >= (i32)d->count) return;
  if (keep < 0) {
    d->count = 0;
    return;
  }
  bool up = d->digits[keep] > '5';
  if (d->digits[keep] == '5') {
    up = rest;
    for (u32 i = (u32)keep + 1; i < d->count && !up; i++) up = d->digits[i] != '0';
    if (!up) up = keep > 0 && (d->digits[keep - 1] & 1);
  }
  d->count = (u32)keep;
  if (up) round_up(d);
}

/* All digits as far as they matter when that many digits (or, if places, places) are kept. */
static void expand(decimal *d, double v, i32 keep, bool places) {
  i32 exponent;
  u64 m = split(v, &exponent);
  d->count = 0;
  d->point = 0;
  if (m == 0) return;
  u32 fraction[36];
  u32 size = 0;
  if (exponent >= 0) {
    u32 whole[36] = {0};
    u32 at = (u32)exponent / 32;
    u32 two[2] = {(u32)m, (u32)(m >> 32)};
    whole[at + 2] = limbs_up(whole + at, two, 2, (u32)exponent % 32);
    u32 n = limbs_trim(whole, at + 3);
    char back[330];
    u32 count = 0;
    while (n > 0) {
      u32 nine = limbs_split(whole, whole, n, 1000000000);
      n = limbs_trim(whole, n);
      for (u32 i = 0; i < 9 && (n > 0 || nine > 0); i++) {
        back[count++] = (char)('0' + nine % 10);
        nine /= 10;
      }
    }
    for (u32 i = 0; i < count; i++) d->digits[i] = back[count - 1 - i];
    d->count = count;
    d->point = (i32)count;
  } else {
    u32 bits = (u32)-exponent; /* after the point */
    u64 whole = bits > 63 ? 0 : m >> bits;
    d->count = whole_digits(d->digits, whole);
    d->point = (i32)d->count;
    u64 part = bits > 63 ? m : m & ((1ull << bits) - 1);
    /* the fraction as limbs of which the highest comes right after the point */
    size = (bits + 31) / 32;
    for (u32 i = 0; i < size; i++) fraction[i] = 0;
    u32 left = size * 32 - bits;
    fraction[0] = (u32)part << left;
    if (size > 1) fraction[1] = (u32)(part >> (32 - left));
    if (size > 2) fraction[2] = (u32)(part >> 32 >> (32 - left));
  }
  u32 lowest = 0; /* limbs below are 0 by now */
  while (lowest < size && fraction[lowest] == 0) lowest++;
  while (lowest < size) {
    i32 have = places ? (i32)d->count - d->point : (i32)d->count;
    if (have > keep && have > 0) break;
    u32 nine = limbs_scale(fraction + lowest, fraction + lowest, size - lowest, 1000000000, 0);
    while (lowest < size && fraction[lowest] == 0) lowest++;
    u32 scale = 100000000;
    for (u32 i = 0; i < 9; i++, scale /= 10) {
      u32 digit = nine / scale % 10;
      if (d->count == 0 && digit == 0) {
        d->point--;
        continue;
      }
      d->digits[d->count++] = (char)('0' + digit);
    }
    if (places && d->count == 0 && -d->point > keep) break; /* rounds to nothing */
  }
  cut(d, places ? keep + d->point : keep, lowest < size);
  strip(d);
  if (d->count == 0) d->point = 0;
}

void decimal_digits(decimal *d, double v, i32 digits) { expand(d, v, digits, false); }

void decimal_places(decimal *d, double v, i32 places) { expand(d, v, places, true); }

/* Numbers of fixed room for the way without a short cut. */
typedef struct fixed { u32 n; u32 limb[42]; } fixed;

static void scale(fixed *f, u32 by) {
  u32 carry = limbs_scale(f->limb, f->limb, f->n, by, 0);
  if (carry) f->limb[f->n++] = carry;
}

static void scale_ten(fixed *f, u32 power) {
  for (; power >= 9; power -= 9) scale(f, 1000000000);
  u32 by = 1;
  for (; power > 0; power--) by *= 10;
  if (by > 1) scale(f, by);
}

static void shift(fixed *f, u32 bits) {
  u32 whole = bits / 32;
  f->limb[f->n] = 0;
  u32 carry = limbs_up(f->limb, f->limb, f->n, bits % 32);
  if (carry) f->limb[f->n++] = carry;
  if (whole == 0 || f->n == 0) return;
  move_bytes(f->limb + whole, f->limb, f->n * 4);
  for (u32 i = 0; i < whole; i++) f->limb[i] = 0;
  f->n += whole;
}

static void set(fixed *f, u64 n) {
  f->limb[0] = (u32)n;
  f->limb[1] = (u32)(n >> 32);
  f->n = limbs_trim(f->limb, 2);
}

static i32 compare(const fixed *a, const fixed *b) {
  return limbs_compare(a->limb, a->n, b->limb, b->n);
}

/* Takes as often as it goes s (whose highest limb has its bit 27 set, none above) from r. */
static u32 quotient(fixed *r, const fixed *s) {
  if (r->n < s->n) return 0;
  u32 digit = r->limb[s->n - 1] / (s->limb[s->n - 1] + 1);
  if (digit > 0) {
    u64 carry = 0, borrow = 0;
    for (u32 i = 0; i < s->n; i++) {
      carry += (u64)s->limb[i] * digit;
      u64 d = (u64)r->limb[i] - (u32)carry - borrow;
      r->limb[i] = (u32)d;
      borrow = d >> 63;
      carry >>= 32;
    }
    r->n = limbs_trim(r->limb, r->n);
  }
  if (compare(r, s) >= 0) {
    limbs_sub(r->limb, r->limb, r->n, s->limb, s->n);
    r->n = limbs_trim(r->limb, r->n);
    digit++;
  }
  return digit;
}

/* a + b compared with c, a < c */
static i32 compare_sum(const fixed *a, const fixed *b, const fixed *c) {
  u32 sum[43];
  u32 n = c->n;
  if (b->n > n) return 1;
  u64 carry = 0;
  for (u32 i = 0; i < n; i++) {
    carry += (u64)(i < a->n ? a->limb[i] : 0) + (i < b->n ? b->limb[i] : 0);
    sum[i] = (u32)carry;
    carry >>= 32;
  }
  if (carry) return 1;
  for (u32 i = n; i-- > 0;)
    if (sum[i] != c->limb[i]) return sum[i] < c->limb[i] ? -1 : 1;
  return 0;
}

/*
 * Steele and White's way, with the choices of David Gay's dtoa: r / s is what is left of the
 * value; once it is within low of the digits, or within high of one more, they tell it apart from
 * the floats beside it.
 */
static void shortest(decimal *d, double v) {
  i32 exponent;
  u64 m = split(v, &exponent);
  bool even = (m & 1) == 0;
  bool edge = m == 1ull << 52 && exponent > -1074; /* the float below is nearer */
  fixed r, s, high, low;
  set(&r, m);
  set(&s, 1);
  set(&high, 1);
  set(&low, 1);
  u32 more = edge ? 2 : 1;
  shift(&r, more + (u32)(exponent > 0 ? exponent : 0));
  shift(&s, more + (u32)(exponent < 0 ? -exponent : 0));
  shift(&low, (u32)(exponent > 0 ? exponent : 0));
  shift(&high, (u32)(exponent > 0 ? exponent : 0) + (edge ? 1 : 0));
  /* the power of ten: from the binary one, which may say one too few */
  i32 binary = exponent + 63 - __builtin_clzll(m);
  i32 point = (i32)floor(binary * 0.30102999566398119521) + 1;
  if (point > 0) {
    scale_ten(&s, (u32)point);
  } else {
    scale_ten(&r, (u32)-point);
    scale_ten(&high, (u32)-point);
    scale_ten(&low, (u32)-point);
  }
  if (compare(&r, &s) >= 0) {
    scale(&s, 10);
    point++;
  }
  u32 top = (u32)__builtin_clz(s.limb[s.n - 1]);
  u32 spare = top >= 4 ? top - 4 : top + 28;
  shift(&r, spare);
  shift(&s, spare);
  shift(&high, spare);
  shift(&low, spare);
  d->count = 0;
  d->point = point;
  for (;;) {
    scale(&r, 10);
    scale(&high, 10);
    scale(&low, 10);
    u32 digit = quotient(&r, &s);
    i32 below = compare(&r, &low);
    i32 above = compare_sum(&r, &high, &s);
    d->digits[d->count++] = (char)('0' + digit);
    if (above == 0 && even) {
      if (digit == 9) round_up(d);
      else if (below > 0) d->digits[d->count - 1]++;
      break;
    }
    if (below < 0 || (below == 0 && even)) {
      if (r.n > 0 && above > 0) {
        shift(&r, 1);
        i32 half = compare(&r, &s);
        if (half > 0 || (half == 0 && (digit & 1))) round_up(d);
      }
      break;
    }
    if (above > 0) {
      round_up(d);
      break;
    }
  }
  strip(d);
}

void decimal_shortest(decimal *d, double v) {
  d->count = 0;
  d->point = 0;
  if (v == 0) return;
  /* A decimal n / 10^k of at most 15 digits that gives v when divided is the shortest. */
  if (v < 1e15 && v >= 1e-5) {
    double ten = 1;
    for (u32 k = 0; k < 20; k++, ten *= 10) {
      double t = v * ten;
      if (t >= 1e15) break;
      u64 n = (u64)(t + 0.5);
      double off = t - (double)n;
      if (off > 0.07 || off < -0.07 || n == 0 || (double)n / ten != v) continue;
      d->count = whole_digits(d->digits, n);
      d->point = (i32)d->count - (i32)k;
      strip(d);
      return;
    }
  }
  shortest(d, v);
}
