// libc's qsort: calls through a function pointer, byte by byte swaps.
#include <stdlib.h>
#include "print.h"
#ifndef N
#define N 700
#endif

static int numbers[N];

static int ascending(const void *left, const void *right) {
  int a = *(const int *)left, b = *(const int *)right;
  return (a > b) - (a < b);
}

int main(void) {
  unsigned x = 2463534242u;
  for (int i = 0; i < N; i++) {
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    numbers[i] = (int)x;
  }
  qsort(numbers, N, sizeof *numbers, ascending);
  unsigned checksum = 0;
  for (int i = 0; i < N; i++) {
    checksum = checksum * 31 + (unsigned)numbers[i];
    if (i > 0 && numbers[i - 1] > numbers[i]) {
      print_text("not sorted\n");
      return 1;
    }
  }
  print_number(checksum);
  return 0;
}
