/* The value stack: frames of variables, and temporaries above each. Its top and the number of frames are
 * WebAssembly globals, for the program's code to work on; what it does with them is written by hand
 * in ByHand.java. */
#include "stack.h"

#include "runtime.h"

/* With 1000 frames at the most these are enough for frames of 48 variables. */
#define SLOTS 65536u

static val slots[SLOTS];

u32 py_stack(void) {
  return (u32)slots;
}

val *py_pop(u32 n) {
  u32 at = py_sp() - n * (u32)sizeof(val);
  py_set_sp(at);
  return (val *)at;
}

/* There is no frame: an error is pending, or will be. */
u32 py_enter_failed(void) {
  if (!py_failed()) py_raise(E_RecursionError, "maximum recursion depth exceeded");
  return 0;
}

void stack_mark(void) {
  const val *top = (val *)py_sp();
  for (const val *at = slots; at < top; at++) py_mark(*at);
}
