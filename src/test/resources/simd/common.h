// Inputs and checksums for the vector programs: no libc, no floating-point printing.
#include <stddef.h>
#include <stdint.h>
#include <wasm_simd128.h>

#define EXPORT(name) __attribute__((export_name(name)))

static uint32_t state;

static void seed(uint32_t value) { state = value * 2654435761u + 1; }

static uint32_t next(void) {
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state;
}

static inline void fill(void *at, size_t size) {
  for (uint8_t *p = at, *end = p + size; p < end; p++) *p = (uint8_t)(next() >> 11);
}

static inline uint64_t checksum(const void *at, size_t size) {
  uint64_t hash = 14695981039346656037u;
  for (const uint8_t *p = at, *end = p + size; p < end; p++) hash = (hash ^ *p) * 1099511628211u;
  return hash;
}
