/* How the tables of unicode_*.c are read, and the two properties too small for a table. */
#include "unicode.h"

bool unicode_within(u32 c, const u16 *edges, const u16 *planes) {
  u32 plane = c >> 16, place = c & 0xffff;
  u32 first = planes[plane], low = first, high = planes[plane + 1];
  while (low < high) { /* how many edges are at or before the place? */
    u32 middle = (low + high) / 2;
    if (edges[middle] <= place) low = middle + 1;
    else high = middle;
  }
  return (low - first) & 1;
}

u32 unicode_mapped(u32 c, i32 record, const u16 *many, u32 to[3]) {
  u32 count = 1;
  if (record < 1 << 24) {
    to[0] = c + (u32)record;
  } else {
    count = (u32)record >> 24;
    for (u32 i = 0; i < count; i++) to[i] = many[(record & 0xffffff) + i];
  }
  return count;
}

bool unicode_space_beyond(u32 c) {
  return c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 ||
         c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

bool unicode_line_end(u32 c) {
  return (c >= 10 && c <= 13) || (c >= 28 && c <= 30) || c == 0x85 || c == 0x2028 || c == 0x2029;
}
