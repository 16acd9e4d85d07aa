/* Written by unicode.py from Python 3.12.1, Unicode 15.0.0; do not edit.
 * Ten digits follow each of these. */
#include "unicode.h"

static const u32 zeros[] = {
  48, 1632, 1776, 1984, 2406, 2534, 2662, 2790, 2918, 3046, 3174, 3302, 3430, 3558, 3664, 3792,
  3872, 4160, 4240, 6112, 6160, 6470, 6608, 6784, 6800, 6992, 7088, 7232, 7248, 42528, 43216, 43264,
  43472, 43504, 43600, 44016, 65296, 66720, 68912, 69734, 69872, 69942, 70096, 70384, 70736, 70864,
  71248, 71360, 71472, 71904, 72016, 72784, 73040, 73120, 73552, 92768, 92864, 93008, 120782,
  120792, 120802, 120812, 120822, 123200, 123632, 124144, 125264, 130032,
};

i32 unicode_decimal(u32 c) {
  u32 low = 0, high = sizeof zeros / sizeof *zeros;
  if (c < 128) return c >= '0' && c <= '9' ? (i32)(c - '0') : -1;
  while (high - low > 1) {
    u32 middle = (low + high) / 2;
    if (zeros[middle] <= c) low = middle;
    else high = middle;
  }
  return c - zeros[low] < 10 ? (i32)(c - zeros[low]) : -1;
}
