/* The value stack: frames of variables, and temporaries above each. */
#include "stack.h"

#include "runtime.h"

/*
 * It begins in a static piece and goes on in larger ones from the heap when that is full. A frame
 * lies in one piece wholly, since the program keeps its address. The temporaries above it lie in
 * one piece too, as py_pop gives them as an array: they move when they outgrow theirs.
 */
#define FIRST 8192u
#define DEEPEST 1000u /* frames, as CPython's recursion limit */
#define SAVED_TAG 3u  /* makes a saved address something that the collector passes by */

typedef struct piece {
  struct piece *before;
  val *start, *end;
  val *top; /* how far it was in use when the next one was begun */
} piece;

static val first_slots[FIRST];
static piece first_piece = {0, first_slots, first_slots + FIRST, first_slots};
static piece *current = &first_piece;
static val *top = first_slots;         /* the next free place */
static val *limit = first_slots + FIRST;
static val *temporaries = first_slots; /* where those of the running frame begin */
static u32 depth;                      /* the module's own frame is the first */
static u32 lost;                       /* pushed when there was no memory; under the pops to come */

u32 stack_depth(void) {
  return depth;
}

/* A new piece with room for that many; null and MemoryError if there is no memory for it. It is a
 * T_VALS that is found through the list of pieces alone. */
static piece *add_piece(u32 slots) {
  u32 size = (u32)(current->end - current->start) * 2;
  while (size < slots * 2) size *= 2;
  vals *block = py_alloc(T_VALS, (u32)(sizeof(vals) + sizeof(piece)) + size * (u32)sizeof(val));
  if (!block) return 0;
  piece *p = (piece *)block->at;
  p->before = current;
  p->start = (val *)(p + 1);
  p->end = p->start + size;
  current->top = top;
  current = p;
  top = p->start;
  limit = p->end;
  return p;
}

/* Moves the temporaries of the running frame to a new piece, so that one more has room. */
static bool move_temporaries(void) {
  u32 count = (u32)(top - temporaries);
  val *from = temporaries;
  if (!add_piece(count + 1)) return false;
  current->before->top = from;
  copy_bytes(top, from, count * sizeof(val));
  temporaries = top;
  top += count;
  return true;
}

void py_push(val v) {
  if (top == limit && (lost || !move_temporaries())) {
    lost++;
    return;
  }
  *top++ = v;
}

val *py_pop(u32 n) {
  u32 from_lost = n < lost ? n : lost;
  lost -= from_lost;
  top -= n - from_lost;
  return top;
}

val *stack_top(u32 n) {
  return top - n;
}

/* Under each frame's slots: where the temporaries of the frame below begin. */
u32 py_enter(u32 slots) {
  if (py_failed()) return 0;
  if (depth >= DEEPEST) {
    py_raise(E_RecursionError, "maximum recursion depth exceeded");
    return 0;
  }
  val *saved = temporaries;
  if ((u32)(limit - top) <= slots && !add_piece(slots + 1)) return 0;
  depth++;
  *top++ = (val)(u32)saved << 32 | SAVED_TAG;
  val *frame = top;
  for (u32 i = 0; i < slots; i++) frame[i] = 0;
  top = temporaries = frame + slots;
  return (u32)frame;
}

void py_leave(u32 frame) {
  if (!frame) return;
  depth--;
  lost = 0;
  val *at = (val *)frame - 1;
  temporaries = (val *)(u32)(*at >> 32);
  /* back to the piece that the frame lies in, and on to that of the temporaries below it */
  while (at < current->start || at >= current->end) current = current->before;
  top = at;
  if (temporaries < current->start || temporaries > current->end) {
    current = current->before;
    top = current->top;
  }
  limit = current->end;
}

/* Drops what was pushed in the running frame: an error may have come between a push and its pop. */
void py_settle(void) {
  top = temporaries;
  lost = 0;
}

static void mark_slots(const val *from, const val *to) {
  for (; from < to; from++) py_mark(*from);
}

void stack_mark(void) {
  mark_slots(current->start, top);
  for (piece *p = current; p != &first_piece; p = p->before) {
    mark_slots(p->before->start, p->before->top);
    py_mark(value_of((vals *)p - 1));
  }
}
