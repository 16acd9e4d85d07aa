/* Written by unicode.py from Python 3.12.1, Unicode 15.0.0; do not edit.
 * Letters of title case proper, as U+01C5. */
#include "unicode.h"

static const u16 istitle_edges[] = {
  453, 454, 456, 457, 459, 460, 498, 499, 8072, 8080, 8088, 8096, 8104, 8112, 8124, 8125, 8140,
  8141, 8188, 8189,
};
static const u16 istitle_planes[] = {
  0, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20,
};

bool unicode_istitle(u32 c) {
  return unicode_within(c, istitle_edges, istitle_planes);
}
