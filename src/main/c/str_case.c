/* The methods that change case. ASCII goes byte by byte; all else by Unicode's full mappings. */
#include "str.h"
#include "unicode.h"

static inline u8 ascii_lower(u8 c) { return c - 'A' < 26u ? c + 32 : c; }
static inline u8 ascii_upper(u8 c) { return c - 'a' < 26u ? c - 32 : c; }
static inline bool ascii_letter(u8 c) { return (c | 32) - 'a' < 26u; }

static void build_mapped(builder *b, u32 c, u32 (*map)(u32, u32 *)) {
  u32 to[3], count = map(c, to);
  for (u32 i = 0; i < count; i++) build_char(b, to[i]);
}

/* A sigma is final if a letter with case is before it and none behind, looking past what is
 * ignorable. */
static bool final_sigma(const str *s, u32 at) {
  u32 i = at;
  while (i > 0 && unicode_ignorable(str_get(s, i - 1))) i--;
  if (i == 0 || !unicode_cased(str_get(s, i - 1))) return false;
  for (i = at + 1; i < s->length && unicode_ignorable(str_get(s, i));) i++;
  return i == s->length || !unicode_cased(str_get(s, i));
}

static void build_lower(builder *b, const str *s, u32 at) {
  u32 c = str_get(s, at);
  if (c == 0x3a3) build_char(b, final_sigma(s, at) ? 0x3c2 : 0x3c3);
  else build_mapped(b, c, unicode_lower);
}

static val ascii_mapped(const str *s, bool upper) {
  val v = str_make(s->length, 1);
  if (v == ERROR) return ERROR;
  u8 *to = STR(v)->data;
  if (upper) for (u32 i = 0; i < s->length; i++) to[i] = ascii_upper(s->data[i]);
  else for (u32 i = 0; i < s->length; i++) to[i] = ascii_lower(s->data[i]);
  if (s->length == 1) return str_char(to[0]);
  return v;
}

static val ascii_title(const str *s, bool words) {
  bool before = false;
  val v = str_make(s->length, 1);
  if (v == ERROR) return ERROR;
  u8 *to = STR(v)->data;
  for (u32 i = 0; i < s->length; i++) {
    u8 c = s->data[i];
    to[i] = before ? ascii_lower(c) : ascii_upper(c);
    before = !words || ascii_letter(c);
  }
  if (s->length == 1) return str_char(to[0]);
  return v;
}

val py_m_upper(val self) {
  if (!str_self(self, "upper")) return ERROR;
  const str *s = STR(self);
  if (str_is_ascii(s)) return ascii_mapped(s, true);
  builder b;
  build_start(&b);
  for (u32 i = 0; i < s->length; i++) build_mapped(&b, str_get(s, i), unicode_upper);
  return build_end(&b);
}

val py_m_lower(val self) {
  if (!str_self(self, "lower")) return ERROR;
  const str *s = STR(self);
  if (str_is_ascii(s)) return ascii_mapped(s, false);
  builder b;
  build_start(&b);
  for (u32 i = 0; i < s->length; i++) build_lower(&b, s, i);
  return build_end(&b);
}

val py_m_casefold(val self) {
  if (!str_self(self, "casefold")) return ERROR;
  const str *s = STR(self);
  if (str_is_ascii(s)) return ascii_mapped(s, false);
  builder b;
  build_start(&b);
  for (u32 i = 0; i < s->length; i++) build_mapped(&b, str_get(s, i), unicode_fold);
  return build_end(&b);
}

val py_m_capitalize(val self) {
  if (!str_self(self, "capitalize")) return ERROR;
  const str *s = STR(self);
  if (s->length == 0) return self;
  if (str_is_ascii(s)) return ascii_title(s, false);
  builder b;
  build_start(&b);
  build_mapped(&b, str_get(s, 0), unicode_title);
  for (u32 i = 1; i < s->length; i++) build_lower(&b, s, i);
  return build_end(&b);
}

val py_m_swapcase(val self) {
  if (!str_self(self, "swapcase")) return ERROR;
  const str *s = STR(self);
  builder b;
  build_start(&b);
  for (u32 i = 0; i < s->length; i++) {
    u32 c = str_get(s, i);
    if (unicode_isupper(c)) build_lower(&b, s, i);
    else if (unicode_islower(c)) build_mapped(&b, c, unicode_upper);
    else build_char(&b, c);
  }
  return build_end(&b);
}

val py_m_title(val self) {
  bool before = false;
  if (!str_self(self, "title")) return ERROR;
  const str *s = STR(self);
  if (str_is_ascii(s)) return ascii_title(s, true);
  builder b;
  build_start(&b);
  for (u32 i = 0; i < s->length; i++) {
    u32 c = str_get(s, i);
    if (before) build_lower(&b, s, i);
    else build_mapped(&b, c, unicode_title);
    before = unicode_cased(c);
  }
  return build_end(&b);
}
