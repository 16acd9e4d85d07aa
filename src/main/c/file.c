/* sys.stdin, sys.stdout and sys.stderr as a program sees them; print and input. */
#include "wasi.h"

i32 py_truth(val v);

static file files[3] = {
    {{.type = T_FILE}, 0, 0}, {{.type = T_FILE}, 1, 0}, {{.type = T_FILE}, 2, 0}};
static val argv = NONE;

val py_file(u32 fd) {
  return value_of(&files[fd]);
}

/* The arguments that the program was started with: the same list each time. */
val py_argv(void) {
  if (py_failed()) return ERROR;
  if (argv != NONE) return argv;
  u32 count = 0, bytes = 0;
  u32 failed = args_sizes_get(&count, &bytes);
  val all = list_new(count);
  raw *pointers = py_alloc(T_RAW, (u32)sizeof(raw) + count * 4);
  raw *text = py_alloc(T_RAW, (u32)sizeof(raw) + bytes);
  if (py_failed()) return ERROR;
  u8 **at = (u8 **)pointers->data;
  if (!failed) failed = args_get(at, text->data);
  if (failed) {
    wasi_raise(failed);
    return ERROR;
  }
  for (u32 i = 0; i < count; i++) {
    u32 length = 0;
    while (at[i][length]) length++;
    val arg = text_decode(at[i], length);
    if (py_failed() || !list_append(AS(list, all), arg)) return ERROR;
  }
  py_keep(&argv, 1);
  argv = all;
  return all;
}

static bool is_file(val self, const char *name) {
  if (py_failed()) return false;
  if (is(self, T_FILE)) return true;
  py_raise(E_AttributeError, "'%t' object has no attribute '%s'", self, name);
  return false;
}

static bool is_readable(val self, const char *name) {
  if (!is_file(self, name)) return false;
  if (AS(file, self)->fd == 0) return true;
  py_raise(E_UnsupportedOperation, "not readable");
  return false;
}

static bool write_to(val self, val text) {
  if (!is_file(self, "write")) return false;
  if (AS(file, self)->fd == 0) {
    py_raise(E_UnsupportedOperation, "not writable");
    return false;
  }
  return io_str(AS(file, self)->fd, text);
}

val py_m_write(val self, val text) {
  if (!is_file(self, "write")) return ERROR;
  if (!is(text, T_STR)) {
    return py_raise(E_TypeError, "write() argument must be str, not %s", text == NONE ? "None" : py_type_name(text));
  }
  if (write_to(self, text)) io_settle(AS(file, self)->fd);
  return py_failed() ? ERROR : from_small(AS(str, text)->length);
}

val py_m_read(val self) {
  return is_readable(self, "read") ? io_read(true) : ERROR;
}

val py_m_readline(val self) {
  return is_readable(self, "readline") ? io_read(false) : ERROR;
}

val py_m_readlines(val self) {
  if (!is_readable(self, "readlines")) return ERROR;
  val all = list_new(0);
  while (!py_failed()) {
    val line = io_read(false);
    if (py_failed()) return ERROR;
    if (AS(str, line)->length == 0) return all;
    list_append(AS(list, all), line);
  }
  return ERROR;
}

val py_m_flush(val self) {
  if (!is_file(self, "flush")) return ERROR;
  if (AS(file, self)->fd == 1) io_flush();
  return py_failed() ? ERROR : NONE;
}

val file_next(file *f) {
  if (!is_readable(value_of(f), "__next__")) return ERROR;
  val line = io_read(false);
  if (py_failed()) return ERROR;
  return AS(str, line)->length ? line : END;
}

/* The text of sep or end, null for the default one. */
static bool text_or_default(val v, const char *name) {
  if (v == MISSING || v == NONE || is(v, T_STR)) return true;
  py_raise(E_TypeError, "%s must be None or a string, not %t", name, v);
  return false;
}

static bool write_char(val to, val text, char otherwise) {
  return write_to(to, is(text, T_STR) ? text : str_char((u8)otherwise));
}

static void print_all(tuple *args, val sep, val end, val to) {
  for (u32 i = 0; i < args->length; i++) {
    if (i && !write_char(to, sep, ' ')) return;
    /* as CPython, which asks for the file's write before it makes the text */
    if (!is_file(to, "write")) return;
    val text = py_str(args->at[i]);
    if (py_failed() || !write_to(to, text)) return;
  }
  write_char(to, end, '\n');
}

val py_print(val args, val sep, val end, val to, val flush) {
  if (py_failed()) return ERROR;
  if (!text_or_default(sep, "sep") || !text_or_default(end, "end")) return ERROR;
  if (to == MISSING || to == NONE) to = value_of(&files[1]);
  print_all(AS(tuple, args), sep, end, to);
  if (is(to, T_FILE)) io_settle(AS(file, to)->fd);
  if (flush != MISSING && !py_failed() && py_truth(flush)) io_flush();
  return py_failed() ? ERROR : NONE;
}

val py_input(val prompt) {
  if (py_failed()) return ERROR;
  if (prompt != MISSING) {
    val text = py_str(prompt);
    if (py_failed() || !io_str(1, text)) return ERROR;
  }
  io_flush();
  if (py_failed()) return ERROR;
  val line = io_read(false);
  if (py_failed()) return ERROR;
  str *s = AS(str, line);
  if (s->length == 0) return py_raise(E_EOFError, "EOF when reading a line");
  return str_at(s, s->length - 1) == '\n' ? str_slice(line, 0, 1, s->length - 1) : line;
}
