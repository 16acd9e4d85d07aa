/* Hashes: our own for dicts, and CPython's for hash(). */
#include "objects.h"

double frexp(double value, int *exponent);

static u32 scatter(u32 hash, u32 part) { return (hash ^ part) * 0x9e3779b1u + (hash >> 15); }

/* Ints of 32 bits are their own hash: keys that count up then never collide. */
static u32 number_key(val v) {
  if (is_bool(v)) return v == TRUE;
  if (is_int(v) && small(v) == (i32)small(v)) return (u32)small(v);
  if (is(v, T_FLOAT)) {
    double d = float_value(v);
    if (d >= -2147483648.0 && d <= 2147483647.0 && d == (double)(i32)d) return (u32)(i32)d;
  }
  return number_hash(v);
}

static u32 tuple_hash(tuple *t) {
  if (t->hash) return t->hash;
  if (object_depth >= DEEPEST) {
    py_raise(E_RecursionError, "maximum recursion depth exceeded");
    return 0;
  }
  object_depth++;
  u32 hash = 0x27d4eb2fu + t->length;
  for (u32 i = 0; i < t->length; i++) {
    hash = scatter(hash, key_hash(t->at[i]));
    if (py_failed()) break;
  }
  object_depth--;
  if (py_failed()) return 0;
  if (!hash) hash = 1;
  t->hash = hash;
  return hash;
}

u32 py_hash(val v) {
  u32 type = py_type(v);
  switch (type) {
    case T_INT: case T_BIG: case T_BOOL: case T_FLOAT: return number_key(v);
    case T_STR: return str_hash(AS(str, v));
    case T_TUPLE: return tuple_hash(AS(tuple, v));
    case T_RANGE: return range_hash(v);
    case T_TYPE: return AS(typeobj, v)->which * 0x9e3779b1u;
    case T_LIST: case T_DICT: case T_KEYS: case T_ITEMS:
      py_raise(E_TypeError, "unhashable type: '%t'", v);
      return 0;
    default: return (u32)v >> 3;
  }
}

#define BITS 61
#define MODULUS ((1ull << BITS) - 1)

static u64 rotate(u64 x, u32 by) { return by ? ((x << by) & MODULUS) | (x >> (BITS - by)) : x; }

static i64 signed_hash(u64 x, bool negative) {
  i64 hash = negative ? -(i64)x : (i64)x;
  return hash == -1 ? -2 : hash;
}

static i64 int_public(val v) {
  if (is_int(v)) {
    i64 n = small(v);
    return signed_hash((u64)(n < 0 ? -n : n) % MODULUS, n < 0);
  }
  const big *b = AS(big, v);
  u64 x = 0;
  for (u32 i = b->size; i-- > 0;) {
    x = rotate(x, 32) + b->limb[i];
    if (x >= MODULUS) x -= MODULUS;
  }
  return signed_hash(x, b->sign < 0);
}

static i64 float_public(val v) {
  double d = float_value(v);
  if (d != d) return (i64)(v >> 4);
  if (d - d != 0) return d > 0 ? 314159 : -314159;
  int e;
  double m = frexp(d < 0 ? -d : d, &e);
  u64 x = 0;
  while (m != 0) {
    x = rotate(x, 28);
    m *= 268435456.0;
    e -= 28;
    u64 y = (u64)m;
    m -= (double)y;
    x += y;
    if (x >= MODULUS) x -= MODULUS;
  }
  u32 turn = e >= 0 ? (u32)e % BITS : BITS - 1 - (u32)(-1 - e) % BITS;
  return signed_hash(rotate(x, turn), d < 0);
}

static bool hash_public(val v, i64 *result);

/* The xxHash of CPython's tuples. */
static bool tuple_public(const tuple *t, i64 *result) {
  u64 sum = 2870177450012600261ull;
  for (u32 i = 0; i < t->length; i++) {
    i64 lane;
    if (!hash_public(t->at[i], &lane)) return false;
    sum += (u64)lane * 14029467366897019727ull;
    sum = (sum << 31) | (sum >> 33);
    sum *= 11400714785074694791ull;
  }
  sum += t->length ^ (2870177450012600261ull ^ 3527539ull);
  *result = sum == UINT64_MAX ? 1546275796 : (i64)sum;
  return true;
}

static bool hash_public(val v, i64 *result) {
  switch (py_type(v)) {
    case T_INT: case T_BIG: *result = int_public(v); return true;
    case T_BOOL: *result = v == TRUE; return true;
    case T_FLOAT: *result = float_public(v); return true;
    case T_NONE: *result = 0xfca86420; return true;
    case T_TUPLE: {
      py_hash(v); /* checks that it is hashable, and not too deep */
      return !py_failed() && tuple_public(AS(tuple, v), result);
    }
    case T_RANGE: {
      val length = range_length(v);
      val parts = tuple_new(3);
      if (parts == ERROR) return false;
      tuple *t = AS(tuple, parts);
      t->at[0] = length;
      if (length != from_small(0)) t->at[1] = AS(range, v)->start;
      if (length != from_small(0) && length != from_small(1)) t->at[2] = AS(range, v)->step;
      return tuple_public(t, result);
    }
    case T_SLICE: return py_refuse("the hash of a slice") != ERROR;
    default:
      *result = py_hash(v);
      return !py_failed();
  }
}

/* hash(v): CPython's own for numbers, None, and tuples and ranges of them. Those of strs are
 * random there from run to run, those of other objects are addresses. */
val py_hash1(val v) {
  if (py_failed()) return ERROR;
  i64 hash;
  return hash_public(v, &hash) ? int_from_i64(hash) : ERROR;
}
