// Searching and rewriting text: comparisons, bit masks, swizzle, shuffle, lane loads and stores.
#include "common.h"

enum { SIZE = 1040 };
static char text[SIZE], out[2 * SIZE];

static void inputs(uint32_t with) {
  seed(with);
  for (int i = 0; i < SIZE; i++) {
    uint32_t draw = next() >> 9;
    text[i] = (char)(draw % 7 == 0 ? ' ' : draw % 61 == 0 ? '\n' : 'a' + draw % 26);
  }
}

EXPORT("count") uint64_t count(uint32_t with) {
  inputs(with);
  uint64_t lines = 0, spaces = 0, last = 0;
  for (int i = 0; i < SIZE; i += 16) {
    v128_t t = wasm_v128_load(text + i);
    uint32_t at = (uint32_t)wasm_i8x16_bitmask(wasm_i8x16_eq(t, wasm_i8x16_splat('\n')));
    lines += (uint64_t)__builtin_popcount(at);
    spaces += (uint64_t)__builtin_popcount((uint32_t)wasm_i8x16_bitmask(wasm_i8x16_le(t, wasm_i8x16_splat(' '))));
    if (wasm_v128_any_true(wasm_i8x16_eq(t, wasm_i8x16_splat('z')))) last = (uint64_t)i;
    if (wasm_i8x16_all_true(wasm_i8x16_ne(t, wasm_i8x16_splat(' ')))) lines += 1000;
  }
  return lines << 40 ^ spaces << 20 ^ last;
}

EXPORT("hex") uint64_t hex(uint32_t with) {
  inputs(with);
  v128_t digits = wasm_i8x16_const('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f');
  for (int i = 0; i < SIZE; i += 16) {
    v128_t t = wasm_v128_load(text + i);
    v128_t high = wasm_i8x16_swizzle(digits, wasm_u8x16_shr(t, 4));
    v128_t low = wasm_i8x16_swizzle(digits, wasm_v128_and(t, wasm_i8x16_splat(15)));
    wasm_v128_store(out + 2 * i, wasm_i8x16_shuffle(high, low, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
    wasm_v128_store(out + 2 * i + 16, wasm_i8x16_shuffle(high, low, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31));
  }
  return checksum(out, sizeof out);
}

EXPORT("reverse") uint64_t reverse(uint32_t with) {
  inputs(with);
  for (int i = 0; i < SIZE; i += 16) {
    v128_t t = wasm_v128_load(text + i);
    t = wasm_i8x16_shuffle(t, t, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    wasm_v128_store(out + SIZE - 16 - i, wasm_v128_andnot(t, wasm_v128_not(wasm_i8x16_popcnt(t))));
  }
  return checksum(out, SIZE);
}

EXPORT("scatter") uint64_t scatter(uint32_t with) {
  inputs(with);
  for (int i = 0; i + 33 < SIZE; i += 32) {
    v128_t v = wasm_v128_load8_splat(text + i);
    v = wasm_v128_load8_lane(text + i + 1, v, 3);
    v = wasm_v128_load16_lane(text + i + 3, v, 5);
    v = wasm_v128_load32_lane(text + i + 5, v, 0);
    v = wasm_v128_load64_lane(text + i + 7, v, 1);
    v = wasm_i16x8_add(v, wasm_i16x8_load8x8(text + i + 11));
    v = wasm_i32x4_mul(v, wasm_u32x4_load16x4(text + i + 13));
    v = wasm_i64x2_mul(v, wasm_i64x2_load32x2(text + i + 15));
    v = wasm_v128_xor(v, wasm_v128_load32_zero(text + i + 17));
    v = wasm_v128_or(v, wasm_v128_load64_zero(text + i + 19));
    v = wasm_i32x4_sub(v, wasm_v128_load16_splat(text + i + 21));
    wasm_v128_store8_lane(out + i, v, 13);
    wasm_v128_store16_lane(out + i + 1, v, 6);
    wasm_v128_store32_lane(out + i + 3, v, 2);
    wasm_v128_store64_lane(out + i + 7, v, 0);
    wasm_v128_store(out + i + 15, wasm_i32x4_shr(v, 37));
  }
  return checksum(out, SIZE);
}
