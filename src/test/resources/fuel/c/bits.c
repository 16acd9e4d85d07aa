// 64-bit arithmetic: rotations, counts of bits, division, a wide product, shifts by variables.
#include <stdint.h>
#include "print.h"

static uint64_t state[4] = {1, 2, 3, 4};

static uint64_t rotate(uint64_t x, int by) {
  return x << by | x >> (64 - by);
}

// xoshiro256** of Blackman and Vigna.
static uint64_t next(void) {
  uint64_t result = rotate(state[1] * 5, 7) * 9, t = state[1] << 17;
  state[2] ^= state[0];
  state[3] ^= state[1];
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= t;
  state[3] = rotate(state[3], 45);
  return result;
}

int main(void) {
  int64_t sum = 0;
  for (int i = 0; i < 200; i++) {
    uint64_t a = next(), b = next() | 1;
    sum += (int64_t)(a / b) + (int64_t)(a % (b >> 20 | 1)) + __builtin_popcountll(a);
    sum += __builtin_clzll(b) - __builtin_ctzll(a | 1ull << 63) + (int64_t)((int64_t)a >> (b & 63));
    sum += (int64_t)((unsigned __int128)a * b >> 64);
  }
  print_number(sum);
  return 0;
}
