/* str(), repr() and format() of all types. */
#include "objects.h"

/* The containers whose texts are being made, innermost first. */
static const struct inside { val v; const struct inside *outer; } *innermost;

static bool is_inside(val v) {
  for (const struct inside *at = innermost; at; at = at->outer) {
    if (at->v == v) return true;
  }
  return false;
}

static bool build_repr(builder *b, val v);

static bool build_items(builder *b, val sequence) {
  u32 length;
  items_of(sequence, &length);
  for (u32 i = 0; i < length; i++) {
    if (i) build_ascii(b, ", ");
    if (!build_repr(b, items_of(sequence, &length)[i])) return false;
  }
  return true;
}

static bool build_dict(builder *b, val v) {
  u32 at = 0;
  val key;
  val value;
  bool first = true;
  while (dict_step(AS(dict, v), &at, &key, &value)) {
    if (!first) build_ascii(b, ", ");
    first = false;
    if (!build_repr(b, key)) return false;
    build_ascii(b, ": ");
    if (!build_repr(b, value)) return false;
  }
  return true;
}

static bool build_view(builder *b, val v) {
  val items = list_from(v);
  if (items == ERROR) return false;
  build_ascii(b, py_type_name(v));
  build_ascii(b, "([");
  if (!build_items(b, items)) return false;
  build_ascii(b, "])");
  return true;
}

static bool build_tuple(builder *b, val v) {
  build_ascii(b, "(");
  if (!build_items(b, v)) return false;
  build_ascii(b, AS(tuple, v)->length == 1 ? ",)" : ")");
  return true;
}

static bool build_nested(builder *b, val v) {
  switch (object_of(v)->type) {
    case T_LIST:
      build_ascii(b, "[");
      if (!build_items(b, v)) return false;
      build_ascii(b, "]");
      return true;
    case T_TUPLE: return build_tuple(b, v);
    case T_DICT:
      build_ascii(b, "{");
      if (!build_dict(b, v)) return false;
      build_ascii(b, "}");
      return true;
    case T_EXC: {
      val text = exc_repr(v);
      if (text == ERROR) return false;
      build_str(b, text);
      return true;
    }
    default: return build_view(b, v);
  }
}

static const char *repeated(u32 type) {
  switch (type) {
    case T_LIST: return "[...]";
    case T_TUPLE: return "(...)";
    case T_DICT: return "{...}";
    default: return "...";
  }
}

static bool too_deep(const char *what) {
  if (object_depth < DEEPEST) return false;
  py_raise(E_RecursionError, "maximum recursion depth exceeded while getting the %s of an object", what);
  return true;
}

static bool build_container(builder *b, val v) {
  u32 type = object_of(v)->type;
  if (type != T_EXC && is_inside(v)) {
    build_ascii(b, repeated(type));
    return true;
  }
  if (too_deep("repr")) return false;
  struct inside here = {v, innermost};
  innermost = &here;
  object_depth++;
  bool done = build_nested(b, v);
  object_depth--;
  innermost = here.outer;
  return done && !py_failed();
}

/* Of a range, or a slice, which always shows its step. */
static bool build_range(builder *b, val v) {
  const range *r = AS(range, v);
  build_ascii(b, py_type_name(v));
  build_ascii(b, "(");
  if (!build_repr(b, r->start)) return false;
  build_ascii(b, ", ");
  if (!build_repr(b, r->stop)) return false;
  if (r->step != from_small(1) || is(v, T_SLICE)) {
    build_ascii(b, ", ");
    if (!build_repr(b, r->step)) return false;
  }
  build_ascii(b, ")");
  return true;
}

static void build_file(builder *b, val v) {
  u32 fd = AS(file, v)->fd;
  build_ascii(b, "<_io.TextIOWrapper name='<");
  build_ascii(b, fd == 0 ? "stdin" : fd == 1 ? "stdout" : "stderr");
  build_ascii(b, fd == 0 ? ">' mode='r' encoding='utf-8'>" : ">' mode='w' encoding='utf-8'>");
}

static bool build_repr(builder *b, val v) {
  switch (py_type(v)) {
    case T_INT: case T_BIG: case T_FLOAT: {
      val text = number_repr(v);
      if (text == ERROR) return false;
      build_str(b, text);
      return true;
    }
    case T_STR: {
      val text = str_repr(v);
      if (text == ERROR) return false;
      build_str(b, text);
      return true;
    }
    case T_BOOL: build_ascii(b, v == TRUE ? "True" : "False"); return true;
    case T_NONE: build_ascii(b, "None"); return true;
    case T_LIST: case T_TUPLE: case T_DICT: case T_EXC: case T_KEYS: case T_VALUES: case T_ITEMS:
      return build_container(b, v);
    case T_RANGE: case T_SLICE: return build_range(b, v);
    case T_TYPE:
      build_ascii(b, "<class '");
      build_ascii(b, type_object_name(AS(typeobj, v)->which));
      build_ascii(b, "'>");
      return true;
    case T_FILE: build_file(b, v); return true;
    default: return py_refuse("the text of an iterator, which shows its address,") != ERROR;
  }
}

val py_repr(val v) {
  if (py_failed()) return ERROR;
  if (is(v, T_STR)) return str_repr(v);
  if (is_int(v)) return number_repr(v);
  builder b;
  build_start(&b);
  if (!build_repr(&b, v)) return ERROR;
  return build_end(&b);
}

static val exception_str(val e) {
  if (too_deep("str")) return ERROR;
  object_depth++;
  val text = exc_str(e);
  object_depth--;
  return text;
}

val py_str(val v) {
  if (is(v, T_STR)) return v;
  if (py_failed()) return ERROR;
  return is(v, T_EXC) ? exception_str(v) : py_repr(v);
}

val py_str1(val v) {
  if (py_failed()) return ERROR;
  return v == MISSING ? str_new("") : py_str(v);
}

val py_format(val v, val spec) {
  if (py_failed()) return ERROR;
  if (spec == MISSING) spec = str_new("");
  if (spec == ERROR) return ERROR;
  if (spec == NONE) return py_raise(E_TypeError, "format() argument 2 must be str, not None");
  if (!is(spec, T_STR)) {
    return py_raise(E_TypeError, "format() argument 2 must be str, not %t", spec);
  }
  if (is(v, T_STR)) return str_format_spec(v, spec);
  if (number_is(v)) return number_format(v, spec);
  if (AS(str, spec)->length == 0) return py_str(v);
  return py_raise(E_TypeError, "unsupported format string passed to %t.__format__", v);
}
