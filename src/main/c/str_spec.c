/* format(s, spec) for a str: the specification is read as for numbers, then mostly refused. */
#include "str.h"
#include "unicode.h"

static bool align(u32 c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

/* The number at *at, which moves behind it; -1 if there is none, -2 with an error. */
static i64 number(const str *s, u32 *at) {
  i64 n = -1;
  for (i32 digit; *at < s->length && (digit = unicode_decimal(str_get(s, *at))) >= 0; ++*at) {
    if (n < 0) n = 0;
    if (n > (INT64_MAX - digit) / 10) {
      py_raise(E_ValueError, "Too many decimal digits in format string");
      return -2;
    }
    n = n * 10 + digit;
  }
  return n;
}

/* A character as the messages show it: itself, or \x and its number. */
static val shown(u32 c) {
  char text[12] = "\\x";
  if (c > 32 && c < 128) return str_char(c);
  str_hex(c, text + 2);
  return str_new(text);
}

static val refused(const char *format, u32 c, u32 separator) {
  val kind = shown(c);
  if (kind == ERROR) return ERROR;
  if (separator) return py_raise(E_ValueError, format, str_char(separator), kind);
  return py_raise(E_ValueError, format, kind);
}

val str_format_spec(val v, val spec) {
  const str *of = STR(v), *s = STR(spec);
  u32 at = 0, n = s->length, fill = ' ', aligned = '<', sign = 0, separator = 0, type = 's';
  bool zero = false, other = false, filled = false;
#define NEXT(c) (at < n && str_get(s, at) == (c))
  if (n == 0) return v;
  if (n >= 2 && align(str_get(s, 1))) {
    fill = str_get(s, 0);
    aligned = str_get(s, 1);
    filled = true;
    at = 2;
  } else if (align(str_get(s, 0))) {
    aligned = str_get(s, at++);
  }
  if (NEXT('+') || NEXT('-') || NEXT(' ')) sign = str_get(s, at++);
  if (NEXT('z')) zero = true, at++;
  if (NEXT('#')) other = true, at++;
  if (!filled && NEXT('0')) fill = '0', at++;
  i64 width = number(s, &at), precision = -1;
  if (width == -2) return ERROR;
  if (NEXT(',')) separator = ',', at++;
  if (NEXT('_')) {
    if (separator) return py_raise(E_ValueError, "Cannot specify both ',' and '_'.");
    separator = '_';
    at++;
  }
  if (NEXT(',') && separator == '_')
    return py_raise(E_ValueError, "Cannot specify both ',' and '_'.");
  if (NEXT('.')) {
    at++;
    precision = number(s, &at);
    if (precision == -2) return ERROR;
    if (precision == -1) return py_raise(E_ValueError, "Format specifier missing precision");
  }
  if (n - at > 1)
    return py_raise(E_ValueError, "Invalid format specifier '%v' for object of type 'str'", spec);
  if (n - at == 1) type = str_get(s, at);
  if (separator) {
    bool taken = false;
    for (const char *k = separator == '_' ? "defgEG%FboxX" : "defgEG%F"; *k; k++)
      taken |= (u32)*k == type;
    if (!taken) return refused("Cannot specify '%v' with '%v'.", type, separator);
  }
  if (type != 's') return refused("Unknown format code '%v' for object of type 'str'", type, 0);
  if (sign == ' ')
    return py_raise(E_ValueError, "Space not allowed in string format specifier");
  if (sign) return py_raise(E_ValueError, "Sign not allowed in string format specifier");
  if (zero)
    return py_raise(E_ValueError, "Negative zero coercion (z) not allowed in string format specifier");
  if (other)
    return py_raise(E_ValueError, "Alternate form (#) not allowed in string format specifier");
  if (aligned == '=')
    return py_raise(E_ValueError, "'=' alignment not allowed in string format specifier");
  u32 length = of->length;
  if (precision >= 0 && precision < length) length = (u32)precision;
  if (width <= length) return str_part(v, 0, length);
  i64 pad = width - length, left = aligned == '>' ? pad : aligned == '^' ? pad / 2 : 0;
  val part = str_part(v, 0, length);
  return part == ERROR ? ERROR : str_padded(part, left, pad - left, fill);
#undef NEXT
}

val py_format_value(val v, u32 conversion, val spec) {
  if (py_failed() || v == ERROR || spec == ERROR) return ERROR;
  if (conversion == 'r') v = py_repr(v);
  else if (conversion == 's') v = py_str(v);
  else if (conversion == 'a') v = py_ascii(v);
  if (v == ERROR) return ERROR;
  bool plain = spec == MISSING || STR(spec)->length == 0;
  if (str_is(v)) return plain ? v : str_format_spec(v, spec);
  return plain ? py_str(v) : py_format(v, spec);
}
