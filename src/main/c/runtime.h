/*
 * The runtime of compiled Python: values, objects and what the files of it offer each other.
 *
 * The Java side (sandglass.program.python) writes a program's own code as WebAssembly text; that
 * code calls the functions named py_* here. make.sh compiles all this with clang and keeps it
 * as text and as code, and the Java side links in the functions that a program reaches, py_add
 * becoming $py.add.
 *
 * A value is 64 bits:
 *   ...xxx0   an int from -2^62 to 2^62 - 1, shifted left by one
 *   ...x001   an object: its address, plus one (objects stand at multiples of 8)
 *   ...x011   one of the constants below
 * Bigger ints are objects (T_BIG); an int that fits the first form never is one.
 *
 * Errors: py_raise sets the pending error and gives ERROR. While an error is pending, every py_*
 * function is without effect and gives ERROR (or 0): the program's code asks only once a
 * statement. So each py_* function with a side effect begins with `if (py_failed()) return ERROR;`
 * and each slow path treats an operand ERROR alike. Internal functions may rely on not being
 * called while an error is pending, and must return at once when a function that they call failed.
 *
 * Memory: py_alloc never collects, so C code may hold objects in variables as it likes. Garbage
 * is collected only at py_collect, which the program's code calls at loops and function
 * entries after having put its own variables where they are found (the value stack, below).
 */
#ifndef SANDGLASS_RUNTIME_H
#define SANDGLASS_RUNTIME_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint64_t val;
typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
typedef int32_t i32;
typedef int64_t i64;

#define ERROR ((val)3)    /* an error is pending; never stored in an object */
#define NONE ((val)11)
#define FALSE ((val)19)
#define TRUE ((val)27)
#define MISSING ((val)35) /* an argument that was left out */
#define UNBOUND ((val)43) /* a variable without a value */
#define END ((val)51)     /* the iterator has no more */

enum type {
  T_FREE, /* a free cell of the heap */
  T_RAW,  /* bytes without references: the table of a dict */
  T_VALS, /* an array of values: the items of a list; its length is that of the block */
  T_BIG, T_FLOAT, T_STR, T_LIST, T_TUPLE, T_DICT, T_RANGE,
  T_KEYS, T_VALUES, T_ITEMS,          /* the views of a dict: struct view */
  T_ITER,                             /* an iterator over any of these: struct iter */
  T_ENUMERATE, T_ZIP, T_REVERSED,     /* struct iter as well */
  T_EXC,                              /* an exception: struct exc */
  T_FILE,                             /* sys.stdin, sys.stdout, sys.stderr: struct file */
  T_TYPE,                             /* a built-in type as a value: struct typeobj */
  T_SLICE,                            /* the key that a slice of a dict did not find: struct range */
  T_INT = 64, T_BOOL, T_NONE          /* only as the answer of py_type: values without object */
};

typedef struct object {
  /* The collector's: 0 white; else marked, the next object to be looked into, or 1. Aligned so
   * that static objects can be values too. */
  _Alignas(8) u32 link;
  u8 type;   /* enum type */
  u8 width;  /* T_STR: bytes a character, 1 (to 0xff), 2 (to 0xffff) or 4; always the least */
  u16 flags; /* free for the type's own use */
} object;

/* sign is -1 or 1; the value is the sum of limb[i] * 2^(32 i); the highest limb is not 0. */
typedef struct big { object head; i32 sign; u32 size; u32 limb[]; } big;
typedef struct flt { object head; double value; } flt;
/* hash is 0 until it is known. data holds length characters of head.width bytes each. */
typedef struct str { object head; u32 length; u32 hash; u8 data[]; } str;
typedef struct vals { object head; u32 capacity; u32 spare; val at[]; } vals;
typedef struct list { object head; u32 length; vals *items; } list; /* items may be null if empty */
typedef struct tuple { object head; u32 length; u32 hash; val at[]; } tuple;
/* Insertion order: entries[0 .. used) hold key, value pairs, a deleted one has key UNBOUND.
 * entries->capacity is twice the entries. index is a T_RAW of u32: 0 empty, 1 deleted, else
 * entry + 2; its size is a power of two. version changes when a key is added or removed. */
typedef struct raw { object head; u32 bytes; u32 spare; u8 data[]; } raw;
typedef struct dict { object head; u32 length; u32 used; u32 version; vals *entries; raw *index; } dict;
typedef struct range { object head; val start, stop, step; } range; /* ints of any size */
typedef struct view { object head; dict *of; } view;
/* over: what it goes over (a container, or the tuple of iterators of a zip, or the iterator of an
 * enumerate); at: the next place or count; a and b: the type's own. */
