/* The arguments of str's methods, and CPython's words where they are wrong. */
#include "str.h"

/* What is between the quotes of <class 'int'>. */
static val type_shown(val type) {
  val shown = py_repr(type);
  if (shown == ERROR) return ERROR;
  u32 start = 0, end = STR(shown)->length;
  while (start < end && str_get(STR(shown), start) != '\'') start++;
  while (end > start && str_get(STR(shown), end - 1) != '\'') end--;
  return start + 1 < end ? str_part(shown, start + 1, end - 1) : shown;
}

val str_no_attribute(val v, const char *name) {
  if (py_failed() || v == ERROR) return ERROR;
  if (py_type(v) != T_TYPE)
    return py_raise(E_AttributeError, "'%t' object has no attribute '%s'", v, name);
  val type = type_shown(v);
  if (type == ERROR) return ERROR;
  return py_raise(E_AttributeError, "type object '%v' has no attribute '%s'", type, name);
}

bool str_self(val self, const char *method) {
  if (py_failed()) return false;
  if (str_is(self)) return true;
  str_no_attribute(self, method);
  return false;
}

bool str_one(val argument, const char *method) {
  if (argument != MISSING) return argument != ERROR;
  py_raise(E_TypeError, "str.%s() takes exactly one argument (0 given)", method);
  return false;
}

bool str_least(val argument, const char *method) {
  if (argument != MISSING) return argument != ERROR;
  py_raise(E_TypeError, "%s() takes at least 1 argument (0 given)", method);
  return false;
}

bool str_must(val v) {
  if (str_is(v)) return true;
  if (v != ERROR) py_raise(E_TypeError, "must be str, not %t", v);
  return false;
}

val str_bad_argument(const char *method, const char *which, val v) {
  if (v == ERROR) return ERROR;
  if (v == NONE) return py_raise(E_TypeError, "%s() argument%s must be str, not None", method, which);
  return py_raise(E_TypeError, "%s() argument%s must be str, not %t", method, which, v);
}

void str_hex(u32 n, char to[9]) {
  u32 shift = 28;
  while (shift && !(n >> shift)) shift -= 4;
  for (;; shift -= 4) {
    *to++ = "0123456789abcdef"[n >> shift & 15];
    if (!shift) break;
  }
  *to = 0;
}

static bool bound(val v, i64 *result) {
  if (v == MISSING || v == NONE) return true;
  if (v == ERROR) return false;
  return int_index(v, result, "slice indices must be integers or None or have an __index__ method");
}

bool str_bounds(val start, val end, u32 length, i64 *from, i64 *to) {
  *from = 0;
  *to = INT64_MAX;
  if (!bound(start, from) || !bound(end, to)) return false;
  if (*to > length) *to = length;
  else if (*to < 0) *to += length;
  if (*to < 0) *to = 0;
  if (*from < 0) *from += length;
  if (*from < 0) *from = 0;
  return true;
}

/* Is this big int beyond 64 bits with a sign? */
static bool too_large(val v) {
  if (!is(v, T_BIG)) return false;
  const big *b = AS(big, v);
  if (b->size != 2) return b->size > 2;
  u64 size = (u64)b->limb[1] << 32 | b->limb[0];
  return size > (1ull << 63) - (b->sign > 0);
}

bool str_size(val v, i64 *result) {
  if (v == ERROR) return false;
  if (!int_index(v, result, "'%t' object cannot be interpreted as an integer")) return false;
  if (!too_large(v)) return true;
  py_raise(E_OverflowError, "Python int too large to convert to C ssize_t");
  return false;
}

bool str_c_int(val v, i64 *result) {
  if (v == ERROR) return false;
  if (!int_index(v, result, "'%t' object cannot be interpreted as an integer")) return false;
  if (*result >= INT32_MIN && *result <= INT32_MAX) return true;
  py_raise(E_OverflowError, "Python int too large to convert to C int");
  return false;
}
