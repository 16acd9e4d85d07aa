// malloc, realloc, free: a tree, a growing list, and blocks of all sizes.
#include <stdlib.h>
#include "print.h"

struct node {
  struct node *left, *right;
  int key;
};

static struct node *insert(struct node *at, int key) {
  if (!at) {
    at = calloc(1, sizeof *at);
    at->key = key;
  } else if (key < at->key) {
    at->left = insert(at->left, key);
  } else if (key > at->key) {
    at->right = insert(at->right, key);
  }
  return at;
}

static long sum(const struct node *at) {
  return at ? sum(at->left) + at->key + sum(at->right) : 0;
}

static void clear(struct node *at) {
  if (at) {
    clear(at->left);
    clear(at->right);
    free(at);
  }
}

int main(void) {
  struct node *root = NULL;
  unsigned x = 1;
  for (int i = 0; i < 300; i++) {
    x = x * 1103515245u + 12345u;
    root = insert(root, (int)(x >> 16 & 0x7fff));
  }
  print_number(sum(root));
  clear(root);
  int *list = NULL;
  for (int i = 0; i < 200; i++) {
    list = realloc(list, (size_t)(i + 1) * sizeof *list);
    list[i] = i * i;
  }
  print_number(list[199]);
  free(list);
  void *blocks[64];
  for (int i = 0; i < 64; i++) {
    blocks[i] = malloc((size_t)i * i * 40 + 1);
    memset(blocks[i], i, (size_t)i * i * 40 + 1);
  }
  long total = 0;
  for (int i = 0; i < 64; i++) {
    total += ((unsigned char *)blocks[i])[i];
    free(blocks[i]);
  }
  print_number(total);
  return 0;
}
