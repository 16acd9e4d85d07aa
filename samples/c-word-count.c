// about: Counts lines, words and bytes of stdin, and lists its most frequent words.
// group: Compiled 1
// stdin: the quick brown fox\njumps over the lazy dog\nThe dog sleeps; the fox does not.\n
// expect stdout: 3 lines, 16 words, 78 bytes\n4 the\n2 dog\n2 fox\n1 brown\n1 does\n
// expect exit: 0
// build: clang --target=wasm32-wasi -Os -o c-word-count.wasm c-word-count.c
// build: wasm-strip c-word-count.wasm

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LISTED 5

struct word {
  char *text;
  unsigned long count;
};

// A hash table with linear probing; it doubles when it is half full.
static struct word *table;
static size_t capacity;
static size_t used;

static size_t hash(const char *text) {
  size_t value = 2166136261u;
  for (; *text; text++) {
    value = (value ^ (unsigned char)*text) * 16777619u;
  }
  return value;
}

static struct word *find(const char *text) {
  size_t at = hash(text) & (capacity - 1);
  while (table[at].text && strcmp(table[at].text, text) != 0) {
    at = (at + 1) & (capacity - 1);
  }
  return &table[at];
}

static void *allocate(size_t count, size_t size) {
  void *memory = calloc(count, size);
  if (!memory) {
    fputs("c-word-count: out of memory\n", stderr);
    exit(1);
  }
  return memory;
}

static void grow(void) {
  struct word *old = table;
  size_t old_capacity = capacity;
  capacity = capacity ? capacity * 2 : 64;
  table = allocate(capacity, sizeof *table);
  for (size_t i = 0; i < old_capacity; i++) {
    if (old[i].text) {
      *find(old[i].text) = old[i];
    }
  }
  free(old);
}

static void count(const char *text) {
  if (used * 2 >= capacity) {
    grow();
  }
  struct word *word = find(text);
  if (!word->text) {
    word->text = allocate(strlen(text) + 1, 1);
    strcpy(word->text, text);
    used++;
  }
  word->count++;
}

// The most frequent first, equally frequent ones in the order of the alphabet; empty places last.
static int by_count(const void *left, const void *right) {
  const struct word *a = left, *b = right;
  if (a->count != b->count) {
    return a->count < b->count ? 1 : -1;
  }
  return a->text && b->text ? strcmp(a->text, b->text) : 0;
}

int main(void) {
  unsigned long lines = 0, words = 0, bytes = 0;
  char word[256];
  size_t length = 0;
  int c;
  do {
    c = getchar();
    bytes += c != EOF;
    lines += c == '\n';
    if (c != EOF && isalnum(c)) {
      // A longer word is counted by its first 255 letters.
      if (length < sizeof word - 1) {
        word[length++] = (char)tolower(c);
      }
    } else if (length > 0) {
      word[length] = 0;
      length = 0;
      words++;
      count(word);
    }
  } while (c != EOF);

  printf("%lu lines, %lu words, %lu bytes\n", lines, words, bytes);
  if (used > 0) {
    qsort(table, capacity, sizeof *table, by_count);
  }
  for (size_t i = 0; i < used && i < LISTED; i++) {
    printf("%lu %s\n", table[i].count, table[i].text);
  }
  return 0;
}
