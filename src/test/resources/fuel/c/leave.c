// exit() from deep inside, with functions to run at exit and output still in the buffer.
#include <stdio.h>
#include <stdlib.h>

static void last(void) {
  puts("last");
}

__attribute__((noinline)) static int down(int n) {
  if (n == 0) {
    exit(3);
  }
  return down(n - 1) + 1;
}

int main(void) {
  atexit(last);
  printf("before");
  return down(9);
}
