// Reads stdin with getchar and fgets, answers in upper case, and ends with how many lines there were.
#include <ctype.h>
#include <stdio.h>

int main(void) {
  char line[40];
  int lines = 0;
  int c = getchar();
  printf("first %d\n", c);
  while (fgets(line, sizeof line, stdin)) {
    lines++;
    for (char *at = line; *at; at++) {
      *at = (char)toupper((unsigned char)*at);
    }
    fputs(line, stdout);
  }
  return lines;
}
