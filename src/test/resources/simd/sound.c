// 16 bits: fixed-point gain, mixing and a filter.
#include "common.h"

enum { SIZE = 512 };
static int16_t a[SIZE], b[SIZE], out[SIZE];

static void inputs(uint32_t with) {
  seed(with);
  fill(a, sizeof a);
  fill(b, sizeof b);
}

EXPORT("mix") uint64_t mix(uint32_t with) {
  inputs(with);
  for (int i = 0; i < SIZE; i += 8) {
    v128_t x = wasm_v128_load(a + i), y = wasm_v128_load(b + i);
    v128_t gained = wasm_i16x8_q15mulr_sat(x, wasm_i16x8_splat(-23000));
    v128_t mixed = wasm_i16x8_add_sat(gained, wasm_i16x8_sub_sat(y, wasm_i16x8_abs(x)));
    wasm_v128_store(out + i, wasm_i16x8_max(mixed, wasm_i16x8_shl(wasm_u16x8_avgr(x, y), 19)));
  }
  return checksum(out, sizeof out);
}

EXPORT("energy") uint64_t energy(uint32_t with) {
  inputs(with);
  v128_t sum = wasm_i64x2_const(0, 0), pairs = wasm_i32x4_const(1, 2, 3, 4);
  for (int i = 0; i < SIZE; i += 8) {
    v128_t x = wasm_v128_load(a + i), y = wasm_v128_load(b + i);
    v128_t dot = wasm_i32x4_dot_i16x8(x, y);
    pairs = wasm_i32x4_add(pairs, wasm_i32x4_extadd_pairwise_i16x8(x));
    pairs = wasm_i32x4_sub(pairs, wasm_u32x4_extadd_pairwise_u16x8(y));
    sum = wasm_i64x2_add(sum, wasm_i64x2_extmul_low_i32x4(dot, pairs));
    sum = wasm_i64x2_sub(sum, wasm_u64x2_extmul_high_u32x4(dot, pairs));
  }
  return (uint64_t)wasm_i64x2_extract_lane(sum, 0) ^ (uint64_t)wasm_i64x2_extract_lane(sum, 1);
}

EXPORT("filter") uint64_t filter(uint32_t with) {
  inputs(with);
  for (int i = 3; i < SIZE; i++) {
    int32_t sum = a[i] * 5 + a[i - 1] * 3 - a[i - 2] * 2 + a[i - 3] + b[i];
    out[i] = (int16_t)(sum >> 3);
  }
  return checksum(out, sizeof out);
}
