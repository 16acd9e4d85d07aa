// Makes some 400 WASI calls, odd ones among them, and prints what each returned, a line a call.
//
// Expects: stdin "some input\n"; an empty folder /rw, writable, as descriptor 3; a folder /ro that
// may only be read, as descriptor 4, with a file g that holds "ghi". wasi_vectors.py records what
// wasmtime answers. Calls that wasmtime ends with a trap (flags and enums that do not exist,
// pointers outside of memory) are left out.
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <wasi/api.h>

#define RO __WASI_RIGHTS_FD_READ
#define WO __WASI_RIGHTS_FD_WRITE
#define RW (RO | WO)
#define RW_DIR 3
#define RO_DIR 4

// wasi-libc no longer declares it.
__attribute__((import_module("wasi_snapshot_preview1"), import_name("proc_raise"))) int raise_signal(
    int);

static char note[8192];
static int opened;

// Prints the call as it is written here, its errno and what it gave back.
#define TRY(call)                                      \
  do {                                                 \
    note[0] = 0;                                       \
    int result = (call);                               \
    printf("%s: %d%s\n", #call, result, note);         \
  } while (0)

#define NOTE(...) sprintf(note + strlen(note), __VA_ARGS__)

static int open_(int dir, int lookup, const char *path, int oflags, uint64_t rights, int fdflags) {
  __wasi_fd_t fd = 999;
  int e = __wasi_path_open(dir, lookup, path, oflags, rights, rights, fdflags, &fd);
  if (!e) NOTE(" fd=%d", opened = fd);
  return e;
}

static int fdstat(int fd) {
  __wasi_fdstat_t s;
  int e = __wasi_fd_fdstat_get(fd, &s);
  if (!e)
    NOTE(" type=%d flags=%d rights=%llx inheriting=%llx", s.fs_filetype, s.fs_flags,
         s.fs_rights_base, s.fs_rights_inheriting);
  return e;
}

// Links and sizes of directories differ between file systems.
static int note_stat(int e, __wasi_filestat_t *s) {
  if (!e) NOTE(" dev=%d type=%d", (int)s->dev, s->filetype);
  if (!e && s->filetype != 3) NOTE(" nlink=%d size=%lld", (int)s->nlink, s->size);
  return e;
}

static int fstat_(int fd) {
  __wasi_filestat_t s;
  return note_stat(__wasi_fd_filestat_get(fd, &s), &s);
}

static int stat_(int dir, int lookup, const char *path) {
  __wasi_filestat_t s;
  return note_stat(__wasi_path_filestat_get(dir, lookup, path, &s), &s);
}

static int write_(int fd, const char *text) {
  __wasi_ciovec_t v = {(const uint8_t *)text, strlen(text)};
  __wasi_size_t n;
  int e = __wasi_fd_write(fd, &v, 1, &n);
  if (!e) NOTE(" nwritten=%d", (int)n);
  return e;
}

static int write_three(int fd) {
  __wasi_ciovec_t v[3] = {{0, 0}, {(const uint8_t *)"ab", 2}, {(const uint8_t *)"cd", 2}};
  __wasi_size_t n;
  int e = __wasi_fd_write(fd, v, 3, &n);
  if (!e) NOTE(" nwritten=%d", (int)n);
  return e;
}

static int pwrite_(int fd, const char *text, uint64_t offset) {
  __wasi_ciovec_t v = {(const uint8_t *)text, strlen(text)};
  __wasi_size_t n;
  int e = __wasi_fd_pwrite(fd, &v, 1, offset, &n);
  if (!e) NOTE(" nwritten=%d", (int)n);
  return e;
}

// Reads into two buffers.
static int read_(int fd, int max) {
  uint8_t b[100] = {0};
  __wasi_iovec_t v[2] = {{b, max}, {b + 50, max}};
  __wasi_size_t n;
  int e = __wasi_fd_read(fd, v, 2, &n);
  if (!e) NOTE(" nread=%d '%s'", (int)n, (char *)b);
  return e;
}

static int pread_(int fd, int max, uint64_t offset) {
  uint8_t b[100] = {0};
  __wasi_iovec_t v = {b, max};
  __wasi_size_t n;
  int e = __wasi_fd_pread(fd, &v, 1, offset, &n);
  if (!e) NOTE(" nread=%d '%s'", (int)n, (char *)b);
  return e;
}

static int seek_(int fd, int64_t offset, int whence) {
  __wasi_filesize_t p;
  int e = __wasi_fd_seek(fd, offset, whence, &p);
  if (!e) NOTE(" at %llu", p);
  return e;
}

static int tell_(int fd) {
  __wasi_filesize_t p;
  int e = __wasi_fd_tell(fd, &p);
  if (!e) NOTE(" at %llu", p);
  return e;
}

static int readlink_(int dir, const char *path, int max) {
  uint8_t b[100] = {0};
  __wasi_size_t n;
  int e = __wasi_path_readlink(dir, path, b, max, &n);
  if (!e) NOTE(" %d '%s'", (int)n, (char *)b);
  return e;
}

static int readdir_(int fd, int size, uint64_t cookie) {
  static uint8_t b[4096];
  __wasi_size_t n;
  int e = __wasi_fd_readdir(fd, b, size, cookie, &n);
  if (!e) NOTE(" bufused=%d", (int)n);
  for (int at = 0; !e && at + 24 <= (int)n;) {
    __wasi_dirent_t d;
    memcpy(&d, b + at, 24);
    NOTE(" [%.*s type=%d next=%lld]", (int)d.d_namlen, b + at + 24, d.d_type, d.d_next);
    at += 24 + d.d_namlen;
  }
  return e;
}

static int prestat(int fd) {
  __wasi_prestat_t p;
  int e = __wasi_fd_prestat_get(fd, &p);
  if (!e) NOTE(" tag=%d length=%d", p.tag, (int)p.u.dir.pr_name_len);
  return e;
}

static int prestat_name(int fd, int size) {
  uint8_t b[100] = {0};
  int e = __wasi_fd_prestat_dir_name(fd, b, size);
  if (!e) NOTE(" '%s'", (char *)b);
  return e;
}

static int clock_time(int id) {
  __wasi_timestamp_t t;
  return __wasi_clock_time_get(id, 1, &t);
}

static int clock_resolution(int id) {
  __wasi_timestamp_t t;
  int e = __wasi_clock_res_get(id, &t);
  if (!e) NOTE(" %lld", t);
  return e;
}

static int poll_(__wasi_subscription_t *s, int count) {
  __wasi_event_t events[4];
  __wasi_size_t n;
  memset(events, 0xee, sizeof events);
  int e = __wasi_poll_oneoff(s, events, count, &n);
  if (!e) NOTE(" nevents=%d", (int)n);
  for (int i = 0; !e && i < (int)n; i++) {
    NOTE(" [%d error=%d type=%d", (int)events[i].userdata, events[i].error, events[i].type);
    if (events[i].type)
      NOTE(" nbytes=%d flags=%d", (int)events[i].fd_readwrite.nbytes, events[i].fd_readwrite.flags);
    NOTE("]");
  }
  return e;
}

static int poll_fd(int type, int fd) {
  __wasi_subscription_t s = {42};
  s.u.tag = type;
  s.u.u.fd_read.file_descriptor = fd;
  return poll_(&s, 1);
}

static int poll_clock(int id, uint64_t timeout, int flags) {
  __wasi_subscription_t s = {42};
  s.u.u.clock.id = id;
  s.u.u.clock.timeout = timeout;
  s.u.u.clock.flags = flags;
  return poll_(&s, 1);
}

// A far deadline beside output that is ready.
static int poll_both(void) {
  __wasi_subscription_t s[2] = {{1}, {2}};
  s[0].u.u.clock.id = 1;
  s[0].u.u.clock.timeout = 1000000000000;
  s[1].u.tag = 2;
  s[1].u.u.fd_write.file_descriptor = 1;
  return poll_(s, 2);
}

static int allocate(int fd) { return __wasi_fd_allocate(fd, 0, 10); }
static int sync_(int fd) { return __wasi_fd_sync(fd); }
static int datasync(int fd) { return __wasi_fd_datasync(fd); }
static int close_(int fd) { return __wasi_fd_close(fd); }
static int renumber(int from, int to) { return __wasi_fd_renumber(from, to); }
static int flags(int fd, int f) { return __wasi_fd_fdstat_set_flags(fd, f); }
static int rights(int fd) { return __wasi_fd_fdstat_set_rights(fd, 0, 0); }
static int resize(int fd, uint64_t size) { return __wasi_fd_filestat_set_size(fd, size); }
static int times(int fd, int f) { return __wasi_fd_filestat_set_times(fd, 1, 2, f); }
static int advise(int fd, uint64_t at, uint64_t n) { return __wasi_fd_advise(fd, at, n, 1); }
static int mkdir_(int d, const char *p) { return __wasi_path_create_directory(d, p); }
static int rmdir_(int d, const char *p) { return __wasi_path_remove_directory(d, p); }
static int unlink_(int d, const char *p) { return __wasi_path_unlink_file(d, p); }
static int symlink_(const char *t, int d, const char *p) { return __wasi_path_symlink(t, d, p); }
static int link_(int d, const char *p, int e, const char *q) {
  return __wasi_path_link(d, 0, p, e, q);
}
static int rename_(int d, const char *p, int e, const char *q) {
  return __wasi_path_rename(d, p, e, q);
}
static int path_times(int d, int lookup, const char *p, int f) {
  return __wasi_path_filestat_set_times(d, lookup, p, 1, 2, f);
}

static void descriptors(void) {
  TRY(fdstat(0));
  TRY(fdstat(1));
  TRY(fdstat(2));
  TRY(fdstat(3));
  TRY(fdstat(4));
  TRY(fdstat(5));
  TRY(fstat_(0));
  TRY(fstat_(1));
  TRY(fstat_(3));
  TRY(fstat_(5));
  TRY(prestat(3));
  TRY(prestat(4));
  TRY(prestat(1));
  TRY(prestat(50));
  TRY(prestat_name(3, 20));
  TRY(prestat_name(3, 2));
  TRY(prestat_name(1, 20));
  TRY(prestat_name(50, 20));
  TRY(read_(0, 0));
  TRY(read_(0, 4));
  TRY(read_(0, 40));
  TRY(read_(0, 4));
  TRY(read_(1, 3));
  TRY(read_(3, 3));
  TRY(write_(0, "a"));
  TRY(write_(3, "a"));
  TRY(write_(99, "a"));
  TRY(pread_(0, 4, 0));
  TRY(pread_(1, 4, 0));
  TRY(pread_(3, 4, 0));
  TRY(pwrite_(0, "a", 0));
  TRY(pwrite_(1, "a", 0));
  TRY(pwrite_(3, "a", 0));
  TRY(seek_(0, 0, 0));
  TRY(seek_(1, 0, 0));
  TRY(seek_(3, 0, 0));
  TRY(seek_(99, 0, 0));
  TRY(tell_(0));
  TRY(tell_(3));
  TRY(advise(1, 0, 10));
  TRY(advise(3, 0, 10));
  TRY(allocate(3));
  TRY(sync_(1));
  TRY(sync_(3));
  TRY(datasync(3));
  TRY(flags(1, 1));
  TRY(flags(3, 1));
  TRY(rights(1));
  TRY(rights(3));
  TRY(rights(77));
  TRY(resize(1, 5));
  TRY(resize(3, 5));
  TRY(times(1, 5));
  TRY(times(3, 10));
}

static void files(void) {
  TRY(open_(RW_DIR, 0, "f", 1, RW, 0));
  int fd = opened;
  TRY(fdstat(fd));
  TRY(fstat_(fd));
  TRY(prestat(fd));
  TRY(prestat_name(fd, 10));
  TRY(write_(fd, "hello world"));
  TRY(write_three(fd));
  TRY(write_(fd, ""));
  TRY(tell_(fd));
  TRY(seek_(fd, 0, 0));
  TRY(read_(fd, 5));
  TRY(read_(fd, 0));
  TRY(seek_(fd, -100, 1));
  TRY(seek_(fd, -1, 2));
  TRY(read_(fd, 5));
  TRY(seek_(fd, 100, 0));
  TRY(read_(fd, 5));
  TRY(seek_(fd, INT64_MAX, 0));
  TRY(write_(fd, "q"));
  TRY(read_(fd, 4));
  TRY(seek_(fd, INT64_MAX, 1));
  TRY(seek_(fd, INT64_MAX, 1));
  TRY(seek_(fd, INT64_MIN, 1));
  TRY(seek_(fd, INT64_MIN, 0));
  TRY(seek_(fd, 1, 2));
  TRY(pread_(fd, 3, 2));
  TRY(pread_(fd, 3, 1000));
  TRY(pread_(fd, 3, UINT64_MAX));
  TRY(pwrite_(fd, "XY", 20));
  TRY(pwrite_(fd, "XY", UINT64_MAX));
  TRY(fstat_(fd));
  TRY(advise(fd, 0, 10));
  TRY(advise(fd, -1, 10));
  TRY(advise(fd, 1, -10));
  TRY(allocate(fd));
  TRY(sync_(fd));
  TRY(datasync(fd));
  TRY(flags(fd, 1));
  TRY(fdstat(fd));
  TRY(flags(fd, 4));
  TRY(fdstat(fd));
  TRY(flags(fd, 2));
  TRY(flags(fd, 8));
  TRY(flags(fd, 16));
  TRY(rights(fd));
  TRY(resize(fd, 5));
  TRY(fstat_(fd));
  TRY(resize(fd, UINT64_MAX));
  TRY(times(fd, 5));
  TRY(times(fd, 3));
  TRY(times(fd, 12));
  TRY(close_(fd));
  TRY(open_(RW_DIR, 0, "f", 0, RO, 0));
  TRY(fdstat(fd));
  TRY(write_(fd, "x"));
  TRY(resize(fd, 1));
  TRY(read_(fd, 3));
  TRY(close_(fd));
  TRY(open_(RW_DIR, 0, "f", 0, WO, 0));
  TRY(fdstat(fd));
  TRY(write_(fd, "x"));
  TRY(read_(fd, 3));
  TRY(pread_(fd, 3, 0));
  TRY(close_(fd));
  TRY(open_(RW_DIR, 0, "f", 0, 0, 0));
  TRY(fdstat(fd));
  TRY(read_(fd, 3));
  TRY(write_(fd, "z"));
  TRY(close_(fd));
  TRY(open_(RW_DIR, 0, "f", 8, 0, 0));
  TRY(fdstat(fd));
  TRY(fstat_(fd));
  TRY(write_(fd, "z"));
  TRY(close_(fd));
  TRY(open_(RW_DIR, 0, "f", 1, WO, 1));
  TRY(fdstat(fd));
  TRY(write_(fd, "abc"));
  TRY(seek_(fd, 0, 0));
  TRY(write_(fd, "def"));
  TRY(tell_(fd));
  TRY(pwrite_(fd, "gh", 0));
  TRY(tell_(fd));
  TRY(read_(fd, 2));
  TRY(fstat_(fd));
  TRY(close_(fd));
}

static void opening(void) {
  char name[300];
  static char path[5000];
  TRY(open_(RW_DIR, 0, "f", 5, RW, 0));
  TRY(open_(RW_DIR, 0, "f", 4, RW, 0));
  TRY(open_(RW_DIR, 0, "f", 2, RO, 0));
  TRY(open_(RW_DIR, 0, "f", 3, RO, 0));
  TRY(open_(RW_DIR, 0, "f", 6, RO, 0));
  TRY(open_(RW_DIR, 0, "f", 10, RO, 0));
  TRY(open_(RW_DIR, 0, "f", 0, RO, 2));
  TRY(open_(RW_DIR, 0, "f", 0, RO, 8));
  TRY(open_(RW_DIR, 0, "f", 0, RO, 16));
  TRY(open_(RW_DIR, 0, "f", 0, RO | (1ull << 29), 0));
  TRY(open_(RW_DIR, 0, "", 0, RO, 0));
  TRY(open_(RW_DIR, 0, "/f", 0, RO, 0));
  TRY(open_(RW_DIR, 0, "../f", 0, RO, 0));
  TRY(open_(RW_DIR, 0, "f/", 0, RO, 0));
  TRY(open_(RW_DIR, 0, "f/.", 0, RO, 0));
  TRY(open_(RW_DIR, 0, "f/..", 0, RO, 0));
  TRY(open_(RW_DIR, 0, "f/g", 0, RO, 0));
  TRY(open_(RW_DIR, 0, "no/g", 0, RO, 0));
  TRY(open_(RW_DIR, 0, "no/", 1, RO, 0));
  TRY(open_(RW_DIR, 0, ".", 1, RO, 0));
  TRY(open_(RW_DIR, 0, ".", 0, WO, 0));
  TRY(open_(RW_DIR, 0, ".", 8, RO, 0));
  TRY(open_(RW_DIR, 0, "..", 0, RO, 0));
  TRY(open_(RW_DIR, 0, "./..", 0, RO, 0));
  TRY(open_(RW_DIR, 0, "\xff\xfe", 1, RO, 0));
  TRY(open_(1, 0, "f", 0, RO, 0));
  TRY(open_(66, 0, "f", 0, RO, 0));
  memset(name, 'a', 299);
  name[256] = 0;
  TRY(open_(RW_DIR, 0, name, 1, RW, 0));
  TRY(mkdir_(RW_DIR, name));
  TRY(stat_(RW_DIR, 0, name));
  name[255] = 0;
  TRY(open_(RW_DIR, 0, name, 1, RW, 0));
  TRY(unlink_(RW_DIR, name));
  for (int i = 0; i < 4998; i++) path[i] = i % 2 ? '/' : '.';
  path[4998] = 'f';
  TRY(open_(RW_DIR, 0, path, 0, RO, 0));
}

static void directories(void) {
  TRY(mkdir_(RW_DIR, "s"));
  TRY(mkdir_(RW_DIR, "s"));
  TRY(mkdir_(RW_DIR, "s/"));
  TRY(mkdir_(RW_DIR, "f"));
  TRY(mkdir_(RW_DIR, "f/x"));
  TRY(mkdir_(RW_DIR, "."));
  TRY(mkdir_(RW_DIR, ".."));
  TRY(mkdir_(RW_DIR, "s/.."));
  TRY(mkdir_(RW_DIR, ""));
  TRY(mkdir_(RW_DIR, "/x"));
  TRY(mkdir_(RW_DIR, "s/t/"));
  TRY(mkdir_(RW_DIR, "s/../u/"));
  TRY(open_(RW_DIR, 0, "s", 2, RO, 0));
  int fd = opened;
  TRY(fdstat(fd));
  TRY(fstat_(fd));
  TRY(open_(fd, 0, "../f", 0, RO, 0));
  TRY(open_(fd, 0, "t/../..", 0, RO, 0));
  TRY(stat_(fd, 0, ".."));
  TRY(open_(fd, 0, "t/..", 0, RO, 0));
  TRY(fdstat(opened));
  TRY(readdir_(fd, 4096, 0));
  TRY(readdir_(fd, 4096, 2));
  TRY(readdir_(fd, 30, 0));
  TRY(readdir_(fd, 10, 0));
  TRY(readdir_(fd, 0, 0));
  TRY(readdir_(fd, 4096, 100));
  TRY(readdir_(fd, 4096, -1));
  TRY(readdir_(1, 100, 0));
  TRY(readdir_(77, 100, 0));
  TRY(mkdir_(RW_DIR, "gone"));
  TRY(open_(RW_DIR, 0, "gone", 2, RO, 0));
  int gone = opened;
  TRY(rmdir_(RW_DIR, "gone"));
  TRY(open_(gone, 0, "x", 1, RW, 0));
  TRY(mkdir_(gone, "x"));
  TRY(symlink_("x", gone, "y"));
  TRY(stat_(gone, 0, "."));
  TRY(fstat_(gone));
  TRY(open_(gone, 0, "..", 0, RO, 0));
  TRY(open_(gone, 0, ".", 0, RO, 0));
}

static void symlinks(void) {
  TRY(open_(RW_DIR, 0, "s", 2, RO, 0));
  int fd = opened;
  TRY(symlink_("../f", RW_DIR, "s/l"));
  TRY(open_(fd, 1, "l", 0, RO, 0));
  TRY(open_(RW_DIR, 1, "s/l", 0, RO, 0));
  TRY(open_(RW_DIR, 0, "s/l", 0, RO, 0));
  TRY(open_(RW_DIR, 1, "s/l/", 0, RO, 0));
  TRY(symlink_("s", RW_DIR, "ld"));
  TRY(open_(RW_DIR, 0, "ld/l", 0, RO, 0));
  TRY(open_(RW_DIR, 1, "ld/l", 0, RO, 0));
  TRY(open_(RW_DIR, 0, "ld", 2, RO, 0));
  TRY(open_(RW_DIR, 0, "ld/", 2, RO, 0));
  TRY(open_(RW_DIR, 1, "ld", 2, RO, 0));
  TRY(open_(RW_DIR, 0, "ld/", 0, RO, 0));
  TRY(open_(RW_DIR, 0, "ld/.", 0, RO, 0));
  TRY(symlink_("../../x", RW_DIR, "out"));
  TRY(open_(RW_DIR, 1, "out", 0, RO, 0));
  TRY(open_(RW_DIR, 1, "out", 1, RW, 0));
  TRY(symlink_("/etc", RW_DIR, "abs"));
  TRY(symlink_("", RW_DIR, "empty"));
  TRY(symlink_("nowhere", RW_DIR, "dangling"));
  TRY(symlink_("x", RW_DIR, "dangling"));
  TRY(symlink_("x", RW_DIR, "f/y"));
  TRY(symlink_("x", RW_DIR, "no/y"));
  TRY(symlink_("x", RW_DIR, ""));
  TRY(symlink_("x", RW_DIR, "."));
  TRY(symlink_("x", RW_DIR, "new/"));
  TRY(open_(RW_DIR, 0, "dangling", 1, RW, 0));
  TRY(open_(RW_DIR, 1, "dangling", 5, RW, 0));
  TRY(open_(RW_DIR, 1, "dangling", 0, RW, 0));
  TRY(open_(RW_DIR, 1, "dangling", 1, RW, 0));
  TRY(open_(RW_DIR, 1, "nowhere", 0, RW, 0));
  TRY(unlink_(RW_DIR, "nowhere"));
  TRY(stat_(RW_DIR, 0, "dangling"));
  TRY(stat_(RW_DIR, 1, "dangling"));
  TRY(stat_(RW_DIR, 0, "ld"));
  TRY(stat_(RW_DIR, 1, "ld"));
  TRY(stat_(RW_DIR, 0, "ld/"));
  TRY(stat_(RW_DIR, 1, "ld/"));
  TRY(stat_(RW_DIR, 0, "f"));
  TRY(stat_(RW_DIR, 0, "f/"));
  TRY(stat_(RW_DIR, 1, "f/"));
  TRY(stat_(RW_DIR, 0, ""));
  TRY(stat_(RW_DIR, 0, "."));
  TRY(stat_(RW_DIR, 0, ".."));
  TRY(stat_(RW_DIR, 0, "/"));
  TRY(stat_(1, 0, "f"));
  TRY(stat_(RW_DIR, 0, "no"));
  TRY(stat_(RW_DIR, 0, "out"));
  TRY(stat_(RW_DIR, 1, "out"));
  TRY(stat_(RW_DIR, 0, "s/l"));
  TRY(readlink_(RW_DIR, "ld", 50));
  TRY(readlink_(RW_DIR, "ld", 0));
  TRY(readlink_(RW_DIR, "ld/", 50));
  TRY(readlink_(RW_DIR, "ld/l", 50));
  TRY(readlink_(RW_DIR, "dangling", 3));
  TRY(readlink_(RW_DIR, "f", 50));
  TRY(readlink_(RW_DIR, "s", 50));
  TRY(readlink_(RW_DIR, "no", 50));
  TRY(readlink_(RW_DIR, "", 50));
  TRY(symlink_("loop2", RW_DIR, "loop1"));
  TRY(symlink_("loop1", RW_DIR, "loop2"));
  TRY(open_(RW_DIR, 1, "loop1", 0, RO, 0));
  TRY(open_(RW_DIR, 0, "loop1", 0, RO, 0));
  TRY(open_(RW_DIR, 0, "loop1/x", 0, RO, 0));
  TRY(stat_(RW_DIR, 1, "loop1"));
}

static void links_and_renames(void) {
  TRY(link_(RW_DIR, "f", RW_DIR, "f2"));
  TRY(stat_(RW_DIR, 0, "f2"));
  TRY(link_(RW_DIR, "f", RW_DIR, "f2"));
  TRY(__wasi_path_link(RW_DIR, 1, "f", RW_DIR, "f3"));
  TRY(link_(RW_DIR, "s", RW_DIR, "f3"));
  TRY(link_(RW_DIR, "no", RW_DIR, "f3"));
  TRY(link_(RW_DIR, "f/", RW_DIR, "f3"));
  TRY(link_(RW_DIR, "f", RW_DIR, "f3/"));
  TRY(link_(RW_DIR, "f", RW_DIR, "s/"));
  TRY(link_(RW_DIR, "f", RW_DIR, "s/t/../hl"));
  TRY(link_(RW_DIR, "f", RO_DIR, "hl"));
  TRY(link_(RO_DIR, "g", RW_DIR, "hl"));
  TRY(link_(RW_DIR, "dangling", RW_DIR, "dangling2"));
  TRY(link_(RW_DIR, "f", RW_DIR, ".."));
  TRY(link_(RW_DIR, "f", RW_DIR, "."));
  TRY(link_(RW_DIR, ".", RW_DIR, "dd"));
  TRY(rename_(RW_DIR, "f2", RW_DIR, "f"));
  TRY(stat_(RW_DIR, 0, "f2"));
  TRY(rename_(RW_DIR, "f2", RW_DIR, "no/y"));
  TRY(rename_(RW_DIR, "no", RW_DIR, "y"));
  TRY(rename_(RW_DIR, "s", RW_DIR, "s/t/x"));
  TRY(rename_(RW_DIR, "s", RW_DIR, "f"));
  TRY(rename_(RW_DIR, "f", RW_DIR, "s"));
  TRY(rename_(RW_DIR, "u", RW_DIR, "s"));
  TRY(rename_(RW_DIR, "u", RW_DIR, "u2/"));
  TRY(rename_(RW_DIR, "u2/", RW_DIR, "u"));
  TRY(rename_(RW_DIR, ".", RW_DIR, "q"));
  TRY(rename_(RW_DIR, "u", RW_DIR, "."));
  TRY(rename_(RW_DIR, "u", RW_DIR, ".."));
  TRY(rename_(RW_DIR, "..", RW_DIR, "q"));
  TRY(rename_(RW_DIR, "s/t", RW_DIR, "s"));
  TRY(rename_(RW_DIR, "f2", RO_DIR, "x"));
  TRY(rename_(RO_DIR, "g", RW_DIR, "x"));
  TRY(rename_(RW_DIR, "ld", RW_DIR, "ld2"));
  TRY(rename_(RW_DIR, "ld2/", RW_DIR, "ld3"));
  TRY(rename_(RW_DIR, "u", RW_DIR, "ld2"));
  TRY(rename_(RW_DIR, "u", RW_DIR, "u"));
  TRY(rename_(RW_DIR, "u", RW_DIR, "s/t"));
  TRY(stat_(RW_DIR, 0, "s/t"));
  TRY(rename_(RW_DIR, "", RW_DIR, "x"));
  TRY(rename_(RW_DIR, "f", RW_DIR, ""));
  TRY(rename_(RW_DIR, "f2", RW_DIR, "f4/"));
}

static void removals(void) {
  TRY(unlink_(RW_DIR, "s"));
  TRY(unlink_(RW_DIR, "s/"));
  TRY(unlink_(RW_DIR, "f/"));
  TRY(unlink_(RW_DIR, "no"));
  TRY(unlink_(RW_DIR, ""));
  TRY(unlink_(RW_DIR, "."));
  TRY(unlink_(RW_DIR, ".."));
  TRY(unlink_(RW_DIR, "ld2/"));
  TRY(unlink_(RW_DIR, "/f"));
  TRY(unlink_(RW_DIR, "s/.."));
  TRY(rmdir_(RW_DIR, "f"));
  TRY(rmdir_(RW_DIR, "s"));
  TRY(rmdir_(RW_DIR, "."));
  TRY(rmdir_(RW_DIR, ".."));
  TRY(rmdir_(RW_DIR, "s/."));
  TRY(rmdir_(RW_DIR, "s/.."));
  TRY(rmdir_(RW_DIR, ""));
  TRY(rmdir_(RW_DIR, "ld2"));
  TRY(rmdir_(RW_DIR, "ld2/"));
  TRY(rmdir_(RW_DIR, "no"));
  TRY(rmdir_(RW_DIR, "s/t/"));
  TRY(path_times(RW_DIR, 0, "f", 5));
  TRY(path_times(RW_DIR, 0, "no", 5));
  TRY(path_times(RW_DIR, 0, "f", 12));
  TRY(path_times(RW_DIR, 0, "dangling", 5));
  TRY(path_times(RW_DIR, 1, "dangling", 5));
  TRY(path_times(RW_DIR, 0, "f/", 5));
  TRY(path_times(RW_DIR, 0, "", 5));
}

static void read_only(void) {
  TRY(open_(RO_DIR, 0, "g", 0, RO, 0));
  int fd = opened;
  TRY(fdstat(fd));
  TRY(write_(fd, "x"));
  TRY(resize(fd, 0));
  TRY(times(fd, 10));
  TRY(allocate(fd));
  TRY(read_(fd, 3));
  TRY(open_(RO_DIR, 0, "g", 0, RW, 0));
  TRY(open_(RO_DIR, 0, "g", 0, WO, 0));
  TRY(open_(RO_DIR, 0, "g", 8, RO, 0));
  TRY(open_(RO_DIR, 0, "g", 1, RO, 0));
  TRY(open_(RO_DIR, 0, "n", 1, RO, 0));
  TRY(open_(RO_DIR, 0, "g", 5, RO, 0));
  TRY(open_(RO_DIR, 0, "no", 0, WO, 0));
  TRY(mkdir_(RO_DIR, "x"));
  TRY(unlink_(RO_DIR, "g"));
  TRY(unlink_(RO_DIR, "no"));
  TRY(rmdir_(RO_DIR, "x"));
  TRY(symlink_("x", RO_DIR, "y"));
  TRY(symlink_("/x", RO_DIR, "y"));
  TRY(rename_(RO_DIR, "g", RO_DIR, "h"));
  TRY(rename_(RO_DIR, "g", RW_DIR, "h"));
  TRY(link_(RO_DIR, "g", RO_DIR, "h"));
  TRY(__wasi_path_link(RW_DIR, 1, "g", RO_DIR, "h"));
  TRY(path_times(RO_DIR, 0, "g", 5));
  TRY(times(RO_DIR, 5));
  TRY(flags(fd, 1));
  TRY(write_(fd, "y"));
  TRY(poll_fd(2, fd));
  TRY(poll_fd(1, fd));
  TRY(flags(fd, 4));
  TRY(fdstat(fd));
}

static void clocks_and_polls(void) {
  TRY(clock_time(0));
  TRY(clock_time(1));
  TRY(clock_time(2));
  TRY(clock_time(3));
  TRY(clock_resolution(0));
  TRY(clock_resolution(1));
  TRY(clock_resolution(2));
  TRY(poll_clock(0, 0, 0));
  TRY(poll_clock(1, 1000, 0));
  TRY(poll_clock(1, 0, 1));
  TRY(poll_clock(0, 5, 1));
  TRY(poll_clock(2, 0, 1));
  TRY(poll_both());
  TRY(poll_fd(1, 0));
  TRY(poll_fd(1, 1));
  TRY(poll_fd(1, RW_DIR));
  TRY(poll_fd(1, 55));
  TRY(poll_fd(2, 1));
  TRY(poll_fd(2, 2));
  TRY(poll_fd(2, 0));
  TRY(poll_fd(2, RW_DIR));
  TRY(poll_(0, 0));
  TRY(open_(RW_DIR, 0, "f", 0, RW, 0));
  int fd = opened;
  TRY(poll_fd(1, fd));
  TRY(poll_fd(2, fd));
  TRY(seek_(fd, 0, 2));
  TRY(poll_fd(1, fd));
}

static int receive(int fd) {
  uint8_t b[5];
  __wasi_iovec_t v = {b, 5};
  __wasi_size_t n;
  __wasi_roflags_t flags;
  return __wasi_sock_recv(fd, &v, 1, 0, &n, &flags);
}

static int send_(int fd) {
  __wasi_ciovec_t v = {(const uint8_t *)"x", 1};
  __wasi_size_t n;
  return __wasi_sock_send(fd, &v, 1, 0, &n);
}

static void others(void) {
  uint8_t b[10];
  TRY(__wasi_sock_shutdown(1, 1));
  TRY(__wasi_sock_shutdown(RW_DIR, 1));
  TRY(__wasi_sock_shutdown(88, 1));
  TRY(receive(1));
  TRY(receive(88));
  TRY(send_(1));
  TRY(send_(88));
  TRY(raise_signal(3));
  TRY(__wasi_sched_yield());
  TRY(__wasi_random_get(b, 10));
  TRY(__wasi_random_get(b, 0));
}

static void numbers(void) {
  int last = 0;
  for (int i = 0; i < 5; i++) {
    TRY(open_(RW_DIR, 0, "f", 0, RO, 0));
    last = opened;
  }
  TRY(close_(last - 3));
  TRY(close_(last - 1));
  TRY(open_(RW_DIR, 0, "f", 0, RO, 0));
  TRY(open_(RW_DIR, 0, "f", 0, RO, 0));
  TRY(open_(RW_DIR, 0, "f", 0, RO, 0));
  TRY(renumber(last, last - 2));
  TRY(open_(RW_DIR, 0, "f", 0, RO, 0));
  TRY(renumber(last, last));
  TRY(renumber(last, 200));
  TRY(renumber(200, last));
  TRY(close_(200));
  TRY(renumber(last, 3));
  TRY(prestat(3));
  TRY(close_(0));
  TRY(open_(RO_DIR, 0, "g", 0, RO, 0));
}

int main(void) {
  descriptors();
  files();
  opening();
  directories();
  symlinks();
  links_and_renames();
  removals();
  read_only();
  clocks_and_polls();
  others();
  numbers();
  return 0;
}
