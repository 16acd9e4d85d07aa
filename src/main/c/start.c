/* How a program begins and ends. */
#include "runtime.h"

void py_start(void) {
  error_start();
}

/* The low byte of a big int as C's long has it; false if it does not fit a long of 64 bits. */
static bool low_byte(big *b, i32 *code) {
  if (b->size > 2) return false;
  u64 magnitude = (u64)b->limb[1] << 32 | b->limb[0];
  if (magnitude > 1ull << 63 || (b->sign > 0 && magnitude == 1ull << 63)) return false;
  *code = (i32)((b->sign < 0 ? 0 - magnitude : magnitude) & 255);
  return true;
}

/* The exit code that a SystemExit asks for; what is no number is a message for stderr. */
static i32 exit_code(exc *e) {
  tuple *args = AS(tuple, e->args);
  if (args->length == 0) return 0;
  val code = args->length == 1 ? args->at[0] : e->args;
  if (code == NONE || code == FALSE) return 0;
  if (code == TRUE) return 1;
  if (is_int(code)) return (i32)(small(code) & 255);
  i32 low = 255;
  if (is(code, T_BIG)) {
    if (!low_byte(AS(big, code), &low)) {
      io_text(2, "OverflowError: Python int too large to convert to C long\n");
      io_settle(2);
    }
    return low;
  }
  val text = py_str(code);
  if (py_failed()) py_set_failed(0);
  else io_str(2, text);
  io_text(2, "\n");
  io_settle(2);
  return 1;
}

/* After the program's code: reports an error that nothing has caught. Returns if all is well. */
void py_finish(void) {
  i32 code = 0;
  if (py_failed()) {
    val e = py_catch();
    py_handled(NONE);
    io_flush();
    py_set_failed(0);
    u32 kind = AS(exc, e)->kind;
    if (kind == E_SystemExit) {
      code = exit_code(AS(exc, e));
    } else {
      if (kind == E_NameError && AS(exc, e)->full == MISSING) {
        /* whether CPython suggests another name depends on those that there are now */
        u32 line = is(AS(exc, e)->trace, T_VALS) ? (u32)(small(AS(vals, AS(exc, e)->trace)->at[0]) >> 16) : 0;
        end_refused("a variable that may be missing when it is read", line);
      }
      traceback_print(e);
      code = kind == E_KeyboardInterrupt ? 130 : 1;
    }
  }
  io_exit(code);
}
