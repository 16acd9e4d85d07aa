/* The methods that widen and narrow: center, ljust, rjust, zfill, expandtabs, strip. */
#include "str.h"
#include "unicode.h"

static u8 *filled(u8 *to, u32 width, u32 c, u32 count) {
  if (width == 1) __builtin_memset(to, (int)c, count);
  else if (width == 2) for (u32 i = 0; i < count; i++) ((u16 *)to)[i] = (u16)c;
  else for (u32 i = 0; i < count; i++) ((u32 *)to)[i] = c;
  return to + count * width;
}

val str_padded(val s, i64 left, i64 right, u32 fill) {
  const str *of = STR(s);
  if (left <= 0 && right <= 0) return s;
  if (left > 0x7fffffff || right > 0x7fffffff || left + right + of->length > 0x7fffffff)
    return str_too_long();
  u32 width = str_width_of(fill), length = (u32)(left + right) + of->length;
  if (width < of->head.width) width = of->head.width;
  if (length == 1) return str_char(fill); /* those of one character are shared */
  val v = str_make(length, width);
  if (v == ERROR) return ERROR;
  u8 *to = filled(STR(v)->data, width, fill, (u32)left);
  str_spread(to, width, of->data, of->head.width, of->length);
  filled(to + of->length * width, width, fill, (u32)right);
  return v;
}

/* The width and the fill character of one of the three. */
static bool wanted(val self, val width, val fill, const char *method, i64 *pad, u32 *character) {
  if (!str_self(self, method)) return false;
  if (width == MISSING) {
    py_raise(E_TypeError, "%s expected at least 1 argument, got 0", method);
    return false;
  }
  if (fill == ERROR || !str_size(width, pad)) return false;
  *character = ' ';
  if (fill != MISSING) {
    if (!str_is(fill)) {
      py_raise(E_TypeError, "The fill character must be a unicode character, not %t", fill);
      return false;
    }
    if (STR(fill)->length != 1) {
      py_raise(E_TypeError, "The fill character must be exactly one character long");
      return false;
    }
    *character = str_get(STR(fill), 0);
  }
  i64 length = STR(self)->length;
  *pad = *pad > length ? *pad - length : 0;
  return true;
}

val py_m_ljust(val self, val width, val fill) {
  i64 pad;
  u32 c;
  return wanted(self, width, fill, "ljust", &pad, &c) ? str_padded(self, 0, pad, c) : ERROR;
}

val py_m_rjust(val self, val width, val fill) {
  i64 pad;
  u32 c;
  return wanted(self, width, fill, "rjust", &pad, &c) ? str_padded(self, pad, 0, c) : ERROR;
}

/* What cannot be halved goes to the left where the whole width is odd. */
val py_m_center(val self, val width, val fill) {
  i64 pad;
  u32 c;
  if (!wanted(self, width, fill, "center", &pad, &c)) return ERROR;
  i64 left = pad / 2 + (pad & (pad + STR(self)->length) & 1);
  return str_padded(self, left, pad - left, c);
}

val py_m_zfill(val self, val width) {
  i64 wide;
  if (!str_self(self, "zfill") || !str_one(width, "zfill") || !str_size(width, &wide)) return ERROR;
  const str *s = STR(self);
  if (wide <= s->length) return self;
  builder b;
  u32 first = s->length ? str_get(s, 0) : 0;
  bool sign = first == '+' || first == '-';
  build_start(&b);
  if (sign) build_char(&b, first);
  build_fill(&b, '0', wide - s->length);
  build_part(&b, s, sign, s->length);
  return build_end(&b);
}

val py_m_expandtabs(val self, val size) {
  i64 tab = 8, column = 0;
  if (!str_self(self, "expandtabs")) return ERROR;
  if (size != MISSING && !str_c_int(size, &tab)) return ERROR;
  const str *s = STR(self);
  builder b;
  build_start(&b);
  for (u32 i = 0; i < s->length; i++) {
    u32 c = str_get(s, i);
    if (c == '\t') {
      if (tab <= 0) continue;
      i64 spaces = tab - column % tab;
      column += spaces;
      build_fill(&b, ' ', spaces);
    } else {
      column = c == '\n' || c == '\r' ? 0 : column + 1;
      build_char(&b, c);
    }
  }
  return build_end(&b);
}

static bool among(const str *set, u32 c) {
  if (!set) return unicode_space(c);
  for (u32 i = 0; i < set->length; i++)
    if (str_get(set, i) == c) return true;
  return false;
}

static val strip(val self, val chars, const char *method, bool left, bool right) {
  if (!str_self(self, method) || chars == ERROR) return ERROR;
  bool space = chars == MISSING || chars == NONE;
  if (!space && !str_is(chars))
    return py_raise(E_TypeError, "%s arg must be None or str", method);
  const str *s = STR(self), *set = space ? 0 : STR(chars);
  u32 start = 0, end = s->length;
  if (left) while (start < end && among(set, str_get(s, start))) start++;
  if (right) while (start < end && among(set, str_get(s, end - 1))) end--;
  return str_part(self, start, end);
}

val py_m_strip(val self, val chars) {
  return strip(self, chars, "strip", true, true);
}

val py_m_lstrip(val self, val chars) {
  return strip(self, chars, "lstrip", true, false);
}

val py_m_rstrip(val self, val chars) {
  return strip(self, chars, "rstrip", false, true);
}
