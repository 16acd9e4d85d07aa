/* Exceptions as values: their arguments and their texts. */
#include "runtime.h"

val exc_args(exc *e) {
  return e->args;
}

val py_attr_args(val e) {
  if (py_failed()) return ERROR;
  if (!is(e, T_EXC)) return py_raise(E_AttributeError, "'%t' object has no attribute 'args'", e);
  return AS(exc, e)->args;
}

/* Joins a text and the str or repr of values as py_raise's formats do, for results. */
static void add(builder *b, val text) {
  if (!py_failed()) build_str(b, text);
}

static val finish(builder *b) {
  return py_failed() ? ERROR : build_end(b);
}

static void add_hex(builder *b, u32 c) {
  static const char digits[] = "0123456789abcdef";
  u32 count = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
  build_char(b, '\\');
  build_char(b, count == 2 ? 'x' : count == 4 ? 'u' : 'U');
  while (count--) build_char(b, (u8)digits[c >> (4 * count) & 15]);
}

/* 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed */
static val encode_text(tuple *args) {
  str *s = AS(str, args->at[1]);
  i64 start = small(args->at[2]), end = small(args->at[3]);
  i64 length = s->length;
  /* as CPython clamps them */
  if (start < 0) start = 0;
  if (start >= length) start = length ? length - 1 : 0;
  if (end < 1) end = 1;
  if (end > length) end = length;
  builder b;
  build_start(&b);
  build_char(&b, '\'');
  add(&b, args->at[0]);
  if (start < length && end == start + 1) {
    build_ascii(&b, "' codec can't encode character '");
    add_hex(&b, str_at(s, (u32)start));
    build_ascii(&b, "' in position ");
    add(&b, py_str(from_small(start)));
  } else {
    build_ascii(&b, "' codec can't encode characters in position ");
    add(&b, py_str(from_small(start)));
    build_char(&b, '-');
    add(&b, py_str(from_small(end - 1)));
  }
  build_ascii(&b, ": ");
  add(&b, args->at[4]);
  return finish(&b);
}

/* [Errno 2] No such file or directory: 'x' -> 'y' */
static val os_text(exc *e) {
  tuple *args = AS(tuple, e->args);
  builder b;
  build_start(&b);
  build_ascii(&b, "[Errno ");
  add(&b, py_str(args->at[0]));
  build_ascii(&b, "] ");
  if (!py_failed()) add(&b, py_str(args->at[1]));
  tuple *full = is(e->full, T_TUPLE) ? AS(tuple, e->full) : 0;
  if (full && full->at[2] != NONE && !py_failed()) {
    build_ascii(&b, ": ");
    add(&b, py_repr(full->at[2]));
    if (full->length == 5 && full->at[4] != NONE && !py_failed()) {
      build_ascii(&b, " -> ");
      add(&b, py_repr(full->at[4]));
    }
  }
  return finish(&b);
}

val exc_str(val v) {
  exc *e = AS(exc, v);
  tuple *args = AS(tuple, e->args);
  if (e->kind == E_UnicodeEncodeError && args->length == 5) return encode_text(args);
  if (kind_is(e->kind, E_OSError) && args->length >= 2 && args->length <= 5) return os_text(e);
  if (e->kind == E_SyntaxError && args->length != 1) {
    return args->length ? py_str(args->at[0]) : str_new("None");
  }
  if (args->length == 0) return str_new("");
  if (args->length > 1) return py_repr(e->args);
  return e->kind == E_KeyError ? py_repr(args->at[0]) : py_str(args->at[0]);
}

val exc_repr(val v) {
  exc *e = AS(exc, v);
  tuple *args = AS(tuple, e->args);
  builder b;
  build_start(&b);
  build_ascii(&b, kind_name(e->kind));
  if (args->length == 1) {
    build_char(&b, '(');
    add(&b, py_repr(args->at[0]));
    build_char(&b, ')');
  } else {
    add(&b, py_repr(e->args));
  }
  return finish(&b);
}
