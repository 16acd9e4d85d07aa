// printf and its friends: varargs, large switches, buffered output.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char text[200];
  for (int i = 1; i <= 4; i++) {
    snprintf(text, sizeof text, "%d:%5.2f:%-6s|%06x|%c|%lld|%+e", i, i / 3.0, "abc", i * 4097, 'a' + i,
             1LL << (i * 15), i * 1e10);
    puts(text);
  }
  strcpy(text, "one,two;three,,four");
  for (char *part = strtok(text, ",;"); part; part = strtok(NULL, ",;")) {
    printf("[%s] %zu %s\n", part, strlen(part), strchr(part, 'e') ? "has e" : "has none");
  }
  printf("%ld %g %d\n", strtol("-0x7f", NULL, 0), strtod("2.5e-3", NULL), atoi("  42x"));
  fprintf(stderr, "done\n");
  return 0;
}