typedef struct iter { object head; u32 at; u32 version; val over; val a; val b; } iter;
/* args is a tuple; trace is NONE or a T_VALS of which spare entries are used, small ints (line <<
 * 16 | function), innermost first; cause and context as in Python (NONE if none); full: all arguments of an
 * OSError with a file's name, which args leaves out; what py_bound_near was told; 0 otherwise. head.flags bit
 * 0: suppress the context, bit 1: seen while the chain is printed, bit 2: raised by the runtime
 * itself (so the traceback offers a suggestion for its name). */
typedef struct exc { object head; u32 kind; u32 spare; /* traceback.c's */ val args, trace, cause, context, full; } exc;
typedef struct file { object head; u32 fd; u32 spare; } file; /* whole eights, so that arrays of them are aligned */
typedef struct typeobj { object head; u32 which; u32 spare; } typeobj; /* enum type, or 256 + enum kind */

static inline bool is_int(val v) { return (v & 1) == 0; } /* a small one */
static inline i64 small(val v) { return (i64)v >> 1; }
static inline val from_small(i64 n) { return (val)n << 1; } /* only if fits_small(n) */
static inline bool fits_small(i64 n) { return n >= -(1ll << 62) && n < (1ll << 62); }
static inline bool is_object(val v) { return (v & 7) == 1; }
static inline object *object_of(val v) { return (object *)(u32)(v - 1); }
static inline val value_of(const void *o) { return (val)(u32)o + 1; }
static inline bool is(val v, u32 type) { return is_object(v) && object_of(v)->type == type; }
static inline val py_bool(i32 truth) { return truth ? TRUE : FALSE; }
static inline bool is_bool(val v) { return v == TRUE || v == FALSE; }
#define AS(kind, v) ((kind *)(u32)((v) - 1))

/* heap.c, collect.c, stack.c: memory ------------------------------------------------------ */
/* The heap begins where the memory ends when the program starts; what lies below is static: never
 * marked, never freed, and may refer to static objects only. */
#define HEAP_CLASSES 40                /* the sizes of cells: 16 to 512 by 16, then wider apart */
typedef struct cell { object head; struct cell *next; u32 spare; } cell;
extern cell *heap_free[HEAP_CLASSES];  /* the free cells at hand of each size */
void *heap_alloc(u32 type, u32 bytes); /* when there is no cell at hand */
/* A zeroed object of that many bytes, header included. On failure: MemoryError, and null. */
static inline void *py_alloc(u32 type, u32 bytes) {
  u32 class = (bytes - 1) / 16;
  if (class >= 32 || !heap_free[class]) return heap_alloc(type, bytes);
  cell *c = heap_free[class];
  heap_free[class] = c->next;
  __builtin_memset(c, 0, bytes);
  c->head.type = (u8)type;
  return c;
}
u32 py_block_size(const void *object); /* the bytes that its block really has; 0 if static */
enum { DUE_MEMORY = 1, DUE_OUTPUT = 2 };
extern u32 py_gc_due;                  /* what a safepoint should do: 0, or bits of these */
/* At a safepoint, if py_gc_due is not 0: collects, shows output that waits. */
void py_collect(void);
/* Has the collector look at count values from there on too, for ever: static variables of the
 * runtime that hold objects. At most 32 calls. */
void py_keep(val *first, u32 count);
/* The value stack: frames of a program's variables, and temporaries. Grows up. */
#define FROM_PROGRAM(name) __attribute__((import_module("env"), import_name(#name)))
extern void py_push(val v) FROM_PROGRAM(py_push); /* works while an error is pending too */
val *py_pop(u32 n);                    /* drops n; the values stay valid until the next push */
extern u32 py_sp(void) FROM_PROGRAM(py_sp);
extern void py_set_sp(u32 at) FROM_PROGRAM(py_set_sp);
extern u32 py_depth(void) FROM_PROGRAM(py_depth); /* how many frames there are, the module's included */
/* Written by the Java side: marks the program's global variables by calling py_mark on each. */
extern void program_mark(void) __attribute__((import_module("env"), import_name("program_mark")));
void py_mark(val v);

/* error.c: exceptions --------------------------------------------------------------------- */
/* The flag itself is the WebAssembly global $py.error; these two are written by hand in ByHand.java. */
extern i32 py_failed(void) __attribute__((import_module("env"), import_name("py_failed")));
extern void py_set_failed(i32 on) __attribute__((import_module("env"), import_name("py_set_failed")));

