/* The functions of WASI that a compiled program uses. */
#ifndef SANDGLASS_WASI_H
#define SANDGLASS_WASI_H

#include "runtime.h"

typedef struct wasi_vector { const u8 *bytes; u32 count; } wasi_vector;

#define WASI(name) __attribute__((import_module("wasi_snapshot_preview1"), import_name(#name)))
extern u32 fd_write(u32 fd, const wasi_vector *vectors, u32 count, u32 *written) WASI(fd_write);
extern u32 fd_read(u32 fd, const wasi_vector *vectors, u32 count, u32 *taken) WASI(fd_read);
extern u32 args_sizes_get(u32 *count, u32 *bytes) WASI(args_sizes_get);
extern u32 args_get(u8 **at, u8 *bytes) WASI(args_get);
extern _Noreturn void proc_exit(u32 code) WASI(proc_exit);

void wasi_raise(u32 number);                /* OSError of a WASI error number */
val text_decode(const u8 *bytes, u32 count); /* UTF-8; other bytes become U+DC80 to U+DCFF */

#endif
