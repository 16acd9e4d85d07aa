// Tables of function pointers, callbacks, functions that return functions.
#include "print.h"

typedef long (*operation)(long, long);

static long add(long a, long b) {
  return a + b;
}
static long sub(long a, long b) {
  return a - b;
}
static long mul(long a, long b) {
  return (long)((unsigned long)a * (unsigned long)b);
}
static long larger(long a, long b) {
  return a > b ? a : b;
}

static operation operations[] = {add, sub, mul, larger, sub};

__attribute__((noinline)) static operation choose(long n) {
  return operations[n % 5];
}

__attribute__((noinline)) static long fold(operation f, const long *from, int count, long start) {
  for (int i = 0; i < count; i++) {
    start = f(start, from[i]);
  }
  return start;
}

int main(void) {
  long numbers[] = {3, 1, 4, 1, 5, 9, 2, 6};
  for (long i = 0; i < 5; i++) {
    print_number(fold(choose(i), numbers, 8, i));
  }
  long x = 1;
  for (long i = 0; i < 100; i++) {
    x = choose(i)(x, i) % 100003;
  }
  print_number(x);
  return 0;
}
