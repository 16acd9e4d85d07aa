// What a program is given: arguments and environment.
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  for (int i = 0; i < argc; i++) {
    printf("%d %s\n", i, argv[i]);
  }
  const char *home = getenv("HOME"), *none = getenv("NONE");
  printf("%s %s\n", home ? home : "?", none ? none : "?");
  return argc;
}
