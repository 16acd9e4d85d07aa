// Calls, and nothing else.
#include "print.h"
#ifndef N
#define N 18
#endif

__attribute__((noinline)) static int fib(int n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

int main(int argc, char **argv) {
  (void)argv;
  print_number(fib(N - 1 + argc));
  return 0;
}
