/* Exceptions: raising, handling, and what a program sees of one. */
#include "runtime.h"

#define FLAG_SUPPRESS 1u
#define FLAG_RUNTIME 4u

val error_pending = NONE;
val error_handling = NONE;

/* A bare raise or the end of a finally passes on an error whose traceback has this frame's entry
 * already: the frame's depth, until the entry that py_trace would add. */
static u32 traced_depth;

/* What py_refuse was told, until the line is known. */
static const char *refused;

static const char *const names[E_COUNT] = {
#define X(name, parent) #name,
    KINDS(X)
#undef X
};
static const u8 parents[E_COUNT] = {
#define X(name, parent) E_##parent,
    KINDS(X)
#undef X
};

const char *kind_name(u32 kind) {
  return names[kind];
}

bool kind_is(u32 kind, u32 ancestor) {
  while (kind != ancestor && kind != E_BaseException) kind = parents[kind];
  return kind == ancestor;
}

/* For when there is no memory for another. */
static tuple no_args = {.head = {.type = T_TUPLE}};
static exc memory_error = {.head = {.type = T_EXC}, .kind = E_MemoryError, .trace = NONE, .cause = NONE, .context = NONE};

/* What is being handled becomes the context of e, unless that would make a circle. */
static void set_context(exc *e) {
  if (error_handling == NONE || error_handling == value_of(e)) return;
  exc *at = AS(exc, error_handling);
  while (at->context != NONE) {
    if (at->context == value_of(e)) {
      at->context = NONE;
      break;
    }
    at = AS(exc, at->context);
  }
  e->context = error_handling;
}

val raise_exc(val exception) {
  if (py_failed()) return ERROR;
  set_context(AS(exc, exception));
  error_pending = exception;
  traced_depth = 0;
  py_set_failed(1);
  return ERROR;
}

val py_refuse(const char *what) {
  if (py_failed()) return ERROR;
  raise_memory(); /* any error: py_trace ends the program before it is seen */
  refused = what;
  return ERROR;
}

_Noreturn void end_refused(const char *what, u32 line) {
  char digits[11];
  u32 at = sizeof digits - 1;
  digits[at] = 0;
  do digits[--at] = (char)('0' + line % 10);
  while (line /= 10);
  py_set_failed(0);
  io_flush();
  io_text(2, "Sandglass: line ");
  io_text(2, digits + at);
  io_text(2, ": ");
  io_text(2, what);
  io_text(2, " is outside the Python that compiles to WAT; run it with CPython\n");
  io_exit(65);
}

void error_start(void) {
  py_keep(&memory_error.args, 5); /* static, but it refers to objects */
}

void raise_memory(void) {
  if (py_failed()) return;
  memory_error.args = value_of(&no_args);
  memory_error.trace = memory_error.cause = memory_error.context = NONE;
  set_context(&memory_error);
  error_pending = value_of(&memory_error);
  traced_depth = 0;
  py_set_failed(1);
}

static val exc_new(u32 kind, val args) {
  exc *e = py_alloc(T_EXC, sizeof(exc));
  if (!e) return ERROR;
  e->kind = kind;
  e->args = args;
  e->trace = e->cause = e->context = NONE;
  return value_of(e);
}

static val one(val arg) {
  if (py_failed()) return ERROR;
  val args = tuple_new(1);
  if (!py_failed()) AS(tuple, args)->at[0] = arg;
  return args;
}

val raise_args(u32 kind, val args) {
  if (py_failed()) return ERROR;
  val e = exc_new(kind, args);
  return e == ERROR ? ERROR : raise_exc(e);
}

static void build_number(builder *b, i32 n) {
  char digits[12];
  u32 at = sizeof digits - 1;
  digits[at] = 0;
  u32 rest = n < 0 ? 0u - (u32)n : (u32)n;
  do digits[--at] = (char)('0' + rest % 10);
  while (rest /= 10);
  if (n < 0) digits[--at] = '-';
  build_ascii(b, digits + at);
}

static void build_value(builder *b, val text) {
  if (!py_failed()) build_str(b, text);
}

