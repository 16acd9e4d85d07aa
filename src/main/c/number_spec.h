/* A format specification of numbers, taken apart. */
#ifndef SANDGLASS_NUMBER_SPEC_H
#define SANDGLASS_NUMBER_SPEC_H

#include "limbs.h"

typedef struct spec {
  u32 fill;       /* a character; ' ' if none is given */
  u32 align;      /* one of < > = ^ */
  u32 sign;       /* '+', '-', ' ', or 0 */
  bool positive_zero; /* z */
  bool alternate; /* # */
  i32 width;      /* -1 if none */
  u32 separator;  /* ',', '_' or 0 */
  u32 group;      /* digits between separators */
  i32 precision;  /* -1 if none */
  u32 type;       /* 0 if none */
} spec;

/* The parts of a number's text: sign, prefix, digits to be grouped, the rest as it is. */
typedef struct parts {
  bool negative;
  const char *prefix;
  u32 prefix_length;
  const char *digits;
  u32 digit_count;
  const char *rest;
  u32 rest_length;
} parts;

/* number_spec.c */
bool spec_read(spec *s, val v, val text);
/* number_layout.c; wide is a character of the format c, which replaces all digits, or -1 */
val spec_layout(const spec *s, const parts *p, i64 wide);

#endif
