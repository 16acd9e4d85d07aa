/* Output by WASI: buffers, and str to UTF-8. */
#include "wasi.h"

#define SIZE 8192u

/* stdout keeps what it has until a line ends; stderr until the write that is under way ends. After
 * the first LIVE_LINES, the lines of a program that prints without pause wait for each other until
 * the next of the safepoints that call io_tick: a write for each would cost more than the rest. */
#define LIVE_LINES 256u
typedef struct stream { u32 fd; u32 used; u8 *bytes; bool line_ended; } stream;
static u8 out_bytes[SIZE], error_bytes[SIZE];
static stream out = {.fd = 1, .bytes = out_bytes}, error_out = {.fd = 2, .bytes = error_bytes};

static stream *stream_of(u32 fd) {
  return fd == 2 ? &error_out : &out;
}

/* OSError of a WASI error number, with Linux's number and text. */
void wasi_raise(u32 number) {
  static const struct { u8 wasi, number; const char *text; } known[] = {
      {2, 13, "Permission denied"}, {6, 11, "Resource temporarily unavailable"},
      {8, 9, "Bad file descriptor"}, {19, 27, "File too large"}, {27, 4, "Interrupted system call"},
      {28, 22, "Invalid argument"}, {31, 21, "Is a directory"}, {51, 28, "No space left on device"},
      {63, 1, "Operation not permitted"}, {64, 32, "Broken pipe"}};
  u32 errno = 5;
  const char *text = "Input/output error";
  for (u32 i = 0; i < sizeof known / sizeof known[0]; i++) {
    if (known[i].wasi != number) continue;
    errno = known[i].number;
    text = known[i].text;
  }
  val args = tuple_new(2);
  val message = str_new(text);
  if (py_failed()) return;
  AS(tuple, args)->at[0] = from_small(errno);
  AS(tuple, args)->at[1] = message;
  val e = py_exc(E_OSError, args);
  if (!py_failed()) raise_exc(e);
}

/* 0, or the error number; the buffer is empty afterwards in any case. */
static u32 empty(stream *s) {
  u32 at = 0, failed = 0;
  while (at < s->used && !failed) {
    wasi_vector v = {s->bytes + at, s->used - at};
    u32 written = 0;
    failed = fd_write(s->fd, &v, 1, &written);
    if (!failed && written == 0) failed = 29;
    at += written;
  }
  s->used = 0;
  s->line_ended = false;
  return failed;
}

/* Errors of stderr have nowhere to go. */
static void empty_or_raise(stream *s) {
  u32 failed = empty(s);
  if (failed && s == &out && !py_failed()) wasi_raise(failed);
}

__attribute__((noinline)) static void put(stream *s, u8 byte) {
  if (s->used == SIZE) empty_or_raise(s);
  s->bytes[s->used++] = byte;
  if (byte == '\n') s->line_ended = true;
}

static void put_bytes(stream *s, const u8 *bytes, u32 count) {
  for (u32 i = 0; i < count; i++) put(s, bytes[i]);
}

void io_tick(void) {
  if (out.line_ended) empty_or_raise(&out);
}

void io_settle(u32 fd) {
  static u32 shown;
  if (fd == 2) {
    io_tick(); /* so that what was printed first is seen first */
    empty_or_raise(&error_out);
  } else if (out.line_ended && shown < LIVE_LINES) {
    shown++;
    empty_or_raise(&out);
  } else if (out.line_ended) {
    py_gc_due |= DUE_OUTPUT;
  }
}

void io_write(u32 fd, const u8 *bytes, u32 count) {
  put_bytes(stream_of(fd), bytes, count);
  io_settle(fd);
}

void io_flush(void) {
  empty_or_raise(&out);
}

static void put_char(stream *s, u32 c) {
  if (c < 0x80) {
    put(s, (u8)c);
  } else if (c < 0x800) {
    put(s, (u8)(0xc0 | c >> 6));
    put(s, (u8)(0x80 | (c & 63)));
  } else if (c < 0x10000) {
    put(s, (u8)(0xe0 | c >> 12));
    put(s, (u8)(0x80 | (c >> 6 & 63)));
    put(s, (u8)(0x80 | (c & 63)));
  } else {
    put(s, (u8)(0xf0 | c >> 18));
    put(s, (u8)(0x80 | (c >> 12 & 63)));
    put(s, (u8)(0x80 | (c >> 6 & 63)));
    put(s, (u8)(0x80 | (c & 63)));
  }
}

static bool surrogate(u32 c) {
  return c >= 0xd800 && c < 0xe000;
}

/* A byte that was not UTF-8 when it was read (surrogateescape). */
static bool escaped_byte(u32 c) {
  return c >= 0xdc80 && c < 0xdd00;
}

/* stdout takes no other surrogates: UnicodeEncodeError with the first of them and those after it. */
static bool encodable(val v) {
  str *s = AS(str, v);
  if (s->head.width == 1) return true;
  for (u32 i = 0; i < s->length; i++) {
    u32 c = str_at(s, i);
    if (!surrogate(c) || escaped_byte(c)) continue;
    u32 end = i + 1;
    while (end < s->length && surrogate(str_at(s, end))) end++;
    val args = tuple_new(5);
    val codec = str_new("utf-8"), reason = str_new("surrogates not allowed");
    if (py_failed()) return false;
    val *at = AS(tuple, args)->at;
    at[0] = codec;
    at[1] = v;
    at[2] = from_small(i);
    at[3] = from_small(end);
    at[4] = reason;
    raise_args(E_UnicodeEncodeError, args);
    return false;
  }
  return true;
}

/* A surrogate as stderr shows it. */
static void put_escape(stream *s, u32 c) {
  static const char digits[] = "0123456789abcdef";
  put_bytes(s, (const u8 *)"\\u", 2);
  for (u32 shift = 16; shift;) put(s, (u8)digits[c >> (shift -= 4) & 15]);
}

void io_text(u32 fd, const char *text) {
  for (stream *s = stream_of(fd); *text; text++) put(s, (u8)*text);
}

bool io_str(u32 fd, val v) {
  if (fd == 1 && !encodable(v)) return false;
  stream *to = stream_of(fd);
  str *s = AS(str, v);
  if (s->head.width == 1) {
    for (u32 i = 0; i < s->length; i++) {
      u8 c = s->data[i];
      if (c >= 0x80) put_char(to, c);
      else if (c == '\n' || to->used == SIZE) put(to, c);
      else to->bytes[to->used++] = c;
    }
  } else {
    for (u32 i = 0; i < s->length; i++) {
      u32 c = str_at(s, i);
      if (!surrogate(c)) put_char(to, c);
      else if (fd == 1) put(to, (u8)(c - 0xdc00));
      else put_escape(to, c);
    }
  }
  return !py_failed();
}

/* If stdout fails at the very end, CPython says so in these words and exits with 120. */
_Noreturn void io_exit(i32 code) {
  u32 failed = empty(&out);
  if (failed) {
    py_set_failed(0);
    error_handling = NONE;
    wasi_raise(failed);
    val e = py_catch();
    io_text(2, "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\n");
    io_text(2, kind_name(AS(exc, e)->kind));
    io_text(2, ": ");
    val text = exc_str(e);
    if (!py_failed()) io_str(2, text);
    io_text(2, "\n");
    code = 120;
  }
  empty(&error_out);
  proc_exit((u32)code & 255);
}
