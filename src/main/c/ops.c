/* The binary operators. Small ints and floats are dealt with where they are met. */
#include "objects.h"

val unsupported(const char *op, val a, val b) {
  return py_raise(E_TypeError, "unsupported operand type(s) for %s: '%t' and '%t'", op, a, b);
}

static inline bool both_ints(val a, val b) { return ((a | b) & 1) == 0; }

static inline bool a_float(val a, val b) { return is(a, T_FLOAT) || is(b, T_FLOAT); }

/* Of floats and small ints, the rest being number.c's. */
static inline bool as_double(val v, double *d) {
  if (is_int(v)) {
    *d = (double)small(v);
    return true;
  }
  if (!is(v, T_FLOAT)) return false;
  *d = AS(flt, v)->value;
  return true;
}

static val both_numbers(u32 op, val a, val b) {
  return number_is(a) && number_is(b) ? number_binary(op, a, b) : MISSING;
}

static val repeat(val sequence, val times) {
  i64 n;
  if (!int_index(times, &n, "can't multiply sequence by non-int of type '%t'")) return ERROR;
  if (is(times, T_BIG) && (n == INT64_MAX || n == INT64_MIN)) {
    return py_raise(E_OverflowError, "cannot fit '%t' into an index-sized integer", times);
  }
  if (n < 0) n = 0;
  switch (object_of(sequence)->type) {
    case T_STR: return str_repeat(sequence, n);
    case T_LIST: return list_repeat(sequence, n);
    default: return tuple_repeat(sequence, n);
  }
}

static bool is_view(val v) { return is_set_view(v) || is(v, T_VALUES); }

static bool repeats(val v) { return is(v, T_STR) || is_sequence(v); }

static val merge(val a, val b) {
  val merged = dict_copy(AS(dict, a));
  if (merged != ERROR && dict_update(AS(dict, merged), b)) return merged;
  return ERROR;
}

/* dict_keys and dict_items are sets to these. */
static val no_sets(val a, val b) {
  val other = is_set_view(a) ? b : a;
  if (py_iter(other) == ERROR) return ERROR;
  return py_refuse("a set");
}

static val binary(u32 op, const char *text, val a, val b) {
  if (py_failed()) return ERROR;
  val result = both_numbers(op, a, b);
  if (result != MISSING) return result;
  u32 s = py_type(a);
  switch (op) {
    case '+':
      if (s == T_STR) {
        if (is(b, T_STR)) return str_concat(a, b);
        return py_raise(E_TypeError, "can only concatenate str (not \"%t\") to str", b);
      }
      if (s == T_LIST) return list_concat(a, b);
      if (s == T_TUPLE) return tuple_concat(a, b);
      break;
    case '*':
      if (repeats(a)) return repeat(a, b);
      if (repeats(b)) return repeat(b, a);
      break;
    case '%':
      if (s == T_STR) return str_percent(a, b);
      break;
    case '|':
      if (s == T_DICT && is(b, T_DICT)) return merge(a, b);
      if (is_set_view(a) || is_set_view(b)) return no_sets(a, b);
      break;
    case '-': case '&': case '^':
      if (is_set_view(a) || is_set_view(b)) return no_sets(a, b);
      break;
    default: break;
  }
  return unsupported(text, a, b);
}

/* The augmented ones: a list changes in place by += and *=, a dict by |=. */
static val augmented(u32 op, const char *text, val a, val b) {
  if (py_failed()) return ERROR;
  if (is(a, T_LIST) && op == '+') return list_extend(AS(list, a), b) ? a : ERROR;
  if (is(a, T_LIST) && op == '*') {
    list *l = AS(list, a);
    val repeated = repeat(a, b);
    if (repeated == ERROR) return ERROR;
    l->items = AS(list, repeated)->items;
    l->length = AS(list, repeated)->length;
    return a;
  }
  /* what is a sequence in CPython's eyes without repeating leaves the right one no turn */
  if (op == '*' && (is(a, T_DICT) || is(a, T_RANGE) || is_view(a))) return unsupported(text, a, b);
  if (is(a, T_DICT) && op == '|') return dict_update(AS(dict, a), b) ? a : ERROR;
  return binary(op, text, a, b);
}

/* Whether a float's way is taken is decided in a function of its own: so the int's way is short enough
 * to be compiled into the program's loops. */
#define SLOW(name, op, text)                                                                       \
  static __attribute__((noinline)) val name##_slow(val a, val b) { return binary(op, text, a, b); } \
  static __attribute__((noinline)) val i##name##_slow(val a, val b) {                              \
    return augmented(op, text "=", a, b);                                                          \
  }
SLOW(add, '+', "+")
SLOW(sub, '-', "-")
SLOW(mul, '*', "*")
#define FLOATS(name, op)                                                                           \
  static __attribute__((noinline)) val name##_other(val a, val b) {                                \
    double x, y;                                                                                   \
    if (a_float(a, b) && as_double(a, &x) && as_double(b, &y)) return float_new(x op y);           \
    return name##_slow(a, b);                                                                      \
  }
FLOATS(add, +)
FLOATS(sub, -)
FLOATS(mul, *)
FLOATS(iadd, +)
FLOATS(isub, -)
FLOATS(imul, *)
SLOW(mod, '%', "%")
SLOW(floordiv, 'f', "//")
SLOW(div, '/', "/")
SLOW(lshift, 'l', "<<")
SLOW(rshift, 'r', ">>")
SLOW(and, '&', "&")
SLOW(or, '|', "|")
SLOW(xor, '^', "^")

