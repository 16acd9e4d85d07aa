/* The heap's layout: what heap.c and collect.c share. */
#ifndef SANDGLASS_HEAP_H
#define SANDGLASS_HEAP_H

#include "runtime.h"

/*
 * The heap is a row of runs, from heap_start to heap_top, each a number of pages. A run begins
 * with its header; one of cells is a page cut into cells of one size, a large one holds a single
 * object, a free one nothing. As all runs begin at a multiple of the page and an object begins in
 * its run's first page, the header of any object's run is found by clearing the address's low
 * bits. From heap_top to the memory's end is free too, without form.
 */
#define PAGE 8192u
enum run_kind { RUN_FREE, RUN_CELLS, RUN_LARGE };
typedef struct run {
  u32 kind;
  u32 pages;
  u32 class;        /* RUN_CELLS: which size */
  u32 count;        /* RUN_CELLS: how many free cells wait in it */
  struct run *next; /* RUN_FREE: in its bin; RUN_CELLS: among those with free cells of the class */
  cell *cells;      /* RUN_CELLS: its free cells, while it waits in that list */
  u64 spare;        /* keeps objects at multiples of 16 */
} run;

#define LARGEST_CELL 4080u /* what is larger has a run of its own */
extern const u16 heap_sizes[HEAP_CLASSES];
extern run *heap_waiting[HEAP_CLASSES]; /* pages with free cells that are not at hand yet */
extern char *heap_start, *heap_top, *heap_end;
extern u32 heap_taken; /* bytes handed out since the last collection */
extern u32 heap_limit; /* the heap_taken from which a collection is due */

static inline run *heap_run(const void *object) { return (run *)((u32)object & ~(PAGE - 1)); }
void heap_clear_free(void);                 /* forgets all free runs: collect.c finds them anew */
void heap_add_free(run *first, u32 pages);  /* these pages are free now */
void heap_refill_reserve(void);

#endif
