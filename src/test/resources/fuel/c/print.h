// Output without printf, so that small programs stay small.
#include <string.h>
#include <unistd.h>

static inline void print_text(const char *text) {
  write(1, text, strlen(text));
}

static inline void print_number(long long number) {
  char text[24];
  char *at = text + sizeof text;
  unsigned long long rest = number < 0 ? 0ull - (unsigned long long)number : (unsigned long long)number;
  *--at = '\n';
  do {
    *--at = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest);
  if (number < 0) {
    *--at = '-';
  }
  write(1, at, (size_t)(text + sizeof text - at));
}
