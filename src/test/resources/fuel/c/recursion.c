// Deep and mutual recursion: Ackermann, queens, even and odd.
#include "print.h"
#ifndef DEPTH
#define DEPTH 6
#endif

static int ackermann(int m, int n) {
  return m == 0 ? n + 1 : ackermann(m - 1, n == 0 ? 1 : ackermann(m, n - 1));
}

static int queens(int n, unsigned columns, unsigned left, unsigned right) {
  unsigned all = (1u << n) - 1;
  if (columns == all) {
    return 1;
  }
  int found = 0;
  for (unsigned free = all & ~(columns | left | right); free; free &= free - 1) {
    unsigned bit = free & -free;
    found += queens(n, columns | bit, (left | bit) << 1, (right | bit) >> 1);
  }
  return found;
}

static int odd(unsigned n);
__attribute__((noinline)) static int even(unsigned n) {
  return n == 0 ? 1 : odd(n - 1);
}
__attribute__((noinline)) static int odd(unsigned n) {
  return n == 0 ? 0 : even(n - 1);
}

int main(void) {
  print_number(ackermann(DEPTH / 3, DEPTH));
  print_number(queens(DEPTH, 0, 0, 0));
  print_number(even(DEPTH * 50 + 1) * 2 + odd(77));
  return 0;
}
