// Floating point: Newton's method, a little Mandelbrot set, conversions, libm.
#include <math.h>
#include "print.h"

int main(void) {
  double root = 1;
  for (int i = 0; i < 20; i++) {
    root = (root + 2 / root) / 2;
  }
  print_number((long long)(root * 1e12));
  for (int y = -4; y <= 4; y++) {
    char line[26];
    for (int x = 0; x < 25; x++) {
      float a = 0, b = 0;
      int n = 0;
      while (n < 30 && a * a + b * b < 4) {
        float t = a * a - b * b + (float)(x - 17) / 9;
        b = 2 * a * b + (float)y / 4;
        a = t;
        n++;
      }
      line[x] = " .:+*#"[n / 6 > 5 ? 5 : n / 6];
    }
    line[25] = '\n';
    write(1, line, 26);
  }
  double sum = 0;
  for (int i = 1; i < 50; i++) {
    sum += sin(i) * exp(-i / 10.0) + sqrt(i) + floor(i / 3.0) + fmod(i, 2.5);
  }
  print_number((long long)(sum * 1e6));
  return 0;
}
