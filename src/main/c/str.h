/* What the files of strings share with each other. */
#ifndef SANDGLASS_STR_H
#define SANDGLASS_STR_H

#include "runtime.h"

#define STR(v) AS(str, v)

static inline bool str_is(val v) { return is(v, T_STR); }

/* The character at index, where the compiler knows nothing of the width. */
static inline u32 str_char_at(const void *data, u32 width, u32 index) {
  if (width == 1) return ((const u8 *)data)[index];
  if (width == 2) return ((const u16 *)data)[index];
  return ((const u32 *)data)[index];
}
static inline u32 str_get(const str *s, u32 index) {
  return str_char_at(s->data, s->head.width, index);
}

static inline u32 str_width_of(u32 c) { return c < 0x100 ? 1 : c < 0x10000 ? 2 : 4; }

/* str.c */
val str_empty(void);
bool str_is_ascii(const str *s);
/* Copies characters from one width to another that holds them. */
void str_spread(u8 *to, u32 to_width, const u8 *from, u32 from_width, u32 count);
u32 str_least_width(const u8 *data, u32 width, u32 count);
val str_from(const u8 *data, u32 width, u32 count); /* a str of the least width */
val str_part(val s, u32 start, u32 end);            /* s itself if that is all of it */
val str_too_long(void);                             /* MemoryError */

/* called from the written code as well */
i32 py_truth(val v);
val py_getitem(val o, val i);
val py_int(val v, val base);
val py_attr_args(val e);
val py_ascii(val v);
val py_format_value(val v, u32 conversion, val spec);

/* str_build.c */
void build_part(builder *b, const str *s, u32 start, u32 end);
void build_fill(builder *b, u32 c, i64 count);

/* str_pad.c: that many fill characters before and behind; s itself if there are none */
val str_padded(val s, i64 left, i64 right, u32 fill);

/* str_args.c: a method's arguments. All are false, or ERROR, with the error set. */
bool str_self(val self, const char *method);
val str_no_attribute(val v, const char *name);
bool str_one(val argument, const char *method); /* "str.join() takes exactly one argument (0 given)" */
bool str_least(val argument, const char *method); /* "find() takes at least 1 argument (0 given)" */
bool str_must(val v);                            /* "must be str, not int" */
val str_bad_argument(const char *method, const char *which, val v); /* "... argument 1 must be str" */
void str_hex(u32 n, char to[9]);                 /* for a message: the digits, as %x writes them */
bool str_bounds(val start, val end, u32 length, i64 *from, i64 *to);
bool str_size(val v, i64 *result);              /* a C ssize_t, as CPython's argument parsing */
bool str_c_int(val v, i64 *result);             /* a C int */

/* str_find.c */
typedef struct needle {
  const u8 *text, *part;
  u32 length, count, width; /* of the text, of the part, of a character of both */
  u64 mask;                 /* a bit for each character of the part, modulo 64 */
  bool never;               /* the part has a character wider than the text's are */
} needle;
void needle_start(needle *n, const str *text, const str *part);
i64 needle_next(const needle *n, u32 from, u32 to); /* the first within, or -1 */
i64 needle_last(const needle *n, u32 from, u32 to);

#endif
