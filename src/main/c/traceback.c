/* Tracebacks on stderr, as CPython prints them but for the lines that underline a part. */
#include "program.h"

#define FLAG_SUPPRESS 1u
#define FLAG_SEEN 2u
#define MOST_ENTRIES 1000u
#define MOST_ALIKE 3u

static void put_number(u32 n) {
  char digits[11];
  u32 at = sizeof digits - 1;
  digits[at] = 0;
  do digits[--at] = (char)('0' + n % 10);
  while (n /= 10);
  io_text(2, digits + at);
}

static void put_entry(u64 entry) {
  io_text(2, "  File \"");
  io_str(2, program_name());
  io_text(2, "\", line ");
  put_number((u32)(entry >> 16));
  io_text(2, ", in ");
  io_str(2, program_function((u32)entry & 0xffff));
  io_text(2, "\n");
  val line = program_line((u32)(entry >> 16));
  if (!is(line, T_STR) || AS(str, line)->length == 0) return;
  io_text(2, "    ");
  io_str(2, line);
  io_text(2, "\n");
}

static void put_repeats(u32 alike) {
  if (alike <= MOST_ALIKE) return;
  io_text(2, "  [Previous line repeated ");
  put_number(alike - MOST_ALIKE);
  io_text(2, alike - MOST_ALIKE == 1 ? " more time]\n" : " more times]\n");
}

static void put_trace(vals *trace) {
  io_text(2, "Traceback (most recent call last):\n");
  u32 alike = 0;
  u64 last = 0;
  u32 first = trace->spare < MOST_ENTRIES ? trace->spare : MOST_ENTRIES;
  for (u32 i = first; i-- > 0;) {
    u64 entry = (u64)small(trace->at[i]);
    if (alike && entry != last) {
      put_repeats(alike);
      alike = 0;
    }
    last = entry;
    if (++alike <= MOST_ALIKE) put_entry(entry);
  }
  put_repeats(alike);
}

static void put_one(exc *e) {
  if (is(e->trace, T_VALS)) put_trace(AS(vals, e->trace));
  if (e->kind == E_UnsupportedOperation) io_text(2, "io.");
  io_text(2, kind_name(e->kind));
  val text = exc_str(value_of(e));
  if (py_failed()) {
    py_set_failed(0);
    io_text(2, ": <exception str() failed>");
  } else if (AS(str, text)->length) {
    io_text(2, ": ");
    io_str(2, text);
    suggestion_print(e, text);
  }
  io_text(2, "\n");
}

/* What led to e, unless it has been seen. */
static exc *before(exc *e) {
  val v = e->cause != NONE ? e->cause : e->head.flags & FLAG_SUPPRESS ? NONE : e->context;
  return v != NONE && !(AS(exc, v)->head.flags & FLAG_SEEN) ? AS(exc, v) : 0;
}

/* The oldest first: a chain may be long, so the way back is kept in its exceptions. */
void traceback_print(val v) {
  exc *e = AS(exc, v), *after = 0;
  for (;;) {
    e->head.flags |= FLAG_SEEN;
    exc *next = before(e);
    e->spare = (u32)after;
    if (!next) break;
    after = e;
    e = next;
  }
  while (e) {
    put_one(e);
    exc *next = (exc *)e->spare;
    if (!next) break;
    io_text(2, next->cause != NONE
        ? "\nThe above exception was the direct cause of the following exception:\n\n"
        : "\nDuring handling of the above exception, another exception occurred:\n\n");
    e = next;
  }
  io_settle(2);
}