/* Shifted by one, ints add and subtract as they are; 64 bits overflow when the 63 bits do. */
#define FAST_ADD(otherwise)                                                                        \
  if (both_ints(a, b)) {                                                                           \
    i64 sum;                                                                                       \
    if (!__builtin_add_overflow((i64)a, (i64)b, &sum)) return (val)sum;                            \
  }                                                                                               \
  return otherwise(a, b);

#define FAST_SUB(otherwise)                                                                        \
  if (both_ints(a, b)) {                                                                           \
    i64 difference;                                                                                \
    if (!__builtin_sub_overflow((i64)a, (i64)b, &difference)) return (val)difference;              \
  }                                                                                               \
  return otherwise(a, b);

/* WebAssembly has no product of 128 bits: the product of doubles tells whether 62 bits are enough, its
 * error being far below the distance of this bound from 2^62. */
#define SAFE_PRODUCT 4.6116860184e18
#define FAST_MUL(otherwise)                                                                        \
  if (both_ints(a, b)) {                                                                           \
    i64 x = small(a);                                                                              \
    i64 y = small(b);                                                                              \
    if (__builtin_fabs((double)x * (double)y) < SAFE_PRODUCT) return from_small(x * y);             \
  }                                                                                               \
  return otherwise(a, b);

/* Ints that doubles hold exactly have a quotient that is rounded rightly. */
#define EXACT (1ll << 53)
#define FAST_DIV(otherwise)                                                                        \
  double x, y;                                                                                     \
  if (as_double(a, &x) && as_double(b, &y) && y != 0 &&                                            \
      (a_float(a, b) || (__builtin_fabs(x) < EXACT && __builtin_fabs(y) < EXACT))) {             \
    return float_new(x / y);                                                                       \
  }                                                                                                \
  return otherwise(a, b);

#define FAST_FLOORDIV(otherwise)                                                                   \
  if (both_ints(a, b) && (i64)b > 0) {                                                             \
    i64 quotient = (i64)a / (i64)b;                                                                \
    return from_small((i64)a < quotient * (i64)b ? quotient - 1 : quotient);                       \
  }                                                                                                \
  return otherwise(a, b);

/* The remainder of the shifted values is the shifted remainder. */
#define FAST_MOD(otherwise)                                                                        \
  if (both_ints(a, b) && (i64)b > 0) {                                                             \
    i64 remainder = (i64)a % (i64)b;                                                               \
    return (val)(remainder < 0 ? remainder + (i64)b : remainder);                                  \
  }                                                                                                \
  return otherwise(a, b);

#define FAST_LSHIFT(otherwise)                                                                     \
  if (both_ints(a, b) && b < from_small(62)) {                                                     \
    i64 shifted = (i64)(a << small(b));                                                            \
    if (shifted >> small(b) == (i64)a) return (val)shifted;                                        \
  }                                                                                                \
  return otherwise(a, b);

#define FAST_RSHIFT(otherwise)                                                                     \
  if (both_ints(a, b) && (i64)b >= 0) {                                                            \
    return from_small(b < from_small(63) ? small(a) >> small(b) : small(a) >> 63);                 \
  }                                                                                                \
  return otherwise(a, b);

#define FAST_BITS(op, otherwise)                                                                   \
  if (both_ints(a, b)) return a op b;                                                              \
  return otherwise(a, b);

val py_add(val a, val b) { FAST_ADD(add_other) }
val py_iadd(val a, val b) { FAST_ADD(iadd_other) }
val py_sub(val a, val b) { FAST_SUB(sub_other) }
val py_isub(val a, val b) { FAST_SUB(isub_other) }
val py_mul(val a, val b) { FAST_MUL(mul_other) }
val py_imul(val a, val b) { FAST_MUL(imul_other) }
val py_div(val a, val b) { FAST_DIV(div_slow) }
val py_idiv(val a, val b) { FAST_DIV(idiv_slow) }
val py_floordiv(val a, val b) { FAST_FLOORDIV(floordiv_slow) }
val py_ifloordiv(val a, val b) { FAST_FLOORDIV(ifloordiv_slow) }
val py_mod(val a, val b) { FAST_MOD(mod_slow) }
val py_imod(val a, val b) { FAST_MOD(imod_slow) }
val py_lshift(val a, val b) { FAST_LSHIFT(lshift_slow) }
val py_ilshift(val a, val b) { FAST_LSHIFT(ilshift_slow) }
val py_rshift(val a, val b) { FAST_RSHIFT(rshift_slow) }
val py_irshift(val a, val b) { FAST_RSHIFT(irshift_slow) }
val py_and(val a, val b) { FAST_BITS(&, and_slow) }
val py_iand(val a, val b) { FAST_BITS(&, iand_slow) }
val py_or(val a, val b) { FAST_BITS(|, or_slow) }
val py_ior(val a, val b) { FAST_BITS(|, ior_slow) }
val py_xor(val a, val b) { FAST_BITS(^, xor_slow) }
val py_ixor(val a, val b) { FAST_BITS(^, ixor_slow) }
val py_pow(val a, val b) { return binary('p', "** or pow()", a, b); }
val py_ipow(val a, val b) { return binary('p', "**=", a, b); }
