// Structs passed and returned by value, arrays inside them, bit fields, unions.
#include <stdint.h>
#include "print.h"

struct vector {
  double x, y, z;
};
struct packet {
  uint8_t kind : 3, flags : 5;
  uint16_t length;
  union {
    uint32_t word;
    uint8_t bytes[4];
  } body;
  struct vector at[2];
};

__attribute__((noinline)) static struct vector add(struct vector a, struct vector b) {
  return (struct vector){a.x + b.x, a.y + b.y, a.z + b.z};
}

__attribute__((noinline)) static struct packet next(struct packet p, int step) {
  p.kind = (uint8_t)(p.kind + step);
  p.flags ^= 5;
  p.length = (uint16_t)(p.length * 3 + step);
  p.body.bytes[step & 3] ^= (uint8_t)step;
  p.at[step & 1] = add(p.at[0], p.at[1]);
  return p;
}

int main(void) {
  struct packet p = {1, 2, 3, {0x01020304}, {{1, 2, 3}, {0.5, 0.25, 0.125}}};
  for (int i = 0; i < 40; i++) {
    p = next(p, i);
  }
  print_number(p.kind + p.flags * 8);
  print_number(p.length);
  print_number(p.body.word);
  print_number((long long)(p.at[0].x + p.at[1].y));
  return 0;
}
