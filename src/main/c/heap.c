/* Where objects come from: cells of few sizes in pages, and runs of pages for what is larger. */
#include "heap.h"

#define BINS 20
#define WASM_PAGE 65536u
#define RESERVE_PAGES 32u
#define LARGEST_OBJECT 0x7fff0000u

const u16 heap_sizes[HEAP_CLASSES] = {
    16,  32,  48,  64,  80,  96,  112, 128, 144, 160, 176, 192, 208, 224,  240,  256,  272,  288,  304,  320, 336,
    352, 368, 384, 400, 416, 432, 448, 464, 480, 496, 512, 672, 816, 1008, 1360, 1632, 2032, 2720, LARGEST_CELL};
cell *heap_free[HEAP_CLASSES];
run *heap_waiting[HEAP_CLASSES];
char *heap_start, *heap_top, *heap_end;
u32 heap_taken;
u32 heap_limit = 4u << 20;
u32 py_gc_due;

/* Free runs by size: bin b holds those of 2^b to 2^(b+1) - 1 pages. */
static run *bins[BINS];
/* Pages kept back until the memory cannot grow any more, so that a program can go on until the
 * next safepoint, which collects. */
static run *reserve;
static bool reserve_used;

static u32 bin_of(u32 pages) {
  u32 bin = 31 - (u32)__builtin_clz(pages);
  return bin < BINS ? bin : BINS - 1;
}

void heap_clear_free(void) {
  __builtin_memset(bins, 0, sizeof bins);
}

void heap_add_free(run *first, u32 pages) {
  u32 bin = bin_of(pages);
  first->kind = RUN_FREE;
  first->pages = pages;
  first->next = bins[bin];
  bins[bin] = first;
}

/* The first free run of the bins that is large enough, the rest of it given back. */
static run *take_free(u32 pages) {
  for (u32 bin = bin_of(pages); bin < BINS; bin++) {
    for (run **at = &bins[bin]; *at; at = &(*at)->next) {
      run *r = *at;
      if (r->pages < pages) continue;
      *at = r->next;
      if (r->pages > pages) heap_add_free((run *)((char *)r + pages * PAGE), r->pages - pages);
      return r;
    }
  }
  return 0;
}

static bool grow(u32 bytes) {
  u32 pages = (bytes + WASM_PAGE - 1) / WASM_PAGE;
  if ((u32)heap_end + pages * WASM_PAGE < (u32)heap_end) return false;
  if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) return false;
  heap_end += pages * WASM_PAGE;
  return true;
}

static run *take_top(u32 pages) {
  u32 bytes = pages * PAGE;
  if (!heap_start) {
    heap_start = heap_top = heap_end = (char *)(__builtin_wasm_memory_size(0) * WASM_PAGE);
  }
  u32 room = (u32)(heap_end - heap_top);
  if (room < bytes) {
    u32 size = (u32)(heap_end - heap_start);
    u32 wanted = size / 8 > 8 * WASM_PAGE ? size / 8 : 8 * WASM_PAGE;
    if (wanted < bytes - room || !grow(wanted)) {
      if (!grow(bytes - room)) return 0;
    }
  }
  run *r = (run *)heap_top;
  heap_top += bytes;
  return r;
}

static void count_taken(u32 bytes) {
  heap_taken += bytes;
  if (heap_taken >= heap_limit) py_gc_due |= DUE_MEMORY;
}

/* A run of that many pages, or null. */
static run *take_run(u32 pages) {
  run *r = take_free(pages);
  if (!r) r = take_top(pages);
  if (!r) {
    py_gc_due |= DUE_MEMORY;
    if (reserve) {
      heap_add_free(reserve, reserve->pages);
      reserve = 0;
      reserve_used = true;
      r = take_free(pages);
    }
  }
  if (r) r->pages = pages;
  return r;
}

/* Keeps pages back, once the heap has some size, or if there was need of them before. */
void heap_refill_reserve(void) {
  if (reserve) return;
  if (!reserve_used && heap_end - heap_start < (1 << 20)) return;
  u32 due = py_gc_due;
  run *r = take_free(RESERVE_PAGES);
  if (!r) r = take_top(RESERVE_PAGES);
  py_gc_due = due;
  if (!r) return;
  r->kind = RUN_CELLS;
  r->pages = RESERVE_PAGES;
  r->class = HEAP_CLASSES; /* no class: the collector steps over it */
  reserve = r;
}

static void *take_cell(u32 class, u32 type, u32 bytes) {
  run *r = heap_waiting[class];
  u32 size = heap_sizes[class];
  if (r) {
    heap_waiting[class] = r->next;
    heap_free[class] = r->cells;
  } else {
    r = take_run(1);
    if (!r) return 0;
    r->kind = RUN_CELLS;
    r->class = class;
    r->count = (PAGE - sizeof(run)) / size;
    cell *c = (cell *)(r + 1);
    heap_free[class] = c;
    for (u32 i = 1; i < r->count; i++) {
      cell *after = (cell *)((char *)c + size);
      c->head.link = 0;
      c->head.type = T_FREE;
      c->next = after;
      c = after;
    }
    c->head.link = 0;
    c->head.type = T_FREE;
    c->next = 0;
  }
  count_taken(r->count * size);
  cell *c = heap_free[class];
  heap_free[class] = c->next;
  __builtin_memset(c, 0, bytes);
  c->head.type = (u8)type;
  return c;
}

static u32 class_of(u32 bytes) {
  if (bytes <= 512) return (bytes - 1) / 16;
  u32 class = 32;
  while (heap_sizes[class] < bytes) class++;
  return class;
}

void *heap_alloc(u32 type, u32 bytes) {
  if (bytes <= LARGEST_CELL) {
    u32 class = class_of(bytes);
    cell *c = heap_free[class];
    if (c) {
      heap_free[class] = c->next;
      __builtin_memset(c, 0, bytes);
      c->head.type = (u8)type;
      return c;
    }
    void *taken = take_cell(class, type, bytes);
    if (!taken) raise_memory();
    return taken;
  }
  u32 pages = bytes <= LARGEST_OBJECT ? (bytes + (u32)sizeof(run) + PAGE - 1) / PAGE : 0;
  run *r = pages ? take_run(pages) : 0;
  if (!r) {
    raise_memory();
    return 0;
  }
  r->kind = RUN_LARGE;
  count_taken(pages * PAGE);
  object *o = (object *)(r + 1);
  __builtin_memset(o, 0, bytes);
  o->type = (u8)type;
  return o;
}

u32 py_block_size(const void *object) {
  if (!heap_start || (char *)object < heap_start) return 0;
  run *r = heap_run(object);
  return r->kind == RUN_CELLS ? heap_sizes[r->class] : r->pages * PAGE - (u32)sizeof(run);
}
