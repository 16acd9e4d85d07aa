/* format % args, the printf of old. The order of reading and the words are CPython's. */
#include "str.h"

#define F_ALT 1u
#define F_ZERO 2u
#define F_LEFT 4u
#define F_BLANK 8u
#define F_SIGN 16u

typedef struct percent {
  builder out;
  const str *format;
  u32 at;
  bool ended; /* the format ended within a specifier */
  val args;
  bool several; /* args is a tuple of count of them, else it is the only one */
  u32 next, count;
  val mapping; /* or MISSING */
  u32 c;       /* the character at hand */
  u32 flags;
  i64 width, precision;
} percent;

/* What PyMapping_Check says: has items, and is neither a tuple nor a str. */
static bool mapping(val v) {
  u32 type = py_type(v);
  return type == T_DICT || type == T_LIST || type == T_RANGE;
}

static void advance(percent *p) {
  if (p->at < p->format->length) p->c = str_get(p->format, p->at++);
  else p->ended = true;
}

static val argument(percent *p) {
  if (p->next < p->count) {
    u32 i = p->next++;
    return p->several ? AS(tuple, p->args)->at[i] : p->args;
  }
  return py_raise(E_TypeError, "not enough arguments for format string");
}

/* "%(name)s": the argument becomes what the mapping has for the name. */
static bool keyed(percent *p) {
  u32 start = p->at, depth = 1;
  if (p->mapping == MISSING) {
    py_raise(E_TypeError, "format requires a mapping");
    return false;
  }
  while (depth > 0 && p->at < p->format->length) {
    u32 c = str_get(p->format, p->at++);
    if (c == ')') depth--;
    else if (c == '(') depth++;
  }
  if (depth > 0) {
    py_raise(E_ValueError, "incomplete format key");
    return false;
  }
  const str *f = p->format;
  val key = str_from(f->data + start * f->head.width, f->head.width, p->at - 1 - start);
  if (key == ERROR) return false;
  p->args = py_getitem(p->mapping, key);
  p->next = 0;
  p->count = 1;
  return p->args != ERROR;
}

/* The digits of a width or precision, the first of which is at hand. */
static bool digits(percent *p, i64 *n, i64 limit, const char *too_big) {
  *n = p->c - '0';
  for (;;) {
    advance(p);
    if (p->ended || p->c - '0' > 9) return true;
    i64 digit = p->c - '0';
    if (*n > (limit - digit) / 10) {
      py_raise(E_ValueError, too_big);
      return false;
    }
    *n = *n * 10 + digit;
  }
}

static bool starred(percent *p, i64 *n, bool (*convert)(val, i64 *)) {
  val v = argument(p);
  if (v == ERROR) return false;
  if (!int_like(v)) {
    py_raise(E_TypeError, "* wants int");
    return false;
  }
  if (!convert(v, n)) return false;
  advance(p);
  return true;
}

/* From behind the % up to the conversion, which then is at hand. */
static bool specifier(percent *p) {
  p->flags = 0;
  p->width = p->precision = -1;
  p->ended = false;
  p->c = 0;
  if (p->at < p->format->length && str_get(p->format, p->at) == '(') {
    p->at++;
    if (!keyed(p)) return false;
  }
  for (bool more = true; more;) {
    advance(p);
    if (p->ended) break;
    switch (p->c) {
      case '-': p->flags |= F_LEFT; break;
      case '+': p->flags |= F_SIGN; break;
      case ' ': p->flags |= F_BLANK; break;
      case '#': p->flags |= F_ALT; break;
      case '0': p->flags |= F_ZERO; break;
      default: more = false;
    }
  }
  if (!p->ended && p->c == '*') {
    if (!starred(p, &p->width, str_size)) return false;
    if (p->width < 0) {
      p->flags |= F_LEFT;
      p->width = p->width == INT64_MIN ? INT64_MAX : -p->width;
    }
  } else if (!p->ended && p->c - '0' <= 9) {
    if (!digits(p, &p->width, INT64_MAX, "width too big")) return false;
  }
  if (!p->ended && p->c == '.') {
    p->precision = 0;
    advance(p);
    if (!p->ended && p->c == '*') {
      if (!starred(p, &p->precision, str_c_int)) return false;
      if (p->precision < 0) p->precision = 0;
    } else if (!p->ended && p->c - '0' <= 9) {
      if (!digits(p, &p->precision, INT32_MAX, "precision too big")) return false;
    }
  }
  if (!p->ended && (p->c == 'h' || p->c == 'l' || p->c == 'L')) advance(p);
  if (p->ended) py_raise(E_ValueError, "incomplete format");
  return !p->ended;
}

