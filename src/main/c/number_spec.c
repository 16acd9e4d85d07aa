/* Reads format specifications of numbers, with CPython's errors in CPython's order. */
#include "number_spec.h"

static bool is_align(u32 c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

/* The decimal digits from *at on; -1 if there is none, -2 after an error. */
static i32 integer(const str *s, u32 *at) {
  if (*at >= s->length || number_digit(str_at(s, *at)) > 9) return -1;
  u64 n = 0;
  for (; *at < s->length; (*at)++) {
    u32 digit = number_digit(str_at(s, *at));
    if (digit > 9) break;
    n = n * 10 + digit;
    if (n > INT64_MAX / 16) {
      py_raise(E_ValueError, "Too many decimal digits in format string");
      return -2;
    }
  }
  /* CPython would run out of memory with so wide a text */
  return n > INT32_MAX ? INT32_MAX : (i32)n;
}

/* Raises with the two characters as CPython shows them. */
static bool bad_separator(u32 separator, u32 type) {
  val sign = str_char(separator);
  if (type > 32 && type < 128) {
    val c = str_char(type);
    if (sign != ERROR && c != ERROR)
      py_raise(E_ValueError, "Cannot specify '%v' with '%v'.", sign, c);
    return false;
  }
  u32 length;
  raw *hex = int_digits(from_small(type), 16, &length);
  val code = hex ? str_utf8((const char *)hex->data, length) : ERROR;
  if (sign != ERROR && code != ERROR)
    py_raise(E_ValueError, "Cannot specify '%v' with '\\x%v'.", sign, code);
  return false;
}

bool spec_read(spec *s, val v, val text) {
  const str *t = AS(str, text);
  u32 at = 0, end = t->length;
  bool fill = false, align = false;
  *s = (spec){.fill = ' ', .align = '>', .width = -1, .precision = -1, .group = 3};
  if (end >= 2 && is_align(str_at(t, 1))) {
    s->fill = str_at(t, 0);
    s->align = str_at(t, 1);
    fill = align = true;
    at = 2;
  } else if (end >= 1 && is_align(str_at(t, 0))) {
    s->align = str_at(t, 0);
    align = true;
    at = 1;
  }
  if (at < end && (str_at(t, at) == '+' || str_at(t, at) == '-' || str_at(t, at) == ' '))
    s->sign = str_at(t, at++);
  if (at < end && str_at(t, at) == 'z') {
    s->positive_zero = true;
    at++;
  }
  if (at < end && str_at(t, at) == '#') {
    s->alternate = true;
    at++;
  }
  if (!fill && at < end && str_at(t, at) == '0') {
    s->fill = '0';
    if (!align) s->align = '=';
    at++;
  }
  s->width = integer(t, &at);
  if (s->width == -2) return false;
  if (at < end && str_at(t, at) == ',') {
    s->separator = ',';
    at++;
  }
  if (at < end && str_at(t, at) == '_') {
    if (s->separator) {
      py_raise(E_ValueError, "Cannot specify both ',' and '_'.");
      return false;
    }
    s->separator = '_';
    at++;
  }
  if (at < end && str_at(t, at) == ',' && s->separator == '_') {
    py_raise(E_ValueError, "Cannot specify both ',' and '_'.");
    return false;
  }
  if (at < end && str_at(t, at) == '.') {
    at++;
    s->precision = integer(t, &at);
    if (s->precision == -2) return false;
    if (s->precision == -1) {
      py_raise(E_ValueError, "Format specifier missing precision");
      return false;
    }
  }
  if (end - at > 1) {
    py_raise(E_ValueError, "Invalid format specifier '%v' for object of type '%t'", text, v);
    return false;
  }
  if (at < end) s->type = str_at(t, at);
  if (s->separator) {
    switch (s->type) {
    case 0: case 'd': case 'e': case 'f': case 'g': case 'E': case 'F': case 'G': case '%': break;
    case 'b': case 'o': case 'x': case 'X':
      if (s->separator == '_') {
        s->group = 4;
        break;
      } /* fall through */
    default: return bad_separator(s->separator, s->type);
    }
  }
  return true;
}
