// A tiny interpreter for tests: reverse Polish, one sum a line, each printed.
//
//   calc FILE ARGS...      the sums are in a file
//   calc -e TEXT ARGS...   the sums are in an argument
//
// A word is a number, one of + - * /, `in` for the next number on stdin, `$1` for an argument, or
// `spin`, which never ends. Its start takes a while, as interpreters' do.
//
//   clang --target=wasm32 -O1 -fno-builtin -nostdlib -Wl,--no-entry -Wl,--export=_start -o calc.wasm calc.c

typedef unsigned int u32;
typedef unsigned long long u64;
#define WASI(name) __attribute__((import_module("wasi_snapshot_preview1"), import_name(name)))

WASI("args_sizes_get") u32 args_sizes_get(u32 *count, u32 *bytes);
WASI("args_get") u32 args_get(char **args, char *buffer);
WASI("fd_prestat_get") u32 fd_prestat_get(u32 fd, u32 *prestat);
WASI("fd_prestat_dir_name") u32 fd_prestat_dir_name(u32 fd, char *name, u32 length);
WASI("path_open")
u32 path_open(u32 fd, u32 look, const char *path, u32 length, u32 oflags, u64 rights, u64 inherited,
              u32 fdflags, u32 *opened);
WASI("fd_read") u32 fd_read(u32 fd, const void *iovs, u32 count, u32 *read);
WASI("fd_write") u32 fd_write(u32 fd, const void *iovs, u32 count, u32 *written);
WASI("proc_exit") _Noreturn void proc_exit(u32 status);

struct iovec {
  void *start;
  u32 length;
};

static char *args[64];
static char arg_bytes[65536];
static char script[65536];
static u32 arg_count;
static volatile u32 warm_up;

static u32 length(const char *text) {
  u32 n = 0;
  while (text[n]) n++;
  return n;
}

static void print(u32 fd, const char *text) {
  struct iovec one = {(void *)text, length(text)};
  u32 written;
  fd_write(fd, &one, 1, &written);
}

static _Noreturn void fail(const char *what) {
  print(2, "calc: ");
  print(2, what);
  print(2, "\n");
  proc_exit(1);
}

static void print_number(long long value) {
  char digits[24];
  u32 at = sizeof digits;
  u64 rest = value < 0 ? -(u64)value : (u64)value;
  digits[--at] = 0;
  digits[--at] = '\n';
  do {
    digits[--at] = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest);
  if (value < 0) digits[--at] = '-';
  print(1, digits + at);
}

static long long number(const char *text) {
  long long value = 0;
  int negative = *text == '-';
  for (text += negative; *text >= '0' && *text <= '9'; text++) value = value * 10 + (*text - '0');
  return negative ? -value : value;
}

static long long input(void) {
  char digits[24];
  u32 at = 0;
  while (at < sizeof digits - 1) {
    struct iovec one = {digits + at, 1};
    u32 got;
    if (fd_read(0, &one, 1, &got) || !got || digits[at] == '\n') break;
    at++;
  }
  if (!at) fail("nothing more on stdin");
  digits[at] = 0;
  return number(digits);
}

static void load(const char *path) {
  for (u32 fd = 3;; fd++) {
    u32 prestat[2];
    char name[256];
    if (fd_prestat_get(fd, prestat) || prestat[1] >= sizeof name) break;
    fd_prestat_dir_name(fd, name, prestat[1]);
    u32 n = prestat[1];
    u32 same = 0;
    while (same < n && path[same] == name[same]) same++;
    if (same < n || path[n] != '/') continue;
    u32 opened;
    if (path_open(fd, 0, path + n + 1, length(path + n + 1), 0, 2, 0, 0, &opened)) break;
    u32 at = 0;
    u32 got;
    do {
      struct iovec rest = {script + at, sizeof script - 1 - at};
      if (fd_read(opened, &rest, 1, &got)) fail("cannot read the script");
      at += got;
    } while (got);
    return;
  }
  fail("no such script");
}

static long long word(const char *text, long long *stack, u32 height) {
  if (text[0] == '$') {
    u32 index = (u32)number(text + 1) + 1;
    if (index >= arg_count) fail("no such argument");
    return number(args[index]);
  }
  if (text[0] == 'i') return input();
  if (text[0] == 's') {
    for (;;) warm_up++;
  }
  if (height < 2) fail("too few numbers");
  long long one = stack[height - 2];
  long long two = stack[height - 1];
  switch (text[0]) {
    case '+': return one + two;
    case '-': return one - two;
    case '*': return one * two;
    case '/':
      if (!two) fail("division by zero");
      return one / two;
    default: fail(text);
  }
}

static int is_operator(const char *text) {
  return !text[1] && (text[0] == '+' || text[0] == '-' || text[0] == '*' || text[0] == '/');
}

static int is_number(const char *text) {
  return (text[0] >= '0' && text[0] <= '9') || (text[0] == '-' && text[1]);
}

static void run(void) {
  long long stack[64];
  u32 height = 0;
  for (char *at = script;;) {
    while (*at == ' ') at++;
    if (*at == '\n' || !*at) {
      if (height) print_number(stack[height - 1]);
      height = 0;
      if (!*at++) return;
      continue;
    }
    char text[32];
    u32 n = 0;
    while (*at && *at != ' ' && *at != '\n' && n < sizeof text - 1) text[n++] = *at++;
    text[n] = 0;
    if (height == 64) fail("too many numbers");
    if (is_number(text)) {
      stack[height++] = number(text);
    } else {
      long long value = word(text, stack, height);
      if (is_operator(text)) height -= 2;
      stack[height++] = value;
    }
  }
}

void _start(void) {
  u32 bytes;
  if (args_sizes_get(&arg_count, &bytes) || arg_count > 63 || bytes > sizeof arg_bytes) {
    fail("too many arguments");
  }
  args_get(args, arg_bytes);
  if (arg_count < 2) fail("no script");
  for (u32 i = 0; i < 100000; i++) warm_up += i;
  if (args[1][0] == '-' && args[1][1] == 'e') {
    if (arg_count < 3) fail("no text");
    u32 n = length(args[2]);
    if (n >= sizeof script) fail("the text is too long");
    for (u32 i = 0; i < n; i++) script[i] = args[2][i];
    for (u32 i = 1; i + 1 < arg_count; i++) args[i] = args[i + 1];
    arg_count--;
  } else {
    load(args[1]);
  }
  run();
}
