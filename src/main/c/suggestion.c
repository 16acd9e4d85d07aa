/* What CPython offers at the end of an uncaught AttributeError: ". Did you mean: 'index'?" */
#include "runtime.h"

#define FLAG_RUNTIME 4u

/* All cases in which a method's or attribute's name that this runtime knows, asked of a type of it
 * that lacks it, comes near enough to one that the type has; found by asking CPython 3.12. */
static const struct { const char *type, *name, *meant; } cases[] = {
    {"int", "read", "real"},          {"float", "read", "real"},
    {"bool", "read", "real"},         {"list", "rindex", "index"},
    {"tuple", "rindex", "index"},     {"range", "rindex", "index"},
    {"range", "strip", "step"},       {"range", "sort", "start"},
    {"SystemExit", "encode", "code"}, {"StopIteration", "values", "value"},
    {"UnicodeEncodeError", "sort", "start"},
    {"UnicodeDecodeError", "sort", "start"},
};

/* Whether s has that text at a place, which is moved behind it. */
static bool follows(const str *s, u32 *at, const char *text) {
  for (; *text; text++, ++*at) {
    if (*at >= s->length || str_at(s, *at) != (u8)*text) return false;
  }
  return true;
}

static bool says(const str *s, const char *type, const char *name) {
  u32 at = 0;
  return follows(s, &at, "'") && follows(s, &at, type) && follows(s, &at, "' object has no attribute '") &&
         follows(s, &at, name) && follows(s, &at, "'") && at == s->length;
}

void suggestion_print(const exc *e, val text) {
  if (e->kind == E_NameError && is(e->full, T_STR)) io_str(2, e->full);
  if (e->kind != E_AttributeError || !(e->head.flags & FLAG_RUNTIME)) return;
  for (u32 i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    if (!says(AS(str, text), cases[i].type, cases[i].name)) continue;
    io_text(2, ". Did you mean: '");
    io_text(2, cases[i].meant);
    io_text(2, "'?");
    return;
  }
}
