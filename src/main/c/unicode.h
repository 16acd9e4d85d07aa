/*
 * What Unicode says of characters, as CPython 3.12 has it. A file for each property, all but
 * unicode.c written by unicode.py, so that a program carries only the tables that it uses.
 */
#ifndef SANDGLASS_UNICODE_H
#define SANDGLASS_UNICODE_H

#include "runtime.h"

bool unicode_printable(u32 c);
bool unicode_alpha(u32 c);
i32 unicode_decimal(u32 c); /* the digit's value, or -1 */
bool unicode_digit(u32 c);
bool unicode_numeric(u32 c);
bool unicode_space_beyond(u32 c); /* from 128 up */
bool unicode_line_end(u32 c);
bool unicode_islower(u32 c);
bool unicode_isupper(u32 c);
bool unicode_istitle(u32 c);   /* title case proper, not upper case */
bool unicode_cased(u32 c);
bool unicode_ignorable(u32 c); /* looked past for a final sigma */
bool unicode_id_start(u32 c);
bool unicode_id_more(u32 c);   /* in an identifier only after its start */

/* The full mappings: how many characters, one to three, now stand in to. */
u32 unicode_upper(u32 c, u32 to[3]);
u32 unicode_lower(u32 c, u32 to[3]);
u32 unicode_title(u32 c, u32 to[3]);
u32 unicode_fold(u32 c, u32 to[3]);

/* For the tables' files: membership in a set given by its edges; a mapping by its record. */
bool unicode_within(u32 c, const u16 *edges, const u16 *planes);
u32 unicode_mapped(u32 c, i32 record, const u16 *many, u32 to[3]);

static inline bool unicode_space(u32 c) {
  if (c < 128) return c == ' ' || c - 9 < 5 || c - 28 < 4;
  return unicode_space_beyond(c);
}

#endif
