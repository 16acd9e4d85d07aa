// ChaCha20 on rows of four words, and powers: vectors passed to functions and returned from them.
#include "common.h"

static v128_t counter;

#define ROTATE(x, n) wasm_v128_or(wasm_i32x4_shl(x, n), wasm_u32x4_shr(x, 32 - (n)))

static __attribute__((noinline)) v128_t step(v128_t a, v128_t b, v128_t d, int by) {
  v128_t x = wasm_v128_xor(d, wasm_i32x4_add(a, b));
  return wasm_v128_or(wasm_i32x4_shl(x, (uint32_t)by), wasm_u32x4_shr(x, 32 - (uint32_t)by));
}

EXPORT("chacha") uint64_t chacha(uint32_t with) {
  seed(with);
  v128_t in[4];
  fill(in, sizeof in);
  v128_t a = in[0], b = in[1], c = in[2], d = wasm_i32x4_add(in[3], counter);
  counter = wasm_i32x4_add(counter, wasm_i32x4_make(1, 0, -1, (int)with));
  for (int round = 0; round < 20; round++) {
    d = step(a, b, d, 16), a = wasm_i32x4_add(a, b);
    c = wasm_i32x4_add(c, d), b = ROTATE(wasm_v128_xor(b, c), 12);
    d = step(a, b, d, 8), a = wasm_i32x4_add(a, b);
    c = wasm_i32x4_add(c, d), b = ROTATE(wasm_v128_xor(b, c), 7);
    b = wasm_i32x4_shuffle(b, b, 1, 2, 3, 0);
    c = wasm_i32x4_shuffle(c, c, 2, 3, 0, 1);
    d = wasm_i32x4_shuffle(d, d, 3, 0, 1, 2);
  }
  v128_t out[4] = {a, b, c, d};
  return checksum(out, sizeof out);
}

static __attribute__((noinline)) v128_t power(v128_t base, int exponent) {
  if (exponent == 0) return wasm_i64x2_const(1, 1);
  v128_t half = power(base, exponent / 2);
  v128_t square = wasm_i64x2_mul(half, half);
  return exponent % 2 ? wasm_i64x2_mul(square, base) : square;
}

EXPORT("powers") uint64_t powers(uint32_t with) {
  v128_t sum = wasm_i64x2_const(0, 0);
  for (int i = 0; i < 50; i++) {
    v128_t p = power(wasm_i64x2_make(i + 3, (int64_t)with - i), i);
    sum = wasm_v128_bitselect(wasm_i64x2_add(sum, p), wasm_i64x2_abs(sum), wasm_i64x2_gt(p, sum));
  }
  return (uint64_t)wasm_i64x2_extract_lane(sum, 0) * 31 + (uint64_t)wasm_i64x2_extract_lane(sum, 1);
}
