// Bytes: blending, brightening and thresholds of an image, and the same loops left to the compiler.
#include "common.h"

enum { SIZE = 1024 };
static uint8_t a[SIZE], b[SIZE], out[SIZE];

static void inputs(uint32_t with) {
  seed(with);
  fill(a, SIZE);
  fill(b, SIZE);
}

EXPORT("blend") uint64_t blend(uint32_t with) {
  inputs(with);
  for (int i = 0; i < SIZE; i += 16) {
    v128_t x = wasm_v128_load(a + i), y = wasm_v128_load(b + i);
    v128_t mean = wasm_u8x16_avgr(x, y);
    v128_t bright = wasm_u8x16_add_sat(mean, wasm_u8x16_splat(40));
    v128_t dark = wasm_u8x16_sub_sat(mean, wasm_u8x16_splat(90));
    v128_t mask = wasm_u8x16_gt(x, y);
    wasm_v128_store(out + i, wasm_v128_bitselect(bright, dark, mask));
  }
  return checksum(out, SIZE);
}

EXPORT("levels") uint64_t levels(uint32_t with) {
  inputs(with);
  for (int i = 0; i < SIZE; i += 16) {
    v128_t x = wasm_v128_load(a + i), y = wasm_v128_load(b + i);
    v128_t low = wasm_i16x8_mul(wasm_u16x8_extend_low_u8x16(x), wasm_i16x8_splat(77));
    v128_t high = wasm_i16x8_mul(wasm_u16x8_extend_high_u8x16(x), wasm_i16x8_splat(77));
    low = wasm_i16x8_add(low, wasm_u16x8_extmul_low_u8x16(y, wasm_i8x16_splat(51)));
    high = wasm_i16x8_add(high, wasm_u16x8_extmul_high_u8x16(y, wasm_i8x16_splat(51)));
    v128_t packed = wasm_u8x16_narrow_i16x8(wasm_u16x8_shr(low, 7), wasm_i16x8_shr(high, 6));
    v128_t clamped = wasm_u8x16_max(wasm_u8x16_min(packed, wasm_u8x16_splat(235)), wasm_u8x16_splat(16));
    wasm_v128_store(out + i, wasm_v128_xor(clamped, wasm_i8x16_min(x, wasm_i8x16_neg(y))));
  }
  return checksum(out, SIZE);
}

EXPORT("compiled") uint64_t compiled(uint32_t with) {
  inputs(with);
  uint32_t sum = 0;
  for (int i = 0; i < SIZE; i++) {
    int difference = a[i] - b[i];
    out[i] = (uint8_t)(difference < 0 ? -difference : difference);
    sum += out[i];
  }
  return checksum(out, SIZE) ^ sum;
}
