/* py_bool as a function of its own, for the written code; runtime.h has it inline for C. */
#define py_bool py_bool_inline
#include "runtime.h"
#undef py_bool

val py_bool(i32 truth);
val py_bool(i32 truth) { return truth ? TRUE : FALSE; }
