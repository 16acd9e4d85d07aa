/* The functions of libm under the names that the rest uses. */
#include "math_errors.h"

#define SAME(name)             \
  extern double name(double);  \
  double math_##name(double x) { return name(x); }

SAME(exp2) SAME(log) SAME(log2)
