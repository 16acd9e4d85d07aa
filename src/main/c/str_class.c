/* The questions that a str answers of its characters: isalpha and the others. */
#include "str.h"
#include "unicode.h"

static inline bool ascii_lower(u32 c) { return c - 'a' < 26; }
static inline bool ascii_upper(u32 c) { return c - 'A' < 26; }

static inline bool is_alpha(u32 c) {
  return c < 128 ? ascii_lower(c | 32) : unicode_alpha(c);
}
static inline bool is_decimal(u32 c) { return unicode_decimal(c) >= 0; }
static inline bool is_digit(u32 c) {
  return c < 128 ? c - '0' < 10 : unicode_digit(c);
}
static inline bool is_numeric(u32 c) {
  return c < 128 ? c - '0' < 10 : unicode_numeric(c);
}
static inline bool is_alnum(u32 c) { return is_alpha(c) || is_numeric(c); }
static inline bool is_printable(u32 c) {
  return c < 128 ? c >= 32 && c < 127 : unicode_printable(c);
}
static inline bool is_lower(u32 c) {
  return c < 128 ? ascii_lower(c) : unicode_islower(c);
}
static inline bool is_upper(u32 c) {
  return c < 128 ? ascii_upper(c) : unicode_isupper(c);
}
static inline bool is_title(u32 c) { return c >= 128 && unicode_istitle(c); }

#define ALL(name, test, of_nothing)                              \
  {                                                              \
    if (!str_self(self, name)) return ERROR;                     \
    const str *s = STR(self);                                    \
    if (s->length == 0) return of_nothing;                       \
    for (u32 i = 0; i < s->length; i++)                          \
      if (!test(str_get(s, i))) return FALSE;                    \
    return TRUE;                                                 \
  }

val py_m_isalpha(val self)
ALL("isalpha", is_alpha, FALSE)

val py_m_isalnum(val self)
ALL("isalnum", is_alnum, FALSE)

val py_m_isdecimal(val self)
ALL("isdecimal", is_decimal, FALSE)

val py_m_isdigit(val self)
ALL("isdigit", is_digit, FALSE)

val py_m_isnumeric(val self)
ALL("isnumeric", is_numeric, FALSE)

val py_m_isspace(val self)
ALL("isspace", unicode_space, FALSE)

val py_m_isprintable(val self)
ALL("isprintable", is_printable, TRUE)

val py_m_isascii(val self) {
  if (!str_self(self, "isascii")) return ERROR;
  return py_bool(str_is_ascii(STR(self)));
}

val py_m_islower(val self) {
  bool cased = false;
  if (!str_self(self, "islower")) return ERROR;
  const str *s = STR(self);
  for (u32 i = 0; i < s->length; i++) {
    u32 c = str_get(s, i);
    if (is_upper(c) || is_title(c)) return FALSE;
    if (!cased) cased = is_lower(c);
  }
  return py_bool(cased);
}

val py_m_isupper(val self) {
  bool cased = false;
  if (!str_self(self, "isupper")) return ERROR;
  const str *s = STR(self);
  for (u32 i = 0; i < s->length; i++) {
    u32 c = str_get(s, i);
    if (is_lower(c) || is_title(c)) return FALSE;
    if (!cased) cased = is_upper(c);
  }
  return py_bool(cased);
}

/* Upper case only after what has no case, lower case only after what has. */
val py_m_istitle(val self) {
  bool cased = false, before = false;
  if (!str_self(self, "istitle")) return ERROR;
  const str *s = STR(self);
  for (u32 i = 0; i < s->length; i++) {
    u32 c = str_get(s, i);
    if (is_upper(c) || is_title(c)) {
      if (before) return FALSE;
      before = cased = true;
    } else if (is_lower(c)) {
      if (!before) return FALSE;
      cased = true;
    } else {
      before = false;
    }
  }
  return py_bool(cased);
}

val py_m_isidentifier(val self) {
  if (!str_self(self, "isidentifier")) return ERROR;
  const str *s = STR(self);
  if (s->length == 0) return FALSE;
  for (u32 i = 0; i < s->length; i++) {
    u32 c = str_get(s, i);
    if (!unicode_id_start(c) && !(i && unicode_id_more(c))) return FALSE;
  }
  return TRUE;
}