/* The formats of py_raise; ERROR if making the text failed. */
static val message(const char *format, va_list args) {
  builder b;
  build_start(&b);
  for (const char *at = format; *at && !py_failed(); at++) {
    if (*at != '%') {
      build_char(&b, (u8)*at);
      continue;
    }
    switch (*++at) {
      case 's': build_ascii(&b, va_arg(args, const char *)); break;
      case 'd': build_number(&b, va_arg(args, i32)); break;
      case 'v': build_value(&b, py_str(va_arg(args, val))); break;
      case 'r': build_value(&b, py_repr(va_arg(args, val))); break;
      case 't': build_ascii(&b, py_type_name(va_arg(args, val))); break;
      case '%': build_char(&b, '%'); break;
      default: __builtin_trap();
    }
  }
  return py_failed() ? ERROR : build_end(&b);
}

val py_raise(u32 kind, const char *format, ...) {
  if (py_failed()) return ERROR;
  va_list args;
  va_start(args, format);
  val text = message(format, args);
  va_end(args);
  raise_args(kind, one(text));
  if (error_pending != NONE && error_pending != value_of(&memory_error)) {
    AS(exc, error_pending)->head.flags |= FLAG_RUNTIME;
  }
  return ERROR;
}

val py_raise_key(val key) {
  return raise_args(E_KeyError, one(key));
}

/* The classes that OSError(number, text) makes of itself, by Linux's numbers. */
static u32 os_kind(val number) {
  static const struct { u8 number, kind; } kinds[] = {
      {1, E_PermissionError}, {2, E_FileNotFoundError}, {3, E_ProcessLookupError},
      {4, E_InterruptedError}, {10, E_ChildProcessError}, {11, E_BlockingIOError},
      {13, E_PermissionError}, {17, E_FileExistsError}, {20, E_NotADirectoryError},
      {21, E_IsADirectoryError}, {32, E_BrokenPipeError}, {103, E_ConnectionAbortedError},
      {104, E_ConnectionResetError}, {108, E_BrokenPipeError}, {110, E_TimeoutError},
      {111, E_ConnectionRefusedError}, {114, E_BlockingIOError}, {115, E_BlockingIOError}};
  for (u32 i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
    if (number == from_small(kinds[i].number)) return kinds[i].kind;
  }
  return E_OSError;
}

/* UnicodeEncodeError and UnicodeDecodeError insist on their five arguments. */
static void check_unicode(u32 kind, tuple *args) {
  static const u8 types[5] = {T_STR, T_STR, T_INT, T_INT, T_STR};
  if (args->length != 5) {
    py_raise(E_TypeError, "function takes exactly 5 arguments (%d given)", (i32)args->length);
    return;
  }
  for (u32 i = 0; i < 5; i++) {
    val v = args->at[i];
    if (i == 1 && kind == E_UnicodeDecodeError) {
      py_raise(E_TypeError, "a bytes-like object is required, not '%t'", v);
      return;
    }
    if (types[i] == T_STR ? is(v, T_STR) : int_like(v)) continue;
    if (types[i] == T_STR) {
      py_raise(E_TypeError, "argument %d must be str, not %s", (i32)i + 1, v == NONE ? "None" : py_type_name(v));
    } else {
      py_raise(E_TypeError, "'%t' object cannot be interpreted as an integer", v);
    }
    return;
  }
}

/* An exception of a kind, called with a tuple of arguments. */
val py_exc(u32 kind, val args) {
  if (py_failed()) return ERROR;
  tuple *t = AS(tuple, args);
  if (kind == E_OSError && t->length >= 2 && t->length <= 5) kind = os_kind(t->at[0]);
  if (kind == E_UnicodeDecodeError || kind == E_UnicodeEncodeError) check_unicode(kind, t);
  if (py_failed()) return ERROR;
  val e = exc_new(kind, args);
  if (e == ERROR || !kind_is(kind, E_OSError) || t->length < 3 || t->length > 5) return e;
  val shown = tuple_new(2);
  if (py_failed()) return ERROR;
  AS(tuple, shown)->at[0] = t->at[0];
  AS(tuple, shown)->at[1] = t->at[1];
  AS(exc, e)->args = shown;
  AS(exc, e)->full = args;
  return e;
}

static bool is_kind(val v) {
  return is(v, T_TYPE) && AS(typeobj, v)->which >= 256;
}

/* What raise makes of its operand: an exception stays, a class of them is called. */
static val instance(val v, const char *otherwise) {
  if (is(v, T_EXC)) return v;
  if (is_kind(v)) return py_exc(AS(typeobj, v)->which - 256, value_of(&no_args));
  return py_raise(E_TypeError, otherwise);
}

