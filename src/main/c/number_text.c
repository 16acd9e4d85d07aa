/* The texts that int() and float() read: any script's digits and spaces as those of ASCII. */
#include "limbs.h"

/* The zero of each script's decimal digits, as Unicode 15.0 has them. */
static const u32 zeros[] = {
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
    0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50,
    0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650,
    0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16a60, 0x16ac0,
    0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e950,
    0x1fbf0};

/* As CPython has it: of ASCII's, the separators 0x1c to 0x1f are none here. */
static bool space(u32 c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xa0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f ||
         c == 0x205f || c == 0x3000;
}

u32 number_digit(u32 c) {
  if (c < 128) return c >= '0' && c <= '9' ? c - '0' : 99;
  for (u32 i = 0; i < sizeof zeros / sizeof *zeros && zeros[i] <= c; i++)
    if (c - zeros[i] < 10) return c - zeros[i];
  return 99;
}

raw *number_text(val text, u32 *length) {
  const str *s = AS(str, text);
  u32 at = 0, end = s->length;
  while (at < end && space(str_at(s, at))) at++;
  while (end > at && space(str_at(s, end - 1))) end--;
  *length = end - at;
  raw *r = py_alloc(T_RAW, (u32)sizeof(raw) + *length + 1);
  if (!r) return 0;
  r->bytes = *length + 1;
  for (u32 i = 0; i < *length; i++) {
    u32 c = str_at(s, at + i);
    u32 digit = number_digit(c);
    r->data[i] = (u8)(c < 128 ? c : digit < 10 ? '0' + digit : 0);
  }
  return r;
}
