// Bytes in a large array, short loops.
#include "print.h"
#ifndef N
#define N 10000
#endif

static unsigned char composite[N];

int main(void) {
  int count = 0;
  for (int i = 2; i < N; i++) {
    if (!composite[i]) {
      count++;
      for (long long j = (long long)i * i; j < N; j += i) {
        composite[j] = 1;
      }
    }
  }
  print_number(count);
  return 0;
}