#define KINDS(X) /* name, parent */ \
  X(BaseException, BaseException) X(Exception, BaseException) X(SystemExit, BaseException) \
  X(KeyboardInterrupt, BaseException) X(GeneratorExit, BaseException) \
  X(ArithmeticError, Exception) X(FloatingPointError, ArithmeticError) \
  X(OverflowError, ArithmeticError) X(ZeroDivisionError, ArithmeticError) \
  X(AssertionError, Exception) X(AttributeError, Exception) X(BufferError, Exception) \
  X(EOFError, Exception) X(ImportError, Exception) X(ModuleNotFoundError, ImportError) \
  X(LookupError, Exception) X(IndexError, LookupError) X(KeyError, LookupError) \
  X(MemoryError, Exception) X(NameError, Exception) X(UnboundLocalError, NameError) \
  X(OSError, Exception) X(ReferenceError, Exception) X(RuntimeError, Exception) \
  X(NotImplementedError, RuntimeError) X(RecursionError, RuntimeError) \
  X(StopIteration, Exception) X(SyntaxError, Exception) X(SystemError, Exception) \
  X(TypeError, Exception) X(ValueError, Exception) X(UnicodeError, ValueError) \
  X(UnicodeDecodeError, UnicodeError) X(UnicodeEncodeError, UnicodeError) \
  X(UnsupportedOperation, OSError) X(BlockingIOError, OSError) X(ChildProcessError, OSError) \
  X(ConnectionError, OSError) X(BrokenPipeError, ConnectionError) \
  X(ConnectionAbortedError, ConnectionError) X(ConnectionRefusedError, ConnectionError) \
  X(ConnectionResetError, ConnectionError) X(FileExistsError, OSError) \
  X(FileNotFoundError, OSError) X(InterruptedError, OSError) X(IsADirectoryError, OSError) \
  X(NotADirectoryError, OSError) X(PermissionError, OSError) X(ProcessLookupError, OSError) \
  X(TimeoutError, OSError)
enum kind {
#define X(name, parent) E_##name,
  KINDS(X)
#undef X
  E_COUNT
};

/* Sets the pending error, gives ERROR. The message's format: %s C string, %d i32, %v str(value),
 * %r repr(value), %t name of the value's type, %% . */
val py_raise(u32 kind, const char *format, ...);
val py_raise_key(val key);             /* KeyError whose only argument is the key */
val raise_args(u32 kind, val args);    /* with a tuple of arguments; may be ERROR */
val raise_exc(val exception);          /* sets this one, its context what is being handled */
void raise_memory(void);               /* MemoryError, without memory */
/* For what CPython does otherwise, found out only when it comes up: the program ends at once, with a
 * message of its own, and nothing in it can catch that. ERROR. */
val py_refuse(const char *what);
_Noreturn void end_refused(const char *what, u32 line); /* that end */
void error_start(void);
val py_exc(u32 kind, val args);        /* an exception, as if its class were called */
val py_catch(void);
void py_handled(val before);
extern val error_pending;              /* the exception while py_failed(), else NONE */
extern val error_handling;             /* what an except clause is handling, or NONE */
const char *kind_name(u32 kind);       /* "ValueError" */
bool kind_is(u32 kind, u32 ancestor);  /* issubclass */
val exc_args(exc *e);                  /* a tuple */
val exc_str(val e);                    /* str(e) */
val exc_repr(val e);                   /* repr(e) */
void traceback_print(val e);           /* the whole chain on stderr, as CPython does */
void suggestion_print(const exc *e, val text); /* after its text: ". Did you mean: 'index'?" */

/* number.c, big.c, float.c: numbers ------------------------------------------------------- */
val int_from_i64(i64 n);               /* small if it fits, else a big */
val int_from_u64(u64 n);
bool int_is(val v);                    /* small or big; not bool */
bool int_like(val v);                  /* int or bool */
val int_of(val v);                     /* bool to int; an int stays */
/* An index or count: clamps bigs to the limits of i64. TypeError with that text (%t is the
 * value's type) if not int_like, for example "'%t' object cannot be interpreted as an integer". */
bool int_index(val v, i64 *result, const char *otherwise);
i32 int_compare(val a, val b);         /* -1, 0, 1; both int_like */
i32 number_compare(val a, val b);      /* both int_like or float, exact; 2 if one is a NaN */
bool number_is(val v);                 /* int, bool or float */
double float_value(val v);             /* of a T_FLOAT */
val float_new(double d);
double number_to_double(val v, bool *ok); /* OverflowError "int too large to convert to float" */
i64 number_hash_value(val v);          /* hash(v) as CPython's; of a NaN any */
u32 number_hash(val v);                /* equal numbers have equal hashes, 1 == 1.0 == True */
/* op is one of '+' '-' '*' '/' 'f' (floor division) '%' 'p' (power) 'l' 'r' (shifts) '&' '|' '^'.
 * Both are numbers. MISSING if the operation is not defined for them (float & int). */
