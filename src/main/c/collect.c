/* The collector: marks what can be reached, then puts all other cells and runs back. */
#include "heap.h"
#include "stack.h"

#define KEPT 32
#define TICK 1024u /* how many safepoints output waits at the most */
#define LEAST_LIMIT (4u << 20)
#define LAST 1u /* ends the list of objects to look into; no object stands there */

static struct { val *first; u32 count; } kept[KEPT];
static u32 kept_count;
/* Marked objects whose references are still to be followed, chained by their link: however deep or
 * wide the data is, this needs no memory. */
static u32 grey = LAST;

void py_keep(val *first, u32 count) {
  if (kept_count == KEPT) __builtin_trap();
  kept[kept_count].first = first;
  kept[kept_count++].count = count;
}

static void mark_object(object *o) {
  if ((char *)o < heap_start || o->link) return;
#ifdef GC_STRESS
  if (o->type == T_FREE) __builtin_trap(); /* something that can be reached was not marked before */
#endif
  switch (o->type) {
    case T_RAW: case T_BIG: case T_FLOAT: case T_STR: case T_FILE: case T_TYPE:
      o->link = LAST;
      break;
    default:
      o->link = grey;
      grey = (u32)o;
  }
}

void py_mark(val v) {
  if (is_object(v)) mark_object(object_of(v));
}

static void mark_all(const val *at, u32 count) {
  for (u32 i = 0; i < count; i++) py_mark(at[i]);
}

static void follow(object *o) {
  switch (o->type) {
    case T_VALS:
      mark_all(((vals *)o)->at, ((vals *)o)->capacity);
      break;
    case T_LIST:
      if (((list *)o)->items) mark_object(&((list *)o)->items->head);
      break;
    case T_TUPLE:
      mark_all(((tuple *)o)->at, ((tuple *)o)->length);
      break;
    case T_DICT:
      if (((dict *)o)->entries) mark_object(&((dict *)o)->entries->head);
      if (((dict *)o)->index) mark_object(&((dict *)o)->index->head);
      break;
    case T_RANGE: case T_SLICE:
      mark_all(&((range *)o)->start, 3);
      break;
    case T_KEYS: case T_VALUES: case T_ITEMS:
      if (((view *)o)->of) mark_object(&((view *)o)->of->head);
      break;
    case T_ITER: case T_ENUMERATE: case T_ZIP: case T_REVERSED:
      mark_all(&((iter *)o)->over, 3);
      break;
    case T_EXC:
      mark_all(&((exc *)o)->args, 5);
      break;
    default:
      break;
  }
}

static void mark_everything(void) {
  stack_mark();
  py_mark(error_pending);
  py_mark(error_handling);
  for (u32 i = 0; i < kept_count; i++) mark_all(kept[i].first, kept[i].count);
  program_mark();
  while (grey != LAST) {
    object *o = (object *)grey;
    grey = o->link;
    o->link = LAST;
    follow(o);
  }
}

/* Puts the cells of a page that are not marked on its list. True if the page is wholly free. */
static bool sweep_cells(run *r, u32 *live) {
  u32 size = heap_sizes[r->class];
  u32 cells = (PAGE - (u32)sizeof(run)) / size;
  cell *free = 0;
  u32 count = 0;
  /* from the end, so that the list is in the order of addresses */
  for (char *at = (char *)(r + 1) + (cells - 1) * size; at >= (char *)(r + 1); at -= size) {
    cell *c = (cell *)at;
    if (c->head.link) {
      c->head.link = 0;
      continue;
    }
#ifdef GC_STRESS
    __builtin_memset(c, 0xdd, size);
    c->head.link = 0;
#endif
    c->head.type = T_FREE;
    c->next = free;
    free = c;
    count++;
  }
  if (count == cells) return true;
  *live += (cells - count) * size;
  r->cells = free;
  r->count = count;
  if (free) {
    r->next = heap_waiting[r->class];
    heap_waiting[r->class] = r;
  }
  return false;
}

/* True if the run is free. */
static bool sweep_run(run *r, u32 *live) {
  if (r->kind == RUN_FREE) return true;
  if (r->kind == RUN_CELLS) return r->class < HEAP_CLASSES && sweep_cells(r, live);
  object *o = (object *)(r + 1);
  if (!o->link) {
#ifdef GC_STRESS
    __builtin_memset(o, 0xdd, r->pages * PAGE - sizeof(run));
    o->link = 0;
    o->type = T_FREE;
#endif
    return true;
  }
  o->link = 0;
  *live += r->pages * PAGE;
  return false;
}

static u32 sweep(void) {
  u32 live = 0;
  heap_clear_free();
  __builtin_memset(heap_free, 0, sizeof heap_free);
  __builtin_memset(heap_waiting, 0, sizeof heap_waiting);
  run *free = 0; /* the free pages before at, which neighbours join */
  for (char *at = heap_start; at < heap_top;) {
    run *r = (run *)at;
    at += r->pages * PAGE;
    if (sweep_run(r, &live)) {
      if (!free) free = r;
    } else if (free) {
      heap_add_free(free, (u32)((char *)r - (char *)free) / PAGE);
      free = 0;
    }
  }
  if (free) heap_top = (char *)free;
  return live;
}

static void collect(void) {
  if (heap_start) {
    mark_everything();
    u32 live = sweep();
    heap_limit = live > LEAST_LIMIT ? live : LEAST_LIMIT;
    heap_refill_reserve();
  }
  heap_taken = 0;
}

void py_collect(void) {
  static u32 passed;
  if (py_gc_due & DUE_MEMORY) {
    py_gc_due &= ~DUE_MEMORY;
    collect();
  }
  if (py_gc_due & DUE_OUTPUT && ++passed % TICK == 0) {
    py_gc_due &= ~DUE_OUTPUT;
    io_tick();
  }
}
