/*
 * str.format. The text is read as CPython's string formatter reads it: pieces of literal text,
 * each perhaps followed by a field {name!conversion:spec}, whose spec may have fields in turn.
 */
#include "str.h"
#include "unicode.h"

enum numbering { UNDECIDED, AUTOMATIC, MANUAL };

typedef struct formatter {
  val args, keywords; /* a tuple, and a dict or MISSING */
  enum numbering numbering;
  u32 next; /* the automatic number */
} formatter;

/* What is left of a text, and the parts of a field. */
typedef struct cut { const str *of; u32 at, end; } cut;
typedef struct field { cut name, spec; u32 conversion; bool nested; } field;

static val expanded(formatter *f, cut text, u32 depth);

static val text_of(cut c) {
  u32 width = c.of->head.width;
  return c.at < c.end ? str_from(c.of->data + c.at * width, width, c.end - c.at) : str_empty();
}

static bool wrong(const char *message) {
  py_raise(E_ValueError, message);
  return false;
}

/* A field, from behind its {. */
static bool read_field(cut *text, field *f) {
  u32 c = 0;
  bool in_name = true;
  f->conversion = 0;
  f->nested = false;
  f->name = *text;
  f->spec = (cut){text->of, 0, 0};
  while (in_name && text->at < text->end) {
    c = str_get(text->of, text->at++);
    if (c == '{') return wrong("unexpected '{' in field name");
    if (c == '[')
      while (text->at < text->end && str_get(text->of, text->at) != ']') text->at++;
    in_name = c != '}' && c != ':' && c != '!';
  }
  f->name.end = text->at - 1;
  if (in_name) return wrong("expected '}' before end of string");
  if (c == '}') return true;
  if (c == '!') {
    if (text->at >= text->end)
      return wrong("end of string while looking for conversion specifier");
    f->conversion = str_get(text->of, text->at++);
    if (text->at < text->end) {
      c = str_get(text->of, text->at++);
      if (c == '}') return true;
      if (c != ':') return wrong("expected ':' after conversion specifier");
    }
  }
  f->spec.at = text->at;
  for (u32 open = 1; text->at < text->end;) {
    c = str_get(text->of, text->at++);
    if (c == '{') {
      f->nested = true;
      open++;
    } else if (c == '}' && --open == 0) {
      f->spec.end = text->at - 1;
      return true;
    }
  }
  return wrong("unmatched '{' in format spec");
}

/* The number that this is, -1 if it is none, -2 with an error. */
static i64 number_in(cut c) {
  i64 n = 0;
  if (c.at >= c.end) return -1;
  for (; c.at < c.end; c.at++) {
    i32 digit = unicode_decimal(str_get(c.of, c.at));
    if (digit < 0) return -1;
    if (n > (INT64_MAX - digit) / 10) {
      wrong("Too many decimal digits in format string");
      return -2;
    }
    n = n * 10 + digit;
  }
  return n;
}

/* The few attributes of built-in values that hold values. */
static val attribute(val of, val name) {
  static const char *const names[] = {"real", "numerator", "imag", "denominator", "start", "stop", "step", "args"};
  u32 type = py_type(of), which = 0;
  for (; which < 8; which++) {
    u32 i = 0;
    const str *n = STR(name);
    while (i < n->length && names[which][i] && str_get(n, i) == (u8)names[which][i]) i++;
    if (i == n->length && !names[which][i]) break;
  }
  bool whole = type == T_INT || type == T_BOOL || type == T_BIG;
  if (which <= 1 && whole) return int_of(of);
  if (which <= 3 && whole) return from_small(which == 3);
  if (which == 0 && type == T_FLOAT) return of;
  if (which == 2 && type == T_FLOAT) return float_new(0);
  if (which == 4 && type == T_RANGE) return AS(range, of)->start;
  if (which == 5 && type == T_RANGE) return AS(range, of)->stop;
  if (which == 6 && type == T_RANGE) return AS(range, of)->step;
  if (which == 7 && type == T_EXC) return py_attr_args(of);
  u32 bytes = utf8_length(STR(name));
  raw *text = py_alloc(T_RAW, sizeof(raw) + bytes + 1);
  if (!text) return ERROR;
  utf8_write(STR(name), text->data);
  return str_no_attribute(of, (const char *)text->data);
}