val number_binary(u32 op, val a, val b);
val number_negate(val a);
val number_repr(val v);                /* a str: int (with CPython's limit of 4300 digits) or float */
val number_format(val v, val spec);    /* spec is a str: format(v, spec) for int, bool and float */
/* For the % operator: flags in "#0- +" as bits 1 2 4 8 16, width and precision -1 if none;
 * conversion one of d i u o x X e E f F g G. */
val number_percent(val v, u32 conversion, u32 flags, i32 width, i32 precision);
val int_parse(val text, i32 base);     /* int("..."), a str; ValueError in CPython's words */
val float_parse(val text);             /* float("...") */

/* str.c: strings -------------------------------------------------------------------------- */
val str_new(const char *utf8);         /* of a C string */
val str_utf8(const char *utf8, u32 bytes); /* ERROR UnicodeDecodeError if it is not UTF-8 */
val str_make(u32 length, u32 width);   /* zeroed, to be filled; the caller keeps width minimal */
val str_char(u32 c);                   /* of one character; those below 256 are shared */
u32 str_at(const str *s, u32 index);   /* the character */
u32 str_hash(str *s);
bool str_equal(const str *a, const str *b);
i32 str_compare(const str *a, const str *b);
val str_concat(val a, val b);
val str_repeat(val s, i64 times);
val str_slice(val s, u32 start, i32 step, u32 count);
val str_repr(val s);
i32 str_contains(val s, val part);     /* both str */
val str_format_spec(val s, val spec);  /* format(s, spec) for a str */
val str_percent(val format, val args); /* format % args */
/* str's part of the methods that other types have too: py_m_count, py_m_index of list.c. Of a
 * self that is no str: AttributeError. */
val str_count(val self, val part, val start, val end);
val str_index(val self, val part, val start, val end);
/* A growing text. Kept on the C stack by its user; its bytes are a T_RAW. */
typedef struct builder { raw *data; u32 length; u32 width; } builder;
void build_start(builder *b);
void build_char(builder *b, u32 c);
void build_ascii(builder *b, const char *text);
void build_str(builder *b, val s);
val build_end(builder *b);             /* the str; ERROR if memory ran out on the way */
u32 utf8_length(const str *s);
void utf8_write(const str *s, u8 *to); /* lone surrogates as CPython's surrogateescape writes */

/* object.c: what works on all types ------------------------------------------------------- */
u32 py_type(val v);                    /* enum type, with T_INT, T_BOOL, T_NONE */
const char *py_type_name(val v);       /* "int", "dict_keys", "ValueError" */
i32 py_equal(val a, val b);            /* ==, deep; may fail (RecursionError) */
i32 py_compare(u32 op, val a, val b);  /* op: '<' 'l' (<=) '>' 'g' (>=); TypeError */
u32 py_hash(val v);                    /* TypeError: unhashable type */
val py_str(val v);                     /* a str: str(v) */
val py_repr(val v);
val py_format(val v, val spec);        /* format(v, spec) */
i64 py_length(val v);                  /* -1 and TypeError if it has none */
val py_iter(val v);                    /* TypeError: 'int' object is not iterable */
val py_next(val iterator);             /* END at the end */
/* where a slice begins, its step and how many it takes, of a sequence of that length */
bool slice_resolve(val lower, val upper, val step, u32 length, u32 *start, i32 *stride, u32 *count);

/* list.c, tuple.c, dict.c ----------------------------------------------------------------- */
val list_new(u32 capacity);
bool list_append(list *l, val v);
val list_from(val iterable);           /* a new list */
val tuple_new(u32 length);             /* filled with NONE */
val tuple_from(val iterable);
val dict_new(void);
val dict_find(dict *d, val key);       /* MISSING if it is not there */
bool dict_put(dict *d, val key, val value);
bool dict_remove(dict *d, val key, val *value);
bool dict_step(const dict *d, u32 *at, val *key, val *value); /* in order; false at the end */

/* io.c, input.c, file.c: WASI -------------------------------------------------------------- */
void io_write(u32 fd, const u8 *bytes, u32 count); /* buffered; stdout is flushed at line ends */
void io_flush(void);
/* A line of stdin with its end, '' at the end of it; or, if all, everything that is left. */
val io_read(bool all);
_Noreturn void io_exit(i32 code);      /* flushes */
bool io_str(u32 fd, val s);            /* writes a str; false if an error is pending then */
void io_text(u32 fd, const char *text);
void io_tick(void);                    /* shows finished lines that wait; at some safepoints */
void io_settle(u32 fd);                /* ends a write by the two above: what is due is written */
val file_next(file *f);                /* the next line of a file, END at its end */

/* memory, compiled to memory.copy and memory.fill */
#define copy_bytes(to, from, n) __builtin_memcpy(to, from, n)
#define move_bytes(to, from, n) __builtin_memmove(to, from, n)

#endif
