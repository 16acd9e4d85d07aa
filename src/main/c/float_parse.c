/* Text as floats, rounded to the nearest, half to even. */
#include "limbs.h"

/* No more digits than that can matter; of the rest only whether there is one that is not 0. */
#define DIGITS 800

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_word(const char *text, u32 length, const char *word) {
  u32 i = 0;
  for (; i < length && word[i]; i++)
    if ((text[i] | 32) != word[i]) return false;
  return i == length && !word[i];
}

static void scale_ten(u32 *a, u32 *n, u32 power) {
  while (power > 0) {
    u32 by = 1;
    for (u32 i = 0; i < 9 && power > 0; i++, power--) by *= 10;
    u32 carry = limbs_scale(a, a, *n, by, 0);
    if (carry) a[(*n)++] = carry;
  }
}

/* digits * 10^exponent; up to DIGITS + 1 of them, the first not 0 */
static double assemble(const char *digits, u32 count, i32 exponent) {
  if (exponent + (i32)count > 310) return __builtin_inf();
  if (exponent + (i32)count < -330) return 0;
  u32 a[256], b[256];
  u32 na = 0, nb = 0;
  for (u32 i = 0; i < count;) {
    u32 by = 1, nine = 0;
    for (u32 j = 0; j < 9 && i < count; j++, i++) {
      by *= 10;
      nine = nine * 10 + (u32)(digits[i] - '0');
    }
    u32 carry = limbs_scale(a, a, na, by, nine);
    if (carry) a[na++] = carry;
  }
  i32 binary = 0;
  if (exponent >= 0) {
    scale_ten(a, &na, (u32)exponent);
    u64 top = limbs_top(a, na, &binary);
    return double_assemble(top, binary);
  }
  b[nb++] = 1;
  scale_ten(b, &nb, (u32)-exponent);
  /* whole limbs before the division, so that the quotient has 65 bits or more */
  u32 more = nb + 3 > na ? nb + 3 - na : 0;
  move_bytes(a + more, a, na * 4);
  for (u32 i = 0; i < more; i++) a[i] = 0;
  na += more;
  u32 q[256], r[256];
  if (!limbs_divide(q, r, a, na, b, nb)) return 0;
  u64 top = limbs_top(q, na - nb + 1, &binary);
  return double_assemble(top | (limbs_trim(r, nb) > 0), binary - (i32)(more * 32));
}

bool float_read(const char *text, u32 length, double *result) {
  static const double tens[23] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                  1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  u32 at = 0;
  bool negative = false;
  if (at < length && (text[at] == '-' || text[at] == '+')) negative = text[at++] == '-';
  if (is_word(text + at, length - at, "inf") || is_word(text + at, length - at, "infinity")) {
    *result = negative ? -__builtin_inf() : __builtin_inf();
    return true;
  }
  if (is_word(text + at, length - at, "nan")) {
    *result = negative ? -__builtin_nan("") : __builtin_nan("");
    return true;
  }
  char digits[DIGITS + 1];
  u32 count = 0;
  i64 exponent = 0;
  u64 n = 0;
  bool any = false, rest = false, point = false;
  for (; at < length; at++) {
    if (text[at] == '.' && !point) {
      point = true;
      continue;
    }
    if (!is_digit(text[at])) break;
    any = true;
    if (point) exponent--;
    if (count == 0 && text[at] == '0') continue;
    if (count < DIGITS) {
      digits[count++] = text[at];
      if (count <= 19) n = n * 10 + (u64)(text[at] - '0');
    } else {
      rest |= text[at] != '0';
      exponent++;
    }
  }
  if (!any) return false;
  if (at < length && (text[at] | 32) == 'e') {
    at++;
    bool down = false;
    if (at < length && (text[at] == '-' || text[at] == '+')) down = text[at++] == '-';
    if (at == length) return false;
    i64 e = 0;
    for (; at < length && is_digit(text[at]); at++)
      if (e < 1000000000) e = e * 10 + (text[at] - '0');
    if (!is_digit(text[at - 1])) return false;
    exponent += down ? -e : e;
  }
  if (at != length) return false;
  if (rest) {
    digits[count++] = '1';
    exponent--;
  }
  double d;
  if (count == 0) d = 0;
  else if (count <= 15 && exponent >= 0 && exponent <= 22) d = (double)n * tens[exponent];
  else if (count <= 15 && exponent < 0 && exponent >= -22) d = (double)n / tens[-exponent];
  else if (exponent > 100000) d = __builtin_inf();
  else if (exponent < -100000) d = 0;
  else {
    while (digits[count - 1] == '0') {
      count--;
      exponent++;
    }
    d = assemble(digits, count, (i32)exponent);
  }
  *result = negative ? -d : d;
  return true;
}

val float_parse(val text) {
  u32 length;
  raw *plain = number_text(text, &length);
  if (!plain) return ERROR;
  char *at = (char *)plain->data;
  u32 count = 0;
  bool good = true;
  for (u32 i = 0; i < length && good; i++) {
    /* an underscore only between digits; those before it have moved, but not their last */
    if (at[i] != '_') at[count++] = at[i];
    else good = count > 0 && is_digit(at[count - 1]) && i + 1 < length && is_digit(at[i + 1]);
  }
  double d;
  if (good && float_read(at, count, &d)) return float_new(d);
  return py_raise(E_ValueError, "could not convert string to float: %r", text);
}
