/* A str as it would be written: repr and ascii; and the numbers of characters: ord and chr. */
#include "str.h"
#include "unicode.h"

static void escape(builder *b, u32 c) {
  static const char digits[] = "0123456789abcdef";
  u32 count = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
  build_char(b, '\\');
  build_char(b, count == 2 ? 'x' : count == 4 ? 'u' : 'U');
  while (count-- > 0) build_char(b, (u8)digits[c >> 4 * count & 15]);
}

/* Most are plain: printable ASCII, without a quote or a backslash. */
static bool is_plain(const str *s) {
  if (s->head.width != 1) return false;
  for (u32 i = 0; i < s->length; i++) {
    u8 c = s->data[i];
    if (c < 32 || c > 126 || c == '\'' || c == '\\') return false;
  }
  return true;
}

val str_repr(val v) {
  const str *s = STR(v);
  if (is_plain(s)) {
    val shown = str_make(s->length + 2, 1);
    if (shown == ERROR) return ERROR;
    STR(shown)->data[0] = STR(shown)->data[s->length + 1] = '\'';
    copy_bytes(STR(shown)->data + 1, s->data, s->length);
    return shown;
  }
  bool single = false, twofold = false;
  for (u32 i = 0; i < s->length; i++) {
    u32 c = str_get(s, i);
    single |= c == '\'';
    twofold |= c == '"';
  }
  u32 quote = single && !twofold ? '"' : '\'';
  builder b;
  build_start(&b);
  build_char(&b, quote);
  u32 done = 0; /* what stays as it is is copied in runs */
  for (u32 i = 0; i < s->length; i++) {
    u32 c = str_get(s, i);
    bool plain = c < 128 ? c >= 32 && c < 127 && c != quote && c != '\\' : unicode_printable(c);
    if (plain) continue;
    build_part(&b, s, done, i);
    done = i + 1;
    if (c == quote || c == '\\') {
      build_char(&b, '\\');
      build_char(&b, c);
    } else if (c == '\n') {
      build_ascii(&b, "\\n");
    } else if (c == '\r') {
      build_ascii(&b, "\\r");
    } else if (c == '\t') {
      build_ascii(&b, "\\t");
    } else {
      escape(&b, c);
    }
  }
  build_part(&b, s, done, s->length);
  build_char(&b, quote);
  return build_end(&b);
}

val py_ascii(val v) {
  if (py_failed() || v == ERROR) return ERROR;
  val shown = py_repr(v);
  if (shown == ERROR || str_is_ascii(STR(shown))) return shown;
  const str *s = STR(shown);
  builder b;
  build_start(&b);
  for (u32 i = 0; i < s->length; i++) {
    u32 c = str_get(s, i);
    if (c < 128) build_char(&b, c);
    else escape(&b, c);
  }
  return build_end(&b);
}

val py_ord(val v) {
  if (py_failed() || v == ERROR) return ERROR;
  if (!str_is(v)) return py_raise(E_TypeError, "ord() expected string of length 1, but %t found", v);
  const str *s = STR(v);
  if (s->length != 1)
    return py_raise(E_TypeError, "ord() expected a character, but string of length %d found",
                    (i32)s->length);
  return from_small(str_get(s, 0));
}

val py_chr(val v) {
  i64 c;
  if (py_failed() || !str_c_int(v, &c)) return ERROR;
  if (c < 0 || c > 0x10ffff) return py_raise(E_ValueError, "chr() arg not in range(0x110000)");
  return str_char((u32)c);
}
