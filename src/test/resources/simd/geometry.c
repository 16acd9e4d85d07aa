// Floats: matrices, bounding boxes and rounding. Nothing here makes a NaN.
#include "common.h"

enum { SIZE = 256 };
static float points[SIZE * 4], moved[SIZE * 4];
static double heights[SIZE], slopes[SIZE];

static void inputs(uint32_t with) {
  seed(with);
  for (int i = 0; i < SIZE * 4; i++) points[i] = (float)(int32_t)next() / 65536.0f;
  for (int i = 0; i < SIZE; i++) heights[i] = (double)(int32_t)next() / 1048576.0;
}

EXPORT("transform") uint64_t transform(uint32_t with) {
  inputs(with);
  const v128_t rows[4] = {wasm_f32x4_make(0.5f, 1.25f, -3.0f, 2.0f), wasm_f32x4_make(1.0f, -1.5f, 0.125f, 7.0f),
                          wasm_f32x4_make(0.0f, 2.0f, 4.5f, -0.25f), wasm_f32x4_make(9.0f, 0.1f, 0.2f, 0.3f)};
  for (int i = 0; i < SIZE; i++) {
    v128_t p = wasm_v128_load(points + 4 * i);
    v128_t sum = wasm_f32x4_mul(rows[0], wasm_i32x4_shuffle(p, p, 0, 0, 0, 0));
    sum = wasm_f32x4_add(sum, wasm_f32x4_mul(rows[1], wasm_i32x4_shuffle(p, p, 1, 1, 1, 1)));
    sum = wasm_f32x4_sub(sum, wasm_f32x4_mul(rows[2], wasm_i32x4_shuffle(p, p, 2, 2, 2, 2)));
    sum = wasm_f32x4_add(sum, wasm_f32x4_div(rows[3], wasm_f32x4_sqrt(wasm_f32x4_abs(sum))));
    wasm_v128_store(moved + 4 * i, sum);
  }
  return checksum(moved, sizeof moved);
}

EXPORT("box") uint64_t box(uint32_t with) {
  inputs(with);
  v128_t least = wasm_v128_load(points), most = least, close = least, far = least;
  for (int i = 1; i < SIZE; i++) {
    v128_t p = wasm_v128_load(points + 4 * i);
    least = wasm_f32x4_min(least, p);
    most = wasm_f32x4_max(most, p);
    close = wasm_f32x4_pmin(p, wasm_f32x4_neg(close));
    far = wasm_f32x4_pmax(far, wasm_f32x4_ceil(p));
  }
  v128_t result[4] = {least, wasm_f32x4_floor(most), wasm_f32x4_nearest(close), wasm_f32x4_trunc(far)};
  return checksum(result, sizeof result);
}

EXPORT("slope") uint64_t slope(uint32_t with) {
  inputs(with);
  v128_t count = wasm_i64x2_const(0, 0);
  for (int i = 0; i + 2 <= SIZE; i += 2) {
    v128_t h = wasm_v128_load(heights + i);
    v128_t s = wasm_f64x2_div(wasm_f64x2_mul(h, h), wasm_f64x2_add(wasm_f64x2_sqrt(wasm_f64x2_abs(h)), wasm_f64x2_splat(0.75)));
    s = wasm_f64x2_pmax(wasm_f64x2_nearest(s), wasm_f64x2_min(h, wasm_f64x2_floor(s)));
    count = wasm_i64x2_sub(count, wasm_f64x2_lt(h, s));
    wasm_v128_store(slopes + i, s);
  }
  return checksum(slopes, sizeof slopes) ^ (uint64_t)wasm_i64x2_extract_lane(count, 1);
}

EXPORT("convert") uint64_t convert(uint32_t with) {
  inputs(with);
  v128_t result[SIZE / 2];
  for (int i = 0; i < SIZE / 2; i++) {
    v128_t p = wasm_v128_load(points + 4 * i), h = wasm_v128_load(heights + 2 * i);
    v128_t ints = wasm_i32x4_trunc_sat_f32x4(wasm_f32x4_mul(p, wasm_f32x4_splat(100000)));
    v128_t counts = wasm_u32x4_trunc_sat_f32x4(wasm_f32x4_mul(p, p));
    v128_t doubles = wasm_f64x2_add(wasm_f64x2_convert_low_i32x4(ints), wasm_f64x2_convert_low_u32x4(counts));
    v128_t floats = wasm_f32x4_add(wasm_f32x4_demote_f64x2_zero(doubles), wasm_f32x4_convert_u32x4(ints));
    v128_t halves = wasm_v128_or(wasm_i32x4_trunc_sat_f64x2_zero(h), wasm_u32x4_trunc_sat_f64x2_zero(wasm_f64x2_mul(h, h)));
    result[i] = wasm_v128_xor(wasm_f64x2_promote_low_f32x4(floats), wasm_v128_xor(halves, wasm_f32x4_convert_i32x4(counts)));
  }
  return checksum(result, sizeof result);
}