static void padded(percent *p, val v) {
  if (v == ERROR) {
    build_str(&p->out, v);
    return;
  }
  i64 length = STR(v)->length;
  if (p->c != 'c' && p->precision >= 0 && p->precision < length) length = p->precision;
  i64 pad = p->width > length ? p->width - length : 0;
  if (!(p->flags & F_LEFT)) build_fill(&p->out, ' ', pad);
  build_part(&p->out, STR(v), 0, (u32)length);
  if (p->flags & F_LEFT) build_fill(&p->out, ' ', pad);
}

/* v as a number for %d and its like; d, i and u take a float, without its fraction. */
static val whole(val v, u32 conversion) {
  char name[2] = {(char)conversion, 0};
  if (int_like(v)) return int_of(v);
  if (conversion == 'o' || conversion == 'x' || conversion == 'X')
    return py_raise(E_TypeError, "%%%s format: an integer is required, not %t", name, v);
  if (is(v, T_FLOAT)) return py_int(v, MISSING);
  return py_raise(E_TypeError, "%%%s format: a real number is required, not %t", name, v);
}

static val number(percent *p, val v) {
  if (v == ERROR) return ERROR;
  if (p->width > INT32_MAX) return str_too_long();
  return number_percent(v, p->c, p->flags, (i32)p->width, (i32)p->precision);
}

static val character(val v) {
  i64 c;
  if (str_is(v) && STR(v)->length == 1) return v;
  if (!int_like(v)) return py_raise(E_TypeError, "%%c requires int or char");
  if (!int_index(v, &c, "")) return ERROR;
  if (c < 0 || c > 0x10ffff) return py_raise(E_OverflowError, "%%c arg not in range(0x110000)");
  return str_char((u32)c);
}

static val unsupported(u32 c, u32 index) {
  char hex[9];
  str_hex(c, hex);
  val shown = str_char(c >= 31 && c <= 126 ? c : '?');
  return py_raise(E_ValueError, "unsupported format character '%v' (0x%s) at index %d", shown, hex,
                  (i32)index);
}

static bool convert(percent *p) {
  val v = argument(p);
  if (v == ERROR) return false;
  switch (p->c) {
    case 's': padded(p, str_is(v) ? v : py_str(v)); break;
    case 'r': padded(p, py_repr(v)); break;
    case 'a': padded(p, py_ascii(v)); break;
    case 'd': case 'i': case 'u': case 'o': case 'x': case 'X':
      build_str(&p->out, number(p, whole(v, p->c)));
      break;
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G':
      if (!number_is(v)) {
        py_raise(E_TypeError, "must be real number, not %t", v);
        return false;
      }
      build_str(&p->out, number(p, is_bool(v) ? int_of(v) : v));
      break;
    case 'c': padded(p, character(v)); break;
    default: unsupported(p->c, p->at - 1);
  }
  return !py_failed();
}

val str_percent(val format, val args) {
  percent p = {.format = STR(format), .args = args, .mapping = MISSING, .count = 1};
  if (is(args, T_TUPLE)) p.several = true, p.count = AS(tuple, args)->length;
  else if (mapping(args)) p.mapping = args;
  build_start(&p.out);
  while (p.at < p.format->length) {
    u32 start = p.at;
    while (p.at < p.format->length && str_get(p.format, p.at) != '%') p.at++;
    build_part(&p.out, p.format, start, p.at);
    if (p.at == p.format->length) break;
    p.at++;
    if (p.at < p.format->length && str_get(p.format, p.at) == '%') {
      build_char(&p.out, '%');
      p.at++;
      continue;
    }
    if (!specifier(&p) || !convert(&p)) return ERROR;
    if (p.mapping != MISSING && p.next < p.count)
      return py_raise(E_TypeError, "not all arguments converted during string formatting");
  }
  if (p.next < p.count && p.mapping == MISSING)
    return py_raise(E_TypeError, "not all arguments converted during string formatting");
  return build_end(&p.out);
}
