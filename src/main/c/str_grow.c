/* Strings that a variable grows by +=: in place, while no one else knows them. */
#include "runtime.h"

val py_iadd(val a, val b);

#define OWNED 1u    /* in a str's flags: only the variable that grows it knows it */
#define SHORTEST 64u /* characters; shorter ones are not worth the room */

static void put(str *to, u32 at, const str *from) {
  if (to->head.width == from->head.width) {
    copy_bytes(to->data + (u64)at * to->head.width, from->data, from->length * from->head.width);
    return;
  }
  for (u32 i = 0; i < from->length; i++) {
    u32 c = str_at(from, i);
    if (to->head.width == 2) ((u16 *)to->data)[at + i] = (u16)c;
    else ((u32 *)to->data)[at + i] = c;
  }
}

static u32 capacity(const str *s) {
  u32 block = py_block_size(s);
  return block ? (block - (u32)sizeof(str)) / s->head.width : 0;
}

/* a += b for such a variable. */
val py_grow(val a, val b) {
  if (!is(a, T_STR) || !is(b, T_STR)) return py_iadd(a, b);
  str *s = AS(str, a);
  const str *t = AS(str, b);
  u64 length = (u64)s->length + t->length;
  if (t->length == 0 || length < SHORTEST || length > 0x1fffffff) return py_iadd(a, b);
  u32 width = s->head.width > t->head.width ? s->head.width : t->head.width;
  if (!(s->head.flags & OWNED) || width > s->head.width || length > capacity(s)) {
    str *grown = py_alloc(T_STR, (u32)sizeof(str) + (u32)(length + length / 2) * width);
    if (!grown) return ERROR;
    grown->head.width = (u8)width;
    grown->head.flags = OWNED;
    put(grown, 0, s);
    grown->length = s->length;
    s = grown;
  }
  put(s, s->length, t);
  s->length = (u32)length;
  s->hash = 0;
  return value_of(s);
}

/* The value of such a variable for others. */
val py_shared(val v) {
  if (is(v, T_STR)) AS(str, v)->head.flags &= (u16)~OWNED;
  return v;
}