/* The first part of a field's name: of the arguments by number, or of the keywords. */
static val first_value(formatter *f, cut name) {
  i64 number = number_in(name);
  bool empty = name.at >= name.end;
  if (number == -2) return ERROR;
  if (empty || number >= 0) {
    if (f->numbering == UNDECIDED) f->numbering = empty ? AUTOMATIC : MANUAL;
    if (f->numbering == MANUAL && empty)
      return py_raise(E_ValueError, "cannot switch from manual field specification to automatic field numbering");
    if (f->numbering == AUTOMATIC && !empty)
      return py_raise(E_ValueError, "cannot switch from automatic field numbering to manual field specification");
    if (empty) number = f->next++;
    const tuple *args = AS(tuple, f->args);
    if (number < args->length) return args->at[number];
    return py_raise(E_IndexError, "Replacement index %v out of range for positional args tuple",
                    int_from_i64(number));
  }
  val key = text_of(name);
  if (key == ERROR) return ERROR;
  val value = is(f->keywords, T_DICT) ? dict_find(AS(dict, f->keywords), key) : MISSING;
  return value == MISSING ? py_raise_key(key) : value;
}

static val field_value(formatter *f, cut name) {
  cut part = name;
  while (part.at < part.end && str_get(part.of, part.at) != '[' && str_get(part.of, part.at) != '.')
    part.at++;
  val v = first_value(f, (cut){name.of, name.at, part.at});
  while (v != ERROR && part.at < part.end) {
    u32 c = str_get(part.of, part.at++);
    u32 start = part.at;
    if (c == '.') {
      while (part.at < part.end && str_get(part.of, part.at) != '[' && str_get(part.of, part.at) != '.')
        part.at++;
    } else if (c == '[') {
      while (part.at < part.end && str_get(part.of, part.at) != ']') part.at++;
      if (part.at == part.end) return py_raise(E_ValueError, "Missing ']' in format string");
    } else {
      return py_raise(E_ValueError, "Only '.' or '[' may follow ']' in format field specifier");
    }
    cut inner = {part.of, start, part.at};
    i64 number = c == '[' ? number_in(inner) : -1;
    if (number == -2) return ERROR;
    if (c == '[') part.at++;
    if (inner.at == inner.end) return py_raise(E_ValueError, "Empty attribute in format string");
    val key = number >= 0 ? int_from_i64(number) : text_of(inner);
    if (key == ERROR) return ERROR;
    v = c == '.' ? attribute(v, key) : py_getitem(v, key);
  }
  return v;
}

static val unknown_conversion(u32 c) {
  char hex[9];
  if (c > 32 && c < 127)
    return py_raise(E_ValueError, "Unknown conversion specifier %v", str_char(c));
  str_hex(c, hex);
  return py_raise(E_ValueError, "Unknown conversion specifier \\x%s", hex);
}

static val field_text(formatter *f, const field *of, u32 depth) {
  val v = field_value(f, of->name);
  if (v == ERROR) return ERROR;
  u32 c = of->conversion;
  if (c && c != 'r' && c != 's' && c != 'a') return unknown_conversion(c);
  if (c) v = py_format_value(v, c, MISSING);
  if (v == ERROR) return ERROR;
  val spec = of->nested ? expanded(f, of->spec, depth - 1) : text_of(of->spec);
  if (spec == ERROR) return ERROR;
  return py_format_value(v, 0, spec);
}

/* The text with its fields filled in; a spec may have fields, but theirs may not. */
static val expanded(formatter *f, cut text, u32 depth) {
  builder out;
  if (depth == 0) return py_raise(E_ValueError, "Max string recursion exceeded");
  build_start(&out);
  while (text.at < text.end) {
    u32 start = text.at, c = 0;
    while (text.at < text.end) {
      c = str_get(text.of, text.at++);
      if (c == '{' || c == '}') break;
    }
    if (c != '{' && c != '}') {
      build_part(&out, text.of, start, text.at);
      break;
    }
    bool twice = text.at < text.end && str_get(text.of, text.at) == c;
    if (!twice && c == '}')
      return py_raise(E_ValueError, "Single '}' encountered in format string");
    if (!twice && text.at == text.end)
      return py_raise(E_ValueError, "Single '{' encountered in format string");
    build_part(&out, text.of, start, twice ? text.at : text.at - 1);
    if (twice) {
      text.at++;
      continue;
    }
    field of;
    if (!read_field(&text, &of)) return ERROR;
    build_str(&out, field_text(f, &of, depth));
    if (py_failed()) return ERROR;
  }
  return build_end(&out);
}

val py_m_format(val self, val args, val keywords) {
  if (!str_self(self, "format") || args == ERROR || keywords == ERROR) return ERROR;
  formatter f = {args, keywords, UNDECIDED, 0};
  return expanded(&f, (cut){STR(self), 0, STR(self)->length}, 2);
}
