/* Ints as digits. */
#include "limbs.h"

#define LIMIT 4300 /* of decimal digits, as CPython has it */

static val too_long(void) {
  return py_raise(E_ValueError,
                  "Exceeds the limit (4300 digits) for integer string conversion; use "
                  "sys.set_int_max_str_digits() to increase the limit");
}

raw *int_digits(val v, u32 base, u32 *length) {
  num x;
  num_load(&x, v);
  /* log2(10) > 3.32; a number of more bits than that certainly is beyond the limit */
  if (base == 10 && x.size > 448) {
    too_long();
    return 0;
  }
  u32 bits_each = base == 2 ? 1 : base == 8 ? 3 : base == 16 ? 4 : 3;
  u64 most = (u64)x.size * 32 / bits_each + 12;
  if (most > 1u << 30) {
    py_raise(E_MemoryError, "");
    return 0;
  }
  raw *text = py_alloc(T_RAW, (u32)sizeof(raw) + (u32)most);
  if (!text) return 0;
  text->bytes = (u32)most;
  char *end = (char *)text->data + most;
  char *at = end;
  if (base == 10 && x.size <= 2) {
    u64 n = (x.size > 0 ? x.limb[0] : 0) | (x.size > 1 ? (u64)x.limb[1] << 32 : 0);
    do *--at = (char)('0' + n % 10);
    while ((n /= 10) != 0);
  } else if (base == 10) {
    u32 *left = limbs_new(x.size);
    if (!left) return 0;
    copy_bytes(left, x.limb, x.size * 4);
    u32 n = x.size;
    while (n > 0) {
      u32 nine = limbs_split(left, left, n, 1000000000);
      n = limbs_trim(left, n);
      for (u32 i = 0; i < 9 && (n > 0 || nine > 0); i++) {
        *--at = (char)('0' + nine % 10);
        nine /= 10;
      }
    }
    if (end - at > LIMIT) {
      too_long();
      return 0;
    }
  } else {
    u32 bits = limbs_bits(x.limb, x.size);
    for (u32 i = 0; i == 0 || i < bits; i += bits_each) {
      u32 digit = 0;
      for (u32 j = 0; j < bits_each && i + j < bits; j++)
        digit |= (x.limb[(i + j) / 32] >> (i + j) % 32 & 1) << j;
      *--at = (char)(digit < 10 ? '0' + digit : 'a' + digit - 10);
    }
  }
  if (x.sign < 0) *--at = '-';
  *length = (u32)(end - at);
  move_bytes(text->data, at, *length);
  return text;
}

static val bad_literal(val text, i32 base) {
  val quoted = str_repr(text);
  if (quoted == ERROR) return ERROR;
  /* CPython shows no more than that many characters */
  if (AS(str, quoted)->length > 200) quoted = str_slice(quoted, 0, 1, 200);
  if (quoted == ERROR) return ERROR;
  return py_raise(E_ValueError, "invalid literal for int() with base %d: %v", base, quoted);
}

/* The digit that the character is; 99 if none. */
static u32 digit_of(u32 c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

val int_parse(val text, i32 base) {
  if (base != 0 && (base < 2 || base > 36))
    return py_raise(E_ValueError, "int() base must be >= 2 and <= 36, or 0");
  u32 at = 0, end;
  raw *plain = number_text(text, &end);
  if (!plain) return ERROR;
  const u8 *s = plain->data;
  i32 sign = 1;
  if (at < end && (s[at] == '-' || s[at] == '+')) sign = s[at++] == '-' ? -1 : 1;
  u32 radix = (u32)base;
  bool leading_zero = false;
  if (at + 1 < end && s[at] == '0') {
    u32 c = s[at + 1] | 32;
    u32 marked = c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 0;
    if (marked != 0 && (base == 0 || base == (i32)marked)) {
      radix = marked;
      at += 2;
      if (at < end && s[at] == '_') at++;
    } else {
      leading_zero = base == 0;
    }
  }
  if (radix == 0) radix = 10;
  u32 digits = 0;
  bool gap = true; /* no digit before: an underscore may not stand here */
  for (u32 i = at; i < end; i++) {
    u32 c = s[i];
    if (c == '_') {
      if (gap) return bad_literal(text, base);
      gap = true;
      continue;
    }
    u32 digit = digit_of(c);
    if (digit >= radix || (leading_zero && digit != 0)) return bad_literal(text, base);
    gap = false;
    digits++;
  }
  if (gap) return bad_literal(text, base);
  if (digits > LIMIT && (radix & (radix - 1)) != 0)
    return py_raise(E_ValueError,
                    "Exceeds the limit (4300 digits) for integer string conversion: value has %d "
                    "digits; use sys.set_int_max_str_digits() to increase the limit",
                    (i32)digits);
  /* as many digits at a time as a limb holds */
  u32 most = (u32)((u64)digits * (32 - (u32)__builtin_clz(radix - 1)) / 32) + 1;
  big *r = big_new(most);
  if (!r) return ERROR;
  if ((radix & (radix - 1)) == 0) {
    u32 each = (u32)__builtin_ctz(radix), bit = 0;
    for (u32 i = end; i-- > at;) {
      if (s[i] == '_') continue;
      u64 digit = (u64)digit_of(s[i]) << bit % 32;
      r->limb[bit / 32] |= (u32)digit;
      if (digit >> 32) r->limb[bit / 32 + 1] |= (u32)(digit >> 32);
      bit += each;
    }
    return big_signed(r, sign);
  }
  u32 n = 0, chunk = 0, scale = 1;
  for (u32 i = at; i < end; i++) {
    u32 c = s[i];
    if (c != '_') {
      chunk = chunk * radix + digit_of(c);
      scale *= radix;
    }
    if (i + 1 == end || scale > 0xffffffffu / 36 / 36) {
      u32 carry = limbs_scale(r->limb, r->limb, n, scale, chunk);
      if (carry) r->limb[n++] = carry;
      chunk = 0;
      scale = 1;
    }
  }
  return big_signed(r, sign);
}