/* raise exception from cause; MISSING if there is no from. */
val py_throw(val exception, val cause) {
  if (py_failed()) return ERROR;
  val e = instance(exception, "exceptions must derive from BaseException");
  if (py_failed()) return ERROR;
  if (cause != MISSING) {
    val because = cause == NONE ? NONE : instance(cause, "exception causes must derive from BaseException");
    if (py_failed()) return ERROR;
    AS(exc, e)->cause = because;
    AS(exc, e)->head.flags |= FLAG_SUPPRESS;
  }
  return raise_exc(e);
}

/* Passes an error on that this frame has seen before. */
val py_restore(val e) {
  if (py_failed()) return ERROR;
  error_pending = e;
  traced_depth = py_depth();
  py_set_failed(1);
  return ERROR;
}

val py_reraise(void) {
  if (py_failed()) return ERROR;
  if (error_handling == NONE) return py_raise(E_RuntimeError, "No active exception to reraise");
  return py_restore(error_handling);
}

/* Adds an entry to the traceback of the pending error. Without memory the entry is left out; line 0
 * is that of an error that this frame has passed on before. */
void py_trace(u32 line, u32 function) {
  if (!py_failed()) return;
  if (refused) end_refused(refused, line);
  bool seen = line == 0 || traced_depth == py_depth();
  traced_depth = 0;
  if (seen) return;
  exc *e = AS(exc, error_pending);
  vals *trace = e->trace == NONE ? 0 : AS(vals, e->trace);
  if (!trace || trace->spare == trace->capacity) {
    u32 capacity = trace ? trace->capacity * 2 : 4;
    vals *more = py_alloc(T_VALS, (u32)sizeof(vals) + capacity * (u32)sizeof(val));
    if (!more) return;
    more->capacity = capacity;
    if (trace) {
      copy_bytes(more->at, trace->at, trace->spare * sizeof(val));
      more->spare = trace->spare;
    }
    e->trace = value_of(more);
    trace = more;
  }
  trace->at[trace->spare++] = from_small((i64)((u64)line << 16 | function));
}

val py_catch(void) {
  val e = error_pending;
  error_pending = NONE;
  error_handling = e;
  traced_depth = 0;
  py_set_failed(0);
  return e;
}

val py_handling(void) {
  return error_handling;
}

void py_handled(val before) {
  error_handling = before;
}

i32 py_pending(void) {
  return py_failed();
}

static bool all_kinds(val types) {
  if (!is(types, T_TUPLE)) return is_kind(types);
  tuple *t = AS(tuple, types);
  for (u32 i = 0; i < t->length; i++) {
    if (!is_kind(t->at[i])) return false;
  }
  return true;
}

i32 py_matches(val e, val types) {
  if (py_failed()) return 0;
  if (!all_kinds(types)) {
    py_raise(E_TypeError, "catching classes that do not inherit from BaseException is not allowed");
    return 0;
  }
  u32 kind = AS(exc, e)->kind;
  if (!is(types, T_TUPLE)) return kind_is(kind, AS(typeobj, types)->which - 256);
  tuple *t = AS(tuple, types);
  for (u32 i = 0; i < t->length; i++) {
    if (kind_is(kind, AS(typeobj, t->at[i])->which - 256)) return 1;
  }
  return 0;
}

val py_bound(val v, u32 kind, val name) {
  if (v != UNBOUND) return v;
  if (kind == E_NameError) return py_raise(E_NameError, "name '%v' is not defined", name);
  return py_raise(kind, "cannot access local variable '%v' where it is not associated with a value", name);
}

/* The same for a variable of the module: near is what follows the message if nothing catches the error,
 * MISSING if that is not known. */
val py_bound_near(val v, val name, val near) {
  if (v != UNBOUND) return v;
  if (py_failed()) return ERROR;
  py_bound(v, E_NameError, name);
  if (AS(exc, error_pending)->kind == E_NameError) AS(exc, error_pending)->full = near;
  return ERROR;
}

val py_assert(val text) {
  if (py_failed()) return ERROR;
  return raise_args(E_AssertionError, text == MISSING ? value_of(&no_args) : one(text));
}

/* sys.exit(v): a tuple becomes all the arguments. */
val py_exit(val v) {
  if (py_failed()) return ERROR;
  if (v == MISSING || v == NONE) return raise_args(E_SystemExit, value_of(&no_args));
  return raise_args(E_SystemExit, is(v, T_TUPLE) ? v : one(v));
}
